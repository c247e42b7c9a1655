"""`plan weights`: fit curves and splits from last year's actuals and freeze them into the calendar and the sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from opsctl.commands.actual_facts import facts_of
from opsctl.commands.freezing import Frozen, curve_puts, split_puts, texts_after
from opsctl.commands.targets import scope_named
from opsctl.diagnostics import Listed, Message, Saying, Severity, message, some
from opsctl.errors import OpsctlError
from opsctl.loading.read import LoadResult, load
from opsctl.loading.transaction import write
from opsctl.metrics import needs
from opsctl.metrics.algebra import inputs
from opsctl.period import year as year_period
from opsctl.planning.curves.curvefit import CurveFit, StoreYear, curve_fit, window_lifts
from opsctl.planning.curves.fitting import Lift
from opsctl.planning.curves.rhythm import curve_name
from opsctl.planning.goals import goals_by_id
from opsctl.records import BY_NAME
from opsctl.records.base import is_id
from opsctl.records.calendar import Calendar
from opsctl.reviewing.facts import Facts, Trouble
from opsctl.reviewing.lastyear import (
    SplitFit,
    daily_sources,
    split_fit,
    split_stores,
    splits_from_last_year,
    unlike_bases,
)
from opsctl.reviewing.measure import day_values
from opsctl.workspace import Loaded, Workspace

_SALES = ("net_sales", "gmv_paid", "gmv_ordered")
_NOTHING = Calendar()


@dataclass(frozen=True, slots=True)
class Asked:
    """What weights are asked for: from which year, for which, of which scope, metric, curve and splits."""

    past: int
    year: int
    scope: str | None = None
    metric: str | None = None
    curve: str | None = None
    splits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WeightsResult:
    """What was fitted, the files before and after, and what whoever uses it should know."""

    workspace: Workspace
    asked: Asked
    metric: str
    curves: tuple[CurveFit, ...]
    lifts: Mapping[tuple[int, str], Lift]
    splits: tuple[SplitFit, ...]
    old: Mapping[str, str]
    new: Mapping[str, str]
    notes: tuple[Message, ...] = ()
    written: bool = False


@dataclass(slots=True)
class _Work:
    """One call on its way."""

    loaded: LoadResult
    facts: Facts
    asked: Asked
    scope: str
    metric: str = ""
    notes: list[Message] = field(default_factory=list)

    @property
    def workspace(self) -> Workspace:
        """The records."""
        return self.loaded.workspace


def weights(root: Path, asked: Asked, *, data: Path | None, dry_run: bool) -> WeightsResult:
    """Fit what is asked for and write it, unless it is only to be seen.

    Raises OpsctlError where nothing is asked for, or actuals are missing for it.
    """
    if data is not None and not data.is_dir():
        raise OpsctlError(message("cli.no_such_data", folder=str(data)))
    if asked.past >= asked.year:
        raise OpsctlError(message("weights.not_before", past=asked.past, year=asked.year))
    if asked.curve is not None and not is_id(asked.curve):
        raise OpsctlError(message("value.id", value=asked.curve))
    loaded = load(root)
    for year in (asked.past, asked.year):
        if ("calendar", str(year)) in loaded.workspace.broken:
            file = loaded.workspace.file_of("calendar", str(year))
            raise OpsctlError(message("weights.unreadable", file=file), message("commands.run_check"))
    scope = scope_named(loaded.workspace, asked.scope)
    counted = _counted(loaded.workspace, scope, asked)
    work = _Work(loaded, facts_of(loaded.workspace, root, data, (), counted), asked, scope)
    work.notes += [_told("weights.trouble", trouble) for trouble in _errors(work.facts)]
    curves = tuple(_curves(work)) if asked.curve is not None or not asked.splits else ()
    fits = [each for curve in curves for each in curve.platforms]
    lifts = window_lifts(fits, _calendar(work, asked.year), _others(work, curves)) if fits else {}
    splits = tuple(_splits(work)) if asked.splits or asked.curve is None else ()
    if not curves and not splits:
        raise OpsctlError(message("weights.nothing_asked", year=asked.year), message("weights.name_a_curve"))
    frozen = Frozen(loaded.workspace, asked.past, asked.year)
    puts = (*curve_puts(frozen, work.metric, _sources(work, curves), curves, lifts), *split_puts(frozen, splits))
    old, new = texts_after(loaded, puts)
    if new and not dry_run:
        write(root, new, expected={file: loaded.sources.texts.get(file) for file in new})
    notes = tuple(dict.fromkeys(work.notes))
    return WeightsResult(work.workspace, asked, work.metric, curves, lifts, splits, old, new, notes, not dry_run)


def _counted(workspace: Workspace, scope: str, asked: Asked) -> frozenset[str]:
    """What sources call the metrics that anything here is worked out from; days of all others are a great many."""
    named = [*_SALES, *asked.splits, *([asked.metric] if asked.metric is not None else [])]
    named += [written for _, written in splits_from_last_year(workspace, asked.year, scope, asked.splits)]
    waiting, found = [workspace.metric_id(metric) or metric for metric in named], set[str]()
    while waiting:
        metric = waiting.pop()
        if metric not in found:
            found.add(metric)
            waiting += inputs(workspace.metrics[metric]) if metric in workspace.metrics else ()
    given = {id_ for source in workspace.all("source").values() for id_ in source.data.metrics}
    return frozenset(id_ for id_ in given if (workspace.metric_id(id_) or id_) in found)


def _curves(work: _Work) -> Iterator[CurveFit]:
    workspace, asked = work.workspace, work.asked
    stores = [store for store in workspace.stores_under(work.scope) if store.data.is_open(*_span(asked.year))]
    named = {store.id: curve_name(workspace, store.id, asked.year) for store in stores}
    on_it = [store for store in stores if named[store.id] == asked.curve] or stores
    groups = (
        {asked.curve: on_it}
        if asked.curve is not None
        else {name: [store for store in stores if named[store.id] == name] for name in named.values() if name}
    )
    calendars = (_calendar(work, asked.past), _calendar(work, asked.year))
    if groups and workspace.get("calendar", str(asked.past)) is None:
        work.notes.append(message("weights.no_past_calendar", year=asked.past))
    for name, members in groups.items():
        made = curve_fit(name, list(_series(work, name, members)), calendars, (asked.past, asked.year))
        if isinstance(made, Message):
            raise OpsctlError(made, message("weights.needs_a_year", year=asked.past))
        work.notes += [*_unpaired(made), *_filled_in(made, asked.past)]
        yield made


def _series(work: _Work, curve: str, members: Sequence[Loaded]) -> Iterator[StoreYear]:
    """The stores' known days; one that was not open all the past year says nothing of how a year breathes."""
    workspace, asked, days = work.workspace, work.asked, year_period(work.asked.past).days
    first, last = days[0], days[-1]
    whole = [each for each in members if each.data.is_open(first, first) and each.data.is_open(last, last)]
    for store in members:
        if store not in whole:
            work.notes.append(message("weights.not_open_all_year", store=store.id, year=asked.past))
    metric = _metric(work, [store.id for store in whole])
    _refuse_unlike(work, [store.id for store in whole], metric)
    found = {store.id: day_values(workspace, work.facts, store.id, metric, days) for store in whole}
    empty = [store for store, values in found.items() if not values]
    if not whole or empty:
        names = Listed(empty or [store.id for store in members]) or "—"
        said = message("weights.no_actuals", stores=names, metric=metric, year=asked.past, curve=curve)
        raise _refused(work, said, metric)
    for store in whole:
        yield StoreYear(store.id, store.data.platform, found[store.id], _marked(work, store.id, days))


