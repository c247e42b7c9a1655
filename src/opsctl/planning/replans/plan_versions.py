"""The versions of a plan below a scope: from when, how, why, by whom and on which day, and whose sheets have them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from opsctl.period import Period
from opsctl.records.target import Replan
from opsctl.workspace import Workspace

Decision = tuple[Period, date, str, str, str, str]
"""From which month, on which day, how, who shares, by whom and why."""


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One decision to re-plan, and the scopes in whose sheets it stands."""

    replan: Replan
    scopes: tuple[str, ...]


def plan_versions(workspace: Workspace, scope: str, year: int) -> tuple[PlanVersion, ...]:
    """Every version of the scope and what is below it, the earliest first; one decision in many sheets is one."""
    found: dict[Decision, tuple[Replan, list[str]]] = {}
    for id_, sheet in workspace.all("target").items():
        owner = id_.removeprefix(f"{year}/")
        if owner != id_ and sheet.data.replan and scope in (owner, *workspace.above(owner)):
            for each in sheet.data.replan:
                # What each sheet has frozen is its own; the decision is what they have in common.
                decision = (each.from_, each.on, each.policy, each.share, each.owner, each.reason)
                found.setdefault(decision, (each, []))[1].append(owner)
    return tuple(PlanVersion(replan, tuple(owners)) for _, (replan, owners) in sorted(found.items(), key=_decision))


def _decision(entry: tuple[Decision, object]) -> Decision:
    return entry[0]
