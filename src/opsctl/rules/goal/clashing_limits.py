"""
A hold or bound contradicts another one on the same period or child.

A floor above its cap leaves no number, and so do two that lie between the same two cents. A hold wins over the bounds
of its period without a word, so a hold outside them breaks a promise that is still written down.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    bounds:
      2026-06: {at_least: 130万, at_most: 118万, reason: 备货上限, owner: li-na}
      2026-11: {at_most: 250万, reason: 备货上限, owner: li-na}
    hold:
      2026-11: {value: 260万, reason: 双 11 已签, owner: li-na, until: 2026-11-30}
```

```text
targets/2026/company.yaml:6:27: error GOAL109 clashing-limits: for 2026-06 no number lies between at least 1300000 and at most 1180000; a floor below its cap is expected, change one of them
    6 |       2026-06: {at_least: 130万, at_most: 118万, reason: 备货上限, owner: li-na}
      |                           ^^^^^
  → targets/2026/company.yaml:6:42: at most 1180000 is here

targets/2026/company.yaml:9:24: error GOAL109 clashing-limits: 2026-11 is held at 2600000, above its cap of 2500000; a hold inside its bounds is expected, change one of them
    9 |       2026-11: {value: 260万, reason: 双 11 已签, owner: li-na, until: 2026-11-30}
      |                        ^^^^^
  → targets/2026/company.yaml:7:26: the limit 2500000 is here
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    bounds:
      2026-06: {at_least: 110万, at_most: 118万, reason: 备货上限, owner: li-na}
      2026-11: {at_most: 270万, reason: 备货上限, owner: li-na}
    hold:
      2026-11: {value: 260万, reason: 双 11 已签, owner: li-na, until: 2026-11-30}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from opsctl.diagnostics import Problem, Severity, message
from opsctl.metrics import additive
from opsctl.quantity import places
from opsctl.records.target import Bounds, Hold
from opsctl.rules.sheets import Standing, standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL109"
NAME = "clashing-limits"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every pair of limits that no number meets."""
    for each in standing_goals(workspace):
        goal = each.goal
        bounds = {period.label: bound for period, bound in goal.bounds.items()}
        yield from _clashes(each, (), bounds, {period.label: held for period, held in goal.hold.items()})
        if goal.split is not None:
            yield from _clashes(each, ("split",), goal.split.bounds, goal.split.hold)


def _clashes(
    each: Standing, path: tuple[str, ...], bounds: Mapping[str, Bounds], holds: Mapping[str, Hold]
) -> Iterator[Problem]:
    for key, bound in bounds.items():
        least, most, held = bound.at_least, bound.at_most, holds.get(key)
        at = (*path, "bounds", key)
        if least is not None and most is not None and not _has_room(each, least, most):
            numbers = {"least": each.shown(least), "most": each.shown(most)}
            related = ((each.at(*at, "at_most"), message("rules.clashing_limits_most", most=each.shown(most))),)
            yield Problem(each.at(*at, "at_least"), message("rules.clashing_limits", key=key, **numbers), related)
        elif most is not None and least is None and held is None and most < 0 and _divided(each):
            said = message("rules.clashing_limits_below_zero", key=key, most=each.shown(most))
            yield Problem(each.at(*at, "at_most"), said)
        elif held is not None and least is not None and held.value < least:
            yield _outside(each, path, key, held.value, "at_least", least)
        elif held is not None and most is not None and held.value > most:
            yield _outside(each, path, key, held.value, "at_most", most)


def _divided(each: Standing) -> bool:
    """Whether the metric is divided, so that a part without a floor of its own gets 0 or more."""
    return each.metric is not None and additive(each.metric)


def _has_room(each: Standing, least: Decimal, most: Decimal) -> bool:
    """Whether some number lies between both, in whole smallest units where the metric is divided in them."""
    if each.metric is None or not _divided(each):
        return least <= most
    scale: int = 10 ** places(each.metric.unit)
    return ceil(Fraction(least) * scale) <= floor(Fraction(most) * scale)


def _outside(each: Standing, path: tuple[str, ...], key: str, held: Decimal, name: str, limit: Decimal) -> Problem:
    said = message(f"rules.clashing_limits_{name}", key=key, held=each.shown(held), limit=each.shown(limit))
    related = ((each.at(*path, "bounds", key, name), message("rules.clashing_limits_bound", limit=each.shown(limit))),)
    return Problem(each.at(*path, "hold", key, "value"), said, related)
