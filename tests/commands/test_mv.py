"""`mv`: after a record got another id everything still holds, and nothing else has changed."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from opsctl.checking.explain import File
from opsctl.checking.gate import judge
from opsctl.cli.app import run
from opsctl.commands.mv import make_move, plan_move
from opsctl.commands.split import split
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.planning.cells import stale_files

DAY = date(2026, 6, 8)
Writer = Callable[[Iterable[File]], Path]
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the example company."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "workspace"))


def findings(root: Path) -> Counter[str]:
    """How often each rule finds something."""
    return Counter(found.name for found in judge(load(root), DAY).diagnostics)


@pytest.mark.parametrize(
    ("address", "new"),
    [
        ("team:company", "group"),
        ("store:jd-pop", "jd-flagship"),
        ("store:tmall-flagship", "618"),
        ("person:zhao-min", "zhao-min-2"),
        ("role:store-manager", "shop-head"),
        ("source:shop-daily", "daily"),
        ("source:service-daily", "no"),
        ("role:promotion-specialist", "promoter"),
        ("person:chen-dong", "dong"),
        ("person:li-na", "1e3"),
        ("team:tmall", "tm"),
        ("store:shopify-us", "us"),
        ("rule:store-has-manager", "has-boss"),
    ],
)
def test_everything_still_holds_under_the_new_id(address: str, new: str, root: Path) -> None:
    before, cells = findings(root), load(root).workspace.cells
    kind, _, old = address.partition(":")
    move = plan_move(root, address, new, DAY)
    make_move(root, move)
    after = load(root).workspace
    assert unfollowed(root) == before
    assert after.get(kind, new) is not None and after.get(kind, old) is None
    assert not any(stale_files(after, year) for year in after.years())
    assert sorted(after.cells.values()) == sorted(cells.values())
    left = [path for path in root.rglob("*") if path.stem == old and "actuals" not in path.parts]
    assert left == []


def test_a_scope_whose_cells_are_not_written_yet_moves(root: Path) -> None:
    (root / "targets" / "2026" / "jd-pop.csv").unlink()
    before = findings(root)
    assert before["stale-cells"] == 1
    make_move(root, plan_move(root, "store:jd-pop", "jd-flagship", DAY))
    assert unfollowed(root) == before


def unfollowed(root: Path) -> Counter[str]:
    """What is found after a move; snapshots of actual values stay as they were loaded, and are told to be older."""
    return Counter({name: count for name, count in findings(root).items() if name != "snapshot-stale"})


def test_only_the_id_has_changed(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    make_move(root, plan_move(root, "store:jd-pop", "jd-flagship", DAY))
    for path, old in before.items():
        ours = path.suffix in (".yaml", ".csv") and "actuals" not in path.parts
        now = path.with_stem("jd-flagship") if path.stem == "jd-pop" and ours else path
        if ours:
            assert now.read_bytes().replace(b"jd-flagship", b"jd-pop") == old
        else:
            assert now.read_bytes() == old


def test_a_metric_of_ones_own_moves_and_its_aliases_stay(root: Path) -> None:
    (root / "metrics").mkdir()
    (root / "metrics" / "fans.yaml").write_text(
        "name: 粉丝\nunit: count\naggregation: sum\ndirection: up\naliases: [粉]\n", "utf-8"
    )
    (root / "metrics" / "fan_rate.yaml").write_text(
        "name: 粉丝率\nunit: percent\naggregation: ratio\ndirection: up\nnumerator: fans\ndenominator: 粉\n", "utf-8"
    )
    make_move(root, plan_move(root, "metric:fans", "followers", DAY))
    assert "numerator: followers\ndenominator: 粉\n" in (root / "metrics" / "fan_rate.yaml").read_text("utf-8")
    assert (root / "metrics" / "followers.yaml").exists()


def test_waivers_follow_and_words_in_texts_are_told(root: Path) -> None:
    (root / "waivers.yaml").write_text(
        "waivers:\n  - {rule: org-depth, record: 'store:jd-pop', reason: jd-pop is new, owner: zhao-min, "
        "approved_by: zhao-min, from: 2026-06-01, until: 2026-06-30}\n",
        "utf-8",
    )
    move = plan_move(root, "jd-pop", "jd-flagship", DAY)
    assert ("waivers.yaml", 1) in move.leftovers
    make_move(root, move)
    assert "record: 'store:jd-flagship', reason: jd-pop is new" in (root / "waivers.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("address", "new", "said"),
    [
        ("store:jd-pop", "tmall-flagship", "commands.mv_taken"),
        ("store:jd-pop", "company", "commands.mv_taken"),
        ("store:jd-pop", "li-na", "commands.mv_taken"),
        ("store:jd-pop", "JD", "commands.mv_bad_id"),
        ("store:jd-pop", "../jd", "commands.mv_bad_id"),
        ("store:jd-pop", "a/b", "commands.mv_bad_id"),
        ("store:jd-pop", "con", "commands.mv_bad_id"),
        ("store:jd-pop", "", "commands.mv_bad_id"),
        ("store:nowhere", "x", "commands.no_record"),
        ("metric:gmv_paid", "paid", "commands.mv_builtin"),
    ],
)
def test_a_move_that_cannot_be_is_refused(address: str, new: str, said: str, root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(OpsctlError) as refused:
        plan_move(root, address, new, DAY)
    assert refused.value.said.id == said
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_where_a_broken_record_may_name_it_nothing_is_moved(root: Path) -> None:
    (root / "stores" / "torn.yaml").write_text("name: [\n", "utf-8")
    assert plan_move(root, "store:jd-pop", "jd-flagship", DAY).renamed
    (root / "stores" / "torn.yaml").write_text("name: [jd-pop\n", "utf-8")
    with pytest.raises(OpsctlError) as refused:
        plan_move(root, "store:jd-pop", "jd-flagship", DAY)
    assert refused.value.said.id == "commands.mv_unreadable"


@pytest.mark.parametrize(
    ("options", "status", "moved"), [([], 1, False), (["--dry-run"], 0, False), (["--yes"], 0, True)]
)
def test_the_difference_comes_first_and_writing_is_asked_for(
    options: list[str], status: int, moved: bool, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(root), "--lang", "en", "mv", "jd-pop", "jd-flagship", *options]) == status
    printed = capsys.readouterr()
    assert "rename from stores/jd-pop.yaml\nrename to stores/jd-flagship.yaml\n" in printed.out
    assert "+  - {role: store-manager, at: jd-flagship, from: 2022-06-01}" in printed.out
    assert (root / "stores" / "jd-flagship.yaml").exists() is moved
    assert ("Written" in printed.err) is moved


def test_git_applies_the_difference_that_is_shown(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *command], cwd=root, check=True)
    assert run(["-C", str(root), "mv", "store:jd-pop", "jd-flagship", "--dry-run"]) == 0
    printed = capsys.readouterr().out
    applied = Path(shutil.copytree(root, root.parent / "applied"))
    subprocess.run(["git", "apply"], cwd=applied, input=printed.encode(), check=True)
    make_move(root, plan_move(root, "store:jd-pop", "jd-flagship", DAY))
    assert contents(applied) == contents(root)


def contents(root: Path) -> dict[str, bytes]:
    """Every file of a workspace."""
    files = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_a_text_counts_in_a_rule_only_where_it_is_compared_with_an_id(root: Path) -> None:
    rule = root / "rules" / "store-has-manager.yaml"
    rule.write_text(
        "name: R\ncode: SHOP101\nselect: store\n"
        'where: >-\n  platform = "tmall" and team in ["jd",\n  "tmall"]\n'
        "require: not exists(closed) or team != 'tmall' or \"tmall\" = team\nmessage: tmall\n",
        "utf-8",
    )
    assert not findings(root)
    make_move(root, plan_move(root, "team:tmall", "tm", DAY))
    assert rule.read_text("utf-8").splitlines()[3:] == [
        "where: >-",
        '  platform = "tmall" and team in ["jd",',
        '  "tm"]',
        "require: not exists(closed) or team != 'tm' or \"tm\" = team",
        "message: tmall",
    ]


def test_the_top_team_is_named_in_the_settings_when_it_has_an_id_of_its_own(root: Path) -> None:
    settings = root / "opsctl.yaml"
    settings.write_text(
        settings.read_text("utf-8").replace("top: company              # 目标从这里往下拆\n", ""), "utf-8"
    )
    before = settings.read_text("utf-8")
    make_move(root, plan_move(root, "company", "hq", DAY))
    assert settings.read_text("utf-8") == before + "top: hq\n"
    assert not findings(root)


def test_the_baseline_goes_on_knowing_what_it_knew(root: Path) -> None:
    (root / "stores" / "jd-pop.yaml").write_text(
        "name: J\nplatform: jd\nteam: jd\nchannels: [search, search]\n", "utf-8"
    )
    assert run(["-C", str(root), "check", "--today", "2026-06-08", "--baseline-write", "--no-cache"]) == 0
    known = (root / "baseline.json").read_text("utf-8")
    assert "store:jd-pop" in known
    make_move(root, plan_move(root, "store:jd-pop", "jd-flagship", DAY))
    now = (root / "baseline.json").read_text("utf-8")
    assert "store:jd-flagship" in now and "jd-pop" not in now
    assert now.count("\n") == known.count("\n")
    assert run(["-C", str(root), "check", "--today", "2026-06-08", "--no-cache"]) == 0


def test_ties_between_equals_are_decided_anew(folder_from: Writer) -> None:
    files = [("teams/company.yaml", "name: C\n"),
             ("roles/owner.yaml", "name: O\n"),
             *((f"stores/{id_}.yaml", "name: S\nplatform: jd\nteam: company\n") for id_ in ("b", "c")),
             ("targets/2026/company.yaml", "owner: li-na\ngoals:\n  orders_paid:\n    value: 7\n    "
              "split: {over: stores, weights: {b: 1, c: 1}}\n")]  # fmt: skip
    root = folder_from(files)
    split(root, 2026, dry_run=False)
    odd = {id_: (root / "targets" / "2026" / f"{id_}.csv").read_text("utf-8") for id_ in ("b", "c")}
    make_move(root, plan_move(root, "store:b", "d", DAY))
    assert not stale_files(load(root).workspace, 2026)
    assert {path.stem for path in (root / "targets" / "2026").glob("*.csv")} == {"company", "c", "d"}
    assert (root / "targets" / "2026" / "c.csv").read_text("utf-8") != odd["c"]


def test_a_file_keeps_its_mark_its_line_endings_and_its_comments(root: Path) -> None:
    store = root / "stores" / "jd-pop.yaml"
    store.write_bytes(b"\xef\xbb\xbf# jd\r\n" + store.read_bytes().replace(b"\n", b"\r\n"))
    person = root / "people" / "sun-jie.yaml"
    person.write_bytes(b"\xef\xbb\xbf# who\r\n" + person.read_bytes().replace(b"\n", b"  # jd-pop\r\n"))
    was = store.read_bytes(), person.read_bytes()
    make_move(root, plan_move(root, "store:jd-pop", "jd-flagship", DAY))
    assert (root / "stores" / "jd-flagship.yaml").read_bytes() == was[0]
    assert person.read_bytes() == was[1].replace(b"at: jd-pop", b"at: jd-flagship")


def test_two_records_of_one_id_are_told_apart_by_hand(root: Path) -> None:
    (root / "teams" / "jd-pop.yaml").write_text("name: T\nparent: company\n", "utf-8")
    with pytest.raises(OpsctlError) as refused:
        plan_move(root, "store:jd-pop", "jd-flagship", DAY)
    assert refused.value.said.id == "commands.mv_twice"


def test_what_would_be_wrong_afterwards_is_refused(root: Path) -> None:
    with pytest.raises(OpsctlError) as refused:
        plan_move(root, "calendar:2026", "2027", DAY)
    assert refused.value.said.id == "commands.mv_harm"


def test_a_reference_that_cannot_be_edited_stops_the_move(root: Path) -> None:
    team = root / "teams" / "jd.yaml"
    team.write_text("name: JD\nparent: |-\n  company\n", "utf-8")
    with pytest.raises(OpsctlError) as refused:
        plan_move(root, "company", "hq", DAY)
    assert refused.value.said.id == "commands.mv_by_hand"
    assert dict(refused.value.said.params)["files"] == "teams/jd.yaml:2"


def test_the_private_folder_is_named_and_left_alone(root: Path) -> None:
    private = root.parent / "private" / "assessments"
    private.mkdir(parents=True)
    (private / "2026-06-30-li-na.yaml").write_text(
        "person: li-na\nby: zhao-min\nlevels: {writing: 3}\nevidence: seen\n", "utf-8"
    )
    with (root / "opsctl.yaml").open("a", encoding="utf-8") as settings:
        settings.write("private: ../private\n")
    move = plan_move(root, "person:li-na", "na", DAY)
    assert move.elsewhere == ("../private/assessments/2026-06-30-li-na.yaml",)
    assert not any(file.startswith("..") for file in move.new)


def test_a_rule_of_ones_own_keeps_its_severity_and_its_waiver(root: Path) -> None:
    with (root / "opsctl.yaml").open("a", encoding="utf-8") as settings:
        settings.write("checks: {severity: {store-has-manager: info}}\n")
    (root / "waivers.yaml").write_text(
        "waivers:\n  - {rule: store-has-manager, record: 'store:jd-pop', reason: r, owner: zhao-min, "
        "approved_by: zhao-min, from: 2026-06-01, until: 2026-06-30}\n",
        "utf-8",
    )
    make_move(root, plan_move(root, "rule:store-has-manager", "has-boss", DAY))
    assert "severity: {has-boss: info}" in (root / "opsctl.yaml").read_text("utf-8")
    assert "{rule: has-boss, record" in (root / "waivers.yaml").read_text("utf-8")
