"""How a re-plan made a scope's months: what was frozen, what is left, who shares it, and which months take it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opsctl.diagnostics import Listed, Message, Phrase, message
from opsctl.planning.figures import amount
from opsctl.planning.months import Cell
from opsctl.planning.replans.pooling import Pool
from opsctl.planning.replans.replan import Version, moved_years
from opsctl.workspace import Workspace

Told = tuple[str, Message, Mapping[str, object]]
"""How a number arose, the sentence and the data."""


def replan_steps(cell: Cell, versions: tuple[Version, ...]) -> Iterator[Told]:
    """Every version of a scope's own months, the last first, each from the months of the version before."""
    for number, version in reversed(list(enumerate(versions, 1))):
        yield _version_step(cell, number, version)
        # One that is held in a split shares with nobody and carries its own gap.
        if version.pool is not None and len(version.pool.shares) > 1 and not (version.reached or version.terms):
            yield _pool_step(cell, version, version.pool)


def moved_step(
    workspace: Workspace, cell: Cell, versions: Mapping[tuple[str, str], tuple[Version, ...]]
) -> Told | None:
    """By how much each scope below moved the year of a sum; None where the year is what it was."""
    moved = moved_years(workspace, versions).get((cell.scope, cell.metric), {})
    before = cell.year - sum(moved.values())
    if before == cell.year:
        return None
    said = message(
        "replan.why_moved",
        scope=cell.scope,
        before=amount(cell, before),
        after=amount(cell, cell.year),
        moved=Listed((Phrase(f"{scope} ", _signed(cell, units)) for scope, units in moved.items()), "; "),
    )
    data = {"scope": cell.scope, "digits": cell.digits, "units": cell.year, "before": before, "moved": moved}
    return "moved", said, data


def _version_step(cell: Cell, number: int, version: Version) -> Told:
    replan, begin = version.replan, len(version.closed)
    year = replan.from_.start.year
    labels = [f"{year}-{month:02d}" for month in range(begin + 1, 13)]
    left = zip(labels, version.left.planned, version.months[begin:], strict=True)
    shown = Listed((_row(cell, label, was, now) for label, was, now in left), "; ")
    kind: str = "reached" if version.reached else replan.policy
    if kind == "spread" and version.left.weights == version.left.planned:
        kind = "spread_alike"
    if version.terms:
        kind = "left"
    said = message(
        f"replan.why_{kind}",
        number=number, first=replan.from_.label, owner=replan.owner, on=replan.on.isoformat(), reason=replan.reason,
        closed=amount(cell, sum(version.closed)), planned=amount(cell, sum(version.before[:begin])),
        gap=amount(cell, version.gap), was=amount(cell, version.left.total), rest=amount(cell, version.rest),
        months=shown, sum=_sum_text(version),
    )  # fmt: skip
    data = {
        "scope": cell.scope, "digits": cell.digits, "version": number, "from": replan.from_.label,
        "policy": replan.policy, "share": replan.share, "reason": replan.reason, "owner": replan.owner,
        "on": replan.on.isoformat(), "before": list(version.before), "closed": list(version.closed),
        "gap": version.gap, "planned": version.left.total, "units": version.rest, "reached": version.reached,
        "weights": list(version.left.weights), "at_least": list(version.left.least),
        "at_most": list(version.left.most), "results": list(version.months),
        "terms": [{"metric": id_, "sign": sign, "months": list(months)} for id_, sign, months in version.terms],
    }  # fmt: skip
    return "replan", said, data


def _sum_text(version: Version) -> str:
    return "".join(f" {'-' if sign < 0 else '+'} {id_}" for id_, sign, _ in version.terms).removeprefix(" + ")


def _pool_step(cell: Cell, version: Version, pool: Pool) -> Told:
    shares = pool.shares
    shown = (_row(cell, scope, pool.planned[scope], shares[scope]) for scope in shares)
    said = message(
        "replan.why_pool",
        scope=cell.scope, rest=amount(cell, pool.rest), share=amount(cell, version.rest),
        shares=Listed(shown, "; "),
    )  # fmt: skip
    data = {
        "scope": cell.scope, "digits": cell.digits, "total": pool.rest, "units": version.rest,
        "weights": dict(pool.planned), "at_least": {scope: least for scope, (least, _) in pool.rooms.items()},
        "at_most": {scope: most for scope, (_, most) in pool.rooms.items()}, "results": dict(shares),
    }  # fmt: skip
    return "pool", said, data


def _signed(cell: Cell, units: int) -> Phrase:
    return Phrase("+" if units > 0 else "", amount(cell, units))


def _row(cell: Cell, label: str, before: int, after: int) -> Phrase:
    return Phrase(f"{label} ", amount(cell, before), " → ", amount(cell, after))
