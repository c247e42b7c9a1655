"""The page in a real browser: phone and desktop, light and dark, Chinese and English, and on paper."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.browser import Browser, browser

from opsctl.commands.review import ReviewResult, review_of
from opsctl.rendering.html.page import review_html

ROOT = Path(__file__).resolve().parents[3]
WIDTHS = {"phone": 375, "desktop": 1280}
_OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)"
_WIDER = "(page => [page.scrollWidth - page.clientWidth, page.clientWidth])(document.documentElement)"


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all pages."""
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def found() -> ReviewResult:
    """The example company's week with a miss."""
    return review_of(ROOT / "examples" / "chenhe-home", "weekly", "2026-W46", None, date(2026, 11, 24), None)


@pytest.fixture(scope="module")
def pages(found: ReviewResult, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page in both languages, as files."""
    folder = Path(os.environ.get("OPSCTL_TEST_SHOTS") or tmp_path_factory.mktemp("pages"))
    for lang in ("zh", "en"):
        (folder / f"review-{lang}.html").write_text(review_html(found.workspace, found.review, lang, {}), "utf-8")
    return {lang: folder / f"review-{lang}.html" for lang in ("zh", "en")}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("screen", WIDTHS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_fits_complains_of_nothing_and_asks_for_nothing(
    window: Browser, pages: dict[str, Path], lang: str, screen: str, dark: bool
) -> None:
    page = pages[lang]
    window.visit(page, WIDTHS[screen], dark=dark)
    shot = page.with_name(f"{lang}-{screen}-{'dark' if dark else 'light'}.png")
    window.shot(shot)
    assert window.ask(_WIDER) == [0, WIDTHS[screen]]
    window.ask(_OPEN_ALL)
    assert window.ask(_WIDER) == [0, WIDTHS[screen]], "also with everything opened"
    assert window.complaints == []
    assert window.requests == [page.resolve().as_uri()]
    assert shot.stat().st_size > 50_000
    paper = window.ask("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", paper)[:3])) < 120) == dark


def test_a_row_opens_under_the_finger_and_by_key(window: Browser, pages: dict[str, Path]) -> None:
    window.visit(pages["zh"], 375)
    shown = "getComputedStyle(document.querySelector('#figures tr.opened')).display"
    assert window.ask(shown) == "none"
    window.ask("document.querySelector('#figures summary').click()")
    assert window.ask(shown) == "table-row"
    assert "口径" in window.ask("document.querySelector('#figures tr.opened').innerText")
    assert window.ask("document.querySelector('#figures summary').tabIndex") == 0


def test_text_can_be_read_on_its_ground(window: Browser, pages: dict[str, Path]) -> None:
    """Contrast of at least 4.5 to 1 for every text, as WCAG 2 counts it."""
    for dark in (False, True):
        window.visit(pages["en"], 1280, dark=dark)
        assert window.ask(_CONTRAST) == []


def test_small_text_of_charts_can_be_read_on_a_phone(window: Browser, pages: dict[str, Path]) -> None:
    window.visit(pages["zh"], 375)
    heights = window.ask("[...document.querySelectorAll('svg.chart text')].map(t => t.getBoundingClientRect().height)")
    assert heights and min(heights) > 9


def test_the_page_prints_on_a4(window: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    window.visit(pages["zh"], 1280, dark=True)
    window.printed(tmp_path / "page.pdf")
    data = (tmp_path / "page.pdf").read_bytes()
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([0-9.]+)\s+([0-9.]+)\s*\]", data)
    assert 1 <= len(boxes) <= 5
    assert {(round(float(wide)), round(float(high))) for wide, high in boxes} == {(595, 842)}


_CONTRAST = """
(() => {
  const numbers = text => text.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = node => {
    for (let at = node; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const node of document.querySelectorAll('body *')) {
    const own = [...node.childNodes].some(child => child.nodeType === 3 && child.textContent.trim());
    if (!own || !node.getClientRects().length) continue;
    const style = getComputedStyle(node);
    const colour = numbers(node instanceof SVGElement ? style.fill : style.color);
    const [high, low] = [light(colour), light(ground(node))].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    const named = [node.tagName, node.getAttribute('class'), node.textContent.trim().slice(0, 20)];
    if (ratio < 4.5) bad.push([...named, ratio].join(' '));
  }
  return bad;
})()
"""
