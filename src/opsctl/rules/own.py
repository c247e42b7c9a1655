"""
The rules of a team's own, `rules/<id>.yaml`: read, judged, and run beside the built-in ones.

A record passes where `require` is true and where it cannot be answered because something is missing: what has to be
there is asked for with `exists`. A rule that cannot be read or answered reports nothing but itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from opsctl.asking import Link, Question, Steps, Trouble, World, allowance, condition, path_of, question
from opsctl.asking.template import Template, filled, template
from opsctl.diagnostics import Message, Place, Problem, message
from opsctl.rules.pointers import pointers
from opsctl.workspace import Loaded, Workspace

# Letters of built-in codes, and of those that are to come.
RESERVED = (
    "FILE", "REF", "ORG", "METR", "GOAL", "CAL", "EXC", "PLAN", "REV", "REVIEW", "DATA", "REPO", "PRIV", "SEC",
    "PROD", "PRICE", "PROMO", "ROLE", "FEE", "APPR", "SRC",
)  # fmt: skip
LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Judged:
    """What a rule found, or what is wrong with the rule itself."""

    findings: tuple[Problem, ...] = ()
    flaws: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A rule whose expressions can all be read."""

    record: Loaded
    where: Question | None
    require: Question
    says: Mapping[str, Template]
    at: tuple[str | int, ...]


class _Unusable(Exception):
    """Leaves the work on one rule, with what is wrong with it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*(problem.message.id for problem in problems))
        self.problems = problems


def world_of(workspace: Workspace) -> World:
    """The workspace as expressions ask about it."""
    return World(workspace, _links)


def _links(workspace: Workspace) -> Iterator[tuple[Link, Link]]:
    for each in pointers(workspace):
        if each.kind:
            yield Link(each.kind, each.id), Link(each.to_kind, each.to)


@lru_cache(maxsize=8)
def judged(workspace: Workspace) -> Mapping[str, Judged]:
    """Every rule of the team's own, read and put to every record it selects; all share one allowance of steps."""
    world, steps = world_of(workspace), allowance(len(workspace.records))
    return {id_: _judge(record, world, steps) for id_, record in workspace.all("rule").items()}


def _judge(record: Loaded, world: World, steps: Steps) -> Judged:
    flaws = tuple(_flaws(record, world.workspace))
    if flaws:
        return Judged(flaws=flaws)
    try:
        rule = _read(record)
        asked = world.workspace.all(record.data.select).values()
        return Judged(tuple(problem for each in asked for problem in _asked(rule, each, world, steps)))
    except _Unusable as unusable:
        return Judged(flaws=unusable.problems)


def _flaws(record: Loaded, workspace: Workspace) -> Iterator[Problem]:
    code, place = record.data.code, record.at("code")
    if code.rstrip("0123456789") in RESERVED:
        yield Problem(place, message("rules.own_code_reserved", code=code))
    first = next(each for each in workspace.all("rule").values() if each.data.code == code)
    if first.id != record.id:
        said = message("rules.own_code_twice", code=code)
        yield Problem(place, said, ((first.at("code"), message("rules.own_code_first")),))


def _read(record: Loaded) -> _Read:
    """Read every expression of a rule; what cannot be read is told all at once."""
    data, kind = record.data, record.data.select
    where = question(data.where, kind) if data.where is not None else None
    require = question(data.require, kind)
    says = {lang: template(data.message.in_(lang), kind) for lang in LANGUAGES}
    at = path_of(data.at) if data.at is not None else ()
    places = {"where": where, "require": require, "at": at}
    found: list[tuple[Place, object]] = [(record.at(key), part) for key, part in places.items()]
    found += [(_message_place(record, lang), part) for lang, part in says.items()]
    troubles = [_problem(place, part) for place, part in found if isinstance(part, Trouble)]
    if troubles or isinstance(where, Trouble) or isinstance(require, Trouble) or isinstance(at, Trouble):
        raise _Unusable(*dict.fromkeys(troubles))
    return _Read(record, where, require, {lang: part for lang, part in says.items() if isinstance(part, tuple)}, at)


def _message_place(record: Loaded, lang: str) -> Place:
    """One text may serve both languages."""
    said = record.data.message
    return record.at("message") if said.zh == said.en else record.at("message", lang)


def _problem(place: Place, trouble: Trouble, asked: Loaded | None = None) -> Problem:
    related = ((asked.at(), message("rules.own_asked_here")),) if asked else ()
    return Problem(Place(place.file, place.path, part=trouble.at), trouble.said, related)


def _asked(rule: _Read, record: Loaded, world: World, steps: Steps) -> Iterator[Problem]:
    link = Link(record.kind, record.id)
    if rule.where is not None and not _holds(rule, "where", rule.where, record, world, steps):
        return
    if _holds(rule, "require", rule.require, record, world, steps) is False:
        yield Problem(record.at(*rule.at), _said(rule, record, link, world, steps))


def _holds(rule: _Read, key: str, asked: Question, record: Loaded, world: World, steps: Steps) -> bool | None:
    found = condition(asked, Link(record.kind, record.id), world, steps)
    if isinstance(found, Trouble):
        raise _Unusable(_problem(rule.record.at(key), found, record))
    return found


def _said(rule: _Read, record: Loaded, link: Link, world: World, steps: Steps) -> Message:
    words = {}
    for lang, parts in rule.says.items():
        found = filled(parts, link, world, steps, lang)
        if isinstance(found, Trouble):
            raise _Unusable(_problem(_message_place(rule.record, lang), found, record))
        words[lang] = found
    return message("rules.own", **words)
