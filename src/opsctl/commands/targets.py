"""`plan show` and `plan why`: the targets of a period, and where one of them comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from opsctl.commands.check import errors_of
from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.metrics import is_ratio
from opsctl.metrics.algebra import inputs
from opsctl.period import Period, parse_period
from opsctl.planning.branches import Branch, branch
from opsctl.planning.people import is_person
from opsctl.planning.periods import period_value
from opsctl.planning.person_ratios import inherited_ratios
from opsctl.planning.person_receipt import person_receipt
from opsctl.planning.receipt import ReceiptStep, receipt
from opsctl.planning.show import ShownTarget, contributions, leading_metric, shown_targets
from opsctl.planning.view_receipt import view_receipt
from opsctl.planning.views import DIMENSIONS, Dimension, View, member_target, view
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ShowResult:
    """The targets of one scope and period."""

    workspace: Workspace
    scope: str
    period: Period
    targets: tuple[ShownTarget, ...]
    leading: str | None
    contributions: tuple[tuple[str, ...], ...]
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
class ViewResult:
    """One metric of a scope by channel or product."""

    workspace: Workspace
    scope: str
    metric: str
    period: Period
    view: View
    errors: int = 0


@dataclass(frozen=True, slots=True)
class WhyResult:
    """The receipt of one cell."""

    workspace: Workspace
    scope: str
    metric: str
    period: Period
    steps: tuple[ReceiptStep, ...]
    value: Decimal
    member: str | None = None
    errors: int = 0


def show_targets(root: Path, period: Period, scope: str | None, metrics: Sequence[str] = ()) -> ShowResult:
    """The targets of a scope, the top one if none is named; of some metrics only where they are named."""
    loaded = load(root)
    workspace = loaded.workspace
    owner = scope_named(workspace, scope)
    wanted = [metric_named(workspace, metric) for metric in metrics]
    found = shown_targets(workspace, owner, period, wanted)
    leading = wanted[0] if wanted else leading_metric(workspace, owner, period)
    ways = contributions(workspace, owner, period.start.year)
    return ShowResult(workspace, owner, period, found, leading, ways, len(errors_of(loaded)))


def show_view(root: Path, period: Period, scope: str | None, metric: str | None, dimension: Dimension) -> ViewResult:
    """One metric of a scope by its members, the leading metric if none is named."""
    loaded = load(root)
    workspace = loaded.workspace
    owner = scope_named(workspace, scope)
    shown = _one_metric(workspace, owner, period, metric)
    found = view(workspace, owner, shown, dimension, period)
    return ViewResult(workspace, owner, shown, period, found, len(errors_of(loaded)))


def show_tree(root: Path, period: Period, scope: str | None, metric: str | None) -> TreeResult:
    """One metric down the organisation, the leading one if none is named."""
    loaded = load(root)
    workspace = loaded.workspace
    owner = scope_named(workspace, scope)
    shown = _one_metric(workspace, owner, period, metric)
    return TreeResult(workspace, shown, period, branch(workspace, owner, shown, period), len(errors_of(loaded)))


def _one_metric(workspace: Workspace, scope: str, period: Period, written: str | None) -> str:
    shown = leading_metric(workspace, scope, period) if written is None else metric_named(workspace, written)
    if shown is None:
        raise OpsctlError(message("plan.no_targets", scope=scope, period=period.label), message("plan.split_first"))
    return shown


def why(root: Path, cell: str) -> WhyResult:
    """The receipt of a cell written `metric/scope[/channel=member]/period`; OpsctlError where there is no such cell."""
    loaded = load(root)
    workspace = loaded.workspace
    parts = cell.split("/")
    member = _member(parts.pop(2)) if len(parts) == 4 else None
    if len(parts) != 3 or (member is None and cell.count("/") == 3):
        raise OpsctlError(message("plan.bad_cell", cell=cell), message("plan.cell_form"))
    metric = metric_named(workspace, parts[0])
    scope = scope_named(workspace, parts[1])
    period = parse_period(parts[2])
    if period is None:
        raise OpsctlError(message("cli.bad_period", value=parts[2]), message("cli.periods"))
    if is_ratio(workspace.metrics[metric]):
        owner = _measured_at(workspace, scope, metric, period)
        halves = [f"opsctl plan why {part}/{owner}/{period.label}" for part in inputs(workspace.metrics[metric])]
        hint = message("plan.ratio_parts", above=halves[0], below=halves[1]) if halves else None
        raise OpsctlError(message("plan.ratio_cell", metric=metric), hint)
    if member is None:
        explain = person_receipt if is_person(workspace, scope) else receipt
        steps = explain(workspace, scope, metric, period)
        value = period_value(workspace, scope, metric, period)
    else:
        steps = view_receipt(workspace, scope, metric, *member, period)
        value = member_target(workspace, scope, metric, *member, period)
    if not steps or value is None:
        raise OpsctlError(
            message("plan.no_cell", cell=cell), message("plan.show_instead", period=period.label, scope=scope)
        )
    name = None if member is None else member[1]
    return WhyResult(workspace, scope, metric, period, steps, value, name, len(errors_of(loaded)))


def _member(written: str) -> tuple[Dimension, str] | None:
    """Read `channel=search` or `product=linen-set`; None where it is neither."""
    name, equals, member = written.partition("=")
    found = next((dimension for dimension in DIMENSIONS if dimension == name), None)
    return (found, member) if found is not None and equals and member else None


def _measured_at(workspace: Workspace, scope: str, metric: str, period: Period) -> str:
    """The scope whose targets make a ratio: a person's is that of a place where the role is held."""
    ratios = inherited_ratios(workspace, scope, period, (metric,)) if is_person(workspace, scope) else ()
    return next((place for each in ratios for place in each.places), scope)


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
