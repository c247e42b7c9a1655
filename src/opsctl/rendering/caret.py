"""A line of text with a place in it underlined."""

from __future__ import annotations

from opsctl.rendering.clean import clean
from opsctl.rendering.formats.text import cells

_WIDTH, _BEFORE = 100, 40


def underlined(text: str, at: tuple[int, int]) -> tuple[str, str]:
    """The text as it may be printed, cut short where it is long, and the marks that go under it."""
    begin, end = at
    cut = max(begin - _BEFORE, 0) if len(text) > _WIDTH else 0
    stop = min(cut + _WIDTH, len(text))
    before = ("…" if cut else "") + clean(text[cut:begin])
    shown = before + clean(text[begin:stop]) + ("…" if stop < len(text) else "")
    return shown, " " * cells(before) + "^" * max(cells(clean(text[begin : min(end, stop)])), 1)
