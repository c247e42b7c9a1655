"""`plan show` and `plan why`: the targets of a period, and where one of them comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from opsctl.commands.check import errors_of
from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.metrics import is_ratio
from opsctl.metrics.algebra import inputs
from opsctl.period import Period, parse_period
from opsctl.planning.receipt import ReceiptStep, receipt
from opsctl.planning.show import ShownTarget, shown_targets
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ShowResult:
    """The targets of one scope and period."""

    workspace: Workspace
    scope: str
    period: Period
    targets: tuple[ShownTarget, ...]
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


def show_targets(root: Path, period: Period, scope: str | None) -> ShowResult:
    """The targets of a scope, the top one if none is named."""
    loaded = load(root)
    workspace = loaded.workspace
    owner = scope_named(workspace, scope)
    return ShowResult(workspace, owner, period, shown_targets(workspace, owner, period), len(errors_of(loaded)))


def why(root: Path, cell: str) -> WhyResult:
    """The receipt of a cell written `metric/scope/period`; OpsctlError where there is no such cell."""
    loaded = load(root)
    workspace = loaded.workspace
    parts = cell.split("/")
    if len(parts) != 3:
        raise OpsctlError(message("plan.bad_cell", cell=cell), message("plan.cell_form"))
    metric = workspace.metric_id(parts[0])
    if metric is None:
        raise OpsctlError(message("plan.no_metric", metric=parts[0]), message("plan.list_metrics"))
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


def scope_named(workspace: Workspace, scope: str | None) -> str:
    """The team or store asked for, or the top one; OpsctlError where there is none."""
    owner = scope or workspace.settings.top
    if workspace.scope(owner) is None:
        names = ", ".join(sorted({*workspace.all("team"), *workspace.all("store")})[:20]) or "—"
        raise OpsctlError(message("plan.no_scope", scope=owner), message("plan.scopes", names=names))
    return owner
