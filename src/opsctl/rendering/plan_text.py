"""What `plan split`, `plan show` and `plan why` answer, for a terminal and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from opsctl.locales import say, tell
from opsctl.period import Period
from opsctl.planning.periods import period_target
from opsctl.planning.receipt import ReceiptStep
from opsctl.planning.show import ShownTarget
from opsctl.quantity import plain
from opsctl.rendering.console import render
from opsctl.rendering.names import dated, metric_name, part_name, scope_name
from opsctl.rendering.numbers import by_unit, exact
from opsctl.rendering.review_json import Json, exact_text, period_json
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.workspace import Workspace

_ADDED = ("sum", "distinct")


class Split(Protocol):
    """What a split did or would do; a stale file without a text is to be removed."""

    @property
    def year(self) -> int: ...
    @property
    def files(self) -> Mapping[str, str]: ...
    @property
    def stale(self) -> Mapping[str, str | None]: ...
    @property
    def written(self) -> bool: ...


class Shown(Protocol):
    """The targets of one scope and period."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def scope(self) -> str: ...
    @property
    def period(self) -> Period: ...
    @property
    def targets(self) -> Sequence[ShownTarget]: ...


class Why(Protocol):
    """The receipt of one cell."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def scope(self) -> str: ...
    @property
    def metric(self) -> str: ...
    @property
    def period(self) -> Period: ...
    @property
    def steps(self) -> Sequence[ReceiptStep]: ...


def split_text(result: Split, lang: str, *, check: bool = False, width: int = 0) -> str:
    """Which files changed; those that did not are only counted."""
    agree = len(result.files.keys() - result.stale.keys())
    counts = {"changed": f"{len(result.stale)}", "count": f"{agree}"}
    said = "changed" if result.written else "out_of_date"
    first = say(lang, f"numbers.{said if result.stale else 'all_fresh'}", **counts)
    status = [say(lang, f"numbers.{_status(result, file, check)}") for file in result.stale]
    columns = (
        Column(say(lang, "numbers.file"), tuple(result.stale), right=False),
        Column(say(lang, "numbers.status"), tuple(status), right=False),
    )
    sheet = Sheet(
        say(lang, "numbers.split_year", year=f"{result.year}"),
        first=(first,),
        blocks=(Block("", columns),) if result.stale else (),
        onward=say(lang, "numbers.split_again"),
        commands=() if result.written or not result.stale else (f"opsctl plan split {result.year}",),
    )
    return render(*sheet_parts(sheet), width=width)


def show_text(result: Shown, lang: str, *, width: int = 0) -> str:
    """The targets of a period to the smallest unit, and by month where it holds several."""
    scope = scope_name(result.workspace, result.scope, lang)
    none = () if result.targets else (say(lang, "numbers.no_targets"),)
    sheet = Sheet(
        say(lang, "numbers.targets_of", scope=scope, period=dated(result.period, lang)),
        first=none,
        blocks=tuple(_show_blocks(result, lang)),
    )
    return render(*sheet_parts(sheet), width=width)


def why_text(result: Why, lang: str, *, width: int = 0) -> str:
    """A cell's receipt, step by step."""
    entry = result.workspace.metrics[result.metric]
    target = period_target(result.workspace, result.scope, result.metric, result.period)
    value = None if target is None else exact(target.value, entry.unit, result.workspace.settings.currency)
    title = say(
        lang,
        "numbers.why",
        metric=metric_name(result.workspace, result.metric, lang),
        scope=scope_name(result.workspace, result.scope, lang),
        period=dated(result.period, lang),
    )
    steps = Block("", lines=tuple(tell(lang, step.said) for step in result.steps), bullet="1.")
    first = (say(lang, "numbers.why_target", value=value),) if value else ()
    return render(*sheet_parts(Sheet(title, first=first, blocks=(steps,))), width=width)


def split_json(result: Split) -> Json:
    """Every file of the year with what happened or would happen to it."""
    files = sorted({*result.files, *result.stale})
    status = {file: _status(result, file, True) if file in result.stale else "unchanged" for file in files}
    return {
        "year": result.year,
        "written": result.written,
        "files": [{"file": f, "status": s} for f, s in status.items()],
    }


def show_json(result: Shown) -> Json:
    """The targets of a period as exact decimals; ratios to six places."""
    targets = [
        {
            "metric": target.metric,
            "unit": target.unit,
            "aggregation": target.aggregation,
            "value": exact_text(target.value),
            "days": target.days,
            "whole": target.whole,
            "parts": [{"period": label, "value": plain(value)} for label, value in target.parts],
        }
        for target in result.targets
    ]
    return {
        "scope": result.scope,
        "period": period_json(result.period),
        "currency": result.workspace.settings.currency,
        "targets": targets,
    }


def why_json(result: Why) -> Json:
    """The receipt with all its numbers, so that it can be recomputed."""
    steps = [
        {"how": step.how, "message": {"id": step.said.id, "params": dict(step.said.params)}, "data": dict(step.data)}
        for step in result.steps
    ]
    return {"scope": result.scope, "metric": result.metric, "period": period_json(result.period), "steps": steps}


def _status(result: Split, file: str, check: bool) -> str:
    gone = result.stale[file] is None
    if result.written:
        return "removed" if gone else "written"
    if check:
        return "left_over" if gone else "stale"
    return "would_remove" if gone else "would_write"


def _show_blocks(result: Shown, lang: str) -> Iterator[Block]:
    targets, currency = result.targets, result.workspace.settings.currency
    if not targets:
        return
    names = tuple(metric_name(result.workspace, target.metric, lang) for target in targets)
    columns = [
        Column(say(lang, "numbers.metric"), names, right=False),
        Column(say(lang, "numbers.target"), tuple(_value(target, lang, currency) for target in targets)),
    ]
    notes = [say(lang, "numbers.ratios")] if any(target.aggregation not in _ADDED for target in targets) else []
    if not all(target.whole for target in targets):
        total = len(result.period.days)
        covered = tuple(f"{target.days}/{total}" for target in targets)
        columns.append(Column(say(lang, "numbers.covered"), covered))
        notes.append(say(lang, "numbers.partial"))
    yield Block("", tuple(columns), notes=tuple(notes))
    labels = list(dict.fromkeys(label for target in targets for label, _ in target.parts))
    if len(labels) > 1:
        yield Block(say(lang, "numbers.parts"), tuple(_parts(result, labels, names, lang)))


def _parts(result: Shown, labels: list[str], names: tuple[str, ...], lang: str) -> Iterator[Column]:
    yield Column(
        say(lang, "numbers.part"),
        (*(part_name(label, lang) for label in labels), say(lang, "numbers.total")),
        right=False,
    )
    for target, name in zip(result.targets, names, strict=True):
        if target.parts:
            found: dict[str, Decimal] = dict(target.parts)
            amounts = (*(found.get(label) for label in labels), Fraction(target.value))
            currency = result.workspace.settings.currency
            yield Column(name, tuple(exact(amount, target.unit, currency) for amount in amounts))


def _value(target: ShownTarget, lang: str, currency: str) -> str:
    if target.aggregation in _ADDED:
        return exact(target.value, target.unit, currency)
    return by_unit(target.value, target.unit, lang, currency)
