"""The sentences in which the data gate speaks, in a review as in its own answer."""

from __future__ import annotations

from opsctl.diagnostics import Listed, Message, Severity
from opsctl.locales import say, tell
from opsctl.rendering.names import metric_name, scope_name
from opsctl.rendering.sheet import Block
from opsctl.reviewing.gate.doubt import Objection
from opsctl.reviewing.gate.judgement import Judgement
from opsctl.workspace import Workspace

_SHOWN = 6
# What a sentence calls the metrics and the scopes it speaks of; programs read their ids.
_METRICS = ("metric", "metrics", "part", "whole")
_SCOPES = ("scope", "first", "second", "other")


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
    words = {"severity": severity, "what": what(each, workspace, lang), "code": each.code, "name": each.name}
    return say(lang, "gate.line", where=place, **words) if place else say(lang, "gate.line_whole", **words)


def what(each: Objection, workspace: Workspace, lang: str) -> str:
    """What is wrong, metrics and stores by their names."""
    said = each.doubt.message
    named = tuple((name, _named(name, value, workspace, lang)) for name, value in said.params)
    return tell(lang, Message(said.id, named))


def _named(name: str, value: str, workspace: Workspace, lang: str) -> str:
    if name in _METRICS:
        words = value.words if isinstance(value, Listed) else (value,)
        names = [_metric(word, workspace, lang) for word in words]
        return Listed(names, value.between) if isinstance(value, Listed) else names[0]
    return scope_name(workspace, value, lang) if name in _SCOPES else value


def _metric(word: str, workspace: Workspace, lang: str) -> str:
    # Behind the last of several that are shown stands how many there are.
    id_, mark, more = word.partition(" …")
    return metric_name(workspace, id_, lang) + mark + more


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
