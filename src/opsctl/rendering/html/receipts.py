"""What opens under a number of the page: how it was computed, its definition, where it comes from and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from opsctl.locales import listed, say, tell
from opsctl.metrics import is_ratio
from opsctl.planning.drivers.ratio_receipt import ratio_receipt
from opsctl.planning.receipt import receipt
from opsctl.rendering.full import full
from opsctl.rendering.names import day_name, metric_name
from opsctl.rendering.numbers import NOTHING, by_unit, change, difference, exact, percent, points
from opsctl.rendering.sheet import Block
from opsctl.rendering.templated.values import Values
from opsctl.reviewing.outlook import Forecast
from opsctl.reviewing.provenance import places_of, sources_of
from opsctl.reviewing.view import Comparison, DayRow, MetricRow, PaceRow, PartRow, PeriodReview
from opsctl.workspace import Workspace

# A list of days longer than this says less than how many there are.
_MOST_DAYS = 7


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what opens: its head, its lines, and whether they are a command to type."""

    head: str
    lines: tuple[str, ...]
    command: bool = False


def plain_parts(parts: Iterable[Part]) -> list[Values]:
    """The parts as a template gets them."""
    return [{"head": part.head, "lines": list(part.lines), "command": part.command} for part in parts]


@dataclass(frozen=True, slots=True)
class Receipts:
    """Makes the receipts of one review in one language."""

    review: PeriodReview
    workspace: Workspace
    lang: str

    def of_metric(self, row: MetricRow, scope: str, *, steps: bool = False) -> tuple[Part, ...]:
        """A metric of a scope; with `steps`, also how its target came down from what somebody typed."""
        parts = [
            self._part("definition", self._definition(row.metric)),
            self._part("computed", self._computed(row)),
        ]
        if steps and row.target is not None:
            parts.append(self._part("target_from", self._steps(row.metric, scope)))
        parts += self._origin(row.metric, scope)
        if row.target is not None:
            cell = f"opsctl plan why {row.metric}/{scope}/{self.review.period.label}"
            parts.append(Part(say(self.lang, "page.ask"), (cell,), command=True))
        return tuple(part for part in parts if part.lines)

    def of_pace(self, row: PaceRow) -> tuple[Part, ...]:
        """A longer period: what is reached and what was due."""
        return (
            self._part("definition", self._definition(row.metric)),
            self._part("computed", self._pace(row)),
            *self._origin(row.metric, self.review.scope),
        )

    def of_forecast(self, row: Forecast) -> tuple[Part, ...]:
        """Where a longer period will end, and what its days left have to bring."""
        return (
            self._part("definition", self._definition(row.metric)),
            self._part("computed", self._forecast(row)),
            *self._origin(row.metric, self.review.scope),
        )

    def of_block(self, block: Block) -> tuple[Part, ...]:
        """Any other table: how its numbers come about is what its notes say."""
        how = self._part("computed", block.notes)
        origin = self._origin(self.review.headline, self.review.scope)
        return (*self.definition_of(self.review.headline), *([how] if how.lines else []), *origin)

    def of_day(self, row: DayRow) -> tuple[Part, ...]:
        """One day of the headline metric."""
        unit = self._unit(self.review.headline)
        if row.actual is None or not row.target:
            return self._origin(self.review.headline, self.review.scope)
        said = self._say(
            "day_share",
            actual=self._exact(row.actual, unit),
            target=self._exact(row.target, unit),
            share=percent(row.actual / row.target),
        )
        return (self._part("computed", [said]), *self._origin(self.review.headline, self.review.scope))

    def of_part(self, row: PartRow) -> tuple[Part, ...]:
        """A month of a quarter, a quarter of a year."""
        unit = self._unit(self.review.headline)
        said = self._say(
            "part_share",
            known=f"{row.actual.days}",
            actual=self._exact(row.actual.value, unit),
            target=self._exact(row.target, unit),
            share=percent(row.attainment),
        )
        return (self._part("computed", [said]), *self._origin(self.review.headline, self.review.scope))

    def definition_of(self, metric: str) -> tuple[Part, ...]:
        """What a metric is; nothing for what is no metric."""
        part = self._part("definition", self._definition(metric))
        return (part,) if part.lines else ()

    def origin_of(self, metric: str, scope: str) -> tuple[Part, ...]:
        """The sources of a scope's metric, and how far its data reaches."""
        return self._origin(metric, scope)

    def _computed(self, row: MetricRow) -> Iterator[str]:
        yield from self._actual(row)
        if row.target is not None and row.gap is not None:
            compared, target = self._exact(row.target - row.gap, row.unit), self._exact(row.target, row.unit)
            if row.attainment is not None:
                way = "share_down" if row.direction == "down" else "share_up"
                yield self._say(way, actual=compared, target=target, share=percent(row.attainment))
            gap = difference(row.gap, row.unit, self.lang, self.review.currency)
            shown = gap if row.unit == "percent" else self._exact(row.gap, row.unit)
            yield self._say("gap", actual=compared, target=target, gap=shown)
        yield from self._compared("previous", row, row.previous)
        yield from self._compared("last_year", row, row.last_year)

    def _actual(self, row: MetricRow) -> Iterator[str]:
        reading = row.actual
        name = metric_name(self.workspace, row.metric, self.lang)
        total = len(self.review.period.days)
        days = self._say("days_known", known=f"{reading.days}", total=f"{total}")
        entry = self.workspace.metrics.get(row.metric)
        if reading.denominator is not None and reading.numerator is not None and entry is not None:
            yield self._ratio(row, reading.numerator, reading.denominator)
        elif reading.value is not None:
            yield self._say("summed", name=name, value=self._exact(reading.value, row.unit), days=days)
        if 0 < len(reading.missing) <= _MOST_DAYS:
            yield self._say(
                "days_missing", days=listed((day_name(day, self.lang) for day in reading.missing), self.lang)
            )
        elif reading.missing or reading.value is None:
            yield days

    def _ratio(self, row: MetricRow, above: Fraction, below: Fraction) -> str:
        entry = self.workspace.metrics[row.metric]
        top, bottom = entry.numerator or "", entry.denominator or ""
        return self._say(
            "ratio" if entry.factor == 1 else "ratio_times",
            top=metric_name(self.workspace, top, self.lang),
            above=self._exact(above, self._unit(top)),
            bottom=metric_name(self.workspace, bottom, self.lang),
            below=self._exact(below, self._unit(bottom)),
            factor=f"{entry.factor}",
            value=by_unit(row.actual.value, row.unit, self.lang, self.review.currency),
        )

    def _compared(self, way: str, row: MetricRow, earlier: Comparison) -> Iterator[str]:
        if earlier.change is None:
            return
        moved = points(earlier.change) if row.unit == "percent" else change(earlier.change)
        before, now = (self._exact(value, row.unit) for value in (earlier.reading.value, row.actual.value))
        yield self._say(way, before=before, now=now, period=earlier.period.label, change=moved)

    def _pace(self, row: PaceRow) -> Iterator[str]:
        unit = self._unit(row.metric)
        actual, target = self._exact(row.actual.value, unit), self._exact(row.target, unit)
        yield self._say("share_up", actual=actual, target=target, share=percent(row.attainment))
        yield self._say("due_is", day=f"{row.until}", due=percent(row.due))
        if row.pace is not None:
            yield self._say("lead_is", attainment=percent(row.attainment), due=percent(row.due), lead=points(row.pace))

    def _forecast(self, row: Forecast) -> Iterator[str]:
        unit = self._unit(row.metric)
        yield self._say(
            f"forecast_{row.method}",
            reached=self._exact(row.reached, unit),
            day=f"{row.until}",
            parts=f"{row.parts} {say(self.lang, f'review_numbers.parts_{row.by}')}",
            value=by_unit(row.value, unit, self.lang, self.review.currency),
        )
        same = (rate for rate in self.review.daily_rate if (rate.metric, rate.period) == (row.metric, row.period))
        for rate in same:
            needed, average = self._exact(rate.needed, unit), self._exact(rate.average, unit)
            yield self._say("needed", needed=needed, days=f"{rate.days}", average=average)

    def _definition(self, metric: str) -> Iterator[str]:
        entry = self.workspace.metrics.get(metric)
        if entry is None:
            return
        if entry.note(self.lang):
            yield entry.note(self.lang)
        if entry.formula:
            names = (
                metric_name(self.workspace, word, self.lang) if word in self.workspace.metrics else word
                for word in entry.formula.split()
            )
            yield f"{metric_name(self.workspace, metric, self.lang)} = {' '.join(names)}"

    def _steps(self, metric: str, scope: str) -> tuple[str, ...]:
        entry = self.workspace.metrics[metric]
        explain = ratio_receipt if is_ratio(entry) else receipt
        steps = explain(self.workspace, scope, metric, self.review.period)
        return tuple(tell(self.lang, step.said, full(self.workspace)) for step in steps)

    def _origin(self, metric: str, scope: str) -> tuple[Part, ...]:
        found = sources_of(self.workspace, scope, metric)
        lines = [
            self._say("source_files", source=each.file, files=listed(places_of(each), self.lang)) for each in found
        ]
        until = self.review.data_until
        day = f"{until}" if until is not None else self._say("until_unknown")
        return (self._part("source", lines or [self._say("no_source")]), self._part("until", [day]))

    def _part(self, head: str, lines: Iterator[str] | list[str] | tuple[str, ...]) -> Part:
        return Part(say(self.lang, f"page.{head}"), tuple(lines))

    def _say(self, id_: str, **params: str) -> str:
        return say(self.lang, f"page.{id_}", **params)

    def _unit(self, metric: str) -> str:
        entry = self.workspace.metrics.get(metric)
        return entry.unit if entry else "money"

    def _exact(self, value: Fraction | None, unit: str) -> str:
        """An amount in full; percentages and averages as people read them."""
        if value is None:
            return NOTHING
        if unit in ("money", "count"):
            return exact(value, unit, self.review.currency)
        return by_unit(value, unit, self.lang, self.review.currency)
