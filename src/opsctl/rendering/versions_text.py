"""Original beside current targets, and the versions between them, for a terminal and as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from opsctl.locales import listed, say
from opsctl.period import Period
from opsctl.planning.replans.plan_versions import PlanVersion
from opsctl.planning.shown.show import ShownTarget
from opsctl.rendering.exact_json import Json
from opsctl.rendering.names import scope_name
from opsctl.rendering.numbers import difference, exact
from opsctl.rendering.sheet import Block, Column
from opsctl.workspace import Workspace


def original_columns(
    targets: Sequence[ShownTarget],
    original: Sequence[ShownTarget],
    lang: str,
    currency: str,
    value: Callable[[ShownTarget], str],
) -> Iterator[Column]:
    """What each target was at first, and by how much it has moved; nothing where nothing has been re-planned."""
    if not original:
        return
    first = {target.metric: target for target in original}
    pairs = [(target, first.get(target.metric)) for target in targets]
    yield Column(say(lang, "replan.original"), tuple("—" if was is None else value(was) for _, was in pairs))
    moved = tuple("—" if was is None else _moved(now, now.value - was.value, lang, currency) for now, was in pairs)
    yield Column(say(lang, "replan.moved"), moved)


def _moved(target: ShownTarget, by: Fraction, lang: str, currency: str) -> str:
    added = target.aggregation in ("sum", "distinct")
    size = exact(by, target.unit, currency) if added else difference(by, target.unit, lang, currency)
    return f"+{size}" if by > 0 else size


def original_parts(metric: str, original: Sequence[ShownTarget]) -> dict[Period, Decimal]:
    """The parts and sums of one metric as they were at first; empty where nothing has been re-planned."""
    first = next((target for target in original if target.metric == metric), None)
    return {} if first is None else {**dict(first.parts), **dict(first.sums)}


def versions_block(workspace: Workspace, versions: Sequence[PlanVersion], lang: str) -> Block:
    """One row a version: from when, how, why, by whom, on which day, and whose."""
    replans = [each.replan for each in versions]
    heads = ("from", "how", "reason", "owner", "on", "scopes")
    cells = (
        tuple(each.from_.label for each in replans),
        tuple(f"{each.policy} · {each.share}" for each in replans),
        tuple(each.reason for each in replans),
        tuple(scope_name(workspace, each.owner, lang) for each in replans),
        tuple(each.on.isoformat() for each in replans),
        tuple(listed((scope_name(workspace, scope, lang) for scope in each.scopes), lang) for each in versions),
    )
    columns = [Column(say(lang, f"replan.{head}"), cell, right=False) for head, cell in zip(heads, cells, strict=True)]
    note = say(lang, "replan.frozen", first=replans[-1].from_.label)
    return Block(say(lang, "replan.versions"), tuple(columns), notes=(note,))


def versions_json(versions: Sequence[PlanVersion]) -> list[Json]:
    """The versions as data."""
    return [
        {
            "from": each.replan.from_.label,
            "policy": each.replan.policy,
            "share": each.replan.share,
            "reason": each.replan.reason,
            "owner": each.replan.owner,
            "on": each.replan.on.isoformat(),
            "scopes": list(each.scopes),
        }
        for each in versions
    ]
