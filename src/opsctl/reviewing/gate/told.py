"""From what reading found to doubts: each kind of trouble belongs to one check, and none is lost."""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.reviewing.facts import Trouble
from opsctl.reviewing.gate.doubt import Doubt
from opsctl.reviewing.gate.evidence import Evidence


def told(evidence: Evidence, kinds: frozenset[str]) -> Iterator[Doubt]:
    """Yield the troubles of some kinds as they were put, at the severity that reading gave them."""
    return (_doubt(trouble) for trouble in evidence.troubles() if kind_of(trouble) in kinds)


def told_otherwise(evidence: Evidence, kinds: frozenset[str]) -> Iterator[Doubt]:
    """Yield the troubles of all other kinds."""
    return (_doubt(trouble) for trouble in evidence.troubles() if kind_of(trouble) not in kinds)


def kind_of(trouble: Trouble) -> str:
    """The kind a trouble says it is of, else what its sentence is called."""
    return trouble.kind or trouble.message.id.rpartition(".")[2].replace("_", "-")


def _doubt(trouble: Trouble) -> Doubt:
    return Doubt(trouble.message, trouble.source, file=trouble.file, severity=trouble.severity)
