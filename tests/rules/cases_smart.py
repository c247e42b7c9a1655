"""Cases of the rules that judge how smart a goal is: who can move it, how much it asks, what carries it."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.cases_goal import STRICT, STRICTEST, at, sheet
from tests.rules.lines import Case

W, S, R, Y, C = (
    "owner-without-influence", "sandbagged-goal", "ratio-without-denominator", "only-outcome-goals", "goal-beyond-capacity",
)  # fmt: skip
ROLES = (
    STRICT
    + "roles/head.yaml  {name: Head, owns: [gmv_paid]}\nroles/agent.yaml  {name: Agent, owns: [cvr], reports_to: head, capacity: {sessions: 10}}\n"
    + "people/ann.yaml  {name: Ann, roles: [{role: head, at: company, from: 2020-01-01}]}\n"
    + "people/bob.yaml  {name: Bob, roles: [{role: agent, at: company, from: 2020-01-01, until: 2026-06-30}]}\n"
)


def owned(owner: str, goals: str) -> str:
    """A sheet with that owner in a company of two."""
    return ROLES + f"targets/2026/company.yaml  {{owner: {owner}, goals: {{{goals}}}}}"


def years(before: str, now: str) -> str:
    """The goal of two sheets in a row."""
    return STRICT + sheet("company", before, 2025) + sheet("company", now)


BEFORE = "gmv_paid: {value: 110, baseline: {period: 2024, value: 100}}"
EACH = "gmv_paid: 1, orders_paid: 1"
SHOP = STRICT + "stores/a.yaml  {name: A, platform: tmall, team: company}\n"
# Half a year at 10 a working day, 5 of 7 days: about 1,293.
CASES = (
    Case(W, "another-role-owns-it", owned("bob", "gmv_paid: 1"), at("company", "gmv_paid")),
    Case(W, "owner-of-the-goal", owned("ann", "gmv_paid: {value: 1, owner: bob}"), at("company", "bob")),
    Case(
        W,
        "left-the-year-before",
        owned("bob", "cvr: {value: 1%}").replace("until: 2026-06-30", "until: 2025-06-30"),
        at("company", "cvr"),
    ),
    Case(W, "own-role", owned("ann", "gmv_paid: 1")),
    Case(W, "who-reports-to-the-owner", owned("ann", "cvr: {value: 1%}")),
    Case(W, "a-part-of-what-is-owned", owned("bob", "visitors: 1")),
    Case(W, "what-the-owned-is-a-part-of", owned("ann", "aov_buyer: 1")),
    Case(W, "nobody-owns-it", owned("bob", "content_views: 1")),
    Case(W, "inherited", owned("bob", "gmv_paid: inherited")),
    Case(W, "derived", owned("bob", "gmv_paid: derived")),
    Case(
        S,
        "a-fortieth",
        years(BEFORE, "gmv_paid: {value: 112, baseline: {period: 2025, value: 110}}"),
        at("company", "112"),
    ),
    Case(
        S,
        "down",
        years(
            "first_reply_sec: {value: 30, baseline: {period: 2024, value: 40}}",
            "first_reply_sec: {value: 29, baseline: {period: 2025, value: 30}}",
        ),
        at("company", "29"),
    ),
    Case(S, "enough", years(BEFORE, "gmv_paid: {value: 113, baseline: {period: 2025, value: 110}}")),
    Case(S, "with-a-reason", years(BEFORE, "gmv_paid: {value: 111, because: x, baseline: {period: 2025, value: 110}}")),
    Case(
        S, "no-year-before", STRICT + sheet("company", "gmv_paid: {value: 111, baseline: {period: 2025, value: 110}}")
    ),
    Case(
        S,
        "no-momentum",
        years(
            "gmv_paid: {value: 110, baseline: {period: 2024, value: 110}}",
            "gmv_paid: {value: 111, baseline: {period: 2025, value: 110}}",
        ),
    ),
    Case(
        S, "not-beyond-has-its-own-rule", years(BEFORE, "gmv_paid: {value: 109, baseline: {period: 2025, value: 110}}")
    ),
    Case(
        S,
        "baselines-of-other-years",
        years(
            "gmv_paid: {value: 110, baseline: {period: 2023, value: 100}}",
            "gmv_paid: {value: 111, baseline: {period: 2025, value: 110}}",
        ),
    ),
    Case(R, "alone", STRICTEST + sheet("company", "cvr: {value: 1%}"), at("company", "cvr")),
    Case(
        R,
        "with-the-numerator-only",
        STRICTEST + sheet("company", "cvr: {value: 1%}, buyers_paid: 1"),
        at("company", "cvr"),
    ),
    Case(R, "with-the-denominator", STRICTEST + sheet("company", "cvr: {value: 1%}, visitors: 1")),
    Case(R, "derived", STRICTEST + sheet("company", "cvr: {value: 1%}, buyers_paid: 1, visitors: derived")),
    Case(
        R,
        "below",
        STRICTEST + SHOP.removeprefix(STRICT) + sheet("company", "cvr: {value: 1%}") + sheet("a", "visitors: 1"),
    ),
    Case(
        R,
        "above",
        STRICTEST + SHOP.removeprefix(STRICT) + sheet("a", "cvr: {value: 1%}") + sheet("company", "visitors: 1"),
    ),
    Case(R, "an-amount", STRICTEST + sheet("company", "gmv_paid: 1")),
    Case(Y, "three-results", SHOP + sheet("a", f"{EACH}, buyers_paid: 1"), at("a", "goals")),
    Case(Y, "two-results", SHOP + sheet("a", EACH)),
    Case(Y, "with-work", SHOP + sheet("a", f"{EACH}, first_reply_sec: 1")),
    Case(Y, "with-a-link", SHOP + sheet("a", f"{EACH}, units_paid: {{value: 1, contributes_to: gmv_paid}}")),
    Case(Y, "inherited", SHOP + sheet("a", "gmv_paid: inherited, orders_paid: inherited, buyers_paid: inherited")),
    Case(Y, "a-team", STRICT + sheet("company", f"{EACH}, buyers_paid: 1")),
    Case(C, "second-half-has-nobody", owned("ann", "sessions: 1200"), at("company", "sessions")),
    Case(
        C,
        "half-the-time",
        owned("ann", "sessions: 1200").replace("until: 2026-06-30", "fte: 40%"),
        at("company", "sessions"),
    ),
    Case(C, "enough", owned("ann", "sessions: 2400").replace(", until: 2026-06-30", "")),
    Case(C, "nothing-asked", owned("ann", "gmv_paid: 1")),
    Case(C, "no-capacity", owned("ann", "sessions: 99999").replace(", capacity: {sessions: 10}", "")),
)
