"""Cases of the rules about goals, their sums and their cells."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.lines import Case

from opsctl.checking.explain import page_of
from opsctl.rules.goal import stale_cells

B, S, P = "goal-without-baseline", "children-do-not-add-up", "impossible-split"
D, F, C = "goal-not-derivable", "finer-than-the-unit", "stale-cells"
STRICT = "opsctl.yaml  {opsctl: 1, name: A, rigor: standard}\n"
TWO = (
    "stores/a.yaml  {name: A, platform: tmall, team: company}\nstores/b.yaml  {name: B, platform: jd, team: company}\n"
)
BASE = "baseline: {period: 2025, value: 1}"
CELLS = dict(page_of(stale_cells).passes)["targets/2026/company.csv"].strip().replace("\n", ";")
FRESH = f"targets/2026/company.csv  {CELLS}\n"
EMPTY = f"targets/2026/%s.csv  {CELLS.partition(';')[0]}\n"


def sheet(scope: str, goals: str, year: int = 2026) -> str:
    """Write a target sheet."""
    return f"targets/{year}/{scope}.yaml  {{owner: li-na, goals: {{{goals}}}}}\n"


def held(value: str) -> str:
    """Write a hold."""
    return f"{{value: {value}, reason: r, owner: li-na, until: 2026-12-31}}"


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
    Case(P, "no-weights", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 0}}}"), ("targets/2026/company.yaml: {weights: {a: 0}}",)),
    Case(P, "hold-of-a-quarter", sheet("company", f"gmv_paid: {{value: 100, hold: {{2026-Q1: {held('10')}}}}}"), ("targets/2026/company.yaml: 2026-Q1",)),
    Case(P, "holds-of-months", sheet("company", f"gmv_paid: {{value: 100, hold: {{2026-01: {held('60')}, 2026-02: {held('60')}}}}}"),
         ("targets/2026/company.yaml: gmv_paid",)),
    Case(P, "holds-that-fit", TWO + sheet("company", f"gmv_paid: {{value: 100, split: {{weights: {{a: 1, b: 1}}, hold: {{a: {held('100')}}}}}}}")),
    Case(P, "months-that-fit", sheet("company", f"gmv_paid: {{value: 100, hold: {{2026-01: {held('60')}}}}}")),
    Case(P, "no-split", sheet("company", "gmv_paid: 100")),
    Case(P, "zero", TWO + sheet("company", "gmv_paid: {value: 0, split: {weights: {a: 1, b: 1}}}")),
    Case(P, "one-child-without-weight", TWO + sheet("company", "gmv_paid: {value: 100, split: {weights: {a: 1}}}")),
    Case(D, "nothing-leads-there", sheet("company", "gmv_paid: derived, visitors: 5"), ("targets/2026/company.yaml: gmv_paid",)),
    Case(D, "one-part-only", sheet("company", "gmv_paid: derived, net_sales: 88"), ("targets/2026/company.yaml: gmv_paid",)),
    Case(D, "from-two", sheet("company", "gmv_paid: derived, net_sales: 88, refund_rate: 12%")),
    Case(D, "from-a-chain", sheet("company", "visitors: derived, gmv_paid: 198, aov_buyer: 198, cvr: 1%")),
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
    Case(C, "fresh", sheet("company", "orders_paid: 1200") + FRESH),
    Case(C, "no-goals", "targets/2026/company.yaml  {owner: li-na}"),
    Case(C, "ratios-only", sheet("company", "cvr: 1%")),
    Case(C, "no-sheets", TWO),
    Case(C, "the-cascade-has-findings", sheet("company", "orders_paid: 1300, gmv_paid: derived") + FRESH),
    Case(C, "a-sheet-is-unreadable", TWO + sheet("company", "orders_paid: 1300") + FRESH + "targets/2026/a.yaml  {}"),
)  # fmt: skip
