"""Titles of columns: when two are the same, what each column of a header is called, and how two rows become one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import normalize

# What exports put behind a metric to compare it; such a title means nothing without the metric before it.
_COMPARISON = re.compile(
    r"(同比|环比|较|比上|变化|增幅|涨幅|增长|上期|上周期|去年同期|%?change|[%δ△]|yoy|mom|wow|vs\.?|previous)"
)
_MARKS = "'\ufeff\t"


@lru_cache(maxsize=1 << 15)
def same(title: str) -> str:
    """The form in which titles are compared: NFKC, without blanks, case-folded."""
    return "".join(normalize("NFKC", title).split()).casefold()


def trimmed(title: str) -> str:
    """A title without blanks and marks around it, and on one line."""
    return " ".join(title.strip().strip(_MARKS).split())


def joined(upper: Sequence[str], lower: Sequence[str], wanted: frozenset[str]) -> list[str]:
    """
    Titles of two rows in one: `upper / lower`, where a merged upper title stands for the blank cells behind it.

    A lower title that a mapping asks for and that stands once keeps its own name.
    """
    width = max(len(upper), len(lower))
    tops = [trimmed(title) for title in (*upper, *[""] * (width - len(upper)))]
    bottoms = [trimmed(title) for title in (*lower, *[""] * (width - len(lower)))]
    count = Counter(same(bottom) for bottom in bottoms)
    titles = []
    above = ""
    for top, bottom in zip(tops, bottoms, strict=True):
        above = top or (above if bottom else "")
        alone = not above or (same(bottom) in wanted and count[same(bottom)] == 1)
        titles.append(bottom if bottom and alone else f"{above} / {bottom}" if bottom else above)
    return titles


def distinct(titles: Sequence[str], wanted: Iterable[str]) -> tuple[str, ...]:
    """
    One name for each column: the mapping's spelling where it asks for the title, `#3` for a column without one.

    A comparison that repeats after every metric carries the metric's name (`支付金额 同比`); any other title that
    repeats gets ` #2`, and the first of them ` #1` where a mapping calls it so.
    """
    spelled = {same(title): title for title in wanted}
    plain = _compared([trimmed(title) for title in titles])
    total = Counter(same(title) for title in plain)
    seen: Counter[str] = Counter()
    names: list[str] = []
    for at, title in enumerate(plain, 1):
        key = same(title)
        seen[key] += 1
        if not title:
            name = f"#{at}"
        elif total[key] > 1 and (seen[key] > 1 or same(f"{title} #1") in spelled):
            name = f"{title} #{seen[key]}"
        else:
            name = title
        names.append(spelled.get(same(name), name))
    return tuple(names)


def ambiguous(titles: Sequence[str], wanted: Iterable[str]) -> list[str]:
    """The titles that a mapping asks for by a name which several columns have, without saying which one."""
    total = Counter(same(title) for title in _compared([trimmed(title) for title in titles]))
    asked = {same(title): title for title in wanted}
    return sorted(
        title
        for key, title in asked.items()
        if total[key] > 1 and not any(f"{key}#{number}" in asked for number in range(1, total[key] + 1))
    )


def _compared(titles: list[str]) -> list[str]:
    """Put a metric's name before each comparison that repeats."""
    total = Counter(same(title) for title in titles)
    named = []
    metric = ""
    for title in titles:
        if title and _COMPARISON.match(same(title)) and total[same(title)] > 1:
            named.append(f"{metric} {title}".strip())
        else:
            metric = title
            named.append(title)
    return named
