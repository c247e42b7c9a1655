"""The handbook's page on the calendar: what it shows can be typed, in both languages alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from opsctl.checking.explain import File
from opsctl.cli.app import run
from opsctl.loading.read import LoadResult

GUIDE = Path(__file__).resolve().parents[1] / "handbook" / "guide"
PAGES = ("calendar.md", "calendar.zh.md")
FENCE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
# Words that each language has its own of.
WORDS = re.compile(r"(#|source:|name:) .*")


def snippets(page: str) -> tuple[str, ...]:
    """The page's pieces of YAML: a curve, events, holidays, and two ways of fiscal years."""
    return tuple(FENCE.findall((GUIDE / page).read_text("utf-8")))


def files(page: str, fiscal: int) -> tuple[tuple[str, str], ...]:
    """A workspace of what the page shows, with one of its two ways of fiscal years."""
    curves, events, holidays, *settings = snippets(page)
    return (
        ("opsctl.yaml", "opsctl: 1\nname: Example\n" + settings[fiscal]),
        ("calendar/2026.yaml", curves + events),
        ("calendar/2027.yaml", holidays),
        ("stores/tmall-flagship.yaml", "name: A\nplatform: tmall\nteam: company\n"),
        ("stores/jd-flagship.yaml", "name: B\nplatform: jd\nteam: company\n"),
    )


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("fiscal", "label", "first"), [(0, "FY2026", "2025-04-01"), (1, "FY2026", "2026-02-01")])
def test_what_the_page_shows_loads_and_draws(
    page: str,
    fiscal: int,
    label: str,
    first: str,
    workspace_from: Callable[[Iterable[File]], LoadResult],
    folder_from: Callable[[Iterable[File]], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert workspace_from(files(page, fiscal)).workspace.findings == ()
    root = folder_from(files(page, fiscal))
    for asked in ("2026 --scope tmall-flagship", "2026-06 --curve cn-home", label):
        assert run(["--lang", "en", "-C", str(root), "calendar", "show", *asked.split()]) == 0
    assert f"{label} ({first} to " in capsys.readouterr().out


def test_both_languages_show_the_same() -> None:
    english, chinese = ([WORDS.sub("", text) for text in snippets(page)] for page in PAGES)
    assert english == chinese and len(english) == 5
