"""`calendar show`: a period's curve, events and holidays."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from opsctl.commands.check import errors_of
from opsctl.commands.targets import period_named, scope_named
from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.period import Period
from opsctl.planning.curves.almanac import Almanac, Asked, almanac, settled
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CalendarResult:
    """What `calendar show` answers, and how many errors the records have."""

    workspace: Workspace
    almanac: Almanac
    errors: int = 0


def show_calendar(root: Path, asked_period: str, asked: Asked) -> CalendarResult:
    """Draw a period; OpsctlError for a period, scope, curve or platform that is not there."""
    loaded = load(root)
    workspace = loaded.workspace
    period = period_named(workspace, asked_period)
    if asked.scope is not None and (asked.curve is not None or asked.platform is not None):
        raise OpsctlError(message("calendar.scope_or_curve"), message("calendar.scope_or_curve_hint"))
    if asked.scope is not None:
        scope_named(workspace, asked.scope)
    _refuse_unknown(workspace, period, asked)
    drawn = almanac(workspace, period, settled(workspace, period, asked))
    return CalendarResult(workspace, drawn, len(errors_of(loaded)))


def _refuse_unknown(workspace: Workspace, period: Period, asked: Asked) -> None:
    calendars = [found.data for year in period.years if (found := workspace.get("calendar", f"{year}")) is not None]
    curves = sorted({name for calendar in calendars for name in calendar.curves})
    if asked.curve is not None and asked.curve not in curves:
        hint = message("calendar.curves", names=Listed(curves)) if curves else message("calendar.no_curves")
        raise OpsctlError(message("calendar.no_curve", curve=asked.curve, period=period.label), hint)
    windows = {name for calendar in calendars for event in calendar.events for name in event.windows}
    known = sorted({store.data.platform for store in workspace.all("store").values()} | windows - {"all"})
    if asked.platform is not None and asked.platform not in ("all", *known):
        hint = message("calendar.platforms", names=Listed(known) or "—")
        raise OpsctlError(message("calendar.no_platform", platform=asked.platform), hint)
