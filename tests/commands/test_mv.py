"""`mv`: after a record got another id everything still holds, and nothing else has changed."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from opsctl.checking.gate import judge
from opsctl.cli.app import run
from opsctl.commands.mv import make_move, plan_move
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.planning.cells import stale_files

DAY = date(2026, 6, 8)
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
    ],
)
def test_everything_still_holds_under_the_new_id(address: str, new: str, root: Path) -> None:
    before, cells = findings(root), load(root).workspace.cells
    kind, _, old = address.partition(":")
    move = plan_move(root, address, new, DAY)
    make_move(root, move)
    after = load(root).workspace
    told = {file for file, _ in move.leftovers}
    # A rule of one's own names ids in texts, which are not changed; the move says where.
    own = {rule.id for rule in after.all("rule").values() if rule.file in told}
    assert set(findings(root) - before) <= own
    assert after.get(kind, new) is not None and after.get(kind, old) is None
    assert not any(stale_files(after, year) for year in after.years())
    assert sorted(after.cells.values()) == sorted(cells.values())
    left = [path for path in root.rglob("*") if path.stem == old and "actuals" not in path.parts]
    assert left == []


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


def test_a_workspace_with_a_broken_record_is_not_moved_in(root: Path) -> None:
    (root / "stores" / "torn.yaml").write_text("name: [\n", "utf-8")
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
    assert "--- a/stores/jd-pop.yaml\n+++ b/stores/jd-flagship.yaml\n" in printed.out
    assert "+  - {role: store-manager, at: jd-flagship, from: 2022-06-01}" in printed.out
    assert (root / "stores" / "jd-flagship.yaml").exists() is moved
    assert ("Written" in printed.err) is moved
