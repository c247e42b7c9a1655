"""Which files are records, which names are refused, and what is left alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from opsctl.loading.discover import discover
from opsctl.loading.tree import Disk

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX file types and names")


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x: 1\n")


def test_finds_records_cells_and_leaves_the_rest_alone(tmp_path: Path) -> None:
    put(tmp_path, "stores/b-1.yaml", "stores/a.yaml", "metrics/net_sales.yaml", "calendar/2026.yaml")
    put(tmp_path, "targets/2026/company.yaml", "targets/2026/company.csv", "reviews/2026-W23/a.md")
    put(tmp_path, "stores/.hidden.yaml", "stores/notes.txt", "stores/README.md", "stores/a.yaml~", "plans/2026/x.csv")
    put(tmp_path, "market/x y.yaml", "handbook/a.yaml", "stores/.git/x.yaml", "targets/notes.csv")
    listing = discover(Disk(str(tmp_path)))
    assert [(found.kind.name, found.id) for found in listing.records] == [
        ("store", "a"),
        ("store", "b-1"),
        ("metric", "net_sales"),
        ("calendar", "2026"),
        ("target", "2026/company"),
        ("review", "2026-W23/a"),
    ]
    assert listing.cells == ["targets/2026/company.csv"]
    assert listing.findings == [] and listing.broken == set()


NAMES = {
    "stores/Store-A.yaml": "id",
    "stores/旗舰店.yaml": "id",
    "stores/-rf.yaml": "id",
    "stores/a b.yaml": "id",
    "stores/a.b.yaml": "id",
    "stores/a_b.yaml": "id",
    "stores/con.yaml": "device",
    "stores/com1.yaml": "device",
    "stores/a.yml": "suffix",
    "stores/A.YAML": "suffix",
    "plans/2026/company.yaml": "suffix",
    "stores/east/a.yaml": "flat",
    "targets/company.yaml": "nested",
    "targets/2026-W23/company.yaml": "year",
    "targets/2026/x/company.yaml": "nested",
    "targets/2026-13/company.yaml": "period",
    "metrics/net-sales.yaml": "metric",
    "metrics/1st.yaml": "metric",
}


@pytest.mark.parametrize("name", NAMES)
def test_bad_names_are_findings(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)
    listing = discover(Disk(str(tmp_path)))
    (finding,) = listing.findings
    assert (finding.rule, finding.problem.message.id) == ("bad-file-name", f"load.name.{NAMES[name]}")
    assert finding.problem.at.file == name
    assert listing.records == []


@POSIX
@pytest.mark.parametrize("name", [b"a\nb.yaml", b"caf\xe9.yaml", "a\u202eb.yaml".encode(), b"\x1b[2J.yaml"])
def test_names_in_findings_are_harmless(tmp_path: Path, name: bytes) -> None:
    (tmp_path / "stores").mkdir()
    try:
        Path(os.fsdecode(os.fsencode(tmp_path / "stores") + b"/" + name)).write_text("x")
    except OSError as error:
        pytest.skip(f"this file system refuses the name: {error}")
    (finding,) = discover(Disk(str(tmp_path))).findings
    assert finding.problem.at.file.isprintable()
    assert all(value.isprintable() for _, value in finding.problem.message.params)


@POSIX
def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    put(outside, "secret.yaml")
    root = tmp_path / "root"
    put(root, "stores/a.yaml")
    (root / "stores/b.yaml").symlink_to(outside / "secret.yaml")
    (root / "stores/loop").symlink_to("..")
    (root / "teams").symlink_to(outside)
    (root / "targets").mkdir()
    (root / "targets/2026").symlink_to(outside)
    listing = discover(Disk(str(root)))
    assert [found.file for found in listing.records] == ["stores/a.yaml"]
    files = sorted(finding.problem.at.file for finding in listing.findings)
    assert files == ["stores/b.yaml", "stores/loop", "targets/2026", "teams"]
    assert {finding.problem.message.id for finding in listing.findings} == {"load.file.link"}
    assert listing.broken == {("store", "b")}


def test_deep_folders_end(tmp_path: Path) -> None:
    put(tmp_path, "stores/" + "d/" * 40 + "a.yaml")
    (finding,) = discover(Disk(str(tmp_path))).findings
    assert finding.problem.message.id == "load.file.too_deep"


def test_an_unreadable_folder_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "stores/a.yaml", "teams/b.yaml")
    scan = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("stores"):
            raise PermissionError(13, "no")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    listing = discover(Disk(str(tmp_path)))
    assert [found.id for found in listing.records] == ["b"]
    assert [finding.problem.message.id for finding in listing.findings] == ["load.file.denied"]
