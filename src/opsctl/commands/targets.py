"""`plan show` and `plan why`: the targets of a period, and where one of them comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from opsctl.commands.check import errors_of
from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.metrics import is_ratio
from opsctl.metrics.algebra import inputs
from opsctl.period import Period, parse_period
from opsctl.planning.branches import Branch, branch
from opsctl.planning.receipt import ReceiptStep, receipt
from opsctl.planning.show import ShownTarget, leading_metric, shown_targets
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ShowResult:
    """The targets of one scope and period."""

    workspace: Workspace
    scope: str
    period: Period
    targets: tuple[ShownTarget, ...]
    leading: str | None
    errors: int = 0


@dataclass(frozen=True, slots=True)
class TreeResult:
    """One metric's targets from a scope downwards."""

    workspace: Workspace
    metric: str
    period: Period
    top: Branch
    errors: int = 0


@dataclass(frozen=True, slots=True)
class WhyResult:
    """The receipt of one cell."""

    workspace: Workspace
    scope: str
    metric: str
    period: Period
    steps: tuple[ReceiptStep, ...]
    errors: int = 0


def show_targets(root: Path, period: Period, scope: str | None, metrics: Sequence[str] = ()) -> ShowResult:
    """The targets of a scope, the top one if none is named; of some metrics only where they are named."""
    loaded = load(root)
    workspace = loaded.workspace
    owner = scope_named(workspace, scope)
    wanted = [metric_named(workspace, metric) for metric in metrics]
    found = shown_targets(workspace, owner, period, wanted)
    leading = wanted[0] if wanted else leading_metric(workspace, owner, period)
    return ShowResult(workspace, owner, period, found, leading, len(errors_of(loaded)))


def show_tree(root: Path, period: Period, scope: str | None, metric: str | None) -> TreeResult:
    """One metric down the organisation, the leading one if none is named."""
    loaded = load(root)
    workspace = loaded.workspace
    owner = scope_named(workspace, scope)
    shown = leading_metric(workspace, owner, period) if metric is None else metric_named(workspace, metric)
    if shown is None:
        raise OpsctlError(message("plan.no_targets", scope=owner, period=period.label), message("plan.split_first"))
    return TreeResult(workspace, shown, period, branch(workspace, owner, shown, period), len(errors_of(loaded)))


def why(root: Path, cell: str) -> WhyResult:
    """The receipt of a cell written `metric/scope/period`; OpsctlError where there is no such cell."""
    loaded = load(root)
    workspace = loaded.workspace
    parts = cell.split("/")
    if len(parts) != 3:
        raise OpsctlError(message("plan.bad_cell", cell=cell), message("plan.cell_form"))
    metric = metric_named(workspace, parts[0])
    scope = scope_named(workspace, parts[1])
    if is_ratio(workspace.metrics[metric]):
        halves = [f"opsctl plan why {part}/{scope}/{parts[2]}" for part in inputs(workspace.metrics[metric])]
        hint = message("plan.ratio_parts", above=halves[0], below=halves[1]) if halves else None
        raise OpsctlError(message("plan.ratio_cell", metric=metric), hint)
    period = parse_period(parts[2])
    if period is None:
        raise OpsctlError(message("cli.bad_period", value=parts[2]), message("cli.periods"))
    steps = receipt(workspace, scope, metric, period)
    if not steps:
        raise OpsctlError(
            message("plan.no_cell", cell=cell), message("plan.show_instead", period=period.label, scope=scope)
        )
    return WhyResult(workspace, scope, metric, period, steps, len(errors_of(loaded)))


def metric_named(workspace: Workspace, written: str) -> str:
    """The id of the metric asked for by id or alias; OpsctlError where there is none."""
    metric = workspace.metric_id(written)
    if metric is None:
        raise OpsctlError(message("plan.no_metric", metric=written), message("plan.list_metrics"))
    return metric


def scope_named(workspace: Workspace, scope: str | None) -> str:
    """The team or store asked for, or the top one; OpsctlError where there is none."""
    owner = scope or workspace.settings.top
    if workspace.scope(owner) is None:
        names = ", ".join(sorted({*workspace.all("team"), *workspace.all("store")})[:20]) or "—"
        raise OpsctlError(message("plan.no_scope", scope=owner), message("plan.scopes", names=names))
    return owner
