"""Repairs: the finding is gone afterwards, nothing else moved, and what does harm is not kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from opsctl.checking import fixing
from opsctl.checking.explain import File, page_of
from opsctl.checking.fixing import Fixed, fixed
from opsctl.checking.gate import judge
from opsctl.loading.read import LoadResult, load
from opsctl.loading.tree import Disk
from opsctl.rules import RULES, Rule

DAY = date(2026, 6, 8)
BROKEN = Path(__file__).resolve().parents[2] / "examples" / "broken"
Writer = Callable[[Iterable[File]], Path]
WITH_FIX = [rule for rule in RULES if page_of(rule).fix]


def fix(root: Path, *, unsafe: bool) -> tuple[LoadResult, Fixed]:
    """A workspace, and what repairs make of it."""
    loaded = load(root)
    return loaded, fixed(Disk(str(root)), loaded, DAY, lambda found: True, unsafe=unsafe)


def names(loaded: LoadResult) -> list[str]:
    """The rules that find something."""
    return [found.name for found in judge(loaded, DAY).diagnostics]


@pytest.mark.parametrize("rule", WITH_FIX, ids=lambda rule: rule.CODE)
def test_the_repair_of_each_rule_that_has_one_holds(rule: Rule, folder_from: Writer) -> None:
    page = page_of(rule)
    loaded, done = fix(folder_from(page.fails), unsafe=True)
    assert rule.NAME in names(loaded)
    assert rule.NAME not in names(done.loaded)
    assert {**dict(page.fails), **done.texts} == dict(page.passes)
    again = fixed(Disk("."), done.loaded, DAY, lambda found: True, unsafe=True)
    assert again.texts == {}


@pytest.mark.parametrize("rule", [rule for rule in WITH_FIX if not page_of(rule).safe], ids=lambda rule: rule.CODE)
def test_a_guess_is_not_made_unasked(rule: Rule, folder_from: Writer) -> None:
    assert fix(folder_from(page_of(rule).fails), unsafe=False)[1].texts == {}


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2026/6/1", "2026-06-01"), ("2026.6.1", "2026-06-01"),
     ("2026年6月1日", "2026-06-01"), ("'2026/06/01'", "'2026-06-01'"),
     ("２０２６-０６-０１", "2026-06-01"), ("01/02/2026", None), ("2026/13/1", None), ("soon", None)],
)  # fmt: skip
def test_a_date_is_respelled_where_it_means_one_day(written: str, meant: str | None, folder_from: Writer) -> None:
    text = "name: JD\r\nplatform: jd\r\nteam: company\r\nopened: {}  # 开业\r\n"
    _, done = fix(folder_from([("stores/jd.yaml", text.format(written))]), unsafe=False)
    assert done.texts == ({"stores/jd.yaml": text.format(meant)} if meant else {})


@pytest.mark.parametrize(
    ("written", "meant"),
    [('"1,450,000"', '"1_450_000"'), ("１２００", "1200"), ("１２％", "12%"), ('"1,45"', None), ("about 5", None)],
)
def test_a_number_is_respelled_where_it_means_one_amount(written: str, meant: str | None, folder_from: Writer) -> None:
    text = "owner: li-na\ngoals:\n  visitors: {{value: {}}}\n"
    root = folder_from([("targets/2026/company.yaml", text.format(written))])
    _, done = fix(root, unsafe=False)
    assert done.texts == ({"targets/2026/company.yaml": text.format(meant)} if meant else {})


def test_several_rounds_and_files_at_once(folder_from: Writer) -> None:
    files = [("stores/a.yaml", "name: A\nplatform: jd\nteam: company\nopend: 2026/6/1\n"),
             ("stores/b.yaml", "name: B\nplatform: jd\nteam: company\nclosd: 2026/6/1  # x\n")]  # fmt: skip
    _, done = fix(folder_from(files), unsafe=False)
    assert done.texts == {
        "stores/a.yaml": "name: A\nplatform: jd\nteam: company\nopened: 2026-06-01\n",
        "stores/b.yaml": "name: B\nplatform: jd\nteam: company\nclosed: 2026-06-01  # x\n",
    }
    assert len(done.done) == 4


def test_a_repair_that_does_harm_is_not_kept(folder_from: Writer) -> None:
    # Hanging team a below its nearest namesake would close a circle.
    files = [("teams/north.yaml", "name: N\nparent: nort\n"), ("teams/other.yaml", "name: O\nparent: compny\n")]
    _, done = fix(folder_from(files), unsafe=True)
    assert done.texts == {"teams/other.yaml": "name: O\nparent: company\n"}


def test_harm_by_one_repair_does_not_stop_the_others(folder_from: Writer) -> None:
    files = [(f"stores/s{at}.yaml", "name: S\nplatform: jd\nteam: compny\n") for at in range(7)]
    # The nearest name of a team is its own, so that this one would hang below itself.
    files.append(("teams/north.yaml", "name: N\nparent: nort\n"))
    _, done = fix(folder_from(files), unsafe=True)
    assert sorted(done.texts) == [file for file, _ in files[:-1]]
    assert all("team: company\n" in text for text in done.texts.values())
    assert len(done.done) == 7


def test_a_repair_of_two_places_is_made_whole_or_not_at_all(folder_from: Writer) -> None:
    event = "events:\n  - id: e\n    name: E\n    windows:\n      jd:\n        from: {}\n        until: 2026-05-20\n"
    _, done = fix(folder_from([("calendar/2026.yaml", event.format("2026-06-20"))]), unsafe=True)
    assert "from: 2026-05-20\n        until: 2026-06-20\n" in done.texts["calendar/2026.yaml"]
    store = "name: S\nplatform: jd\nteam: company\nchannels: [live, {}live]\n"
    files = [
        ("calendar/2026.yaml", event.format("|-\n          2026-06-20")),
        ("stores/s.yaml", store.format("search, ")),
        ("stores/t.yaml", store.format("")),
    ]
    _, done = fix(folder_from(files), unsafe=True)
    assert done.texts == {
        "stores/s.yaml": store.format("search, ").replace(", live]", "]"),
        "stores/t.yaml": store.format("").replace(", live]", "]"),
    }


def test_what_a_readable_file_shows_was_wrong_all_along(folder_from: Writer) -> None:
    text = "name: A\nplatform: jd\nteam: nowhere-near\nopened: 2026/6/1\nclosed: 2026-05-01\n"
    _, done = fix(folder_from([("stores/a.yaml", text)]), unsafe=False)
    assert done.texts == {"stores/a.yaml": text.replace("2026/6/1", "2026-06-01")}
    assert {"unknown-reference", "dates-reversed"} <= set(names(done.loaded))


def test_repairs_that_do_not_end_change_nothing(folder_from: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixing, "ROUNDS", 0)
    root = folder_from([("stores/a.yaml", "name: A\nplatform: jd\nteam: company\nopened: 2026/6/1\n")])
    _, done = fix(root, unsafe=False)
    assert (done.texts, done.done, done.settled) == ({}, (), False)
    monkeypatch.undo()
    assert fix(root, unsafe=False)[1].settled


@pytest.mark.parametrize("unsafe", [False, True])
def test_the_broken_example_gets_no_new_errors(unsafe: bool, tmp_path: Path) -> None:
    root = Path(shutil.copytree(BROKEN, tmp_path / "broken"))
    loaded, done = fix(root, unsafe=unsafe)
    assert done.texts
    for file, text in done.texts.items():
        old = loaded.sources.texts[file]
        assert text != old and text.count("\n") == old.count("\n") and text.count("#") == old.count("#")
    repaired = {each.fingerprint for each in done.done}
    assert not repaired & {each.fingerprint for each in judge(done.loaded, DAY).diagnostics}
