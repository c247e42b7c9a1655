"""What `refs ID` answers, for a terminal and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from opsctl.diagnostics import Span
from opsctl.locales import say
from opsctl.rendering.console import render
from opsctl.rendering.numbers import NOTHING
from opsctl.rendering.record_tree import Tree
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts

_TOUCHED = ("metrics", "sheets", "cells", "plans", "reviews")


class Arrow(Protocol):
    """One end of a reference, and where it is written."""

    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def span(self) -> Span: ...
    @property
    def key(self) -> str: ...


class Touched(Protocol):
    """What a change may reach."""

    @property
    def metrics(self) -> tuple[str, ...]: ...
    @property
    def sheets(self) -> tuple[str, ...]: ...
    @property
    def cells(self) -> tuple[str, ...]: ...
    @property
    def plans(self) -> tuple[str, ...]: ...
    @property
    def reviews(self) -> tuple[str, ...]: ...


class Around(Protocol):
    """A record among the others."""

    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def file(self) -> str | None: ...
    @property
    def incoming(self) -> Sequence[Arrow]: ...
    @property
    def outgoing(self) -> Sequence[Arrow]: ...
    @property
    def touched(self) -> Touched: ...


def refs_text(found: Around, lang: str, *, width: int = 0) -> str:
    """Who points here, to whom this points, and what a change would touch."""
    blocks = (
        _arrows("refs_from", "refs_from_none", found.incoming, lang),
        _arrows("refs_to", "refs_to_none", found.outgoing, lang),
        Block(say(lang, "numbers.refs_touched"), lines=tuple(_touched(found.touched, lang)), bullet=""),
    )
    sheet = Sheet(f"{found.kind}:{found.id}", found.file or "", blocks=blocks)
    return render(*sheet_parts(sheet), width=width)


def refs_json(found: Around) -> Tree:
    """The same as data."""
    return {
        "kind": found.kind,
        "id": found.id,
        "file": found.file,
        "from": [_arrow(each) for each in found.incoming],
        "to": [_arrow(each) for each in found.outgoing],
        "touches": {part: list(getattr(found.touched, part)) for part in _TOUCHED},
    }


def _arrow(arrow: Arrow) -> Tree:
    """Other files than records have no kind."""
    return {
        "kind": arrow.kind or None,
        "id": arrow.id,
        "file": arrow.file,
        "line": arrow.span.line,
        "column": arrow.span.column,
        "key": arrow.key or None,
    }


def _arrows(title: str, none: str, arrows: Sequence[Arrow], lang: str) -> Block:
    head = f"{say(lang, f'numbers.{title}')} ({len(arrows)})"
    if not arrows:
        return Block(head, notes=(say(lang, f"numbers.{none}"),))
    records = tuple(f"{each.kind}:{each.id}" if each.kind else each.id for each in arrows)
    columns = (
        Column(say(lang, "numbers.refs_record"), records, right=False),
        Column(say(lang, "numbers.refs_key"), tuple(each.key or NOTHING for each in arrows), right=False),
        Column(say(lang, "numbers.refs_place"), tuple(_place(each) for each in arrows), right=False),
    )
    return Block(head, columns)


def _place(arrow: Arrow) -> str:
    return f"{arrow.file}:{arrow.span.line}:{arrow.span.column}"


def _touched(found: Touched, lang: str) -> Iterator[str]:
    """One line for each sort of thing, its names below it."""
    parts = [(part, getattr(found, part)) for part in _TOUCHED]
    for part, names in parts:
        if names:
            yield f"{say(lang, f'numbers.touched_{part}')} ({len(names)})"
            yield from (f"  {name}" for name in names)
    if not any(names for _, names in parts):
        yield say(lang, "numbers.touched_none")
