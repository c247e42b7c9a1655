"""A folder to a workspace, whole."""

from __future__ import annotations

import gc
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from opsctl.diagnostics import Place
from opsctl.errors import OpsctlError
from opsctl.loading import discover, read
from opsctl.loading.read import LoadResult, find_root, load
from opsctl.loading.tree import Disk
from opsctl.records import Kind
from opsctl.weeks import Weeks

STORE = "name: {name}\nplatform: tmall\nteam: company\n"
REVIEW = "---\nowner: li-na\nlesons: []\n---\n# 复盘\n"


def put(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, "opsctl.yaml", "opsctl: 1\nname: 晨禾家居\nx-note: ours\n")
    put(tmp_path, "teams/company.yaml", "name: 公司\n")
    put(tmp_path, "stores/a.yaml", STORE.format(name="店") + "x-owner: {anything: [at, all]}\n")
    put(tmp_path, "targets/2026/company.csv", "metric,tier,unit,2026\n")
    return tmp_path


def places(result: LoadResult) -> list[tuple[str, int, int, str, str]]:
    found = []
    for finding in result.workspace.findings:
        span = finding.problem.span or result.sources.span(finding.problem.at)
        file, said = finding.problem.at.file, finding.problem.message.id.removeprefix("load.")
        found.append((file, span.line, span.column, finding.rule, said))
    return found


def test_loads_a_clean_workspace(root: Path) -> None:
    result = load(root)
    assert places(result) == []
    assert [(record.kind, record.id, record.file) for record in result.workspace.records] == [
        ("store", "a", "stores/a.yaml"),
        ("team", "company", "teams/company.yaml"),
    ]
    assert result.workspace.settings.name.zh == "晨禾家居"
    assert result.workspace.cells == {"targets/2026/company.csv": "metric,tier,unit,2026\n"}
    assert result.sources.texts["teams/company.yaml"] == "name: 公司\n"
    assert gc.isenabled()


def test_reports_everything_at_once_and_sorted(root: Path) -> None:
    put(root, "stores/b.yaml", "name: b\nname: c\nplatform: tmall\nteam: company\nopened: soon\n")
    put(root, "stores/c.yaml", "name: [c\n")
    put(root, "stores/d.yaml", STORE.format(name="d") + "opned: x\n")
    put(root, "stores/E.yaml", STORE.format(name="e"))
    put(root, "reviews/2026-W23/a.md", REVIEW)
    put(root, "plans/2026/a.md", "# no front matter\n")
    put(root, "targets/2026/x.csv", "a\0b\n")
    (root / "people").mkdir()
    (root / "people/gbk.yaml").write_bytes("name: 李娜\n".encode("gbk"))
    result = load(root)
    assert places(result) == [
        ("people/gbk.yaml", 1, 7, "unreadable-file", "text.gbk"),
        ("plans/2026/a.md", 1, 1, "unreadable-file", "front.missing"),
        ("reviews/2026-W23/a.md", 3, 1, "unknown-key", "key.unknown_close"),
        ("stores/E.yaml", 1, 1, "bad-file-name", "name.id"),
        ("stores/b.yaml", 2, 1, "unreadable-file", "yaml.duplicate_key"),
        ("stores/b.yaml", 5, 9, "bad-value", "value.day"),
        ("stores/c.yaml", 1, 7, "unreadable-file", "syntax.list_open"),
        ("stores/d.yaml", 4, 1, "unknown-key", "key.unknown_close"),
        ("targets/2026/x.csv", 1, 2, "unreadable-file", "text.control"),
    ]
    assert result.workspace.broken == {
        ("person", "gbk"),
        ("plan", "2026/a"),
        ("review", "2026-W23/a"),
        ("store", "b"),
        ("store", "c"),
        ("store", "d"),
    }
    assert "targets/2026/x.csv" not in result.workspace.cells


def test_a_duplicate_names_the_first_place(root: Path) -> None:
    put(root, "stores/b.yaml", STORE.format(name="b") + "\nteam: x\n")
    result = load(root)
    ((place, said),) = result.workspace.findings[0].problem.related
    assert (result.sources.span(place).line, said.id) == (3, "load.yaml.first_key")


