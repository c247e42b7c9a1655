"""The sentences in which the data gate speaks, in a review as in its own answer."""

from __future__ import annotations

from opsctl.diagnostics import Severity
from opsctl.locales import say, tell
from opsctl.rendering.names import scope_name
from opsctl.rendering.sheet import Block
from opsctl.reviewing.gate.doubt import Objection
from opsctl.reviewing.gate.judgement import Judgement
from opsctl.workspace import Workspace

_SHOWN = 6


def verdict(workspace: Workspace, judgement: Judgement, lang: str) -> str:
    """In one sentence whether the numbers may be judged."""
    errors, warnings = judgement.count(Severity.ERROR), judgement.count(Severity.WARNING)
    if errors:
        return say(lang, "gate.refused", errors=f"{errors}", warnings=f"{warnings}")
    if warnings:
        return say(lang, "gate.doubtful", warnings=f"{warnings}")
    if judgement.objections:
        return say(lang, "gate.told", notes=f"{len(judgement.objections)}")
    stores = {judgement.scope, *(store.id for store in workspace.stores_under(judgement.scope))}
    feeding = sum(bool(stores & set(each.data.store.scopes)) for each in workspace.all("source").values())
    return say(lang, "gate.clean", sources=f"{feeding}") if feeding else say(lang, "gate.no_sources")


def line(each: Objection, workspace: Workspace, lang: str) -> str:
    """One objection as a line: severity, store and file, what is wrong, which check says so."""
    severity, place = say(lang, f"review.severity_{each.severity}"), where(each, workspace, lang)
    words = {"severity": severity, "what": tell(lang, each.doubt.message), "code": each.code, "name": each.name}
    return say(lang, "gate.line", where=place, **words) if place else say(lang, "gate.line_whole", **words)


def objections_block(judgement: Judgement, workspace: Workspace, lang: str) -> Block:
    """The gate at the top of a review: the worst objections, and how to see the others."""
    loud = sorted(judgement.objections, key=lambda each: (-each.severity.rank, each.order))
    lines = tuple(line(each, workspace, lang) for each in loud[:_SHOWN])
    more = len(loud) - len(lines)
    notes = (say(lang, "gate.more", count=f"{more}", period=judgement.period.label),) if more else ()
    return Block(say(lang, "gate.title_review"), lines=lines, notes=notes, name="objections")


def where(each: Objection, workspace: Workspace, lang: str) -> str:
    """Which file and store an objection is about; empty where it is a whole source."""
    parts = (each.doubt.file, scope_name(workspace, each.doubt.scope, lang) if each.doubt.scope else "")
    return " · ".join(part for part in parts if part)
