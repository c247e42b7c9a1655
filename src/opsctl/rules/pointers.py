"""
Who names whom: every reference and every metric that a record names, as pairs of addresses.

Built on the two lists that the rules about references and metrics walk, so that `refs` and the checks cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from opsctl.diagnostics import Place
from opsctl.records import SCOPE_KINDS
from opsctl.records.dividing import key_metric
from opsctl.rules.metr.unknown_metric import named_metrics
from opsctl.rules.references import PLACE_KINDS, Reference, references
from opsctl.workspace import Loaded, Workspace

METRIC = "metric"
_OF_A_METRIC = ("numerator", "denominator")
# What a reference may stand for, where that is not a kind of its own.
_MEANS = {"scope": SCOPE_KINDS, "place": PLACE_KINDS, "child": PLACE_KINDS, "curve": ("calendar",)}


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place where one record names another, both by kind and id; other files have no kind, and their name as id.

    `written` is what stands there: an id, an address, or another name of a metric.
    """

    at: Place
    kind: str
    id: str
    to_kind: str
    to: str
    written: str


def pointers(workspace: Workspace) -> Iterator[Pointer]:
    """Every pointer, those of each file in the order they stand."""
    records = {record.file: record for record in workspace.records}
    for reference in references(workspace):
        yield from _of_reference(workspace, records.get(reference.at.file), reference)
    for record in workspace.records:
        for at, written in (*named_metrics(record), *_split_keys(record)):
            yield from _to_metric(workspace, record, at, written)
        if record.kind == METRIC:
            yield from _of_metric(workspace, record)
    for record in workspace.overlaid:
        for at, written in (*named_metrics(record), *_split_keys(record)):
            if at.file != record.file:
                yield from _to_metric(workspace, records[at.file], at, written)


def _of_reference(workspace: Workspace, record: Loaded | None, reference: Reference) -> Iterator[Pointer]:
    kind, id_ = (record.kind, record.id) if record else ("", reference.at.file)
    if reference.to == "record":
        to_kind, _, to = reference.id.partition(":")
        kinds: tuple[str, ...] = (to_kind,)
    else:
        kinds, to = _MEANS.get(reference.to, (reference.to,)), reference.id
    if reference.to == "curve":
        # A curve is a part of the calendar of the sheet's own year.
        to = id_.partition("/")[0]
    for each in kinds:
        if workspace.exists(each, to):
            yield Pointer(reference.at, kind, id_, each, to, reference.id)


def _to_metric(workspace: Workspace, record: Loaded, at: Place, written: str) -> Iterator[Pointer]:
    metric = workspace.metric_id(written)
    if metric is not None:
        yield Pointer(at, record.kind, record.id, METRIC, metric, written)


def _split_keys(record: Loaded) -> Iterator[tuple[Place, str]]:
    """The goals that splits are weighed by: `by: goal visitors` names its metric in a part of the text."""
    for written, goal in record.data.goals.items() if record.kind == "target" else ():
        by = goal.split.by if goal.split is not None else None
        if by is not None and (named := key_metric(by)) is not None:
            place = record.at("goals", written, "split", "by")
            yield replace(place, part=(len(by) - len(named), len(by))), named


def _of_metric(workspace: Workspace, record: Loaded) -> Iterator[Pointer]:
    for key in _OF_A_METRIC:
        written = getattr(record.data, key)
        if written is not None:
            yield from _to_metric(workspace, record, record.at(key), written)
    for part in record.data.parts or ():
        yield from _to_metric(workspace, record, record.at("parts", part, key=True), part)
