"""`new`: whatever the kind, a new record starts without a finding."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from opsctl.checking.gate import judge
from opsctl.cli.app import run
from opsctl.commands.init import init
from opsctl.commands.new import New, new
from opsctl.errors import OpsctlError
from opsctl.loading.discover import name_problem
from opsctl.loading.read import load
from opsctl.records import BY_NAME, KINDS
from opsctl.weeks import ISO

DAY = date(2026, 6, 8)
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
IDS = {
    "team": "north",
    "role": "analyst",
    "person": "li-lei",
    "store": "pdd-main",
    "metric": "fans",
    "calendar": "2031",
    "fx": "2031",
    "target": "2027/company",
    "source": "orders",
    "plan": "2026-12/company",
    "review": "2026-W49/company",
    "rule": "every-store-has-a-team",
    "scenario": "careful",
}
GIVEN = {"name": "北方", "platform": "pdd"}
NEEDED = {
    "team": ("name",),
    "role": ("name",),
    "person": ("name",),
    "store": ("name", "platform"),
    "metric": ("name",),
    "rule": ("name",),
    "scenario": ("name",),
}


def workspace(which: str, rigor: str, tmp_path: Path) -> Path:
    """A workspace as `init` makes it in a language, or the example company, at a rigor."""
    root = tmp_path / which
    if which == "example":
        shutil.copytree(EXAMPLE, root)
    else:
        init(root, which, "small", DAY, dry_run=False)
    text = (root / "opsctl.yaml").read_text("utf-8")
    was = next(line for line in text.splitlines() if line.startswith("rigor:"))
    (root / "opsctl.yaml").write_text(text.replace(was, f"rigor: {rigor}"), "utf-8")
    return root


def made(root: Path, kind: str, id_: str = "", **given: str) -> New:
    """A new record with what its kind needs."""
    needed = {name: GIVEN[name] for name in NEEDED.get(kind, ())}
    return new(root, kind, id_ or IDS[kind], {**needed, **given}, lambda name: None, DAY, dry_run=False)


def findings(root: Path) -> set[str]:
    """What checks find, by fingerprint."""
    return {found.fingerprint for found in judge(load(root), DAY).diagnostics}


def test_every_kind_is_tried() -> None:
    assert set(IDS) == {kind.name for kind in KINDS}


@pytest.mark.parametrize("rigor", ["start", "strict"])
@pytest.mark.parametrize("which", ["zh", "en", "example"])
@pytest.mark.parametrize("kind", IDS)
def test_a_new_record_starts_without_a_finding(kind: str, which: str, rigor: str, tmp_path: Path) -> None:
    root = workspace(which, rigor, tmp_path)
    before = findings(root)
    roles = {"role": "promotion-specialist"} if (which, kind) == ("example", "person") else {}
    done = made(root, kind, **roles)
    assert done.found == () and done.written
    assert findings(root) <= before
    record = load(root).workspace.get(kind, IDS[kind])
    assert record is not None and record.file == done.file
    assert "#" in (root / done.file).read_text("utf-8")


def test_records_that_need_each_other_can_be_made_one_after_the_other(tmp_path: Path) -> None:
    root = workspace("en", "standard", tmp_path)
    made(root, "team")
    made(root, "store", team="north", name="Pinduoduo")
    made(root, "person", at="pdd-main", name="Li Lei", role="store-manager", **{"from": "2027-01-01"})
    made(root, "target", "2027/pdd-main")
    made(root, "plan", "2027/pdd-main")
    assert not any(found.severity == "error" for found in judge(load(root), DAY).diagnostics)


@pytest.mark.parametrize(
    ("kind", "id_", "given", "said"),
    [
        ("store", "pdd", {"name": "P"}, "commands.new_missing"),
        ("store", "PDD", GIVEN, "commands.new_bad_id"),
        ("store", "../pdd", GIVEN, "commands.new_bad_id"),
        ("target", "pdd", {}, "commands.new_bad_id"),
        ("calendar", "next", {}, "commands.new_bad_id"),
        ("target", "2027/nowhere", {}, "commands.new_no_scope"),
        ("store", "tmall-flagship", GIVEN, "commands.mv_taken"),
        ("person", "company", {"name": "C", "role": "store-manager"}, "commands.mv_taken"),
        ("metric", "gmv_paid", {"name": "G"}, "commands.mv_taken"),
        ("store", "pdd", {"name": "P", "platform": "pdd", "colour": "red"}, "commands.new_unknown"),
        ("shop-window", "x", {}, "commands.no_kind"),
        ("assessment", "2026-06-30-li-na", {}, "commands.new_private"),
    ],
)
def test_what_cannot_be_made_is_refused(kind: str, id_: str, given: dict[str, str], said: str, tmp_path: Path) -> None:
    root = workspace("en", "start", tmp_path)
    before = sorted(root.rglob("*"))
    with pytest.raises(OpsctlError) as refused:
        needed = {key: value for key, value in given.items() if key in ("name", "platform", "colour", "role")}
        needed = {key: value for key, value in needed.items() if kind != "store" or key != "role"}
        new(root, kind, id_, needed, lambda name: None, DAY, dry_run=False)
    assert refused.value.said.id == said
    assert sorted(root.rglob("*")) == before


def test_a_value_that_is_wrong_is_told_and_nothing_written(tmp_path: Path) -> None:
    root = workspace("en", "start", tmp_path)
    for given, name in (({"team": "nowhere"}, "unknown-reference"), ({"opened": "soon"}, "bad-value")):
        done = made(root, "store", **given)
        assert [found.name for found in done.found] == [name]
        assert not done.written and done.aside == ()
        assert not (root / done.file).exists()


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_the_id_that_is_told_instead_of_a_bad_one_can_be_one(kind: str, tmp_path: Path) -> None:
    root = workspace("en", "start", tmp_path)
    with pytest.raises(OpsctlError) as refused:
        made(root, kind, "Not An Id!")
    told = dict(refused.value.said.params)["example"]
    found = BY_NAME[kind]
    assert name_problem(told, found.suffix, found, told.count("/"), ISO) is None


def test_what_is_still_missing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = workspace("en", "strict", tmp_path)
    call = ["-C", str(root), "--lang", "en", "new", "team", "--set", "name=North"]
    assert run([*call, "north"]) == 0
    assert "empty-team" in capsys.readouterr().err
    assert "ignore[empty-team]" in (root / "teams/north.yaml").read_text("utf-8")
    assert run([*call, "south", "--format", "json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["data"]["aside"] == ["empty-team"] and "empty-team" not in said.err
    assert run(["-C", str(root), "--lang", "en", "new", "metric", "fans", "--set", "name=Fans"]) == 0
    assert "set aside" not in capsys.readouterr().err


@pytest.mark.parametrize("name", ["618", "no", "A: b", "#1", "- x", "'", "店 🛒", " x "])
def test_odd_names_are_written_so_that_they_read_back(name: str, tmp_path: Path) -> None:
    root = workspace("en", "start", tmp_path)
    assert made(root, "team", name=name).written
    record = load(root).workspace.get("team", "north")
    assert record is not None and record.data.name.zh == name


def test_it_asks_on_a_terminal_tells_otherwise_and_shows_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = workspace("en", "start", tmp_path)
    asked: list[str] = []

    def ask(name: str) -> str:
        asked.append(name)
        return name

    done = new(root, "store", "pdd", {}, ask, DAY, dry_run=True)
    assert asked == ["name", "platform"] and not done.written
    assert run(["-C", str(root), "--lang", "en", "new", "store", "pdd"]) == 2
    assert "opsctl new store pdd --set name=… --set platform=…" in capsys.readouterr().err
    assert run(["-C", str(root), "new", "store", "pdd", "--set", "name=P", "--set", "platform=pdd", "--dry-run"]) == 0
    assert "name: P\nplatform: pdd\n" in capsys.readouterr().out
    assert not (root / "stores" / "pdd.yaml").exists()
    assert run(["-C", str(root), "new", "store", "pdd", "--set", "name=P", "--set", "platform=pdd"]) == 0
    assert (root / "stores" / "pdd.yaml").exists()
    assert run(["-C", str(root), "new", "store", "x", "--set", "name"]) == 2
