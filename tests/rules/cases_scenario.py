"""Cases of what a scenario breaks that is right without it, whichever rule it is."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.cases_goal import HELD, TWO, sheet
from tests.rules.lines import Case

WHAT = "scenario-cannot-be-met"
SPLIT = sheet("company", "orders_paid: {value: 10, split: {weights: {a: 1, b: 1}}}")
TEAMS = "teams/north.yaml  {name: North, parent: company}\nteams/south.yaml  {name: South, parent: north}\n"
STAFF = TWO + "people/ann.yaml  {name: Ann, roles: [{role: owner, at: a, from: 2020-01-01}]}\n"


def changes(*changed: str) -> str:
    """Write a scenario."""
    return f"scenarios/x.yaml  {{name: X, reason: r, owner: li-na, changes: {{{', '.join(changed)}}}}}\n"


def goals(written: str, year: int = 2026) -> str:
    """Write a scenario that changes goals of the company."""
    return changes(f'"target:{year}/company": {{goals: {{{written}}}}}')


def at(*texts: str) -> tuple[str, ...]:
    """What the rule underlines in the scenario."""
    return tuple(f"scenarios/x.yaml: {text}" for text in texts)


CASES = (
    Case(WHAT, "less-than-is-held", TWO + HELD + goals("orders_paid: 4"), at("4")),
    Case(WHAT, "a-hold-that-is-too-large", TWO + HELD + goals("orders_paid: {split: {hold: {b: {value: 9, reason: r, owner: li-na, until: 2026-12-31}}}}"), at("{hold: {b: {value: …")),
    Case(WHAT, "the-split-is-lifted", SPLIT + TWO + sheet("a", "orders_paid: inherited") + goals("orders_paid: {split: ~}"), at("split")),
    Case(WHAT, "tiers-out-of-order", sheet("company", "orders_paid: {value: 10, floor: 8}") + goals("orders_paid: 7"), at("7")),
    Case(WHAT, "a-floor-above-its-goal", sheet("company", "orders_paid: {value: 10, floor: 8}") + goals("orders_paid: {floor: 11}"), at("11")),
    Case(WHAT, "a-team-below-itself", TEAMS + changes('"team:north": {parent: south}'), at("south")),
    Case(WHAT, "a-store-closes-with-its-goals", TWO + sheet("a", "orders_paid: 5") + changes('"store:a": {closed: 2025-06-30}'), at("2025-06-30", "2025-06-30")),
    Case(WHAT, "a-store-closes-with-its-people", STAFF + changes('"store:a": {closed: 2026-06-30}'), at("2026-06-30")),
    Case(WHAT, "all-at-once", STAFF + TEAMS + sheet("company", "orders_paid: {value: 10, floor: 8}") + changes('"target:2026/company": {goals: {orders_paid: 7}}', '"team:north": {parent: south}', '"store:a": {closed: 2026-06-30}', '"store:b": {name: New}'), at("7", "south", "2026-06-30")),
    Case(WHAT, "the-change-among-several-that-does-it", TWO + SPLIT + sheet("a", "visitors: 5") + changes('"target:2026/company": {goals: {orders_paid: 11}}', '"target:2026/a": {goals: {visitors: 6}}', '"store:b": {closed: 2025-12-31}', '"store:a": {name: New}'), at("2025-12-31")),
    Case(WHAT, "what-is-wrong-without-it-too", TWO + HELD.replace("value: 10", "value: 4") + goals("visitors: 4")),
    Case(WHAT, "what-is-wrong-without-it-by-more", TWO + HELD.replace("value: 10", "value: 4") + changes('"target:2026/company": {goals: {orders_paid: {split: {weights: {a: 2}}}}}')),
    Case(WHAT, "more-than-is-held", TWO + HELD + goals("orders_paid: 12")),
    Case(WHAT, "the-hold-is-lifted", TWO + HELD + goals("orders_paid: {value: 4, split: {hold: ~}}")),
    Case(WHAT, "another-year", TWO + HELD + sheet("company", "orders_paid: 5", 2027) + goals("orders_paid: 4", 2027)),
    Case(WHAT, "tiers-moved-together", sheet("company", "orders_paid: {value: 10, floor: 8}") + goals("orders_paid: {value: 7, floor: 6}")),
    Case(WHAT, "a-team-moved", TEAMS + changes('"team:south": {parent: company}')),
    Case(WHAT, "a-store-closes-and-its-people-leave", STAFF + changes('"store:a": {closed: 2026-06-30}', '"person:ann": {roles: [{role: owner, at: a, from: 2020-01-01, until: 2026-06-30}]}')),
    Case(WHAT, "cells-of-the-records-as-they-are", TWO + SPLIT + "targets/2026/company.csv  metric,tier,unit\n" + goals("orders_paid: 12")),
    Case(WHAT, "a-draft-is-only-warned-of", "targets/2026/company.yaml  {owner: li-na, status: draft, goals: {orders_paid: {value: 10, floor: 8}}}\n" + changes('"target:2026/company": {goals: {orders_paid: {floor: 8}}}')),
    Case(WHAT, "a-rule-that-is-off", "opsctl.yaml  {opsctl: 1, name: X, checks: {severity: {tiers-out-of-order: off}}}\n" + sheet("company", "orders_paid: {value: 10, floor: 8}") + goals("orders_paid: 7")),
    Case(WHAT, "a-rule-that-only-warns", "opsctl.yaml  {opsctl: 1, name: X, checks: {severity: {tiers-out-of-order: warning}}}\n" + sheet("company", "orders_paid: {value: 10, floor: 8}") + goals("orders_paid: 7")),
    Case(WHAT, "a-team-that-there-is-not-is-told-of-the-change", TWO + SPLIT + sheet("a", "orders_paid: inherited") + changes('"store:a": {team: nowhere}')),
    Case(WHAT, "an-unknown-metric-is-told-of-the-change", SPLIT + TWO + goals("orders_payed: 7")),
    Case(WHAT, "nothing-changes", TWO + SPLIT + changes()),
)  # fmt: skip
