"""How fitted curves and splits stand in the calendar and the sheets, each with where it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.loading.placing import Route, Value, block, put
from opsctl.loading.read import LoadResult
from opsctl.locales import say
from opsctl.planning.curves.curvefit import CurveFit
from opsctl.planning.curves.fitting import Lift
from opsctl.quantity import plain
from opsctl.records.calendar import Marked
from opsctl.reviewing.lastyear import SplitFit
from opsctl.workspace import Workspace

_NAMED = 8
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Frozen:
    """From which year to which year numbers are frozen; what is written speaks the workspace's language."""

    workspace: Workspace
    past: int
    year: int

    def say(self, id_: str, **params: str) -> str:
        """A sentence in the workspace's language."""
        return say(self.workspace.settings.lang, id_, **params)


@dataclass(frozen=True, slots=True)
class Put:
    """A value for a place in a file."""

    file: str
    path: Route
    value: Value


def curve_puts(
    frozen: Frozen,
    metric: str,
    sources: Sequence[str],
    curves: Sequence[CurveFit],
    lifts: Mapping[tuple[int, str], Lift],
) -> Iterator[Put]:
    """The fitted curves with their sources, then the lifts of the events' windows."""
    file = frozen.workspace.file_of("calendar", str(frozen.year))
    for curve in curves:
        months: Value = {str(at): percent(share) for at, share in enumerate(curve.months, 1)}
        weekdays: Value = {key: _short(factor) for key, factor in zip(_WEEKDAYS, curve.weekdays, strict=True)}
        said = _curve_source(frozen, metric, sources, curve)
        for key, value in (("months", months), ("weekdays", weekdays), ("source", said)):
            yield Put(file, ("curves", curve.name, key), value)
    calendar = frozen.workspace.get("calendar", str(frozen.year))
    for (event, window), lift in lifts.items():
        path: Route = ("events", event, "windows", window)
        days: Value = {f"{day}": _short(each) for day, each in lift.days.items()}
        yield Put(file, (*path, "lift"), days or _short(lift.usual))
        there = calendar is not None and calendar.data.events[event].windows[window].usual is not None
        # A usual lift that is there already must not go on speaking for days it no longer fits.
        if there or (days and lift.usual != 1):
            yield Put(file, (*path, "usual"), _short(lift.usual))


def split_puts(frozen: Frozen, splits: Sequence[SplitFit]) -> Iterator[Put]:
    """The numbers of the splits, that they are last year's, and from which source."""
    for split in splits:
        path: Route = ("goals", split.written)
        said = frozen.say(
            "weights.split_source", year=f"{frozen.past}", metric=split.metric, sources=_list(split.sources)
        )
        goal = split.sheet.data.goals[split.written]
        if goal.split is None:
            over: Value = {"over": "stores", split.part: split.numbers, "from": "last-year", "source": said}
            yield Put(split.sheet.file, (*path, "split"), over)
            continue
        yield Put(split.sheet.file, (*path, "split", split.part), split.numbers)
        yield Put(split.sheet.file, (*path, "split", "from"), "last-year")
        yield Put(split.sheet.file, (*path, "split", "source"), said)


def texts_after(loaded: LoadResult, puts: Sequence[Put]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The texts before and after, of the files that change; OpsctlError where a value cannot be put in its place."""
    texts = dict[str, str]()
    for each in puts:
        before = texts.get(each.file, loaded.sources.texts.get(each.file, ""))
        after = put(each.file, before, each.path, each.value) if before.strip() else _anew(each)
        if after is None:
            where = ".".join(str(step) for step in each.path)
            raise OpsctlError(
                message("weights.no_place", file=each.file, where=where), message("weights.write_by_hand")
            )
        texts[each.file] = after
    new = {file: text for file, text in texts.items() if text != loaded.sources.texts.get(file)}
    return {file: loaded.sources.texts[file] for file in new if file in loaded.sources.texts}, new


def percent(share: Decimal) -> str:
    """A share of one as a percentage to 0.01 %."""
    return f"{share * 100:.2f}%"


def _anew(first: Put) -> str:
    """A file that holds only this value."""
    value = first.value
    for step in reversed(first.path):
        value = {str(step): value}
    assert isinstance(value, Mapping)
    return block(value)


def _curve_source(frozen: Frozen, metric: str, sources: Sequence[str], curve: CurveFit) -> str:
    """From what, for which stores, and what was taken out."""
    said = frozen.say("weights.curve_source", year=f"{frozen.past}", metric=metric, sources=_list(sources),
                      stores=_list(curve.stores))  # fmt: skip
    found = frozen.workspace.get("calendar", str(frozen.past))
    places = {None, *curve.stores, *(team for store in curve.stores for team in frozen.workspace.above(store))}
    marked = [each for each in (found.data.marked if found else ()) if each.at in places]
    events = sorted({occasion.event for each in curve.platforms for occasion in each.past.occasions})
    out = [_marked(each) for each in marked]
    if out:
        said += frozen.say("weights.taken_out", days=_list(out))
    if events:
        said += frozen.say("weights.apart", events=_list(events))
    return said


def _marked(marked: Marked) -> str:
    days = f"{marked.from_}" if marked.from_ == marked.until else f"{marked.from_}..{marked.until}"
    return f"{days} {marked.why}" + (f" ({marked.at})" if marked.at else "")


def _list(names: Sequence[str]) -> str:
    """The first few names; a thousand stores would say nothing."""
    few = list(names[:_NAMED]) or ["—"]
    if len(names) > _NAMED:
        few[-1] += f" … ({len(names)})"
    return Listed(few)


def _short(number: Decimal) -> str:
    text = plain(number)
    return text.rstrip("0").rstrip(".") if "." in text else text
