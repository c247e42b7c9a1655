"""
The small expression language of `list --where` and of a team's own rules.

A text becomes a `Question` about records of one kind; asked of a record it gives a value. Both steps give a `Trouble`
with the place in the text instead of raising, cost a bounded number of steps, and touch nothing but the workspace.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from opsctl.asking.answer import Asked, Scope, answer, truth
from opsctl.asking.functions import FUNCTIONS, WORK
from opsctl.asking.grammar import parse, path_of
from opsctl.asking.names import root
from opsctl.asking.neighbours import World, followed
from opsctl.asking.reading import Reading, shape_of
from opsctl.asking.steps import Steps, allowance
from opsctl.asking.tree import Node
from opsctl.asking.trouble import Refused, Stretch, Trouble
from opsctl.asking.values import Link, Thing, Value, shown
from opsctl.asking.writing import written

__all__ = [
    "FUNCTIONS",
    "Link",
    "Question",
    "Steps",
    "Thing",
    "Trouble",
    "Value",
    "World",
    "allowance",
    "condition",
    "followed",
    "parse",
    "path_of",
    "question",
    "shown",
    "value",
    "written",
]


@dataclass(frozen=True, slots=True)
class Question:
    """An expression about records of one kind, whose names are all known."""

    kind: str
    node: Node
    homes: Mapping[Stretch, int]


def question(text: str, kind: str) -> Question | Trouble:
    """Read an expression about records of a kind."""
    node = parse(text)
    if isinstance(node, Trouble):
        return node
    reading = Reading((root(kind),))
    try:
        shape_of(node, reading)
    except Refused as refusal:
        return refusal.trouble
    return Question(kind, node, reading.homes)


def condition(asked: Question, link: Link, world: World, steps: Steps) -> bool | Trouble | None:
    """Ask whether it is true of a record; None where the record does not say."""
    try:
        return truth(asked.node, _surroundings(asked, link, world, steps))
    except Refused as refusal:
        return refusal.trouble


def value(asked: Question, link: Link, world: World, steps: Steps) -> Value | Trouble:
    """Ask for the value that an expression has for a record."""
    try:
        return answer(asked.node, _surroundings(asked, link, world, steps))
    except Refused as refusal:
        return refusal.trouble


def _surroundings(asked: Question, link: Link, world: World, steps: Steps) -> Asked:
    return Asked(world, steps, WORK, asked.homes, (Scope(followed(world, link)),))
