"""`plan show` and `plan why`: the targets of a period, and where one of them comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from opsctl.commands.check import errors_of
from opsctl.commands.scenarios import load_under
from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.loading.read import LoadResult
from opsctl.metrics import is_ratio
from opsctl.metrics.algebra import inputs
from opsctl.period import Period, parse_period
from opsctl.planning.drivers.profit import ProfitRoom, profit_rooms
from opsctl.planning.drivers.ratio_receipt import ratio_receipt, ratio_value
from opsctl.planning.drivers.remarks import PaidTraffic, UnlikeTraffic, paid_traffic, unlike_traffic
from opsctl.planning.guardrails import Guarded, guardrails
from opsctl.planning.people import is_person
from opsctl.planning.periods import period_value
from opsctl.planning.person_ratios import inherited_ratios
from opsctl.planning.person_receipt import person_receipt
from opsctl.planning.receipt import ReceiptStep, receipt
from opsctl.planning.replans.as_planned import original
from opsctl.planning.replans.plan_versions import PlanVersion, plan_versions
from opsctl.planning.shown.branches import Branch, branch
from opsctl.planning.shown.show import ShownTarget, contributions, leading_metric, shown_targets
from opsctl.planning.shown.view_receipt import view_receipt
from opsctl.planning.shown.views import DIMENSIONS, Dimension, View, member_target, view
from opsctl.planning.tier_receipt import tier_receipt
from opsctl.planning.tier_targets import tier_by_day
from opsctl.planning.tiers import Tier
from opsctl.quantity import from_units, places
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ShowResult:
    """The targets of one scope and period; where some were re-planned, what they were at first and each version."""

    workspace: Workspace
    scope: str
    period: Period
    targets: tuple[ShownTarget, ...]
    leading: str | None
    contributions: tuple[tuple[str, ...], ...]
    paid_traffic: PaidTraffic | None
    unlike_traffic: tuple[UnlikeTraffic, ...]
    profit: tuple[ProfitRoom, ...]
    errors: int = 0
    tier: Tier | None = None
    guardrails: tuple[Guarded, ...] = ()
    original: tuple[ShownTarget, ...] = ()
    versions: tuple[PlanVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class TreeResult:
    """One metric's targets from a scope downwards."""

    workspace: Workspace
    metric: str
    period: Period
    top: Branch
    errors: int = 0
    tier: Tier | None = None


@dataclass(frozen=True, slots=True)
class ViewResult:
    """One metric of a scope by channel or product."""

    workspace: Workspace
    scope: str
    metric: str
    period: Period
    view: View
    errors: int = 0
    tier: Tier | None = None


@dataclass(frozen=True, slots=True)
class WhyResult:
    """The receipt of one cell."""

    workspace: Workspace
    scope: str
    metric: str
    period: Period
    steps: tuple[ReceiptStep, ...]
    value: Decimal | Fraction
    member: str | None = None
    errors: int = 0
    tier: Tier | None = None


def show_targets(
    root: Path,
    asked: str,
    scope: str | None,
    metrics: Sequence[str] = (),
    scenario: str | None = None,
    tier: Tier | None = None,
) -> ShowResult:
    """The targets of a scope, the top one if none is named; of some metrics only where they are named."""
    loaded = load_under(root, scenario)
    workspace = loaded.workspace
    period, owner = period_named(workspace, asked), scope_named(workspace, scope)
    wanted = [metric_named(workspace, metric) for metric in metrics]
    found = shown_targets(workspace, owner, period, wanted, tier)
    leading = wanted[0] if wanted else leading_metric(workspace, owner, period)
    ways = tuple(way for way in contributions(workspace, owner, period.start.year) if _asked(wanted, *way))
    paid = paid_traffic(workspace, owner, period) if _asked(wanted, "ad_spend", "visitors") else None
    unlike = tuple(each for each in unlike_traffic(workspace, owner, period) if _asked(wanted, each.metric))
    rooms = profit_rooms(workspace, owner, period)
    guards = guardrails(workspace, owner, period.start.year)
    errors = len(errors_of(loaded))
    versions = plan_versions(workspace, owner, period.start.year)
    first = shown_targets(original(workspace), owner, period, wanted, tier) if versions else ()
    return ShowResult(
        workspace, owner, period, found, leading, ways, paid, unlike, rooms, errors, tier, guards, first, versions
    )


def _asked(wanted: Sequence[str], *about: str) -> bool:
    """Whether a remark is about something that was asked for."""
    return not wanted or any(metric in wanted for metric in about)


def show_view(
    root: Path,
    asked: str,
    scope: str | None,
    metric: str | None,
    dimension: Dimension,
    scenario: str | None = None,
    tier: Tier | None = None,
) -> ViewResult:
    """One metric of a scope by its members, or one tier of it; the leading metric if none is named."""
    loaded = load_under(root, scenario)
    workspace = loaded.workspace
    period, owner = period_named(workspace, asked), scope_named(workspace, scope)
    shown = _one_metric(workspace, owner, period, metric)
    found = view(workspace, owner, shown, dimension, period, tier)
    return ViewResult(workspace, owner, shown, period, found, len(errors_of(loaded)), tier)


