"""What `plan weights` answers beside the differences: in a few lines, and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from opsctl.diagnostics import Message
from opsctl.locales import listed, say, tell
from opsctl.planning.curves.curvefit import CurveFit
from opsctl.planning.curves.fitting import Lift
from opsctl.quantity import plain
from opsctl.rendering.clean import clean
from opsctl.rendering.exact_json import Json
from opsctl.reviewing.lastyear import SplitFit


class Years(Protocol):
    """Which year was looked back on, and which is planned."""

    @property
    def past(self) -> int: ...
    @property
    def year(self) -> int: ...


class Weights(Protocol):
    """What was fitted and written."""

    @property
    def asked(self) -> Years: ...
    @property
    def metric(self) -> str: ...
    @property
    def curves(self) -> Sequence[CurveFit]: ...
    @property
    def lifts(self) -> Mapping[tuple[int, str], Lift]: ...
    @property
    def splits(self) -> Sequence[SplitFit]: ...
    @property
    def new(self) -> Mapping[str, str]: ...
    @property
    def notes(self) -> Sequence[Message]: ...
    @property
    def written(self) -> bool: ...


def weights_talk(result: Weights, lang: str) -> Iterator[str]:
    """What was made of what, what to know about it, and the next step; a line each."""
    for curve in result.curves:
        yield say(lang, "weights.curve_done", curve=curve.name, stores=listed(curve.stores, lang),
                  marked=f"{_marked(curve)}", missing=f"{curve.missing}")  # fmt: skip
    if result.lifts:
        yield say(lang, "weights.lifts_done", count=f"{len(result.lifts)}")
    for split in result.splits:
        numbers = listed((f"{child} {number}" for child, number in split.numbers.items()), lang)
        scope = split.sheet.id.partition("/")[2]
        yield say(lang, "weights.split_done", scope=scope, metric=split.metric, numbers=numbers)
    for note in result.notes:
        yield clean(tell(lang, note))
    files = listed((clean(file) for file in sorted(result.new)), lang)
    if not result.new:
        yield say(lang, "weights.unchanged")
    elif result.written:
        yield say(lang, "weights.written", files=files, year=f"{result.asked.year}")
    else:
        yield say(lang, "weights.not_written")


def weights_json(result: Weights, lang: str) -> Json:
    """The same as data; shares and lifts are exact decimals in text."""
    return {
        "from": result.asked.past,
        "year": result.asked.year,
        "metric": result.metric or None,
        "curves": [_curve(curve) for curve in result.curves],
        "lifts": [{"event": event, "window": window, **_lift(lift)}
                  for (event, window), lift in result.lifts.items()],
        "splits": [_split(split) for split in result.splits],
        "notes": [tell(lang, note) for note in result.notes],
        "files": sorted(result.new),
        "written": result.written,
    }  # fmt: skip


def _curve(curve: CurveFit) -> Json:
    return {
        "name": curve.name,
        "stores": list(curve.stores),
        "months": [plain(share) for share in curve.months],
        "weekdays": [plain(factor) for factor in curve.weekdays],
        "marked_days": _marked(curve),
        "missing_days": curve.missing,
    }


def _split(split: SplitFit) -> Json:
    return {"sheet": split.sheet.file, "metric": split.metric, "part": split.part, "numbers": dict(split.numbers)}


def _marked(curve: CurveFit) -> int:
    return sum(len(each.past.marked) for each in curve.platforms)


def _lift(lift: Lift) -> Json:
    return {"usual": plain(lift.usual), "days": {day.isoformat(): plain(each) for day, each in lift.days.items()}}
