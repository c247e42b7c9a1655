"""What `plan split` and `plan why` answer, for a terminal and as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from opsctl.locales import say, tell
from opsctl.metrics import is_ratio
from opsctl.period import Period
from opsctl.planning.receipt import ReceiptStep
from opsctl.planning.tiers import Tier
from opsctl.quantity import plain
from opsctl.rendering.console import render
from opsctl.rendering.exact_json import Json, exact_text, period_json, scenario_json
from opsctl.rendering.full import full
from opsctl.rendering.names import dated, metric_name, scope_name, standing
from opsctl.rendering.numbers import by_unit, exact
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.workspace import Workspace

# Nobody reads a longer list; a large company's split names thousands of files.
_MOST_FILES = 50


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
    def tier(self) -> Tier | None: ...
    @property
    def steps(self) -> Sequence[ReceiptStep]: ...
    @property
    def value(self) -> Decimal | Fraction: ...
    @property
    def member(self) -> str | None: ...


def split_text(result: Split, lang: str, *, check: bool = False, width: int = 0) -> str:
    """Which files changed; those that did not are only counted."""
    agree = len(result.files.keys() - result.stale.keys())
    counts = {"changed": f"{len(result.stale)}", "count": f"{agree}"}
    said = "changed" if result.written else "out_of_date"
    first = say(lang, f"numbers.{said if result.stale else 'all_fresh'}", **counts)
    shown = tuple(result.stale)[:_MOST_FILES]
    status = tuple(say(lang, f"numbers.{_status(result, file, check)}") for file in shown)
    rest = len(result.stale) - len(shown)
    columns = (
        Column(say(lang, "numbers.file"), shown, right=False),
        Column(say(lang, "numbers.status"), status, right=False),
    )
    sheet = Sheet(
        say(lang, "numbers.split_year", year=f"{result.year}"),
        first=(first,),
        blocks=(Block("", columns, notes=(say(lang, "numbers.more_files", count=f"{rest}"),) if rest else ()),)
        if shown
        else (),
        onward=say(lang, "numbers.split_again"),
        commands=() if result.written or not result.stale else (f"opsctl plan split {result.year}",),
    )
    return render(*sheet_parts(sheet), width=width)


def why_text(result: Why, lang: str, *, width: int = 0) -> str:
    """A cell's receipt, step by step."""
    entry = result.workspace.metrics[result.metric]
    currency = result.workspace.settings.currency
    ratio = is_ratio(entry)
    value = by_unit(result.value, entry.unit, lang, currency) if ratio else exact(result.value, entry.unit, currency)
    scope = scope_name(result.workspace, result.scope, lang)
    title = say(
        lang,
        "numbers.why",
        metric=metric_name(result.workspace, result.metric, lang),
        scope=scope if result.member is None else f"{scope} · {result.member}",
        period=dated(result.period, lang),
    )
    steps = Block("", lines=tuple(tell(lang, step.said, full(result.workspace)) for step in result.steps), bullet="1.")
    tier = result.tier and say(lang, f"tiers.{result.tier}").capitalize()
    first = (
        say(lang, "tiers.why_target", tier=tier, value=value) if tier else say(lang, "numbers.why_target", value=value)
    )
    return render(
        *sheet_parts(Sheet(title, standing(result.workspace, lang), first=(first,), blocks=(steps,))), width=width
    )


def split_json(result: Split) -> Json:
    """Every file of the year with what happened or would happen to it."""
    files = sorted({*result.files, *result.stale})
    status = {file: _status(result, file, True) if file in result.stale else "unchanged" for file in files}
    return {
        "year": result.year,
        "written": result.written,
        "files": [{"file": f, "status": s} for f, s in status.items()],
    }


def why_json(result: Why) -> Json:
    """The receipt with all its numbers, so that it can be recomputed."""
    steps = [
        {"how": step.how, "message": {"id": step.said.id, "params": dict(step.said.params)}, "data": dict(step.data)}
        for step in result.steps
    ]
    return {
        "scope": result.scope,
        "metric": result.metric,
        "member": result.member,
        "period": period_json(result.period),
        "value": plain(result.value) if isinstance(result.value, Decimal) else exact_text(result.value),
        **scenario_json(result.workspace),
        **({"tier": result.tier} if result.tier else {}),
        "steps": steps,
    }


def _status(result: Split, file: str, check: bool) -> str:
    gone = result.stale[file] is None
    if result.written:
        return "removed" if gone else "written"
    if check:
        return "left_over" if gone else "stale"
    return "would_remove" if gone else "would_write"
