"""The shipped adapters for a person: a table of them, one in full, and all of them as a handbook page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from opsctl.locales import say
from opsctl.metrics import BUILTIN
from opsctl.rendering.console import render
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts

_ALIAS = re.compile(r"[^\W\d]\w*")
_MINUS = "−"


@dataclass(frozen=True, slots=True)
class Adapter:
    """One adapter: its id, name and remarks in a language, and what it says as it is written."""

    id: str
    name: str
    about: str
    says: Mapping[str, Any]


def adapters_text(adapters: tuple[Adapter, ...], lang: str, *, width: int = 0) -> str:
    """Every adapter in one line."""
    columns = (
        Column(say(lang, "sourcing.adapter"), tuple(one.id for one in adapters), right=False),
        Column(say(lang, "sourcing.export"), tuple(one.name for one in adapters), right=False),
        Column(say(lang, "sourcing.metrics"), tuple(f"{len(one.says['metrics'])}" for one in adapters)),
    )
    sheet = Sheet(say(lang, "sourcing.adapters"), f"{len(adapters)}", (), (Block("", columns),))
    return render(*sheet_parts(sheet), width=width)


def adapter_text(adapter: Adapter, lang: str) -> str:
    """One adapter in full."""
    lines = [f"{adapter.id} · {adapter.name}", "", adapter.about, ""]
    lines += _facts(adapter, lang)
    lines += ["", *(f"{name} ({id_}) = {parts}" for id_, name, parts in _metrics(adapter, lang))]
    return "\n".join(lines)


def adapters_page(adapters: tuple[Adapter, ...], lang: str) -> str:
    """All adapters as a page of the handbook."""
    lines = [f"# {say(lang, 'sourcing.page.title')}", "", say(lang, "sourcing.page.intro"), ""]
    lines += [f"| {say(lang, 'sourcing.adapter')} | {say(lang, 'sourcing.export')} |", "|---|---|"]
    lines += [f"| [{one.id}](#{one.id}) | {one.name} |" for one in adapters]
    for one in adapters:
        lines += [
            "",
            f"## {one.id}",
            "",
            f"**{one.name}.** {one.about}" if lang == "en" else f"**{one.name}。**{one.about}",
        ]
        lines += ["", *(f"- {fact}" for fact in _facts(one, lang))]
        lines += ["", f"| {say(lang, 'sourcing.metric')} | {say(lang, 'sourcing.from')} |", "|---|---|"]
        lines += [f"| {name} `{id_}` | {_cell(parts)} |" for id_, name, parts in _metrics(one, lang)]
    return "\n".join(lines) + "\n"


def adapters_json(adapters: tuple[Adapter, ...]) -> list[dict[str, object]]:
    """The adapters as data."""
    return [{"id": one.id, "name": one.name, "about": one.about, "says": one.says} for one in adapters]


def _facts(adapter: Adapter, lang: str) -> Iterator[str]:
    """What one row is, whose values they are, where the day stands, and how money counts."""
    says = adapter.says
    grain = "period" if "period" in says else f"{says.get('grain', 'days')}"
    yield say(lang, f"sourcing.grain.{grain}")
    for dimension in says.get("dimension", {}):
        yield say(lang, "sourcing.dimension", dimension=dimension)
    when = says.get("period", says.get("day"))
    where = next(iter(when)) if isinstance(when, Mapping) else "column"
    shown = _titles(says["columns"][when]) if where == "column" else f"{when[where]}"
    yield say(lang, f"sourcing.{'period' if 'period' in says else 'when'}.{where}", shown=shown)
    money = says.get("money")
    if money is not None:
        words = [say(lang, f"sourcing.basis.{money['basis']}"), say(lang, f"sourcing.tax.{money['tax']}")]
        words += [say(lang, f"sourcing.shipping.{money['shipping']}")] if "shipping" in money else []
        currency = [f"{says['currency']}"] if "currency" in says else []
        yield say(lang, "sourcing.money", words=say(lang, "sourcing.and").join([*words, *currency]))


def _metrics(adapter: Adapter, lang: str) -> Iterator[tuple[str, str, str]]:
    """Each metric's id and name, and how it is made of the export's columns."""
    columns = adapter.says["columns"]
    for id_, measure in adapter.says["metrics"].items():
        made = f"{measure.get('sum') or measure['count_distinct']}"
        signs = made.replace("*", "×").replace("-", _MINUS)
        shown = _ALIAS.sub(lambda found: _titles(columns[found[0]]), signs)
        if "count_distinct" in measure:
            shown = say(lang, "sourcing.counted", column=shown)
        if "of" in measure:
            shown = say(lang, "sourcing.of", column=shown, rows=measure["of"])
        yield id_, BUILTIN[id_].name(lang), shown


def _titles(column: Any) -> str:
    """The titles under which a column may stand."""
    header = column["header"] if isinstance(column, Mapping) else column
    return header if isinstance(header, str) else " / ".join(header)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