def _refuse_unlike(work: _Work, stores: Sequence[str], metric: str) -> None:
    unlike = unlike_bases(work.workspace, work.facts, stores, metric)
    if unlike is not None:
        raise OpsctlError(unlike, message("weights.one_basis"))


def _metric(work: _Work, stores: Sequence[str]) -> str:
    """The metric that is asked for, else the first kind of sales that any of the stores has days of."""
    workspace, asked = work.workspace, work.asked
    if asked.metric is not None:
        found = workspace.metric_id(asked.metric)
        if found is None:
            raise OpsctlError(message("plan.no_metric", metric=asked.metric), message("plan.list_metrics"))
        work.metric = found
    days = year_period(asked.past).days
    work.metric = work.metric or next(
        (each for each in _SALES if any(day_values(workspace, work.facts, store, each, days) for store in stores)),
        _SALES[0],
    )
    return work.metric


def _marked(work: _Work, store: str, days: Sequence[date]) -> frozenset[date]:
    """The past year's marked days that concern a store, itself or a team above it."""
    places = {None, store, *work.workspace.above(store)}
    marked = [each for each in _calendar(work, work.asked.past).marked if each.at in places]
    return frozenset(day for day in days if any(each.covers(day) for each in marked))


def _others(work: _Work, curves: Sequence[CurveFit]) -> frozenset[str]:
    """The platforms of stores that lie on a curve which is not fitted now: their windows are not only ours."""
    workspace, year = work.workspace, work.asked.year
    named = {each.name for each in curves}
    stores = [store for store in workspace.all("store").values() if store.data.is_open(*_span(year))]
    inside = {store.id for store in workspace.stores_under(work.scope)}
    lie = {store.id: curve_name(workspace, store.id, year) for store in stores}
    found = {store.data.platform for store in stores
             if lie[store.id] is not None and (lie[store.id] not in named or store.id not in inside)}  # fmt: skip
    if found:
        work.notes.append(message("weights.shared_windows", platforms=Listed(sorted(found))))
    return frozenset(found)


