"""The data gate's judgement for a terminal, as data, and as Markdown for a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Protocol

from opsctl.diagnostics import Severity
from opsctl.locales import say, tell
from opsctl.rendering.console import render
from opsctl.rendering.exact_json import Json, period_json
from opsctl.rendering.gate_words import line, verdict, what, where
from opsctl.rendering.markdown_escape import Code, markdown
from opsctl.rendering.names import dated, scope_name
from opsctl.rendering.review_json import objections_json
from opsctl.rendering.sheet import Block, Sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.reviewing.gate.doubt import Objection
from opsctl.reviewing.gate.judgement import Judgement
from opsctl.workspace import Workspace

_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}
# By this line a program finds its own comment again.
_MARKER = "<!-- opsctl-actuals-check -->"


class Checked(Protocol):
    """A judgement, and the workspace whose names it speaks of."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def judgement(self) -> Judgement: ...


def gate_text(checked: Checked, lang: str, *, width: int = 0) -> str:
    """What is objected to, source by source, the worst first."""
    judgement = checked.judgement
    commands = tuple(f"opsctl explain {name}" for name in dict.fromkeys(_names(judgement)))[:3]
    sheet = Sheet(
        _title(checked, lang),
        say(lang, "gate.facts", day=f"{judgement.today}"),
        first=(verdict(checked.workspace, judgement, lang),),
        blocks=tuple(
            Block(
                source or say(lang, "gate.together"), lines=tuple(line(each, checked.workspace, lang) for each in some)
            )
            for source, some in _by_source(judgement)
        )
        + _unasked(judgement, lang),
        onward=say(lang, "gate.onward"),
        commands=commands,
    )
    return render(*sheet_parts(sheet), width=width)


def gate_markdown(checked: Checked, lang: str) -> str:
    """The same for a pull request; words out of files stay words."""
    lines = [_MARKER, f"### {markdown(_title(checked, lang))}", ""]
    lines += [markdown(verdict(checked.workspace, checked.judgement, lang))]
    for source, some in _by_source(checked.judgement):
        lines += ["", f"#### {markdown(Code(source)) if source else markdown(_headed(source, lang))}", ""]
        lines += [_item(each, checked.workspace, lang) for each in some]
    if checked.judgement.unasked:
        lines += ["", f"#### {say(lang, 'warehouse.unasked_title')}", ""]
    for each in checked.judgement.unasked:
        lines.append(f"- {markdown(Code(each.source))}: {markdown(tell(lang, each.message))}")
    return "\n".join(lines) + "\n"


def gate_json(checked: Checked) -> Json:
    """The judgement as data; messages by id, as in every command's JSON."""
    judgement = checked.judgement
    return {
        "scope": judgement.scope,
        "period": period_json(judgement.period),
        "today": f"{judgement.today}",
        "worst": None if judgement.worst is None else str(judgement.worst),
        "objections": objections_json(judgement.objections),
        "unasked": [
            {
                "source": each.source,
                "checks": list(each.checks),
                "message": {"id": each.message.id, "params": dict(each.message.params)},
            }
            for each in judgement.unasked
        ],
    }


def _title(checked: Checked, lang: str) -> str:
    judgement = checked.judgement
    scope = scope_name(checked.workspace, judgement.scope, lang)
    return say(lang, "gate.title", scope=scope, period=dated(judgement.period, lang))


def _unasked(judgement: Judgement, lang: str) -> tuple[Block, ...]:
    """What could not be asked of a source, where there is anything."""
    lines = tuple(f"{each.source}: {tell(lang, each.message)}" for each in judgement.unasked)
    return (Block(say(lang, "warehouse.unasked_title"), lines=lines),) if lines else ()


def _headed(source: str, lang: str) -> str:
    return source or say(lang, "gate.together")


def _item(each: Objection, workspace: Workspace, lang: str) -> str:
    place, words = where(each, workspace, lang), markdown(what(each, workspace, lang))
    said = f"{markdown(place)}: {words}" if place else words
    return (
        f"- {_SIGNS[each.severity]} {say(lang, f'review.severity_{each.severity}')} · `{each.code}` {each.name}: {said}"
    )


def _names(judgement: Judgement) -> Iterator[str]:
    return (each.name for each in sorted(judgement.objections, key=lambda each: -each.severity.rank))


def _by_source(judgement: Judgement) -> list[tuple[str, list[Objection]]]:
    """Objections by source, that with the worst first."""
    groups = [
        (source, list(some)) for source, some in groupby(judgement.objections, key=lambda each: each.doubt.source)
    ]
    return sorted(groups, key=lambda group: (-max(each.severity.rank for each in group[1]), group[0]))
