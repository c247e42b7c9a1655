"""
Which finding is which, however the lines and lists around it move.

A baseline, a comparison with another revision and the pages of a code host all have to know a finding again. A line
number changes with every edit above it, so a fingerprint is made of the rule, the record, the route of keys (an item
of a list by its own id where it has one) and what was said; equal ones are counted in the order they stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from opsctl.diagnostics import Diagnostic, Place
from opsctl.workspace import Workspace

# By what people tell the items of a list apart, the most telling first.
_NAMES = ("id", "role", "line", "metric", "action")


def fingerprinted(diagnostics: Iterable[Diagnostic], workspace: Workspace) -> tuple[Diagnostic, ...]:
    """The same diagnostics, each with its fingerprint."""
    records = {record.file: record.data for record in workspace.records}
    seen: Counter[tuple[str, ...]] = Counter()
    stamped = []
    for found in diagnostics:
        at = found.problem.at
        who = (found.code, at.file, *_route(at, records.get(at.file)), at.on, found.problem.message.id)
        seen[who] += 1
        stamped.append(replace(found, fingerprint=_digest((*who, str(seen[who])))))
    return tuple(stamped)


def _route(at: Place, data: Any) -> Iterator[str]:
    """The steps of a place as text, list positions replaced by what the item is called."""
    here = data
    for step in at.path:
        here = _below(here, step)
        yield _called(here, step) if isinstance(step, int) else str(step)


def _below(here: Any, step: str | int) -> Any:
    if isinstance(here, dict):
        return here.get(step)
    if isinstance(step, int):
        return here[step] if isinstance(here, tuple) and step < len(here) else None
    # `from` is a word of Python's, so models call it otherwise.
    return getattr(here, step, None) or getattr(here, f"{step}_", None)


def _called(item: Any, position: int) -> str:
    if isinstance(item, str):
        return item
    return next((str(name) for key in _NAMES if (name := getattr(item, key, None))), f"#{position}")


def _digest(parts: tuple[str, ...]) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
