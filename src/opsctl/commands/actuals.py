"""`actuals show` and `actuals check`: what happened, cut in any way, and whether it may be judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from opsctl.commands.actual_facts import read_actuals, refuse_no_folder
from opsctl.commands.check import errors_of
from opsctl.commands.targets import metric_named, period_named, scope_named
from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.period import Period, period_of, year
from opsctl.reviewing.actuals.slices import DIMENSIONS, SPANS
from opsctl.reviewing.actuals.table import ActualTable, actual_table
from opsctl.reviewing.gate.judgement import Judgement, judged
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ShownActuals:
    """A table of actual values; `snapshots` names the sources whose files are not here."""

    workspace: Workspace
    table: ActualTable
    snapshots: tuple[str, ...] = ()
    errors: int = 0


@dataclass(frozen=True, slots=True)
class CheckedActuals:
    """What the data gate says of a scope and period."""

    workspace: Workspace
    judgement: Judgement
    snapshots: tuple[str, ...] = ()
    errors: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """Where actual values come from: a folder to look in first, and whether only snapshots count."""

    data: Path | None = None
    snapshot: bool = False


def show_actuals(
    root: Path,
    asked: str,
    scope: str | None,
    by: Sequence[str],
    metrics: Sequence[str],
    today: date,
    reading: Reading,
) -> ShownActuals:
    """Actual values of a scope, the top one if none is named, cut by some dimensions."""
    refuse_no_folder(reading.data)
    loaded = load(root)
    workspace = loaded.workspace
    period, owner = period_named(workspace, asked), scope_named(workspace, scope)
    wanted = [metric_named(workspace, metric) for metric in metrics]
    found = read_actuals(workspace, root, reading.data, _counted(workspace, period, by), snapshot=reading.snapshot)
    table = actual_table(workspace, found.facts, owner, period, by, wanted, today)
    return ShownActuals(workspace, table, found.snapshots, len(errors_of(loaded)))


def check_actuals(root: Path, asked: str | None, scope: str | None, today: date, reading: Reading) -> CheckedActuals:
    """The data gate's judgement of a scope and period; without a period, of the year of today."""
    refuse_no_folder(reading.data)
    loaded = load(root)
    workspace = loaded.workspace
    period = year(today.year) if asked is None else period_named(workspace, asked)
    owner = scope_named(workspace, scope)
    found = read_actuals(workspace, root, reading.data, (), snapshot=reading.snapshot)
    judgement = judged(workspace, found.facts, owner, period, today)
    return CheckedActuals(workspace, judgement, found.snapshots, len(errors_of(loaded)))


def dimensions(text: str | None) -> tuple[str, ...]:
    """What `--by` names, in order; OpsctlError for a word that is none of the dimensions or stands twice."""
    found = tuple(word.strip() for word in (text or "metric").split(","))
    for at, word in enumerate(found):
        if word not in DIMENSIONS:
            raise OpsctlError(message("actuals.bad_by", value=word, choices=Listed(DIMENSIONS)))
        if word in found[:at]:
            raise OpsctlError(message("actuals.by_twice", value=word))
    return found


def _counted(workspace: Workspace, period: Period, by: Sequence[str]) -> tuple[Period, ...]:
    """The periods that de-duplicated counts are asked for: the whole, and every part that it is cut into."""
    kinds = [each for each in by if each in SPANS]
    parts = {period_of(kind, day, workspace.weeks): None for kind in kinds for day in period.days}
    return (period, *(part for part in parts if period.holds(part) and part != period))