def _splits(work: _Work) -> Iterator[SplitFit]:
    asked, workspace = work.asked, work.workspace
    goals = goals_by_id(workspace, workspace.sheet(work.scope, asked.year))
    for named in asked.splits:
        if workspace.metric_id(named) not in goals:
            said = message("weights.no_goal", scope=work.scope, year=asked.year, metric=named)
            raise OpsctlError(said, message("weights.goals", metrics=Listed(goals) or "—"))
    for sheet, written in splits_from_last_year(workspace, asked.year, work.scope, asked.splits):
        _refuse_unlike(work, split_stores(workspace, sheet, written), workspace.metric_id(written) or written)
        made = split_fit(workspace, work.facts, sheet, written, asked.past)
        if isinstance(made, Message):
            raise _refused(work, made, workspace.metric_id(written) or written)
        work.notes += made.notes
        yield made


def _refused(work: _Work, said: Message, metric: str) -> OpsctlError:
    """Why there is nothing to fit: what is wrong with the data, where some could not be read, comes before the rest."""
    needed = needs(metric, work.workspace.metrics) | {metric}
    sources = work.workspace.all("source")
    for trouble in _errors(work.facts):
        source = sources.get(trouble.source)
        if source is not None and needed & {work.workspace.metric_id(id_) or id_ for id_ in source.data.metrics}:
            return OpsctlError(_told("weights.unread", trouble, metric=metric), message("weights.mend_the_data"))
    return OpsctlError(said, message("weights.needs_a_year", year=work.asked.past))


def _errors(facts: Facts) -> list[Trouble]:
    return [trouble for trouble in facts.troubles if trouble.severity is Severity.ERROR]


def _told(sentence: str, trouble: Trouble, **more: str) -> Message:
    where = trouble.file or BY_NAME["source"].file(trouble.source)
    return message(sentence, where=where, what=Saying(trouble.message), **more)


def _unpaired(fit: CurveFit) -> Iterator[Message]:
    for each in dict.fromkeys(one for platform in fit.platforms for one in platform.unpaired):
        yield message("weights.event_alone", event=each.event, platform=each.platform, year=each.year)


def _filled_in(fit: CurveFit, year: int) -> Iterator[Message]:
    for each in fit.platforms:
        if each.past.missing:
            days = some([day.isoformat() for day in each.past.missing], 5)
            yield message("weights.days_missing", stores=Listed(each.stores), year=year,
                          count=len(each.past.missing), days=days)  # fmt: skip


def _sources(work: _Work, curves: Sequence[CurveFit]) -> tuple[str, ...]:
    """The sources whose files gave the values."""
    stores = {store for curve in curves for store in curve.stores}
    metrics = needs(work.metric, work.workspace.metrics) | {work.metric}
    found = [origin for (scope, metric), origin in work.facts.origin.items() if scope in stores and metric in metrics]
    return daily_sources(work.workspace, found)


def _calendar(work: _Work, year: int) -> Calendar:
    found = work.workspace.get("calendar", str(year))
    data = _NOTHING if found is None else found.data
    assert isinstance(data, Calendar)
    return data


def _span(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
