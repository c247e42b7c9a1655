"""
Small companies for the tests of the cascade: records as source text, built into a workspace in memory.

A world is a mapping of kind to id to the record as it would stand in a file, so a test can change a number, add a hold
or shuffle every key and build again.
"""

from __future__ import annotations

import random
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from opsctl.planning.cascade import Cascade, cascade
from opsctl.quantity import from_units, places, plain
from opsctl.records import BY_NAME
from opsctl.records.settings import Settings
from opsctl.workspace import Loaded, Workspace

World = dict[str, dict[str, dict[str, Any]]]
FEW = settings(max_examples=max(20, settings().max_examples // 2))
"""For laws that build a world several times: half of what the profile asks for."""
METRICS = ("net_sales", "visitors")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DIGITS = {"net_sales": 2, "gmv_paid": 2, "refund_amount": 2, "visitors": 0}


def built(world: World) -> Workspace:
    """Build the workspace, its records in the order of the world's keys."""
    records = [
        Loaded(kind, id_, BY_NAME[kind].file(id_), BY_NAME[kind].model.model_validate(text))
        for kind, texts in world.items()
        for id_, text in texts.items()
    ]
    return Workspace(Settings.model_validate({"opsctl": "1", "name": "测试公司"}), tuple(records))


def made(world: World | Workspace, year: int = 2026) -> Cascade:
    """Run the cascade of a world."""
    return cascade(world if isinstance(world, Workspace) else built(world), year)


def company(stores: dict[str, dict[str, Any]], goals: dict[str, Any], *, curve: str | None = None) -> World:
    """Write a company of stores right below it, with the goals of 2026 in its sheet."""
    texts = {id_: {"name": id_, "platform": "tmall", "team": "company"} | text for id_, text in stores.items()}
    return {
        "team": {"company": {"name": "公司"}},
        "store": texts,
        "target": {"2026/company": sheet(goals, curve=curve)},
    }


def sheet(goals: dict[str, Any], *, curve: str | None = None) -> dict[str, Any]:
    """Write a target sheet."""
    return {"owner": "li-na", "goals": goals} | ({"curve": curve} if curve else {})


def hold(units: int, metric: str = "net_sales") -> dict[str, str]:
    """Write a hold of so many smallest units."""
    return {"value": written(units, metric), "reason": "定了", "owner": "li-na", "until": "2026-12-31"}


def bounds(metric: str = "net_sales", **limits: int) -> dict[str, str]:
    """Write a floor, a cap or both in smallest units."""
    return {key: written(units, metric) for key, units in limits.items()} | {"reason": "上下限", "owner": "li-na"}


def written(units: int, metric: str) -> str:
    """Write smallest units of a metric as people write an amount."""
    return plain(from_units(units, _DIGITS[metric]))


def digits_of(workspace: Workspace, metric: str) -> int:
    """How many decimal places the metric's smallest unit has."""
    return places(workspace.metrics[metric].unit)


def changed(world: World, kind: str, id_: str, path: tuple[str, ...], value: Any) -> World:
    """Copy a world with one value set, making the mappings on the way."""
    copy = deepcopy(world)
    at: dict[str, Any] = copy.setdefault(kind, {})
    for key in (id_, *path[:-1]):
        at = at.setdefault(key, {})
    at[path[-1]] = value
    return copy


def shuffled(value: Any, chance: random.Random) -> Any:
    """Give every mapping another order of keys, at every depth."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    if isinstance(value, list):
        return [shuffled(entry, chance) for entry in value]
    return value


@st.composite
def calendars(draw: st.DrawFn, year: int) -> dict[str, Any]:
    """Draw a calendar of one curve, which may leave out months, with weekday factors and perhaps an event."""
    marks = sorted(draw(st.lists(st.integers(0, 100), min_size=11, max_size=11)))
    shares = [high - low for low, high in zip([0, *marks], [*marks, 100], strict=True)]
    factor = st.sampled_from(("0", "0.5", "1", "1.15", "3"))
    weekdays = {day: draw(factor) for day in draw(st.sets(st.sampled_from(WEEKDAYS)))}
    shape = {"months": {f"{month}": f"{share}%" for month, share in enumerate(shares, 1)}, "weekdays": weekdays}
    events = [_event(draw, year, "618")] if draw(st.booleans()) else []
    return {"curves": {"home": shape}, "events": events}


def _event(draw: st.DrawFn, year: int, name: str) -> dict[str, Any]:
    first = date(year, 1, 1) + timedelta(days=draw(st.integers(0, 340)))
    last = first + timedelta(days=draw(st.integers(0, 20)))
    lift = draw(st.sampled_from(("0", "0.35", "2.2", "7")))
    window = {"from": first.isoformat(), "until": last.isoformat(), "lift": lift}
    return {"id": name, "name": name, "windows": {draw(st.sampled_from(("all", "tmall", "jd"))): window}}


@st.composite
def worlds(draw: st.DrawFn, most: int = 10**9, year: int | None = None) -> World:
    """Draw a company of any shape, with goals of at most so many smallest units; not everything can be met."""
    year = draw(st.sampled_from((2026, 2028))) if year is None else year
    teams = _teams(draw)
    stores = _stores(draw, tuple(teams), year)
    world: World = {"team": teams, "store": stores, "target": {}}
    # Working out a curve takes longer than all the rest.
    if draw(st.integers(0, 2)) == 2:
        world["calendar"] = {f"{year}": draw(calendars(year))}
    for metric in draw(st.sampled_from((METRICS, *((metric,) for metric in METRICS)))):
        _split_from_the_top(draw, world, year, metric, draw(st.integers(0, most)))
    for store in stores:
        _limit_months(draw, world, year, store)
    world["target"][f"{year}/company"]["curve"] = "home"
    return world


def year_of(world: World) -> int:
    """The year of a world's sheets."""
    return int(next(iter(world["target"]))[:4])


def _teams(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    depth = {"company": 0}
    teams: dict[str, dict[str, Any]] = {"company": {"name": "公司"}}
    for number in range(draw(st.integers(0, 4))):
        parent = draw(st.sampled_from([team for team, level in depth.items() if level < 2]))
        depth[f"team-{number}"] = depth[parent] + 1
        teams[f"team-{number}"] = {"name": f"团队 {number}", "parent": parent}
    return teams


def _stores(draw: st.DrawFn, teams: tuple[str, ...], year: int) -> dict[str, dict[str, Any]]:
    stores: dict[str, dict[str, Any]] = {}
    for number in range(draw(st.integers(0, 6))):
        platform = draw(st.sampled_from(("tmall", "jd", "douyin")))
        text: dict[str, Any] = {"name": f"店 {number}", "platform": platform, "team": draw(st.sampled_from(teams))}
        # Mostly open all year; now and then a store opens or closes inside it, or was never open in it.
        for key, chance in (("opened", draw(st.integers(0, 9))), ("closed", draw(st.integers(0, 9)))):
            if chance >= 8:
                text[key] = (date(year, 1, 1) + timedelta(days=draw(st.integers(-40, 400)))).isoformat()
        stores[f"store-{number}"] = text
    return stores


def _below(world: World, scope: str, over: str) -> list[str]:
    """The scopes a split of that kind names: the stores at any depth, or all that is right below."""
    teams = [id_ for id_, team in world["team"].items() if team.get("parent") == scope]
    stores = [id_ for id_, store in world["store"].items() if store["team"] == scope]
    if over == "children":
        return teams + stores
    return stores + [store for team in teams for store in _below(world, team, over)]


def _split_from_the_top(draw: st.DrawFn, world: World, year: int, metric: str, total: int) -> None:
    """Split the company's goal over its stores, or step by step over its teams."""
    over = draw(st.sampled_from(("stores", "children")))
    for scope in world["team"]:
        goal: dict[str, Any] = {"value": written(total, metric) if scope == "company" else "inherited"}
        children = _below(world, scope, over)
        if children and (scope == "company" or over == "children"):
            goal["split"] = {"over": over} | _shares(draw, children, metric, total)
        if scope == "company" or "split" in goal:
            goals = world["target"].setdefault(f"{year}/{scope}", sheet({}))["goals"]
            goals[metric] = goal


def _shares(draw: st.DrawFn, children: list[str], metric: str, total: int) -> dict[str, Any]:
    weight = st.sampled_from(("1", "1", "2", "5.5", "55", "33.333", "0"))
    shares: dict[str, Any] = {"weights": {child: draw(weight) for child in children}}
    small = st.integers(0, total // len(children) // 2)
    if draw(st.integers(0, 3)) == 3:
        shares["hold"] = {draw(st.sampled_from(children)): hold(draw(small), metric)}
    if draw(st.integers(0, 3)) == 3:
        limit = {"at_least": draw(small)} if draw(st.booleans()) else {"at_most": total - draw(small)}
        shares["bounds"] = {draw(st.sampled_from(children)): bounds(metric, **limit)}
    return shares


def _limit_months(draw: st.DrawFn, world: World, year: int, store: str) -> None:
    if draw(st.integers(0, 4)) < 4:
        return
    metrics = world["target"][f"{year}/company"]["goals"]
    metric = draw(st.sampled_from(sorted(metrics)))
    total = int(metrics[metric]["value"].replace(".", ""))
    month = f"{year}-{draw(st.integers(1, 12)):02d}"
    goal: dict[str, Any] = {"value": "inherited"}
    if draw(st.booleans()):
        goal["hold"] = {month: hold(draw(st.integers(0, total // 1000)), metric)}
    else:
        goal["bounds"] = {month: bounds(metric, at_most=draw(st.integers(total // 20, total)))}
    world["target"][f"{year}/{store}"] = sheet({metric: goal})
