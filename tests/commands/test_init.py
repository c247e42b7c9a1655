"""A new workspace: complete in both languages, right in any week of the year, and never over somebody's files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from opsctl.checking.engine import run
from opsctl.commands.init import init, templates
from opsctl.commands.samples import DAYS, percent, sample_days
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.locales import LANGUAGES
from opsctl.period import parse_period
from opsctl.planning.cells import stale_files
from opsctl.resources import data_root

TODAY = date(2026, 11, 24)
# A usual week, the days around New Year, a year of 53 weeks, a leap day.
DAYS_TO_BEGIN = (
    TODAY,
    date(2026, 1, 1),
    date(2026, 1, 5),
    date(2027, 1, 1),
    date(2027, 1, 4),
    date(2027, 1, 11),
    date(2028, 3, 6),
)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("template", templates())
def test_a_new_workspace_has_nothing_wrong_and_fresh_cells(tmp_path: Path, lang: str, template: str) -> None:
    made = init(tmp_path / "new", lang, template, TODAY, dry_run=False)
    loaded = load(tmp_path / "new")
    assert run(loaded.workspace, loaded.sources.span) == ()
    assert loaded.workspace.broken == frozenset()
    assert stale_files(loaded.workspace, 2026) == {}
    assert loaded.workspace.settings.lang == lang
    assert set(tree(tmp_path / "new")) == set(made.files)
    assert any(name.endswith(".csv") and name.startswith("targets/2026/") for name in made.files)


@pytest.mark.parametrize("today", DAYS_TO_BEGIN, ids=str)
def test_it_is_right_in_any_week(tmp_path: Path, today: date) -> None:
    made = init(tmp_path / "new", "en", "small", today, dry_run=False)
    loaded = load(tmp_path / "new")
    assert made.week.last < today <= made.week.last + timedelta(days=7)
    assert loaded.workspace.years() == (int(made.week.label[:4]),)
    assert run(loaded.workspace, loaded.sources.span) == ()
    assert stale_files(loaded.workspace, loaded.workspace.years()[0]) == {}
    rows = (tmp_path / "new/actuals/shop-daily/samples.csv").read_text("utf-8").splitlines()[1:]
    assert [date.fromisoformat(row[:10]) for row in rows[::2]] == list(sample_days(made.week))
    assert rows[-1].startswith(made.week.last.isoformat())


def test_both_languages_have_the_same_files_and_the_same_numbers(tmp_path: Path) -> None:
    zh, en = (init(tmp_path / lang, lang, "small", TODAY, dry_run=True).files for lang in ("zh", "en"))
    assert set(zh) == set(en)
    differing = {name for name in zh if zh[name] != en[name]}
    assert not any(name.startswith("targets/") and name.endswith(".csv") for name in differing)
    assert numbers(zh) == numbers(en) != []


def numbers(files: Mapping[str, str]) -> list[str]:
    """Return what stands in the sample rows besides the shops' names."""
    rows = files["actuals/shop-daily/samples.csv"].splitlines()[1:]
    return [",".join((*row.split(",")[:1], *row.split(",")[2:])) for row in rows]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_speaks_only_itself(lang: str) -> None:
    folder = data_root("templates") / "workspace" / "small" / lang
    prose = {name: text.decode() for name, text in tree(folder).items() if name.endswith(("README.md", "samples.csv"))}
    assert len(prose) == 3
    for name, text in prose.items():
        chinese = [char for char in text if "\u4e00" <= char <= "\u9fff"]
        assert bool(chinese) == (lang == "zh"), f"{lang}/{name}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_marker_is_left(tmp_path: Path, lang: str) -> None:
    files = init(tmp_path / "new", lang, "small", TODAY, dry_run=True).files
    assert [name for name, text in files.items() if "@" in name + text] == []
    assert "# new\n" in files["README.md"]
    assert "reports/2026-W47.md" in files["README.md"]
    assert "2026-10-19" in files["actuals/README.md"]
    assert "2026-11-22" in files["actuals/README.md"]


def test_samples_are_several_weeks_around_their_targets() -> None:
    week = parse_period("2026-W47")
    assert week is not None
    days = sample_days(week)
    assert len(days) == DAYS == 35
    assert (days[0].weekday(), days[-1]) == (0, week.last)
    reached = {percent(day, place, column) for day in days for place in (0, 1) for column in range(5)}
    assert (min(reached), max(reached)) == (84, 112)
    assert len({percent(day, 0, 0) for day in days[:21]}) == 21


def test_a_second_run_elsewhere_writes_the_same_bytes(tmp_path: Path) -> None:
    for place in ("one/shop", "two/shop"):
        init(tmp_path / place, "zh", "small", TODAY, dry_run=False)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_dry_run_touches_nothing(tmp_path: Path) -> None:
    made = init(tmp_path / "new", "zh", "small", TODAY, dry_run=True)
    assert (made.written, list(tmp_path.iterdir())) == (False, [])
    assert "opsctl.yaml" in made.files


def test_a_folder_with_files_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", "utf-8")
    with pytest.raises(OpsctlError) as refused:
        init(tmp_path, "zh", "small", TODAY, dry_run=False)
    assert refused.value.said.id == "commands.has_files"
    assert refused.value.hint is not None
    assert ("files", "README.md") in refused.value.said.params
    assert tree(tmp_path) == {"README.md": b"mine"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", "utf-8")
    with pytest.raises(OpsctlError) as refused:
        init(tmp_path / "taken", "zh", "small", TODAY, dry_run=False)
    assert refused.value.said.id == "commands.not_a_folder"


def test_a_fresh_git_repository_is_empty_enough(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref", "utf-8")
    init(tmp_path, "en", "small", TODAY, dry_run=False)
    assert tree(tmp_path)[".git/HEAD"] == b"ref"
    assert {".gitignore", ".gitattributes", "opsctl.yaml"} <= set(tree(tmp_path))


def test_an_unknown_template_is_refused_with_those_there_are(tmp_path: Path) -> None:
    for name in ("large", "..", "small/zh", ""):
        with pytest.raises(OpsctlError) as refused:
            init(tmp_path / "new", "zh", name, TODAY, dry_run=False)
        assert refused.value.said.id == "commands.no_template"
        assert refused.value.hint is not None
        assert dict(refused.value.hint.params)["names"] == "small"


@pytest.mark.parametrize("name", ["晨禾家居", "a #1", "it's", "@YEAR@", "[x]", "~", "-"])
def test_any_folder_name_becomes_a_company_name(tmp_path: Path, name: str) -> None:
    init(tmp_path / name, "zh", "small", TODAY, dry_run=False)
    loaded = load(tmp_path / name)
    assert run(loaded.workspace, loaded.sources.span) == ()
    assert loaded.workspace.settings.name.zh == name


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such folder names")
@pytest.mark.parametrize(("name", "kept"), [('the "best"', "the best"), ("a\nb", "ab"), ('""', "opsctl")])
def test_a_name_that_would_break_yaml_loses_what_breaks_it(tmp_path: Path, name: str, kept: str) -> None:
    init(tmp_path / name, "zh", "small", TODAY, dry_run=False)
    assert load(tmp_path / name).workspace.settings.name.zh == kept
