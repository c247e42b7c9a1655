"""What the data gate cannot ask of a source: a warehouse has no files, so nothing can be said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opsctl.diagnostics import Message, message
from opsctl.reviewing.gate import gap, header, overlap, repeated, stale
from opsctl.reviewing.gate.evidence import Evidence

# Exports that give the same days; of the two others only what needs rows side by side, or columns nobody maps.
_OF_FILES = (overlap.CODE, header.CODE, repeated.CODE)
_OF_DAYS = (stale.CODE, gap.CODE)


@dataclass(frozen=True, slots=True)
class Unasked:
    """A source with the codes of checks that cannot be asked of it, at least in part, and why."""

    source: str
    checks: tuple[str, ...]
    message: Message


def unasked(evidence: Evidence) -> Iterator[Unasked]:
    """Yield what cannot be asked of the warehouses that feed the scopes; what is not named here was asked."""
    for source in evidence.sources():
        if source.data.connection is None:
            continue
        said = message("warehouse.unasked", overlap=overlap.CODE, header=header.CODE, repeated=repeated.CODE)
        yield Unasked(source.id, _OF_FILES, said)
        if source.data.day is None or source.data.member is not None:
            yield Unasked(source.id, _OF_DAYS, message("warehouse.unasked_days", stale=stale.CODE, gap=gap.CODE))
