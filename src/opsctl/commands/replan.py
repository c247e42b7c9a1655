"""`plan split --from`: freeze what the closed months came to, and plan anew what is left of the year."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from opsctl.commands.actual_facts import months_of
from opsctl.commands.check import errors_of, outcome
from opsctl.commands.replan_sheets import Asked, new_sheets
from opsctl.diagnostics import Listed, message, some
from opsctl.errors import OpsctlError
from opsctl.loading.read import LoadResult, load, load_tree
from opsctl.loading.transaction import write
from opsctl.loading.tree import Disk, Over
from opsctl.period import Period
from opsctl.planning.cascade import cascade
from opsctl.planning.cells import forget_cells, stale_files
from opsctl.planning.replans.moved import Planned, planned
from opsctl.planning.replans.replan import closed_months
from opsctl.rendering.formats import Outcome
from opsctl.reviewing.closed import ClosedMonths, Measured, closed_months_of
from opsctl.reviewing.compare import immature_until
from opsctl.reviewing.gaps import runs_of
from opsctl.reviewing.months import MonthFacts, days_needed
from opsctl.workspace import Workspace

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class ReplanResult:
    """What a re-plan did or would do: the plan before, the workspace after, the files, and what keeps its plan.

    `unmeasured` are metrics that no source gives, by scope; `immature` those that late refunds may still move.
    """

    before: Planned
    after: Workspace
    asked: Asked
    texts: Mapping[str, str | None] = field(default_factory=dict)
    scopes: tuple[str, ...] = ()
    unmeasured: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    immature: tuple[str, ...] = ()
    written: bool = False
    refused: Outcome | None = None


@dataclass(frozen=True, slots=True)
class _Versions:
    """The sheets with their new versions, by file; the scopes they are of, their metrics, and what is unmeasured."""

    sheets: Mapping[str, str]
    scopes: tuple[str, ...]
    metrics: frozenset[str]
    unmeasured: Mapping[str, tuple[str, ...]]


def replan(root: Path, asked: Asked, *, dry_run: bool) -> ReplanResult:
    """Write a new version into every sheet whose months are its own, and the cells that follow from it.

    Raises OpsctlError where the month, the order or the data do not allow it; what checks find forbids it too.
    """
    loaded = load(root)
    workspace, year = loaded.workspace, asked.first.start.year
    _refuse_the_call(workspace, asked)
    if wrong := errors_of(loaded):
        return ReplanResult({}, workspace, asked, refused=outcome(loaded, wrong))
    own = _own_metrics(workspace, year)
    open_ = {scope: metrics for scope, metrics in own.items() if not _has_version(workspace, scope, asked)}
    before = planned(workspace, year)
    forget_cells()
    made = _versions(loaded, root, open_, asked)
    if not made.scopes and len(open_) == len(own):
        raise OpsctlError(message("replan.nothing_measured"), message("replan.nothing_measured_hint"))
    if not made.scopes:
        return ReplanResult(before, workspace, asked, unmeasured=made.unmeasured)
    texts: dict[str, str | None] = dict(made.sheets)
    after = load_tree(Over(Disk(str(root)), texts), loaded)
    if wrong := errors_of(after):
        return ReplanResult(before, after.workspace, asked, refused=outcome(after, wrong))
    texts.update(stale_files(after.workspace, year))
    if not dry_run:
        write(root, texts, expected={file: loaded.sources.texts.get(file) for file in texts})
    immature = _immature(workspace, made.metrics, asked)
    return ReplanResult(before, after.workspace, asked, texts, made.scopes, made.unmeasured, immature, not dry_run)


def _versions(loaded: LoadResult, root: Path, own: Mapping[str, Sequence[str]], asked: Asked) -> _Versions:
    """Freeze the closed months into the text of every sheet; the months themselves are many, and not kept."""
    closed = _measured(loaded.workspace, root, own, asked)
    due = {scope: each for scope, each in closed.items() if each.values}
    unmeasured = {scope: each.unmeasured for scope, each in closed.items() if each.unmeasured}
    metrics = frozenset(metric for each in due.values() for metric in each.values)
    return _Versions(dict(new_sheets(loaded, due, asked)), tuple(due), metrics, unmeasured)


def _refuse_the_call(workspace: Workspace, asked: Asked) -> None:
    year = asked.first.start.year
    if asked.first.kind != "month" or asked.first.start.month == 1:
        raise OpsctlError(message("replan.bad_start", value=asked.first.label), message("replan.bad_start_hint"))
    if year not in workspace.years():
        years = Listed(str(known) for known in workspace.years()) or "—"
        raise OpsctlError(message("plan.no_sheets", year=year), message("plan.years_with_sheets", years=years))
    if not asked.reason.strip():
        raise OpsctlError(message("replan.no_reason"))
    if workspace.get("person", asked.owner) is None:
        raise OpsctlError(message("replan.no_person", owner=asked.owner), message("replan.list_people"))


def _own_metrics(workspace: Workspace, year: int) -> Mapping[str, tuple[str, ...]]:
    """The metrics whose months are a scope's own and no sum, by scope."""
    found: dict[str, list[str]] = {}
    for (scope, metric), cell in cascade(workspace, year).cells.items():
        if not cell.parts:
            found.setdefault(scope, []).append(metric)
    return {scope: tuple(metrics) for scope, metrics in found.items()}