def show_tree(
    root: Path,
    asked: str,
    scope: str | None,
    metric: str | None,
    scenario: str | None = None,
    tier: Tier | None = None,
) -> TreeResult:
    """One metric down the organisation, or one tier of it; the leading metric if none is named."""
    loaded = load_under(root, scenario)
    workspace = loaded.workspace
    period, owner = period_named(workspace, asked), scope_named(workspace, scope)
    shown = _one_metric(workspace, owner, period, metric)
    top = branch(workspace, owner, shown, period, tier)
    return TreeResult(workspace, shown, period, top, len(errors_of(loaded)), tier)


def _one_metric(workspace: Workspace, scope: str, period: Period, written: str | None) -> str:
    shown = leading_metric(workspace, scope, period) if written is None else metric_named(workspace, written)
    if shown is None:
        raise OpsctlError(message("plan.no_targets", scope=scope, period=period.label), message("plan.split_first"))
    return shown


def why(root: Path, cell: str, scenario: str | None = None, tier: Tier | None = None) -> WhyResult:
    """The receipt of a cell written `metric/scope[/channel=member]/period`; OpsctlError where there is no such cell."""
    loaded = load_under(root, scenario)
    workspace = loaded.workspace
    parts = cell.split("/")
    member = _member(parts.pop(2)) if len(parts) == 4 else None
    if len(parts) != 3 or (member is None and cell.count("/") == 3):
        raise OpsctlError(message("plan.bad_cell", cell=cell), message("plan.cell_form"))
    metric = metric_named(workspace, parts[0])
    scope = scope_named(workspace, parts[1])
    period = period_named(workspace, parts[2])
    value: Decimal | Fraction | None
    if tier is not None and (member is None or not tier_by_day(workspace, scope, metric, tier, period)):
        return _why_tier(loaded, scope, metric, tier, period)
    if member is None and is_ratio(workspace.metrics[metric]):
        owner = _measured_at(workspace, scope, metric, period)
        steps = ratio_receipt(workspace, owner, metric, period)
        value = ratio_value(workspace, owner, metric, period)
    elif member is None:
        explain = person_receipt if is_person(workspace, scope) else receipt
        steps = explain(workspace, scope, metric, period)
        value = period_value(workspace, scope, metric, period)
    else:
        steps = view_receipt(workspace, scope, metric, *member, period, tier)
        value = member_target(workspace, scope, metric, *member, period, tier)
    if value is None and is_ratio(workspace.metrics[metric]):
        below = Listed(inputs(workspace.metrics[metric])) or "—"
        said = message("drivers.ratio_without_parts", cell=cell, metric=metric, parts=below)
        raise OpsctlError(said, message("plan.show_instead", period=period.label, scope=scope))
    if not steps or value is None:
        raise OpsctlError(
            message("plan.no_cell", cell=cell), message("plan.show_instead", period=period.label, scope=scope)
        )
    name = None if member is None else member[1]
    return WhyResult(workspace, scope, metric, period, steps, value, name, len(errors_of(loaded)), tier)


def _why_tier(loaded: LoadResult, scope: str, metric: str, tier: Tier, period: Period) -> WhyResult:
    workspace = loaded.workspace
    steps = tier_receipt(workspace, scope, metric, tier, period)
    if not steps:
        said = message("tiers.none", scope=scope, metric=metric, tier=tier)
        raise OpsctlError(said, message("plan.show_instead", period=period.label, scope=scope))
    units = sum(tier_by_day(workspace, scope, metric, tier, period).values())
    value = from_units(units, places(workspace.metrics[metric].unit))
    return WhyResult(workspace, scope, metric, period, steps, value, None, len(errors_of(loaded)), tier)


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


def period_named(workspace: Workspace, text: str) -> Period:
    """The period asked for, in capitals or not, by the workspace's weeks; OpsctlError where it is none."""
    period = parse_period(text.upper(), workspace.weeks)
    if period is None:
        forms = message("cli.periods") if workspace.weeks.start else message("calendar.periods_not_fiscal")
        raise OpsctlError(message("cli.bad_period", value=text), forms)
    return period


def scope_named(workspace: Workspace, scope: str | None) -> str:
    """The team or store asked for, or the top one; OpsctlError where there is none."""
    owner = scope or workspace.settings.top
    if workspace.scope(owner) is None:
        names = Listed(sorted({*workspace.all("team"), *workspace.all("store")})[:20]) or "—"
        raise OpsctlError(message("plan.no_scope", scope=owner), message("plan.scopes", names=names))
    return owner
