"""The sheets of a re-plan as text: a new version at the end of each one, and a sheet where a scope had none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading.appended import appended, listed
from opsctl.loading.quoting import quoted
from opsctl.loading.read import LoadResult
from opsctl.period import Period
from opsctl.planning.replans.remake import Policy
from opsctl.quantity import plain
from opsctl.records import BY_NAME
from opsctl.reviewing.closed import ClosedMonths
from opsctl.staffing.managers import manager_at

_KEY = "replan"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: from which month, how, why, by whom and on which day; `data` is where exports may lie too."""

    first: Period
    policy: Policy
    share: str
    reason: str
    owner: str
    on: date
    data: Path | None = None


def new_sheets(loaded: LoadResult, due: Mapping[str, ClosedMonths], asked: Asked) -> Iterator[tuple[str, str]]:
    """The text of every sheet with the version at its end; OpsctlError for one that has no place for it."""
    workspace, year = loaded.workspace, asked.first.start.year
    for scope, closed in sorted(due.items()):
        entry = _entry(asked, closed)
        sheet = workspace.sheet(scope, year)
        if sheet is None:
            owner = manager_at(workspace, scope, asked.on) or asked.owner
            yield BY_NAME["target"].file(f"{year}/{scope}"), f"owner: {quoted(owner)}\n" + listed(_KEY, entry, "\n")
            continue
        text = appended(loaded.sources, sheet.file, _KEY, entry)
        if text is None:
            raise OpsctlError(message("replan.no_place", file=sheet.file), message("replan.no_place_hint"))
        yield sheet.file, text


def _entry(asked: Asked, closed: ClosedMonths) -> list[str]:
    """The lines of one version, as people would write them."""
    return [
        f"from: {asked.first.label}",
        f"policy: {asked.policy}",
        f"share: {asked.share}",
        f"reason: {quoted(asked.reason)}",
        f"owner: {quoted(asked.owner)}",
        f"on: {asked.on.isoformat()}",
        "closed:",
        *(f"  {quoted(metric)}: {{{_months(months)}}}" for metric, months in closed.values.items()),
    ]


def _months(values: Mapping[Period, Decimal]) -> str:
    return ", ".join(f"{month.label}: {plain(value)}" for month, value in values.items())
