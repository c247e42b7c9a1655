"""Which re-plans stand behind the months of a sum: each version with the scopes below that were planned anew in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import attrgetter

from opsctl.diagnostics import message, some
from opsctl.planning.figures import amount
from opsctl.planning.months import Cell
from opsctl.planning.replans.replan import Version
from opsctl.planning.replans.replan_receipt import Told
from opsctl.workspace import Workspace

_MOST_NAMED = 5
_decided = attrgetter("from_", "policy", "share", "reason", "owner", "on")


def behind_sum(
    workspace: Workspace, cell: Cell, versions: Mapping[tuple[str, str], tuple[Version, ...]]
) -> Iterator[Told]:
    """Every version in a sum, the last first; stores that were planned anew for one reason are one version."""
    found: dict[tuple[int, object], dict[str, Version]] = {}
    for (scope, metric), own in sorted(versions.items()) if cell.parts else ():
        if metric == cell.metric and cell.scope in workspace.above(scope):
            for number, version in enumerate(own, 1):
                found.setdefault((number, _decided(version.replan)), {})[scope] = version
    for (number, _), scopes in sorted(found.items(), key=_when, reverse=True):
        yield _step(cell, number, scopes)


def _when(entry: tuple[tuple[int, object], Mapping[str, Version]]) -> tuple[object, ...]:
    replan = next(iter(entry[1].values())).replan
    return replan.from_.start, replan.on, entry[0][0], replan.reason, replan.owner


def _step(cell: Cell, number: int, scopes: Mapping[str, Version]) -> Told:
    replan = next(iter(scopes.values())).replan
    gap = sum(version.gap for version in scopes.values())
    said = message(
        "weighing.replans",
        scope=cell.scope, number=number, on=replan.on.isoformat(), owner=replan.owner, reason=replan.reason,
        first=replan.from_.label, policy=replan.policy, gap=amount(cell, gap), count=len(scopes),
        scopes=some([*scopes], _MOST_NAMED),
    )  # fmt: skip
    data = {
        "scope": cell.scope, "digits": cell.digits, "version": number, "from": replan.from_.label,
        "policy": replan.policy, "share": replan.share, "reason": replan.reason, "owner": replan.owner,
        "on": replan.on.isoformat(), "gap": gap, "gaps": {scope: version.gap for scope, version in scopes.items()},
    }  # fmt: skip
    return "replans", said, data
