"""Elements of SVG as text, escaped on their way; one place rounds coordinates, so the same chart is the same bytes."""

from __future__ import annotations

import unicodedata
from html import escape

from opsctl.rendering.harmless import harmless

Number = float | int
# A full-width character is as wide as the type is high; Latin letters and figures take a little more than half.
_NARROW = 0.56


def tag(name: str, /, *children: str, **attributes: str | Number | None) -> str:
    """An element; `class_` is written `class`, underscores become hyphens, and what is None is left out.

    Children are markup already: what people wrote comes in by `words` or as an attribute.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def words(text: str, x: Number, y: Number, class_: str = "", anchor: str | None = None) -> str:
    """Text at a place; `anchor` is start (where None), middle or end."""
    return tag("text", _escaped(text), x=x, y=y, class_=class_ or None, text_anchor=anchor)


def picture(name: str, title: str, told: str, width: Number, height: Number, *children: str) -> str:
    """A whole chart that grows with its place; `title` and what is `told` are read out instead of it."""
    return tag(
        "svg",
        tag("title", _escaped(title), id=f"{name}-title"),
        tag("desc", _escaped(told), id=f"{name}-desc"),
        *children,
        class_="chart",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        viewBox=f"0 0 {_number(width)} {_number(height)}",
        xmlns="http://www.w3.org/2000/svg",
    )


def ems(text: str) -> float:
    """About how wide a text is, in heights of its type."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WF" else _NARROW for char in text)


def clipped(text: str, room: float) -> str:
    """A text that fits into so many heights of its type, with an ellipsis where it was cut."""
    if ems(text) <= room:
        return text
    kept = text
    while kept and ems(kept) + 1 > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _escaped(text: str) -> str:
    return escape(harmless(text), quote=True)


def _value(value: str | Number) -> str:
    return escape(harmless(value), quote=True) if isinstance(value, str) else _number(value)


def _number(value: Number) -> str:
    """One place after the point, where it says something; never a negative zero."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
