"""Findings that `waivers.yaml` allows until a day, and waivers that have run out or allow nothing any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from opsctl.checking.aside import Aside, addresses, may_be_set_aside
from opsctl.diagnostics import Diagnostic, Message, Place, Problem, message
from opsctl.records import SETTINGS_FILE
from opsctl.records.waiver import WAIVERS_FILE, Waiver
from opsctl.workspace import Finding, Workspace

_EXPIRED = "expired-waiver"
_UNUSED = "unused-waiver"


def waived(diagnostics: Iterable[Diagnostic], workspace: Workspace, today: date, active: Collection[str]) -> Aside:
    """Part the findings: a waiver counts for one rule on one record, on the days it covers."""
    known_as = addresses(workspace)
    waivers = workspace.waivers
    used: set[int] = set()
    kept: list[Diagnostic] = []
    away: list[Diagnostic] = []
    for each in diagnostics:
        address = known_as.get(each.file, each.file)
        hits = {at for at, waiver in enumerate(waivers) if _allows(waiver, each, address)}
        used |= hits
        (away if any(waivers[at].covers(today) for at in hits) else kept).append(each)
    return Aside(tuple(kept), tuple(away), tuple(_complaints(waivers, used, today, active)))


def _allows(waiver: Waiver, found: Diagnostic, address: str) -> bool:
    return (
        waiver.rule in (found.code, found.name)
        and waiver.record in (address, found.file)
        and found.file not in (WAIVERS_FILE, SETTINGS_FILE)
        and may_be_set_aside(found)
    )


def _complaints(waivers: tuple[Waiver, ...], used: set[int], today: date, active: Collection[str]) -> Iterator[Finding]:
    for at, waiver in enumerate(waivers):
        if today > waiver.until:
            said = message("rules.expired_waiver", until=str(waiver.until))
            yield _finding(_EXPIRED, at, "until", said)
        elif at not in used and waiver.rule in active:
            said = message("rules.unused_waiver", rule=waiver.rule, record=waiver.record)
            yield _finding(_UNUSED, at, "rule", said)


def _finding(rule: str, at: int, key: str, said: Message) -> Finding:
    return Finding(rule, Problem(Place(WAIVERS_FILE, ("waivers", at, key)), said))
