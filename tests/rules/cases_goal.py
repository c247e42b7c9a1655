"""Cases of the rules about goals, their sums and their cells."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.lines import Case

from opsctl.checking.explain import page_of
from opsctl.rules.goal import stale_cells

B, S, P = "goal-without-baseline", "children-do-not-add-up", "impossible-split"
D, F, C = "goal-not-derivable", "finer-than-the-unit", "stale-cells"
T, OPEN, L, H = "tiers-out-of-order", "scope-not-open", "clashing-limits", "hold-ends-too-early"
R, N, W, G = "division-of-a-ratio", "view-shares-not-100", "child-without-weight", "growth-without-reason"
Y, A, Z, V = "goal-not-beyond-baseline", "baseline-not-before", "baseline-of-another-length", "vague-statement"
Q, M, X, U = "rate-above-100", "too-many-goals", "orphan-goal", "goal-without-guardrail"
NET, AGAINST = "net-goal-without-refund-rate", "contradicting-goals"
TIER = "tier-not-in-proportion"
K, RING, J, E = "guardrail-against-goal", "circular-contribution", "inherited-from-nowhere", "currency-without-rate"
UR = "unusable-rate"
DOLLARS = "stores/a.yaml  {name: A, platform: jd, team: company, currency: USD}\n"
BESIDE, KEY, NOBODY = "number-beside-share", "unusable-split-key", "unassigned-target"
RO, RC, RS = "replan-out-of-order", "replan-changes-a-closed-month", "replan-shared-by-some"
RW, RY = "replan-without-months", "year-moved-by-replan"
PC, BZ = "percent-for-an-amount", "ratio-below-zero"
STRICT = "opsctl.yaml  {opsctl: 1, name: A, rigor: standard}\n"
STRICTEST = STRICT.replace("standard", "strict")
TWO = (
    "stores/a.yaml  {name: A, platform: tmall, team: company}\nstores/b.yaml  {name: B, platform: jd, team: company}\n"
)
SEVEN = [f"{id_}: 1" for id_ in ("gmv_paid", "orders_paid", "units_paid", "visitors", "page_views", "visits", "clicks")]
BASE = "baseline: {period: 2025, value: 1}"
CELLS = dict(page_of(stale_cells).passes)["targets/2026/company.csv"].strip().replace("\n", ";")
FRESH = f"targets/2026/company.csv  {CELLS}\n"
EMPTY = f"targets/2026/%s.csv  {CELLS.partition(';')[0]}\n"

PEOPLE = (
    STRICT + "roles/buyer.yaml  {name: B, owns: [uv, cvr]}\nstores/a.yaml  {name: A, platform: jd, team: company}\n"
)


def sheet(scope: str, goals: str, year: int = 2026) -> str:
    """Write a target sheet."""
    return f"targets/{year}/{scope}.yaml  {{owner: li-na, goals: {{{goals}}}}}\n"


def held(value: str) -> str:
    """Write a hold."""
    return f"{{value: {value}, reason: r, owner: li-na, until: 2026-12-31}}"


def at(scope: str, text: str) -> tuple[str, ...]:
    """What a rule underlines in a sheet."""
    return (f"targets/2026/{scope}.yaml: {text}",)


RATES = sheet(
    "company",
    "net_sales: {value: 1_000_000, split: {weights: {a: 1, b: 1}}}, refund_rate: 12%, gmv_paid: derived, refund_amount: derived, aov_buyer: 100, buyers_paid: derived, cvr: 2%, visitors: derived",
)
HELD = sheet("company", f"orders_paid: {{value: 10, split: {{weights: {{a: 1, b: 1}}, hold: {{a: {held('5')}}}}}}}")


def limit(value: str) -> str:
    """Write a bound."""
    return f"{{{value}, reason: r, owner: li-na}}"


def again(scope: str, *versions: str, goals: str = "orders_paid: 1200") -> str:
    """Write a target sheet that was re-planned: each version as its month, a space and what else it says."""
    entries = (version.partition(" ") for version in versions)
    written = (f"{{from: {first}, reason: r, owner: li-na, on: {first}-02, {rest}}}" for first, _, rest in entries)
    return f"targets/2026/{scope}.yaml  {{owner: li-na, goals: {{{goals}}}, replan: [{', '.join(written)}]}}\n"


def closed(*values: object, metric: str = "orders_paid") -> str:
    """Write the numbers of the closed months, from January on."""
    return f"closed: {{{metric}: {{" + ", ".join(f"2026-{at:02d}: {value}" for at, value in enumerate(values, 1)) + "}}"


def standard(goals: str, scope: str = "company") -> str:
    """A sheet in a workspace of standard rigor."""
    return STRICT + sheet(scope, goals)


def split(policy: str, more: str = "weights: {a: 1, b: 1}") -> str:
    """Two stores over which the company divides 100 visitors."""
    return TWO + sheet("company", f"visitors: {{value: 100, split: {{{more}, policy: {policy}}}}}")


def works(id_: str, place: str, more: str = "", role: str = "buyer") -> str:
    """Somebody who holds a role from before the year."""
    return f"people/{id_}.yaml  {{name: {id_}, roles: [{{role: {role}, at: {place}, from: 2025-01-01{more}}}]}}\n"


CASES = (
    Case(B, "amount", STRICT + sheet("company", "gmv_paid: 1"), ("targets/2026/company.yaml: gmv_paid",)),
    Case(B, "ratio", STRICT + sheet("company", "cvr: {value: 1%}"), ("targets/2026/company.yaml: cvr",)),
    Case(B, "derived", STRICT + sheet("company", "gmv_paid: derived")),
    Case(B, "inherited", STRICT + sheet("company", "gmv_paid: {value: inherited}")),
    Case(B, "with-baseline", STRICT + sheet("company", f"gmv_paid: {{value: 1, {BASE}}}")),
    Case(B, "at-the-start", sheet("company", "gmv_paid: 1")),
    Case(B, "off", "opsctl.yaml  {opsctl: 1, name: A, rigor: strict, checks: {severity: {goal-without-baseline: off}}}\n"
         + sheet("company", "gmv_paid: 1")),
    Case(S, "less", TWO + sheet("company", "gmv_paid: 100") + sheet("a", "gmv_paid: 50") + sheet("b", "gmv_paid: 49.99"),
         ("targets/2026/company.yaml: gmv_paid",)),
    Case(S, "less-than-at-least", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 1, b: 1}, "
         "policy: at_least}}") + sheet("a", "gmv_paid: 40") + sheet("b", "gmv_paid: 59"), ("targets/2026/company.yaml: 100",)),
    Case(S, "one-typed-beside-a-split", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 1, b: 1}}}")
         + sheet("a", "gmv_paid: 60"), ("targets/2026/company.yaml: 100",)),
    Case(S, "equal", TWO + sheet("company", "gmv_paid: 100") + sheet("a", "gmv_paid: 50") + sheet("b", "gmv_paid: 50.00")),
    Case(S, "split", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 1, b: 2}}}")),
    Case(S, "inherited", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 1, b: 2}}}")
         + sheet("a", "gmv_paid: inherited")),
    Case(S, "more-than-at-least", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 1, b: 1}, "
         "policy: at_least}}") + sheet("a", "gmv_paid: 60") + sheet("b", "gmv_paid: 60")),
    Case(S, "aligned", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 1, b: 1}, policy: aligned}}")
         + sheet("a", "gmv_paid: 1")),
    Case(S, "ratios", TWO + sheet("company", "cvr: 5%") + sheet("a", "cvr: 3%") + sheet("b", "cvr: 1%")),
    Case(S, "no-children", sheet("company", "gmv_paid: 100")),
    Case(S, "a-child-s-sheet-is-unreadable", TWO + sheet("company", "gmv_paid: 100") + sheet("a", "gmv_paid: 50")
         + "targets/2026/b.yaml  {goals: {gmv_paid: 50}}"),
    Case(S, "a-child-with-a-sheet-is-unreadable", TWO.replace("platform: jd", "plattform: jd") + sheet("company", "gmv_paid: 100")
         + sheet("a", "gmv_paid: 50") + sheet("b", "gmv_paid: 50")),
    Case(S, "the-metric-is-unreadable", TWO + "metrics/samples.yaml  {unit: furlongs}\n" + sheet("company", "samples: 100")),
    Case(S, "the-calendar-is-unreadable", TWO + "calendar/2026.yaml  {corves: {}}\n" + sheet("company", "gmv_paid: 100")
         + sheet("a", "gmv_paid: 50")),
    Case(P, "holds", TWO + sheet("company", f"gmv_paid: {{value: 100, split: {{weights: {{a: 1, b: 1}}, hold: {{a: {held('101')}}}}}}}"),
         ("targets/2026/company.yaml: {weights: {a: 1, b:…",)),
    Case(P, "fixed-months", TWO + sheet("company", "gmv_paid: {value: 1200, fix: months, split: {weights: {a: 1, b: 1}}}")),
    Case(P, "fixed-months-that-clash", TWO
         + sheet("company", "gmv_paid: {value: 1200, fix: months, split: {weights: {a: 1, b: 1}}}")
         + sheet("a", f"gmv_paid: {{value: inherited, hold: {{2026-06: {held('101')}}}}}"), at("company", "months")),
    Case(P, "fixed-months-with-nothing-below", sheet("company", "gmv_paid: {value: 1200, fix: months}"),
         at("company", "months")),
    Case(P, "no-weights", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 0}}}"), ("targets/2026/company.yaml: {weights: {a: 0}}",)),
    Case(P, "hold-of-a-quarter", sheet("company", f"gmv_paid: {{value: 100, hold: {{2026-Q1: {held('10')}}}}}"), ("targets/2026/company.yaml: 2026-Q1",)),
    Case(P, "holds-of-months", sheet("company", f"gmv_paid: {{value: 100, hold: {{2026-01: {held('60')}, 2026-02: {held('60')}}}}}"),
         ("targets/2026/company.yaml: gmv_paid",)),
    Case(P, "a-rate-that-leaves-nothing", TWO + RATES + sheet("a", "refund_rate: 120%"), at("a", "refund_rate")),
    Case(P, "a-rate-of-everything", TWO + RATES + sheet("b", "refund_rate: 100%"), at("b", "refund_rate")),
    Case(P, "a-conversion-of-next-to-nothing", TWO + RATES + sheet("b", "cvr: 0.0001%"), at("b", "cvr")),
    Case(P, "a-rate-that-leaves-enough", TWO + RATES + sheet("a", "refund_rate: 15%")),
    Case(P, "a-conversion-that-leaves-enough", TWO + RATES + sheet("a", "cvr: 2.5%")),
    Case(P, "a-rate-of-nothing", TWO + RATES + sheet("a", "refund_rate: 0%")),
    Case(P, "rates-of-both", TWO + RATES + sheet("a", "refund_rate: 11%") + sheet("b", "cvr: 1.9%")),
    Case(P, "holds-that-fit", TWO + sheet("company", f"gmv_paid: {{value: 100, split: {{weights: {{a: 1, b: 1}}, hold: {{a: {held('100')}}}}}}}")),
    Case(P, "months-that-fit", sheet("company", f"gmv_paid: {{value: 100, hold: {{2026-01: {held('60')}}}}}")),
    Case(P, "no-split", sheet("company", "gmv_paid: 100")),
    Case(P, "zero", TWO + sheet("company", "gmv_paid: {value: 0, split: {weights: {a: 1, b: 1}}}")),
    Case(P, "one-child-without-weight", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 1}}}")),
    Case(D, "nothing-leads-there", sheet("company", "gmv_paid: derived, visitors: 5"), ("targets/2026/company.yaml: gmv_paid",)),
    Case(D, "one-part-only", sheet("company", "buyers_paid: derived, gmv_paid: 88"), ("targets/2026/company.yaml: buyers_paid",)),
    Case(D, "from-two", sheet("company", "gmv_paid: derived, net_sales: 88, refund_rate: 12%")),
    Case(D, "from-a-chain", sheet("company", "visitors: derived, gmv_paid: 198, aov_buyer: 198, cvr: 1%")),
    Case(D, "all-refunded", sheet("company", "gmv_paid: derived, net_sales: 88, refund_rate: 100%"), ("targets/2026/company.yaml: gmv_paid",)),
    Case(D, "nearly-all-refunded", sheet("company", "gmv_paid: derived, net_sales: 88, refund_rate: 99%")),
    Case(D, "typed", sheet("company", "gmv_paid: 100")),
    Case(F, "half-an-order", sheet("company", "orders_paid: 1.5"), ("targets/2026/company.yaml: orders_paid",)),
    Case(F, "tenth-of-a-cent", sheet("company", "gmv_paid: {value: 1.001}"), ("targets/2026/company.yaml: 1.001",)),
    Case(F, "cents", sheet("company", "gmv_paid: 1.01")),
    Case(F, "trailing-zeros", sheet("company", "orders_paid: 1.50万, gmv_paid: 1.1000")),
    Case(F, "ratio", sheet("company", "cvr: 1.23456%")),
    Case(C, "differs", sheet("company", "orders_paid: 1300") + FRESH, ("targets/2026/company.csv: ",)),
    Case(C, "none-at-all", sheet("company", "orders_paid: 1200"), ("targets/2026/company.yaml: {owner: li-na, goal…",)),
    Case(C, "one-missing", TWO + sheet("a", "orders_paid: 1200") + FRESH, ("targets/2026/a.csv: ",)),
    Case(C, "surplus", sheet("company", "orders_paid: 1200") + FRESH + EMPTY % "old", ("targets/2026/old.csv: ",)),
    Case(C, "no-sheets-any-more", EMPTY % "company", ("targets/2026/company.csv: ",)),
    Case(C, "several-are-told-once", TWO + sheet("a", "orders_paid: 1300") + FRESH + EMPTY % "old", ("targets/2026/company.csv: ",)),
    Case(C, "fresh-above-and-below", TWO + sheet("a", "orders_paid: 1200") + FRESH + FRESH.replace("/company.", "/a.")),
    Case(C, "fresh", sheet("company", "orders_paid: 1200") + FRESH),
    Case(C, "no-goals", "targets/2026/company.yaml  {owner: li-na}"),
    Case(C, "ratios-only", sheet("company", "cvr: 1%")),
    Case(C, "no-sheets", TWO),
    Case(C, "the-cascade-has-findings", sheet("company", "orders_paid: 1300, gmv_paid: derived") + FRESH),
    Case(C, "a-sheet-is-unreadable", TWO + sheet("company", "orders_paid: 1300") + FRESH + "targets/2026/a.yaml  {}"),
    Case(T, "stretch-below-the-value", sheet("company", "gmv_paid: {value: 10, stretch: 9}"), at("company", "9")),
    Case(T, "floor-above-the-value", sheet("company", "gmv_paid: {value: 10, floor: 11, stretch: 12}"), at("company", "11")),
    Case(T, "lower-is-better", sheet("company", "refund_rate: {value: 12%, floor: 11%, stretch: 13%}"), at("company", "11%") + at("company", "13%")),
    Case(T, "floor-above-the-stretch-of-a-derived-goal", sheet("company", "gmv_paid: {value: derived, floor: 11, stretch: 9}"), at("company", "9")),
    Case(T, "floor-above-what-is-inherited", TWO + sheet("company", "orders_paid: {value: 10, split: {weights: {a: 1, b: 1}}}") + sheet("a", "orders_paid: {value: inherited, floor: 6}"), at("a", "6")),
    Case(T, "stretch-below-what-is-derived", sheet("company", "gmv_paid: 10, aov_buyer: 2, buyers_paid: {value: derived, stretch: 4}"), at("company", "4")),
    Case(T, "less-is-better-and-the-floor-is-less", TWO + sheet("company", "refund_amount: {value: 10, split: {weights: {a: 1, b: 1}}}") + sheet("a", "refund_amount: {value: inherited, floor: 4}"), at("a", "4")),
    Case(TIER, "a-floor-of-its-own", sheet("company", "orders_paid: {value: 10, floor: 8}")),
    Case(TIER, "a-floor-below-a-split-without-one", TWO + sheet("company", "orders_paid: {value: 10, split: {weights: {a: 1, b: 1}}}") + sheet("a", "orders_paid: {value: inherited, floor: 3}")),
    Case(TIER, "another-tier", TWO + sheet("company", "orders_paid: {value: 10, floor: 8, split: {weights: {a: 1, b: 1}}}") + sheet("a", "orders_paid: {value: inherited, stretch: 9}")),
    Case(F, "tiers-in-whole-units", sheet("company", "orders_paid: {value: 10, floor: 9, stretch: 12}, gmv_paid: {value: 10, floor: 9.99}")),
    Case(F, "a-tier-of-a-ratio", sheet("company", "cvr: {value: 1%, floor: 0.12345%}")),
    Case(T, "around-what-is-inherited", TWO + sheet("company", "orders_paid: {value: 10, split: {weights: {a: 1, b: 1}}}") + sheet("a", "orders_paid: {value: inherited, floor: 5, stretch: 6}")),
    Case(T, "around-what-is-derived", sheet("company", "gmv_paid: 10, aov_buyer: 2, buyers_paid: {value: derived, floor: 4, stretch: 5}")),
    Case(T, "less-is-better-and-falling", TWO + sheet("company", "refund_amount: {value: 10, split: {weights: {a: 1, b: 1}}}") + sheet("a", "refund_amount: {value: inherited, floor: 6, stretch: 5}")),
    Case(TIER, "another-floor", TWO + sheet("company", "orders_paid: {value: 10, floor: 8, split: {weights: {a: 1, b: 1}}}") + sheet("a", "orders_paid: {value: inherited, floor: 3}"), at("a", "3")),
    Case(TIER, "its-share", TWO + sheet("company", "orders_paid: {value: 10, floor: 8, split: {weights: {a: 1, b: 1}}}") + sheet("a", "orders_paid: {value: inherited, floor: 4}")),
    Case(TIER, "more-where-more-may-be", TWO + sheet("company", "orders_paid: {value: 10, floor: 8, split: {weights: {a: 1, b: 1}, policy: at_least}}") + sheet("a", "orders_paid: {value: inherited, floor: 5}")),
    Case(TIER, "nothing-to-follow", sheet("company", "orders_paid: {value: 0, stretch: 8}"), at("company", "8")),
    Case(F, "a-tier-too-fine", sheet("company", "orders_paid: {value: 10, stretch: 12.5}"), at("company", "12.5")),
    Case(T, "rising", sheet("company", "gmv_paid: {value: 10, floor: 9, stretch: 11}")),
    Case(T, "falling", sheet("company", "refund_rate: {value: 12%, floor: 13%, stretch: 11%}")),
    Case(T, "all-equal", sheet("company", "gmv_paid: {value: 10, floor: 10, stretch: 10}")),
    Case(T, "in-a-band", sheet("company", "ad_spend: {value: 10, floor: 12, stretch: 11}")),
    Case(T, "unknown-metric", sheet("company", "happiness: {value: 10, floor: 12}")),
    Case(OPEN, "closed-before", "stores/a.yaml  {name: A, platform: tmall, team: company, closed: 2025-12-31}\n" + sheet("a", "cvr: 1%"), at("a", "{owner: li-na, goal…")),
    Case(OPEN, "opens-after", "stores/a.yaml  {name: A, platform: tmall, team: company, opened: 2027-01-01}\n" + sheet("a", "cvr: 1%"), at("a", "{owner: li-na, goal…")),
    Case(OPEN, "person-without-a-role", "people/bo.yaml  {name: Bo, roles: [{role: owner, at: company, from: 2027-01-01}]}\n" + sheet("bo", "cvr: 1%"), at("bo", "{owner: li-na, goal…")),
    Case(OPEN, "closes-in-the-year", "stores/a.yaml  {name: A, platform: tmall, team: company, closed: 2026-01-01}\n" + sheet("a", "cvr: 1%")),
    Case(OPEN, "opens-on-the-last-day", "stores/a.yaml  {name: A, platform: tmall, team: company, opened: 2026-12-31}\n" + sheet("a", "cvr: 1%")),
    Case(OPEN, "no-dates", TWO + sheet("a", "cvr: 1%")),
    Case(OPEN, "person-who-leaves-in-the-year", "people/bo.yaml  {name: Bo, roles: [{role: owner, at: company, from: 2020-01-01, until: 2026-01-01}]}\n" + sheet("bo", "cvr: 1%")),
    Case(OPEN, "scope-that-is-not-there", sheet("nowhere", "cvr: 1%")),
    Case(L, "bounds-crossed", sheet("company", f"gmv_paid: {{value: 9, bounds: {{2026-06: {limit('at_least: 3, at_most: 2')}}}}}"), at("company", "3")),
    Case(L, "no-whole-unit-between", sheet("company", f"orders_paid: {{value: 9, bounds: {{2026-06: {limit('at_least: 1.2, at_most: 1.8')}}}}}"), at("company", "1.2")),
    Case(L, "hold-below-the-floor-of-a-child", TWO + sheet("company", f"gmv_paid: {{value: 9, split: {{weights: {{a: 1, b: 1}}, hold: {{a: {held('3')}}}, bounds: {{a: {limit('at_least: 4')}}}}}}}"), at("company", "3")),
    Case(L, "hold-above-the-cap", sheet("company", f"gmv_paid: {{value: 9, hold: {{2026-06: {held('3')}}}, bounds: {{2026-06: {limit('at_most: 2')}}}}}"), at("company", "3")),
    Case(L, "hold-on-the-bound", sheet("company", f"gmv_paid: {{value: 9, hold: {{2026-06: {held('3')}}}, bounds: {{2026-06: {limit('at_least: 3, at_most: 3')}}}}}")),
    Case(L, "other-months", sheet("company", f"gmv_paid: {{value: 9, hold: {{2026-07: {held('3')}}}, bounds: {{2026-06: {limit('at_most: 2')}}}}}")),
    Case(L, "floor-only", sheet("company", f"gmv_paid: {{value: 9, bounds: {{2026-06: {limit('at_least: 3')}}}}}")),
    Case(L, "halves-of-a-rate", sheet("company", f"cvr: {{value: 1%, bounds: {{2026-06: {limit('at_least: 0.012, at_most: 0.013')}}}}}")),
    Case(L, "bounds-of-a-child", TWO + sheet("company", f"gmv_paid: {{value: 9, split: {{weights: {{a: 1, b: 1}}, bounds: {{a: {limit('at_least: 4, at_most: 5')}}}}}}}")),
    Case(L, "cap-below-zero", sheet("company", f"gmv_paid: {{value: 9, bounds: {{2026-06: {limit('at_most: -2')}}}}}"), at("company", "-2")),
    Case(L, "cap-of-a-child-below-zero", TWO + sheet("company", f"gmv_paid: {{value: 9, split: {{weights: {{a: 1, b: 1}}, bounds: {{a: {limit('at_most: -2')}}}}}}}"), at("company", "-2")),
    Case(L, "cap-below-zero-with-a-floor", sheet("company", f"gmv_paid: {{value: 9, bounds: {{2026-06: {limit('at_least: -3, at_most: -2')}}}}}")),
    Case(L, "cap-below-zero-of-a-ratio", sheet("company", f"cvr: {{value: 1%, bounds: {{2026-06: {limit('at_most: -2')}}}}}")),
    Case(P, "crossed-bounds-are-said-once", sheet("company", f"gmv_paid: {{value: 9, bounds: {{2026-06: {limit('at_least: 3, at_most: 2')}}}}}")),
    Case(H, "before-the-month-is-over", sheet("company", f"gmv_paid: {{value: 9, hold: {{2026-12: {held('3').replace('12-31', '12-30')}}}}}"), at("company", "2026-12-30")),
    Case(H, "before-the-year", TWO + sheet("company", f"gmv_paid: {{value: 9, split: {{weights: {{a: 1, b: 1}}, hold: {{a: {held('3').replace('2026', '2025')}}}}}}}"), at("company", "2025-12-31")),
    Case(H, "last-day-of-the-month", sheet("company", f"gmv_paid: {{value: 9, hold: {{2026-12: {held('3')}}}}}")),
    Case(H, "next-year", sheet("company", f"gmv_paid: {{value: 9, hold: {{2026-12: {held('3').replace('2026', '2027')}}}}}")),
    Case(H, "first-day-of-the-year-of-a-child", TWO + sheet("company", f"gmv_paid: {{value: 9, split: {{weights: {{a: 1, b: 1}}, hold: {{a: {held('3').replace('12-31', '01-01')}}}}}}}")),
    Case(R, "split", TWO + sheet("company", "cvr: {value: 1%, split: {weights: {a: 1, b: 1}}}"), at("company", "split")),
    Case(R, "months-of-a-score", sheet("company", f"shop_score: {{value: 4.8, hold: {{2026-06: {held('4')}}}}}"), at("company", "hold")),
    Case(R, "each-child's-own", TWO + sheet("company", "cvr: {value: 1%, split: {relative: {a: 1%, b: 2%}}}")),
    Case(R, "limits-of-children", TWO + sheet("company", f"cvr: {{value: 1%, split: {{bounds: {{a: {limit('at_most: 3%')}}}}}}}")),
    Case(R, "relative-of-a-score", TWO + sheet("company", "shop_score: {value: 4.8, split: {relative: {a: 4.9}}}"), at("company", "split")),
    Case(R, "relative-of-a-sum", TWO + sheet("company", "gmv_paid: {value: 1, split: {weights: {a: 1, b: 1}, relative: {a: 1}}}"), at("company", "relative")),
    Case(R, "sum", TWO + sheet("company", "gmv_paid: {value: 1, split: {weights: {a: 1, b: 1}}}")),
    Case(R, "distinct-count", TWO + sheet("company", "visitors: {value: 1, split: {weights: {a: 1, b: 1}}}")),
    Case(R, "plain-ratio", sheet("company", "cvr: {value: 1%, floor: 0.9%}")),
    Case(N, "short", sheet("company", "gmv_paid: {value: 1, channels: {search: 50%, live: 49.9%}}"), at("company", "channels")),
    Case(N, "long", sheet("company", "gmv_paid: {value: 1, channels: {search: 0.5, live: 51%}}"), at("company", "channels")),
    Case(N, "whole", sheet("company", "gmv_paid: {value: 1, channels: {search: 0.5, live: 50%}}")),
    Case(N, "one-channel", sheet("company", "gmv_paid: {value: 1, channels: {search: 100%}}")),
    Case(N, "products", sheet("company", "gmv_paid: {value: 1, products: {linen: 50%, silk: 30%}}"), at("company", "products")),
    Case(N, "whole-products", sheet("company", "gmv_paid: {value: 1, products: {linen: 70%, silk: 30%}}")),
    Case(N, "no-channels", sheet("company", "gmv_paid: 1")),
    Case(W, "store", TWO + sheet("company", "gmv_paid: {value: 1, split: {weights: {a: 1}}}"), at("company", "weights")),
    Case(W, "capped-only", TWO + sheet("company", f"gmv_paid: {{value: 1, split: {{weights: {{a: 1}}, bounds: {{b: {limit('at_most: 1')}}}}}}}"), at("company", "weights")),
    Case(W, "team", "teams/east.yaml  {name: E, parent: company}\n" + TWO + sheet("company", "gmv_paid: {value: 1, split: {over: children, weights: {a: 1, b: 1}}}"), at("company", "weights")),
    Case(W, "last-year-not-written", TWO + sheet("company", "gmv_paid: {value: 1, split: {from: last-year}}"), at("company", "split")),
    Case(W, "nought", TWO + sheet("company", "gmv_paid: {value: 1, split: {weights: {a: 1, b: 0}}}")),
    Case(W, "held", TWO + sheet("company", f"gmv_paid: {{value: 1, split: {{weights: {{a: 1}}, hold: {{b: {held('1')}}}}}}}")),
    Case(W, "with-a-floor", TWO + sheet("company", f"gmv_paid: {{value: 1, split: {{weights: {{a: 1}}, bounds: {{b: {limit('at_least: 1')}}}}}}}")),
    Case(W, "closed", TWO.replace("jd,", "jd, closed: 2025-12-31,") + sheet("company", "gmv_paid: {value: 1, split: {weights: {a: 1}}}")),
    Case(G, "more", standard("gmv_paid: {value: 1.51, baseline: {period: 2025, value: 1}}"), at("company", "1.51")),
    Case(G, "much-less-refunds", standard("refund_amount: {value: 0.4, baseline: {period: 2025, value: 1}}"), at("company", "0.4")),
    Case(G, "own-threshold", STRICT.replace("standard", "standard, checks: {thresholds: {growth: 10%}}") + sheet("company", "gmv_paid: {value: 1.2, baseline: {period: 2025, value: 1}}"), at("company", "1.2")),
    Case(G, "just-half", standard("gmv_paid: {value: 1.5, baseline: {period: 2025, value: 1}}")),
    Case(G, "reason", standard("gmv_paid: {value: 3, because: new store, baseline: {period: 2025, value: 1}}")),
    Case(G, "rate", standard("cvr: {value: 3%, baseline: {period: 2025, value: 1%}}")),
    Case(G, "from-nothing", standard("gmv_paid: {value: 3, baseline: {period: 2025, value: 0}}")),
    Case(G, "from-a-quarter", standard("gmv_paid: {value: 3, baseline: {period: 2025-Q4, value: 1}}")),
    Case(G, "at-the-start", sheet("company", "gmv_paid: {value: 3, baseline: {period: 2025, value: 1}}")),
    Case(Y, "less", standard("gmv_paid: {value: 0.9, baseline: {period: 2025, value: 1}}"), at("company", "0.9")),
    Case(Y, "equal", standard("cvr: {value: 1%, baseline: {period: 2025-Q4, value: 0.01}}"), at("company", "1%")),
    Case(Y, "more-refunds", standard("refund_rate: {value: 13%, baseline: {period: 2025, value: 12%}}"), at("company", "13%")),
    Case(Y, "better", standard("gmv_paid: {value: 1.01, baseline: {period: 2025, value: 1}}")),
    Case(Y, "fewer-refunds", standard("refund_rate: {value: 11%, baseline: {period: 2025, value: 12%}}")),
    Case(Y, "reason", standard("gmv_paid: {value: 0.9, because: moves, baseline: {period: 2025, value: 1}}")),
    Case(Y, "band", standard("ad_spend: {value: 0.9, baseline: {period: 2025, value: 1}}")),
    Case(Y, "other-length", standard("gmv_paid: {value: 0.9, baseline: {period: 2023-H1, value: 1}}")),
    Case(A, "own-year", sheet("company", f"gmv_paid: {{value: 2, {BASE.replace('2025', '2026')}}}"), at("company", "2026")),
    Case(A, "month-of-the-year", sheet("company", f"cvr: {{value: 2%, {BASE.replace('2025', '2026-01')}}}"), at("company", "2026-01")),
    Case(A, "week-over-new-year", sheet("company", f"cvr: {{value: 2%, {BASE.replace('2025', '2026-W01')}}}"), at("company", "2026-W01")),
    Case(A, "year-before", sheet("company", f"gmv_paid: {{value: 2, {BASE}}}")),
    Case(A, "long-ago", sheet("company", f"gmv_paid: {{value: 2, {BASE.replace('2025', '2019')}}}")),
    Case(A, "last-day-before", sheet("company", f"cvr: {{value: 2%, {BASE.replace('2025', '2025-12-31')}}}")),
    Case(A, "none", sheet("company", "gmv_paid: 2")),
    Case(Z, "quarter", sheet("company", f"gmv_paid: {{value: 2, {BASE.replace('2025', '2025-Q4')}}}"), at("company", "2025-Q4")),
    Case(Z, "distinct-month", sheet("company", f"visitors: {{value: 2, {BASE.replace('2025', '2025-02')}}}"), at("company", "2025-02")),
    Case(Z, "year", sheet("company", f"gmv_paid: {{value: 2, {BASE}}}")),
    Case(Z, "leap-year", sheet("company", f"gmv_paid: {{value: 2, {BASE.replace('2025', '2024')}}}")),
    Case(Z, "ratio", sheet("company", f"cvr: {{value: 2%, {BASE.replace('2025', '2025-02')}}}")),
    Case(V, "chinese", standard("cvr: {value: 1%, statement: 大幅优化转化率}"), at("company", "大幅优化转化率")),
    Case(V, "comparative", standard("cvr: {value: 1%, statement: 转化做得更好}"), at("company", "转化做得更好")),
    Case(V, "english", standard("cvr: {value: 1%, statement: Improve conversion significantly}"), at("company", "Improve conversion …")),
    Case(V, "one-inside-a-word", standard("cvr: {value: 1%, statement: 进一步做好服务}"), at("company", "进一步做好服务")),
    Case(V, "with-a-number", standard("cvr: {value: 1%, statement: 转化率提升到 1.5%}")),
    Case(V, "with-a-written-number", standard("gmv_paid: {value: 1, statement: 销售额提升到两千万}")),
    Case(V, "full-width", standard("gmv_paid: {value: 1, statement: 提升到２０００万}")),
    Case(V, "plain", standard("gmv_paid: {value: 1, statement: 守住现有份额}")),
    Case(V, "letters-alike", standard("gmv_paid: {value: 1, statement: Sell butter and bettering}")),
    Case(Q, "sign-forgotten", sheet("company", "cvr: 1.5"), at("company", "1.5")),
    Case(Q, "in-a-baseline", sheet("company", "cvr: {value: 1.5%, baseline: {period: 2025, value: 1.4}}"), at("company", "1.4")),
    Case(Q, "in-tiers", sheet("company", "refund_rate: {value: 12%, floor: 13, stretch: 11}"), at("company", "13") + at("company", "11")),
    Case(Q, "in-limits", sheet("company", f"cvr: {{value: 1.5%, bounds: {{2026-01: {limit('at_most: 3')}}}, guardrails: [{{metric: refund_rate, at_most: 12}}]}}"), at("company", "3") + at("company", "12")),
    Case(Q, "what-it-was-in-a-child", TWO + sheet("company", "cvr: {value: 1%, split: {relative: {a: 1, b: 2}}}"), at("company", "2")),
    Case(PC, "value", sheet("company", "gmv_paid: 10%"), at("company", "10%")),
    Case(PC, "tiers-and-baseline", sheet("company", "gmv_paid: {value: 100, floor: 90%, stretch: 110%, baseline: {period: 2025, value: 95%}}"),
         at("company", "90%") + at("company", "110%") + at("company", "95%")),
    Case(PC, "months", sheet("company", f"gmv_paid: {{value: 100, hold: {{2026-11: {held('10%')}}}, bounds: {{2026-12: {limit('at_least: 5%, at_most: 7%')}}}}}"),
         at("company", "10%") + at("company", "5%") + at("company", "7%")),
    Case(PC, "children", TWO + sheet("company", f"gmv_paid: {{value: 100, split: {{weights: {{a: 1, b: 1}}, hold: {{a: {held('10%')}}}, bounds: {{b: {limit('at_most: 99%')}}}}}}}"),
         at("company", "10%") + at("company", "99%")),
    Case(PC, "guardrail", sheet("company", "cvr: {value: 1%, guardrails: [{metric: visitors, at_least: 10%}]}"), at("company", "10%")),
    Case(PC, "a-ratio-of-money", sheet("company", "aov_buyer: 10%"), at("company", "10%")),
    Case(PC, "ratios", TWO + sheet("company", f"cvr: {{value: 1%, floor: 0.5%, split: {{relative: {{a: 1%, b: 2%}}, hold: {{a: {held('1%')}}}}}}}, ad_roi: 320%")),
    Case(PC, "weights", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 10%, b: 90%}, policy: within 3%}}")),
    Case(PC, "a-fraction", sheet("company", "gmv_paid: 0.1")),
    Case(BZ, "value", sheet("company", "refund_rate: -12%"), at("company", "-12%")),
    Case(BZ, "everywhere", sheet("company", f"cvr: {{value: 1%, floor: -1, bounds: {{2026-01: {limit('at_least: -2%')}}}}}"), at("company", "-1") + at("company", "-2%")),
    Case(BZ, "without-a-formula", sheet("company", "completion_rate: -1%"), at("company", "-1%")),
    Case(BZ, "sums", sheet("company", "gmv_paid: -1")),
    Case(BZ, "margins", sheet("company", "gross_margin_rate: -1%")),
    Case(BZ, "one-s-own", "metrics/growth.yaml  {name: Growth, unit: percent, aggregation: weighted, direction: up}\n" + sheet("company", "growth: -1%")),
    Case(F, "closed-months", again("company", "2026-03 policy: spread, " + closed(10, 20.5)), at("company", "20.5")),
    Case(F, "closed-months-in-cents", again("company", "2026-02 policy: spread, " + closed("1.005", metric="gmv_paid"), goals="gmv_paid: 12"), at("company", "1.005")),
    Case(F, "closed-months-in-whole-units", again("company", "2026-02 policy: spread, " + closed("1.50万"))),
    Case(Q, "limits-of-a-ratio", sheet("company", f"cvr: {{value: 1.5%, hold: {{2026-01: {held('2%')}}}}}")),
    Case(Q, "guardrails", sheet("company", "gmv_paid: {value: 100, guardrails: [{metric: refund_rate, at_most: 12%}, {metric: ad_roi, at_least: 3}]}")),
    Case(PC, "unknown-metric", sheet("company", "happiness: {value: 10%, floor: 9%}")),
    Case(PC, "a-guardrail-in-per-cent", sheet("company", "gmv_paid: {value: 100, guardrails: [{metric: refund_rate, at_most: 12%}]}")),
    Case(PC, "what-is-inherited", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 1, b: 1}}}") + sheet("a", "gmv_paid: inherited")),
    Case(PC, "amounts", sheet("company", f"gmv_paid: {{value: 100, hold: {{2026-11: {held('10')}}}, bounds: {{2026-12: {limit('at_least: 5')}}}}}")),
    Case(BZ, "zero", sheet("company", "refund_rate: 0%")),
    Case(BZ, "unknown-metric", sheet("company", "happiness: -1%")),
    Case(Q, "hundred", sheet("company", "cvr: 100%")),
    Case(Q, "fraction", sheet("company", "cvr: 0.015")),
    Case(Q, "times", sheet("company", "ad_roi: 3.2")),
    Case(Q, "money-ratio", sheet("company", "aov_buyer: 198")),
    Case(M, "eight", standard(", ".join(SEVEN) + ", impressions: 1"), at("company", "li-na")),
    Case(M, "over-sheets", STRICT.replace("standard", "standard, checks: {thresholds: {goals-per-person: 1}}") + TWO + sheet("a", "gmv_paid: 1") + sheet("b", "gmv_paid: 1"), at("a", "li-na")),
    Case(M, "seven", standard(", ".join(SEVEN))),
    Case(M, "derived-and-inherited", STRICT.replace("standard", "standard, checks: {thresholds: {goals-per-person: 1}}") + sheet("company", "gmv_paid: 1, visitors: derived, orders_paid: inherited")),
    Case(M, "by-year", STRICT.replace("standard", "standard, checks: {thresholds: {goals-per-person: 1}}") + sheet("company", "gmv_paid: 1") + sheet("company", "gmv_paid: 1", 2027)),
    Case(M, "shared", STRICT.replace("standard", "standard, checks: {thresholds: {goals-per-person: 1}}") + sheet("company", "gmv_paid: 1, visitors: {value: 1, owner: bo}")),
    Case(X, "unconnected", STRICT + TWO + sheet("company", "gmv_paid: 1") + sheet("a", "first_reply_sec: 25"), at("a", "first_reply_sec")),
    Case(X, "person", STRICT + sheet("company", "gmv_paid: 1") + sheet("li-na", "content_published: 9"), at("li-na", "content_published")),
    Case(X, "same-metric", STRICT + TWO + sheet("company", "gmv_paid: 1") + sheet("a", "gmv_paid: inherited")),
    Case(X, "by-formula", STRICT + TWO + sheet("company", "net_sales: 1") + sheet("a", "cvr: 1%")),
    Case(X, "by-a-link-and-a-formula", STRICT + TWO + sheet("company", "net_sales: 1") + sheet("a", "sessions: 9, first_reply_sec: {value: 25, contributes_to: cvr}")),
    Case(X, "top", STRICT + TWO + sheet("company", "gmv_paid: 1, first_reply_sec: 25")),
    Case(X, "nothing-above", STRICT + TWO + sheet("a", "first_reply_sec: 25")),
    Case(X, "a-sheet-above-is-unreadable", STRICT + "teams/east.yaml  {name: E, parent: company}\nstores/a.yaml  {name: A, platform: jd, team: east}\n"
         + sheet("company", "gmv_paid: 1") + sheet("a", "first_reply_sec: 25") + "targets/2026/east.yaml  {}"),
    Case(U, "roi", STRICTEST + sheet("li-na", "ad_roi: 3"), at("li-na", "ad_roi")),
    Case(U, "guard-on-something-else", STRICTEST + sheet("li-na", "ad_roi: {value: 3, guardrails: [{metric: csat, at_least: 90%}]}"), at("li-na", "ad_roi")),
    Case(U, "guarded", STRICTEST + sheet("li-na", "ad_roi: {value: 3, guardrails: [{metric: ad_gmv, at_least: 9}]}")),
    Case(U, "goal-beside", STRICTEST + sheet("li-na", "ad_roi: 3, gmv: 9")),
    Case(U, "plain-goal", STRICTEST + sheet("li-na", "content_published: 3")),
    Case(U, "derived", STRICTEST + sheet("li-na", "ad_roi: derived")),
    Case(U, "standard", standard("ad_roi: 3")),
    Case(K, "above-the-cap", sheet("company", "gmv_paid: {value: 9, guardrails: [{metric: ad_cost_ratio, at_most: 8%}]}, ad_cost_ratio: 9%"), at("company", "8%")),
    Case(K, "below-the-floor-by-alias", sheet("company", "cvr: {value: 9%, guardrails: [{metric: uv, at_least: 8}]}, visitors: 7"), at("company", "8")),
    Case(K, "without-a-limit", sheet("company", "cvr: {value: 9%, guardrails: [{metric: uv}]}"), at("company", "{metric: uv}")),
    Case(K, "on-the-limit", sheet("company", "gmv_paid: {value: 9, guardrails: [{metric: ad_cost_ratio, at_most: 8%}]}, ad_cost_ratio: 8%")),
    Case(K, "no-goal-on-it", sheet("company", "gmv_paid: {value: 9, guardrails: [{metric: ad_cost_ratio, at_most: 8%}]}")),
    Case(K, "derived", sheet("company", "gmv_paid: {value: 9, guardrails: [{metric: ad_cost_ratio, at_most: 8%}]}, ad_cost_ratio: derived")),
    Case(K, "other-sheet", TWO + sheet("a", "gmv_paid: {value: 9, guardrails: [{metric: ad_cost_ratio, at_most: 8%}]}") + sheet("b", "ad_cost_ratio: 9%")),
    Case(RING, "two", sheet("company", "cvr: {value: 1%, contributes_to: visitors}, visitors: {value: 1, contributes_to: cvr}"), at("company", "visitors")),
    Case(RING, "itself-by-alias", sheet("company", "visitors: {value: 1, contributes_to: uv}"), at("company", "uv")),
    Case(RING, "behind-a-way-in", sheet("company", "csat: {value: 1%, contributes_to: cvr}, cvr: {value: 1%, contributes_to: uv}, visitors: {value: 1, contributes_to: cvr}"), at("company", "uv")),
    Case(RING, "chain", sheet("company", "csat: {value: 1%, contributes_to: cvr}, cvr: {value: 1%, contributes_to: gmv_paid}, gmv_paid: 1")),
    Case(RING, "two-into-one", sheet("company", "csat: {value: 1%, contributes_to: cvr}, visitors: {value: 1, contributes_to: cvr}, cvr: 1%")),
    Case(RING, "in-two-sheets", TWO + sheet("a", "csat: {value: 1%, contributes_to: cvr}") + sheet("b", "cvr: {value: 1%, contributes_to: csat}")),
    Case(RING, "none", sheet("company", "csat: 1%, cvr: 1%")),
    Case(J, "no-split-above", TWO + sheet("company", "gmv_paid: 1") + sheet("a", "gmv_paid: inherited"), at("a", "gmv_paid")),
    Case(J, "at-the-top", sheet("company", "gmv_paid: inherited"), at("company", "gmv_paid")),
    Case(J, "below-the-children", "teams/east.yaml  {name: E, parent: company}\nstores/a.yaml  {name: A, platform: jd, team: east}\n"
         + sheet("company", "gmv_paid: {value: 1, split: {over: children, weights: {east: 1}}}") + sheet("a", "gmv_paid: inherited"), at("a", "gmv_paid")),
    Case(J, "ratio-that-nobody-has", TWO + sheet("a", "cvr: inherited"), at("a", "cvr")),
    Case(J, "from-the-split", TWO + sheet("company", "gmv_paid: {value: 1, split: {weights: {a: 1, b: 1}}}") + sheet("a", "成交金额: inherited")),
    Case(J, "team-between", "teams/east.yaml  {name: E, parent: company}\nstores/a.yaml  {name: A, platform: jd, team: east}\n"
         + sheet("company", "gmv_paid: {value: 1, split: {weights: {a: 1}}}") + sheet("east", "gmv_paid: inherited")),
    Case(J, "ratio-from-above", TWO + sheet("company", "cvr: 1%") + sheet("a", "cvr: inherited")),
    Case(J, "person", sheet("li-na", "first_reply_sec: inherited")),
    Case(J, "the-sheet-above-is-unreadable", TWO + "targets/2026/company.yaml  {}\n" + sheet("a", "gmv_paid: inherited")),
    Case(E, "dollars", DOLLARS + sheet("company", "gmv_paid: 1"), ("stores/a.yaml: USD",)),
    Case(E, "another-rate", DOLLARS + sheet("company", "gmv_paid: 1") + "\nfx/2026.yaml  {budget: {EUR: 7.8}}", ("stores/a.yaml: USD",)),
    Case(E, "another-year", DOLLARS + sheet("company", "gmv_paid: 1") + "\nfx/2025.yaml  {budget: {USD: 7.1}}", ("stores/a.yaml: USD",)),
    Case(E, "with-a-rate", DOLLARS + sheet("company", "gmv_paid: 1") + "\nfx/2026.yaml  {budget: {USD: 7.15}}"),
    Case(E, "no-year-of-targets", DOLLARS),
    Case(UR, "another-year", "fx/2026.yaml  {budget: {USD: 7.15}, actual: {USD: {2025-12: 7.1}}}", ("fx/2026.yaml: 2025-12",)),
    Case(UR, "a-quarter", "fx/2026.yaml  {budget: {USD: 7.15}, actual: {USD: {2026-Q1: 7.1}}}", ("fx/2026.yaml: 2026-Q1",)),
    Case(UR, "home", "fx/2026.yaml  {budget: {CNY: 1}}", ("fx/2026.yaml: CNY",)),
    Case(UR, "no-currency", "fx/2026.yaml  {budget: {USB: 7.15}}", ("fx/2026.yaml: USB",)),
    Case(UR, "far-too-much", "fx/2026.yaml  {budget: {USD: 100000000000000000000000}}", ("fx/2026.yaml: 1000000000000000000…",)),
    Case(UR, "next-to-nothing", "fx/2026.yaml  {budget: {USD: 0.00000001}}", ("fx/2026.yaml: 0.00000001",)),
    Case(UR, "budget-alone", "fx/2026.yaml  {budget: {USD: 7.15, JPY: 0.047, KWD: 23.4}}"),
    Case(UR, "months-of-the-year", "fx/2026.yaml  {budget: {USD: 7.15}, actual: {USD: {2026-01: 7.1, 2026-12: 7.2}}}"),
    Case(UR, "yuan-where-dollars-are-home", "opsctl.yaml  {opsctl: 1, name: A, currency: USD}\nfx/2026.yaml  {budget: {CNY: 0.14}}"),
    Case(UR, "in-dong", "opsctl.yaml  {opsctl: 1, name: A, currency: VND}\nfx/2026.yaml  {budget: {KWD: 83000}}"),
    Case(UR, "small-change", "fx/2026.yaml  {budget: {IRR: 0.0000069}}"),
    Case(UR, "offshore", "fx/2026.yaml  {budget: {CNH: 1.002}}"),
    Case(UR, "two-years", "fx/2025.yaml  {budget: {USD: 7.1}, actual: {USD: {2025-12: 7.1}}}\nfx/2026.yaml  {budget: {USD: 7.15}}"),
    Case(E, "yuan-in-a-workspace-of-pounds", "opsctl.yaml  {opsctl: 1, name: A, currency: GBP}\nstores/a.yaml  {name: A, platform: jd, team: company, currency: CNY}\n" + sheet("company", "gmv_paid: 1"), ("stores/a.yaml: CNY",)),
    Case(E, "none", TWO),
    Case(E, "same", "stores/a.yaml  {name: A, platform: jd, team: company, currency: CNY}"),
    Case(E, "same-as-the-settings", "opsctl.yaml  {opsctl: 1, name: A, currency: GBP}\nstores/a.yaml  {name: A, platform: jd, team: company, currency: GBP}"),
    Case(T, "falling-and-equal", sheet("company", "refund_rate: {value: 12%, floor: 12%, stretch: 12%}")),
    Case(OPEN, "person-who-left-before", "people/bo.yaml  {name: Bo, roles: [{role: owner, at: company, from: 2020-01-01, until: 2025-12-31}]}\n" + sheet("bo", "cvr: 1%"), at("bo", "{owner: li-na, goal…")),
    Case(OPEN, "person-who-joins-on-the-last-day", "people/bo.yaml  {name: Bo, roles: [{role: owner, at: company, from: 2026-12-31}]}\n" + sheet("bo", "cvr: 1%")),
    Case(L, "rate-at-one-point", sheet("company", f"cvr: {{value: 1%, bounds: {{2026-06: {limit('at_least: 0.012, at_most: 0.012')}}}}}")),
    Case(L, "unknown-metric", sheet("company", f"happiness: {{value: 1, bounds: {{2026-06: {limit('at_least: 1, at_most: 2')}}}}}")),
    Case(R, "unknown-metric", TWO + sheet("company", "happiness: {value: 1, split: {weights: {a: 1}}}")),
    Case(W, "ratio-which-is-said-elsewhere", TWO + sheet("company", "cvr: {value: 1%, split: {weights: {a: 1}}}")),
    Case(Q, "unknown-metric", sheet("company", "happiness: 12")),
    Case(M, "superseded", STRICT.replace("standard", "standard, checks: {thresholds: {goals-per-person: 1}}") + "targets/2026/company.yaml  {owner: li-na, status: superseded, goals: {gmv_paid: 1, visitors: 1}}"),
    Case(X, "person-of-last-year", STRICT + "people/bo.yaml  {name: Bo, roles: [{role: owner, at: company, from: 2020-01-01, until: 2025-12-31}]}\n" + sheet("company", "gmv_paid: 1") + sheet("bo", "content_published: 9")),
    Case(X, "person-of-this-year", STRICT + "people/bo.yaml  {name: Bo, roles: [{role: owner, at: company, from: 2026-12-01, until: 2026-12-31}]}\n" + sheet("company", "gmv_paid: 1") + sheet("bo", "content_published: 9"), at("bo", "content_published")),
    Case(J, "derived-above-from-a-split", TWO + sheet("company", "gmv_paid: {value: 1, split: {weights: {a: 1, b: 1}}}, aov_buyer: 1, buyers_paid: derived") + sheet("a", "buyers_paid: inherited")),
    Case(W, "ratio-of-a-child-forgotten", TWO + sheet("company", "cvr: {value: 1%, split: {relative: {a: 1%}}}"), at("company", "relative")),
    Case(W, "ratio-with-a-baseline-of-its-own", TWO + sheet("company", "cvr: {value: 1%, split: {relative: {a: 1%}}}") + sheet("b", "cvr: {value: inherited, baseline: {period: 2025, value: 2%}}")),
    Case(W, "ratio-of-every-child", TWO + sheet("company", "cvr: {value: 1%, split: {relative: {a: 1%, b: 2%}}}")),
    Case(NET, "paid-sales", sheet("company", "net_sales: 88, gmv_paid: derived"), ("targets/2026/company.yaml: gmv_paid",)),
    Case(NET, "at-the-end-of-a-chain", sheet("company", "net_sales: 88, ad_cost_ratio: 8%, ad_spend: derived"), ("targets/2026/company.yaml: ad_spend",)),
    Case(NET, "came-down", TWO + sheet("company", "net_sales: {value: 88, split: {weights: {a: 1, b: 1}}}") + sheet("a", "gmv_paid: derived"), ("targets/2026/a.yaml: gmv_paid",)),
    Case(NET, "with-a-rate", sheet("company", "net_sales: 88, refund_rate: 12%, gmv_paid: derived")),
    Case(NET, "with-refunds", sheet("company", "net_sales: 88, refund_amount: 12, gmv_paid: derived")),
    Case(NET, "from-the-drivers", sheet("company", "net_sales: 88, visitors: 100, cvr: 1%, aov_buyer: 100, gmv_paid: derived")),
    Case(NET, "nothing-hangs-on-it", sheet("company", "net_sales: 88, cvr: 1%")),
    Case(NET, "not-by-a-rate-alone", sheet("company", "net_sales: 88, visitors: 5, orders_paid: derived")),
    Case(NET, "no-net-goal", sheet("company", "gmv_paid: 88, aov_buyer: 8, buyers_paid: derived")),
    Case(AGAINST, "three-drivers", sheet("company", "gmv_paid: 1200, visitors: 10_000, cvr: 1%, aov_buyer: 10"), at("company", "gmv_paid")),
    Case(AGAINST, "sum", sheet("company", "gmv_paid: 100, refund_amount: 10, net_sales: 91"), at("company", "net_sales")),
    Case(AGAINST, "ratio", sheet("company", "gmv_paid: 100, ad_spend: 10, ad_cost_ratio: 10.1%"), at("company", "ad_spend")),
    Case(AGAINST, "a-ratio-whose-parts-follow", sheet("company", "net_sales: 2000, refund_rate: 12%, visitors: 673, cvr: 1.5%, aov_buyer: 198"), at("company", "visitors")),
    Case(AGAINST, "a-ratio-with-one-part-known", sheet("company", "net_sales: 2000, refund_rate: 12%, gmv_paid: 2500"), at("company", "net_sales")),
    Case(AGAINST, "splits-by-weights-of-their-own", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 1, b: 1}}}, refund_rate: 10%, net_sales: {value: derived, split: {weights: {a: 1, b: 1}}}, refund_amount: {value: derived, split: {weights: {a: 1, b: 3}}}"), at("company", "split")),
    Case(AGAINST, "came-down", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 1, b: 1}}}, buyers_paid: {value: 100, split: {weights: {a: 1, b: 1}}}") + sheet("a", "aov_buyer: 2"), at("a", "aov_buyer")),
    Case(AGAINST, "zero", sheet("company", "visitors: 100, buyers_paid: 5, cvr: 0"), at("company", "cvr")),
    Case(AGAINST, "zero-of-nothing", sheet("company", "visitors: 100, buyers_paid: 0, cvr: 0")),
    Case(AGAINST, "agreeing", sheet("company", "gmv_paid: 1000, visitors: 10_000, cvr: 1%, aov_buyer: 10, buyers_paid: 100")),
    Case(AGAINST, "within-rounding", sheet("company", "gmv_paid: 22_727_272.73, net_sales: 2000万, refund_rate: 12%, visitors: 7_652_280, cvr: 1.5%, aov_buyer: 198")),
    Case(AGAINST, "within-rounding-of-a-percentage", sheet("company", "gmv_paid: 300, ad_spend: 100, ad_cost_ratio: 33.33%")),
    Case(AGAINST, "derived", sheet("company", "gmv_paid: 1200, visitors: derived, cvr: 1%, aov_buyer: 10")),
    Case(AGAINST, "too-few-to-contradict", sheet("company", "gmv_paid: 1200, visitors: 10_000, cvr: 1%")),
    Case(AGAINST, "free-and-paid-visitors", sheet("company", "visitors: 100, visitors_free: 70, visitors_paid: 30")),
    Case(AGAINST, "a-child's-own-ratio", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 1, b: 1}}}, aov_buyer: 1, buyers_paid: derived") + sheet("a", "aov_buyer: 2")),
    Case(AGAINST, "splits-that-agree", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 1, b: 1}}}, refund_rate: 10%, net_sales: {value: derived, split: {weights: {a: 1, b: 1}}}, refund_amount: {value: derived, split: {weights: {a: 1, b: 1}}}")),
    Case(K, "on-the-floor", sheet("company", "cvr: {value: 9%, guardrails: [{metric: uv, at_least: 7}]}, visitors: 7")),
    Case(BESIDE, "outside-the-tolerance", split("within 3%") + sheet("a", "visitors: 52"), at("a", "visitors")),
    Case(BESIDE, "offset-under-exact", split("exact") + sheet("a", "visitors: 60") + sheet("b", "uv: 40"), at("a", "visitors") + at("b", "uv")),
    Case(BESIDE, "less-under-at-least", split("at_least") + sheet("a", "visitors: 70") + sheet("b", "visitors: 40"), at("b", "visitors")),
    Case(BESIDE, "derived-to-the-share", split("within 3%") + sheet("a", "buyers_paid: 5, cvr: 10%, visitors: derived") + sheet("b", "visitors: 51")),
    Case(BESIDE, "person", PEOPLE + works("bo", "a") + sheet("a", "visitors: 9") + sheet("bo", "uv: 8"), at("bo", "uv")),
    Case(BESIDE, "person-with-the-share", PEOPLE + works("bo", "a") + sheet("a", "visitors: 9") + sheet("bo", "uv: 9")),
    Case(BESIDE, "person-inherited", PEOPLE + works("bo", "a") + sheet("a", "visitors: 9") + sheet("bo", "uv: inherited")),
    Case(BESIDE, "person-of-an-unreadable-role", PEOPLE + "roles/odd.yaml  {}\n" + works("bo", "a") + works("al", "a", role="odd") + sheet("a", "visitors: 9") + sheet("bo", "uv: 8")),
    Case(BESIDE, "inside-the-tolerance", split("within 3%") + sheet("a", "visitors: 51")),
    Case(BESIDE, "the-sum-says-it", split("within 3%") + sheet("a", "visitors: 60")),
    Case(BESIDE, "more-under-at-least", split("at_least") + sheet("a", "visitors: 70")),
    Case(BESIDE, "aligned", split("aligned") + sheet("a", "visitors: 70") + sheet("b", "visitors: 70")),
    Case(BESIDE, "held-instead", split("exact", f"weights: {{a: 1, b: 1}}, hold: {{a: {held('60')}}}") + sheet("a", "visitors: 60")),
    Case(BESIDE, "no-split", TWO + sheet("company", "visitors: 100") + sheet("a", "visitors: 60") + sheet("b", "visitors: 40")),
    Case(S, "outside-the-tolerance", split("within 3%") + sheet("a", "visitors: 54"), at("company", "100")),
    Case(S, "inside-the-tolerance", split("within 3%") + sheet("a", "visitors: 53")),
    Case(S, "aligned-is-never-summed", split("aligned") + sheet("a", "visitors: 900")),
    Case(KEY, "circle", TWO + sheet("company", "visitors: {value: 9, split: {by: goal orders_paid}}, orders_paid: {value: 9, split: {by: goal uv}}"), at("company", "goal orders_paid") + at("company", "goal uv")),
    Case(KEY, "itself", TWO + sheet("company", "visitors: {value: 9, split: {by: goal uv}}"), at("company", "goal uv")),
    Case(KEY, "nobody-works", TWO + works("bo", "company") + sheet("company", "visitors: {value: 9, split: {by: headcount}}"), at("company", "headcount")),
    Case(KEY, "no-such-goal", TWO + sheet("company", "visitors: {value: 9, split: {by: goal orders_paid}}"), at("company", "goal orders_paid")),
    Case(KEY, "ratio", TWO + sheet("company", "visitors: {value: 9, split: {by: goal cvr}}"), at("company", "goal cvr")),
    Case(KEY, "unknown-metric", TWO + sheet("company", "visitors: {value: 9, split: {by: goal luck}}"), at("company", "goal luck")),
    Case(KEY, "headcount", TWO + works("bo", "a") + sheet("company", "visitors: {value: 9, split: {by: headcount}}")),
    Case(KEY, "goal-that-is-split", TWO + sheet("company", "visitors: {value: 9, split: {by: goal orders_paid}}, orders_paid: {value: 9, split: {weights: {a: 1, b: 2}}}")),
    Case(KEY, "goals-typed-below", TWO + sheet("company", "visitors: {value: 9, split: {by: goal orders_paid}}") + sheet("a", "orders_paid: 1") + sheet("b", "orders_paid: 2")),
    Case(KEY, "chain", TWO + sheet("company", "visitors: {value: 9, split: {by: goal orders_paid}}, orders_paid: {value: 9, split: {by: goal clicks}}, clicks: {value: 9, split: {weights: {a: 1, b: 2}}}")),
    Case(KEY, "weights", split("exact")),
    Case(KEY, "no-child-at-all", sheet("company", "visitors: {value: 9, split: {by: headcount}}")),
    Case(KEY, "a-person-is-unreadable", TWO + "people/bo.yaml  {}\n" + sheet("company", "visitors: {value: 9, split: {by: headcount}}")),
    Case(W, "nobody-works-there", TWO + works("bo", "a") + sheet("company", "visitors: {value: 9, split: {by: headcount}}"), at("company", "by")),
    Case(W, "everybody-works", TWO + works("bo", "a") + works("al", "b") + sheet("company", "visitors: {value: 9, split: {by: headcount}}")),
    Case(W, "nobody-works-where-it-is-held", TWO + works("bo", "a") + sheet("company", f"visitors: {{value: 9, split: {{by: headcount, hold: {{b: {held('3')}}}}}}}")),
    Case(NOBODY, "gap", PEOPLE + works("bo", "a", ", until: 2026-09-30") + sheet("a", "visitors: 365"), at("a", "visitors")),
    Case(NOBODY, "gap-between-two", PEOPLE + works("bo", "a", ", until: 2026-02-28") + works("al", "a").replace("2025-01-01", "2026-05-01") + sheet("a", "visitors: 365"), at("a", "visitors")),
    Case(NOBODY, "never", PEOPLE + sheet("a", "visitors: 365"), at("a", "visitors")),
    Case(NOBODY, "never-of-two-stores", STRICT + "roles/buyer.yaml  {name: B, owns: [uv]}\n" + split("exact"), at("company", "visitors")),
    Case(NOBODY, "held-all-year", PEOPLE + works("bo", "a") + sheet("a", "visitors: 365")),
    Case(NOBODY, "handed-over", PEOPLE + works("bo", "a", ", until: 2026-02-15") + works("al", "a").replace("2025-01-01", "2026-02-20") + sheet("a", "visitors: 365")),
    Case(NOBODY, "held-above", PEOPLE + works("bo", "company") + sheet("a", "visitors: 365")),
    Case(NOBODY, "two-roles", PEOPLE + "roles/seller.yaml  {name: S, owns: [visitors]}\n" + works("bo", "a", ", until: 2026-09-30") + works("al", "a", role="seller") + sheet("a", "visitors: 365")),
    Case(NOBODY, "closed-from-then-on", STRICT + "roles/buyer.yaml  {name: B, owns: [uv]}\nstores/a.yaml  {name: A, platform: jd, team: company, closed: 2026-06-30}\n" + works("bo", "a", ", until: 2026-06-30") + sheet("a", "visitors: 365")),
    Case(NOBODY, "no-role-owns-it", PEOPLE + sheet("a", "orders_paid: 365")),
    Case(NOBODY, "ratio", PEOPLE + sheet("a", "cvr: 1%")),
    Case(NOBODY, "a-person-is-unreadable", PEOPLE + "people/al.yaml  {}\n" + works("bo", "a", ", until: 2026-09-30") + sheet("a", "visitors: 365")),
    Case(NOBODY, "start", PEOPLE.replace("standard", "start") + sheet("a", "visitors: 365")),
    Case(RO, "backwards", again("company", f"2026-03 policy: spread, {closed(9, 9)}", f"2026-02 policy: spread, {closed(9)}"), at("company", "2026-02")),
    Case(RO, "twice", again("company", f"2026-02 policy: spread, {closed(9)}", f"2026-02 policy: next, {closed(9)}"), at("company", "2026-02")),
    Case(RO, "january", again("company", "2026-01 policy: spread"), at("company", "2026-01")),
    Case(RO, "another-year", again("company", "2025-05 policy: spread"), at("company", "2025-05")),
    Case(RO, "quarter", again("company", "2026-Q2 policy: spread").replace("2026-Q2-02", "2026-04-02"), at("company", "2026-Q2")),
    Case(RO, "a-month-missing", again("company", f"2026-04 policy: spread, {closed(9, 9)}"), at("company", "orders_paid")),
    Case(RO, "a-month-too-many", again("company", f"2026-02 policy: spread, {closed(9, 9)}"), at("company", "orders_paid")),
    Case(RO, "in-order", again("company", f"2026-02 policy: spread, {closed(9)}", f"2026-03 policy: next, {closed(9, 9)}")),
    Case(RO, "nothing-frozen", again("company", "2026-02 policy: absorb")),
    Case(RO, "december", again("company", f"2026-12 policy: spread, {closed(*[9] * 11)}")),
    *(Case(RO, f"from-{first:02d}", again("company", f"2026-{first:02d} policy: spread, {closed(*[9] * (first - 1))}")) for first in (2, 3, 7, 10, 11)),
    Case(RC, "january", again("company", f"2026-02 policy: spread, {closed(9)}", f"2026-03 policy: spread, {closed(8, 9)}"), at("company", "8")),
    Case(RC, "by-alias", again("company", f"2026-02 policy: spread, {closed(9, metric='uv')}", f"2026-03 policy: spread, {closed(8, 9, metric='visitors')}", goals="visitors: 1200"), at("company", "8")),
    Case(RC, "same", again("company", f"2026-02 policy: spread, {closed(9)}", f"2026-03 policy: spread, {closed(9, 8)}")),
    Case(RC, "same-written-otherwise", again("company", f"2026-02 policy: spread, {closed(90, metric='gmv_paid')}", f"2026-03 policy: spread, {closed('90.00', 8, metric='gmv_paid')}", goals="gmv_paid: 1200")),
    Case(RC, "another-metric", again("company", f"2026-02 policy: spread, {closed(9)}", f"2026-03 policy: spread, {closed(8, 9, metric='visitors')}", goals="orders_paid: 1200, visitors: 1200")),
    Case(RC, "one-version", again("company", f"2026-02 policy: spread, {closed(9)}")),
    Case(RS, "one-carries", TWO + again("a", f"2026-02 policy: spread, share: pool, {closed(90)}") + again("b", f"2026-02 policy: spread, share: carry, {closed(90)}"), at("b", "carry")),
    Case(RS, "one-says-nothing", TWO + again("a", f"2026-02 policy: spread, share: pool, {closed(90)}") + again("b", f"2026-02 policy: next, {closed(90)}"), at("b", "2026-02")),
    Case(RS, "both-pool", TWO + again("a", f"2026-02 policy: spread, share: pool, {closed(90)}") + again("b", f"2026-02 policy: next, share: pool, {closed(90)}")),
    Case(RS, "both-carry", TWO + again("a", f"2026-02 policy: spread, {closed(90)}") + again("b", f"2026-02 policy: next, {closed(90)}")),
    Case(RS, "one-absorbs", TWO + again("a", f"2026-02 policy: spread, share: pool, {closed(90)}") + again("b", f"2026-02 policy: absorb, {closed(90)}")),
    Case(RS, "another-month", TWO + again("a", f"2026-02 policy: spread, share: pool, {closed(90)}") + again("b", f"2026-03 policy: spread, {closed(90, 90)}")),
    Case(RS, "another-metric", TWO + again("a", f"2026-02 policy: spread, share: pool, {closed(90)}") + again("b", f"2026-02 policy: spread, {closed(90, metric='visitors')}", goals="visitors: 1200")),
    Case(RW, "sum", TWO + again("company", f"2026-02 policy: spread, {closed(90)}", goals="orders_paid: {value: 1200, split: {weights: {a: 1, b: 1}}}"), at("company", "orders_paid")),
    Case(RW, "no-target", again("company", f"2026-02 policy: spread, {closed(90, metric='visitors')}"), at("company", "visitors")),
    Case(RW, "ratio", again("company", f"2026-02 policy: spread, {closed(0, metric='cvr')}", goals="cvr: 1%"), at("company", "cvr")),
    Case(RW, "own", again("company", f"2026-02 policy: spread, {closed(90)}")),
    Case(RW, "inherited", TWO + sheet("company", "orders_paid: {value: 1200, split: {weights: {a: 1, b: 1}}}") + again("a", f"2026-02 policy: spread, {closed(90)}", goals="")),
    Case(RW, "unknown-metric", again("company", f"2026-02 policy: spread, {closed(90, metric='happiness')}")),
    Case(RW, "the-store-is-unreadable", "stores/a.yaml  {}\n" + again("a", f"2026-02 policy: spread, {closed(90)}", goals="")),
    Case(RY, "absorbed", again("company", f"2026-02 policy: absorb, {closed(60)}"), at("company", "orders_paid")),
    Case(RY, "reached", again("company", f"2026-02 policy: spread, {closed(1300)}"), at("company", "orders_paid")),
    Case(RY, "absorbed-below", TWO + sheet("company", "orders_paid: {value: 1200, split: {weights: {a: 1, b: 1}}}") + again("a", f"2026-02 policy: absorb, {closed(60)}", goals=""), at("company", "orders_paid")),
    Case(RY, "spread", again("company", f"2026-02 policy: spread, {closed(60)}")),
    Case(RY, "as-planned", again("company", f"2026-02 policy: absorb, {closed(102)}")),
    Case(RY, "pool", TWO + sheet("company", "orders_paid: {value: 1200, split: {weights: {a: 1, b: 1}}}") + again("a", f"2026-02 policy: spread, share: pool, {closed(60)}", goals="")
         + again("b", f"2026-02 policy: spread, share: pool, {closed(50)}", goals="")),
    Case(RY, "one-makes-up-for-the-other", TWO + sheet("company", "orders_paid: {value: 1200, split: {weights: {a: 1, b: 1}}}") + again("a", f"2026-02 policy: absorb, {closed(50)}", goals="")
         + again("b", f"2026-02 policy: absorb, {closed(52)}", goals="")),
)  # fmt: skip
