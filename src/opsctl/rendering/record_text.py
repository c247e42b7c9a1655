"""What `list KIND` and `show ID` answer, for a terminal and as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from opsctl.locales import listed, say
from opsctl.records.person import Held
from opsctl.rendering.console import render
from opsctl.rendering.names import scope_name
from opsctl.rendering.numbers import NOTHING, percent
from opsctl.rendering.record_columns import cells
from opsctl.rendering.record_tree import Tree, metric_tree, tree, tree_lines
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.workspace import Workspace


class Listed(Protocol):
    """The records of one kind, and those that could not be read."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def kind(self) -> str: ...
    @property
    def ids(self) -> Sequence[str]: ...
    @property
    def unreadable(self) -> Sequence[str]: ...
    @property
    def where(self) -> str: ...


class Shown(Protocol):
    """One record; a metric may stand in the built-in dictionary only."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> str: ...


def list_text(result: Listed, lang: str, *, width: int = 0) -> str:
    """The records of a kind, one a row."""
    rows = [cells(result.workspace, result.kind, id_, lang) for id_ in result.ids]
    found = {head: tuple(row[head] for row in rows) for head in (rows[0] if rows else ())}
    columns = tuple(
        Column(say(lang, f"numbers.{head}"), texts, right=all(text.isdigit() for text in texts))
        for head, texts in found.items()
    )
    broken = [say(lang, "numbers.unreadable", ids=listed(result.unreadable, lang))] if result.unreadable else []
    none = () if rows else (say(lang, "numbers.none_chosen" if result.where else "numbers.none_of_kind"),)
    block = Block("", columns, notes=tuple(broken))
    sheet = Sheet(say(lang, f"numbers.kind_{result.kind}"), f"{len(rows)}", none, (block,) if rows or broken else ())
    return render(*sheet_parts(sheet), width=width)


def show_text(result: Shown, lang: str, *, width: int = 0) -> str:
    """One record: what it says and where it stands."""
    said = _data(result.workspace, result.kind, result.id, lang)
    blocks = [Block(say(lang, "numbers.record"), lines=tuple(tree_lines(said)), bullet="")]
    lines = tuple(_place(result, lang))
    if lines:
        blocks.append(Block(say(lang, "numbers.place"), lines=lines))
    holders = _holders(result)
    if holders:
        blocks.append(Block(say(lang, "numbers.people"), tuple(_people(result.workspace, holders, lang))))
    record = result.workspace.get(result.kind, result.id)
    sheet = Sheet(f"{result.kind}:{result.id}", record.file if record else "", blocks=tuple(blocks))
    return render(*sheet_parts(sheet), width=width)


def list_json(result: Listed) -> Tree:
    """The records of a kind with all they say."""
    records: list[Tree] = [{"id": id_, **_data(result.workspace, result.kind, id_)} for id_ in result.ids]
    return {"kind": result.kind, "records": records, "unreadable": list(result.unreadable)}


def show_json(result: Shown) -> Tree:
    """One record with what it says, and for a scope what stands above, below and beside it."""
    workspace, id_ = result.workspace, result.id
    record = workspace.get(result.kind, id_)
    found: dict[str, Tree] = {"kind": result.kind, "id": id_, "file": record.file if record else None}
    found["record"] = _data(workspace, result.kind, id_)
    if result.kind in ("team", "store"):
        found["above"] = list(workspace.above(id_))
        found["children"] = [child.id for child in workspace.children(id_)]
        found["target_sheets"] = list(_sheets(workspace, id_))
    if result.kind in ("team", "store", "role"):
        found["people"] = [{"person": person, "held": tree(held)} for person, held in _holders(result)]
    return found


def _data(workspace: Workspace, kind: str, id_: str, lang: str = "") -> dict[str, Tree]:
    if kind == "metric":
        return metric_tree(workspace.metrics[id_], lang)
    found = tree(workspace.all(kind)[id_].data, lang)
    assert isinstance(found, dict)
    return found


def _place(result: Shown, lang: str) -> Iterator[str]:
    workspace, id_ = result.workspace, result.id
    if result.kind not in ("team", "store"):
        return
    chain = [f"{scope_name(workspace, above, lang)} ({above})" for above in workspace.above(id_)]
    yield say(lang, "numbers.above", chain=" > ".join(chain)) if chain else say(lang, "numbers.at_the_top")
    children = [f"{child.data.name.in_(lang)} ({child.id})" for child in workspace.children(id_)]
    if children:
        yield say(lang, "numbers.below", children=listed(children, lang))
    sheets = _sheets(workspace, id_)
    yield say(lang, "numbers.sheets", files=listed(sheets, lang)) if sheets else say(lang, "numbers.no_sheet")


def _sheets(workspace: Workspace, scope: str) -> tuple[str, ...]:
    found = (workspace.sheet(scope, year) for year in workspace.years())
    return tuple(sheet.file for sheet in found if sheet is not None)


def _holders(result: Shown) -> list[tuple[str, Held]]:
    """Who holds a role at a team or store, or holds that role anywhere."""
    if result.kind not in ("team", "store", "role"):
        return []
    return [
        (person.id, held)
        for person in result.workspace.all("person").values()
        for held in person.data.roles
        if (held.role if result.kind == "role" else held.at) == result.id
    ]


def _people(workspace: Workspace, holders: list[tuple[str, Held]], lang: str) -> Iterator[Column]:
    def column(head: str, cell: Callable[[Held], str]) -> Column:
        return Column(say(lang, f"numbers.{head}"), tuple(cell(held) for _, held in holders), right=head == "fte")

    names = tuple(f"{scope_name(workspace, person, lang)} ({person})" for person, _ in holders)
    yield Column(say(lang, "numbers.person"), names, right=False)
    yield column("role", lambda held: held.role)
    yield column("at", lambda held: held.at)
    yield column("from", lambda held: held.from_.isoformat())
    yield column("until", lambda held: held.until.isoformat() if held.until else NOTHING)
    yield column("fte", lambda held: percent(held.fte, 0))