def test_wrong_settings_leave_the_rest_to_be_checked(root: Path) -> None:
    put(root, "opsctl.yaml", "opsctl: 1\nname: a\nlang: fr\ntop: group\n")
    put(root, "stores/b.yaml", "name: b\n")
    result = load(root)
    assert [place[:4] for place in places(result)] == [
        ("opsctl.yaml", 3, 7, "bad-value"),
        ("stores/b.yaml", 1, 1, "missing-key"),
        ("stores/b.yaml", 1, 1, "missing-key"),
    ]
    assert (result.workspace.settings.top, result.workspace.settings.lang) == ("group", "zh")
    assert ("settings", "opsctl.yaml") in result.workspace.broken


@pytest.mark.parametrize("text", ["", "- a\n", "a: [\n", "opsctl: 2\nname: ~\n", "\0"])
def test_hopeless_settings_are_findings(root: Path, text: str) -> None:
    put(root, "opsctl.yaml", text)
    result = load(root)
    assert result.workspace.findings and result.workspace.settings.top == "company"


def test_no_settings_is_no_workspace(tmp_path: Path) -> None:
    for call in (load, find_root):
        with pytest.raises(OpsctlError) as refused:
            call(tmp_path)
        assert refused.value.said.id == "load.no_workspace"
        assert refused.value.hint is not None


def test_finds_the_root_from_below(root: Path) -> None:
    (root / "stores/deep").mkdir()
    assert find_root(root / "stores/deep") == root


def test_places_in_pages_count_from_the_top_of_the_file(root: Path) -> None:
    put(root, "reviews/2026-W23/a.md", REVIEW.replace("lesons", "lessons"))
    sources = load(root).sources
    assert sources.span(Place("reviews/2026-W23/a.md", ("owner",))).line == 2
    page = sources.page("reviews/2026-W23/a.md")
    assert page is not None and (page.body, page.body_line) == ("# 复盘\n", 5)
    assert sources.page("stores/a.yaml") is None
    assert sources.span(Place("absent.yaml", ("a",))).line == 1
    assert sources.span(Place("targets/2026/company.csv")).line == 1


def test_a_file_that_vanishes_is_a_finding(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def then_delete(tree: Disk, kinds: tuple[Kind, ...], weeks: Weeks) -> object:
        listing = discover.discover(tree, kinds, weeks)
        (root / "stores/a.yaml").unlink()
        return listing

    monkeypatch.setattr(read, "discover", then_delete)
    result = load(root)
    assert places(result) == [("stores/a.yaml", 1, 1, "unreadable-file", "file.gone")]
    assert result.workspace.exists("store", "a")


def test_the_order_of_the_folder_changes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        put(root, f"stores/s{number}.yaml", STORE.format(name=number) + ("zz: 1\n" if number % 3 else ""))
    expected = load(root)
    scan = os.scandir

    class Shuffled(list):  # type: ignore[type-arg]
        def __enter__(self) -> Shuffled:
            return self

        def __exit__(self, *_: object) -> None:
            return None

    def shuffled(path: str) -> Shuffled:
        with scan(path) as entries:
            found = list(entries)
        random.Random(7).shuffle(found)
        return Shuffled(found)

    monkeypatch.setattr(os, "scandir", shuffled)
    again = load(root)
    for field in ("settings", "records", "broken", "findings", "cells"):
        assert getattr(again.workspace, field) == getattr(expected.workspace, field)
    assert list(again.sources.texts) == list(expected.sources.texts)


def test_hash_seed_and_locale_change_nothing(root: Path) -> None:
    put(root, "stores/b.yaml", "name: b\nzz: 1\nopend: x\n")
    code = (
        "import sys; from pathlib import Path; from opsctl.loading.read import load\n"
        "r = load(Path(sys.argv[1])); w = r.workspace\n"
        "print(ascii((w.records, w.findings, sorted(w.broken), dict(w.cells))))"
    )
    seen = set()
    for seed, lang in (("0", "C"), ("1", "C.UTF-8"), ("2", "de_DE.UTF-8")):
        env = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "LC_ALL": lang,
            "LANG": lang,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        done = subprocess.run([sys.executable, "-c", code, str(root)], env=env, capture_output=True, check=True)
        seen.add(done.stdout)
    assert len(seen) == 1
