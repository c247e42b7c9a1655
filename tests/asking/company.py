"""The example company, asked."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from opsctl.asking import Link, Trouble, Value, World, allowance, question, value
from opsctl.loading.read import load
from opsctl.rules.own import world_of

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"


@cache
def company() -> World:
    """The example company."""
    return world_of(load(EXAMPLE).workspace)


def ask(address: str, text: str) -> Value | Trouble:
    """The value of an expression for a record, `kind:id`, or what is wrong."""
    kind, _, id_ = address.partition(":")
    asked = question(text, kind)
    if isinstance(asked, Trouble):
        return asked
    return value(asked, Link(kind, id_), company(), allowance(100))
