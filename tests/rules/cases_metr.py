"""Cases of the rules about the KPI dictionary."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.lines import Case

U, R, F = "unknown-metric", "ratio-without-parts", "unusable-formula"
OWN = "metrics/sample_rate.yaml  {name: A, unit: percent, aggregation: ratio, direction: up"

SUM = "unit: count, aggregation: sum, direction: up"

CASES = (
    Case(U, "goal", "targets/2026/company.yaml  {owner: li-na, goals: {gmv: 1, qwertz: 2}}", ("targets/2026/company.yaml: qwertz",)),
    Case(U, "inside-a-goal", "targets/2026/company.yaml  {owner: li-na, goals: {cvr: {value: 1%, contributes_to: x, "
         "guardrails: [{metric: yy, at_most: 1}]}}}", ("targets/2026/company.yaml: x", "targets/2026/company.yaml: yy")),
    Case(U, "role", "roles/a.yaml  {name: A, owns: [cvr, cvrr]}", ("roles/a.yaml: cvrr",)),
    Case(U, "source", "sources/a.yaml  {files: a.csv, columns: {d: D, n: N}, store: {other: company}, day: d, "
         "metrics: {gmv_payd: {sum: n}}}", ("sources/a.yaml: gmv_payd",)),
    Case(U, "plan", "plans/2026/company.md  {owner: li-na, strategies: [{area: price, serves: [cvr, x]}], "
         "tasks: [{id: T1, does: a, owner: li-na, due: 2026-01-01, serves: y}], budget: [{line: a, amount: 1, metric: z}]}",
         ("plans/2026/company.md: x", "plans/2026/company.md: y", "plans/2026/company.md: z")),
    Case(U, "review", "reviews/2026/company.md  {owner: li-na, causes: [{id: C1, metric: x, because: b}], actions: "
         "[{id: A1, does: a, owner: li-na, due: 2026-01-01, metric: y, expect: e}]}",
         ("reviews/2026/company.md: x", "reviews/2026/company.md: y")),
    Case(U, "ids", "roles/a.yaml  {name: A, owns: [net_sales, gmv_paid, cvr]}"),
    Case(U, "aliases", "roles/a.yaml  {name: A, owns: [uv, UV]}"),
    Case(U, "chinese-names", "roles/a.yaml  {name: A, owns: [访客数]}"),
    Case(U, "own", OWN + ", numerator: orders_paid, denominator: visitors}\nroles/a.yaml  {name: A, owns: [sample_rate]}"),
    Case(U, "own-alias", "metrics/x.yaml  {name: A, unit: count, aggregation: sum, direction: up, aliases: [寄样数]}\n"
         "roles/a.yaml  {name: A, owns: [寄样数]}"),
    Case(U, "broken-own", "metrics/x.yaml  {unit: furlongs}\nroles/a.yaml  {name: A, owns: [x]}"),
    Case(U, "budget-without-metric", "plans/2026/company.md  {owner: li-na, budget: [{line: a, amount: 1}]}"),
    Case(U, "bare-goals", "targets/2026/company.yaml  {owner: li-na, goals: {uv: 1, visitors_paid: 2}}"),
    Case(U, "nothing", "teams/a.yaml  {name: A}"),
    Case(R, "no-parts", OWN + "}", ("metrics/sample_rate.yaml: ratio", "metrics/sample_rate.yaml: ratio")),
    Case(R, "no-denominator", OWN + ", numerator: orders_paid}", ("metrics/sample_rate.yaml: ratio",)),
    Case(R, "unknown-parts", OWN + ", numerator: ordrs_paid, denominator: qqqq}",
         ("metrics/sample_rate.yaml: ordrs_paid", "metrics/sample_rate.yaml: qqqq")),
    Case(R, "override-by-an-unknown-part", "metrics/cvr.yaml  {numerator: wishes}", ("metrics/cvr.yaml: wishes",)),
    Case(R, "both-parts", OWN + ", numerator: orders_paid, denominator: visitors}"),
    Case(R, "own-parts", OWN + ", numerator: samples, denominator: visitors}\n"
         "metrics/samples.yaml  {name: S, unit: count, aggregation: sum, direction: up}"),
    Case(R, "override-without-parts", "metrics/cvr.yaml  {direction: up}"),
    Case(R, "no-ratio", "metrics/samples.yaml  {name: S, unit: count, aggregation: sum, direction: up}"),
    Case(R, "broken-part", OWN + ", numerator: samples, denominator: visitors}\nmetrics/samples.yaml  {unit: furlongs}"),
    Case(F, "itself", "metrics/a.yaml  {name: A, " + SUM + ", parts: {a: 1}}", ("metrics/a.yaml: {a: 1}",)),
    Case(F, "built-in-circle", "metrics/gmv_paid.yaml  {parts: {net_sales: 1}}", ("metrics/gmv_paid.yaml: {net_sales: 1}",)),
    Case(F, "unknown-part", "metrics/a.yaml  {name: A, " + SUM + ", parts: {uv: 1, qqqq: 1}}",
         ("metrics/a.yaml: uv", "metrics/a.yaml: qqqq")),
    Case(F, "doubling", "\n".join(f"metrics/m{at}.yaml  {{name: A, {SUM}, parts: {{m{at + 1}: 1, n{at + 1}: 1}}}}\n"
         f"metrics/n{at}.yaml  {{name: B, {SUM}, parts: {{m{at + 1}: 1, n{at + 1}: 1}}}}" for at in range(7)) +
         "\nmetrics/m7.yaml  {name: A, " + SUM + "}\nmetrics/n7.yaml  {name: A, " + SUM + "}",
         ("metrics/m0.yaml: {m1: 1, n1: 1}", "metrics/n0.yaml: {m1: 1, n1: 1}")),
    Case(F, "above-a-circle", OWN + ", numerator: a, denominator: a}\nmetrics/a.yaml  {name: A, " + SUM + "}"),
    Case(F, "parts", "metrics/a.yaml  {name: A, " + SUM + ", parts: {gmv_paid: 1, refund_amount: -1}}"),
    Case(F, "half-of-a-ratio", OWN + ", numerator: qqqq, denominator: visitors}"),
    Case(F, "broken-part", "metrics/a.yaml  {name: A, " + SUM + ", parts: {x: 1}}\nmetrics/x.yaml  {unit: furlongs}"),
    Case(F, "no-own-metrics", "teams/a.yaml  {name: A}"),
)  # fmt: skip
