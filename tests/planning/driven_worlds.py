"""Companies whose sheet derives everything from one divided goal, for the laws of what follows."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from tests.planning.worlds import World, sheet

RATES = {"refund_rate": (1, 60), "cvr": (1, 9), "aov_buyer": (50, 400), "ad_cost_ratio": (1, 30)}
DERIVED = ("gmv_paid", "refund_amount", "buyers_paid", "visitors", "ad_spend", "visitors_paid", "visitors_free")


def rate(metric: str, number: int) -> str:
    """Write a ratio as people do."""
    return f"{number}" if metric == "aov_buyer" else f"{number}%"


@st.composite
def driven_worlds(draw: st.DrawFn) -> World:
    """Draw a company of teams and stores whose sheet derives all, some stores with a ratio or a month of their own."""
    teams: dict[str, dict[str, Any]] = {"company": {"name": "公司"}}
    for number in range(draw(st.integers(0, 2))):
        teams[f"team-{number}"] = {"name": "队", "parent": draw(st.sampled_from(list(teams)))}
    stores = {
        f"store-{n}": {"name": "店", "platform": "tmall", "team": draw(st.sampled_from(list(teams)))}
        for n in range(draw(st.integers(1, 5)))
    }
    world: World = {"team": teams, "store": stores, "target": {}}
    over = draw(st.sampled_from(("stores", "children")))
    places = [*stores, *teams]
    goals: dict[str, Any] = dict.fromkeys(DERIVED, "derived") | {"paid_traffic_share": "20%"}
    for metric, (low, high) in RATES.items():
        known = {place: rate(metric, draw(st.integers(low, high))) for place in places if draw(st.integers(0, 4))}
        goals[metric] = {"value": rate(metric, draw(st.integers(low, high)))} | (
            {"split": {"over": over, "relative": known}} if known else {}
        )
    total = draw(st.integers(0, 10**9))
    for team in teams:
        below = [id_ for id_, text in {**teams, **stores}.items() if text.get("parent", text.get("team")) == team]
        below = list(stores) if over == "stores" else below
        if below and (over == "children" or team == "company"):
            weights = {child: str(draw(st.integers(0, 9))) for child in below}
            weights[below[0]] = "3"
            net = {
                "value": f"{total // 100}" if team == "company" else "inherited",
                "split": {"over": over, "weights": weights},
            }
            world["target"][f"2026/{team}"] = sheet({"net_sales": net} | (goals if team == "company" else {}))
    for store in stores:
        own: dict[str, Any] = {}
        if draw(st.integers(0, 3)) == 3:
            metric = draw(st.sampled_from(list(RATES)))
            own[metric] = rate(metric, draw(st.integers(*RATES[metric])))
        if draw(st.integers(0, 3)) == 3:
            held = {"value": "1", "reason": "定", "owner": "li-na", "until": "2026-12-31"}
            metric = draw(st.sampled_from(("net_sales", "gmv_paid", "refund_amount", "visitors")))
            own[metric] = {"value": "inherited", "hold": {"2026-02": held}}
        if own:
            world["target"][f"2026/{store}"] = sheet(own)
    return world