def _has_version(workspace: Workspace, scope: str, asked: Asked) -> bool:
    """Say whether the sheet has just this version already; OpsctlError where it has another one from then or later."""
    sheet = workspace.sheet(scope, asked.first.start.year)
    for each in sheet.data.replan if sheet is not None else ():
        if each.from_ == asked.first and (each.policy, each.share) == (asked.policy, asked.share):
            return True
        if sheet is not None and each.from_ >= asked.first:
            said = message(
                "replan.another_version", file=sheet.file, first=each.from_.label, policy=each.policy, share=each.share
            )
            raise OpsctlError(said, message("replan.another_version_hint"))
    return False


def _measured(
    workspace: Workspace, root: Path, own: Mapping[str, Sequence[str]], asked: Asked
) -> Mapping[str, ClosedMonths]:
    """What the closed months of every scope came to; OpsctlError where a day is missing."""
    months = closed_months(asked.first)
    needed = days_needed(workspace, months)
    facts = months_of(workspace, root, asked.data, needed) if own else MonthFacts()
    measured = Measured(workspace, facts, needed)
    found = {
        scope: closed_months_of(measured, scope, metrics, months, _frozen(workspace, scope, asked))
        for scope, metrics in own.items()
    }
    runs = [run for scope, each in found.items() for run in _missing(scope, each)]
    if runs:
        said = message("replan.incomplete", first=asked.first.label, runs=some(runs, _SHOWN, "; ", counted=True))
        raise OpsctlError(said, message("replan.incomplete_hint"))
    return found


def _frozen(workspace: Workspace, scope: str, asked: Asked) -> Mapping[str, Mapping[Period, Decimal]]:
    """What earlier versions of the sheet have frozen: closed months do not move."""
    sheet = workspace.sheet(scope, asked.first.start.year)
    found: dict[str, Mapping[Period, Decimal]] = {}
    for each in sheet.data.replan if sheet is not None else ():
        found.update({workspace.metric_id(key) or key: months for key, months in each.closed.items()})
    return found


def _missing(scope: str, closed: ClosedMonths) -> Iterator[str]:
    """The runs of days that are missing, those of several metrics together."""
    by_days: dict[tuple[date, ...], list[str]] = {}
    for metric, days in closed.missing.items():
        by_days.setdefault(days, []).append(metric)
    for days, metrics in by_days.items():
        runs = Listed(f"{first}" if first == last else f"{first}..{last}" for first, last in runs_of(days))
        yield f"{scope} {'/'.join(metrics)} {runs}"


def _immature(workspace: Workspace, metrics: Collection[str], asked: Asked) -> tuple[str, ...]:
    """The frozen metrics whose last closed month late refunds may still move on the day it is decided."""
    last = asked.first.previous()
    day = asked.on - timedelta(days=1)
    return tuple(
        metric for metric in workspace.metrics if metric in metrics and immature_until(workspace, metric, last, day)
    )
