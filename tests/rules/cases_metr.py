"""Cases of the rules about the KPI dictionary."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.lines import Case

U, R, F = "unknown-metric", "ratio-without-parts", "unusable-formula"
OWN = "metrics/sample_rate.yaml  {name: A, unit: percent, aggregation: ratio, direction: up"

MEANING, TAKEN, PART, UNIT = "meaning-changed", "spelling-taken", "part-not-additive", "unit-unlike-its-parts"
BASES, WAY, OWNER = "mixed-bases", "direction-unlike-its-parts", "metric-without-owner"
STRICT = "opsctl.yaml  {opsctl: 1, name: X, rigor: strict}\n"
RATIO = "metrics/r.yaml  {name: R, unit: percent, aggregation: ratio, direction: band, numerator: "
GOALS = "targets/2026/company.yaml  {owner: li-na, goals: {cvr: 1%, uv: 5}}\n"
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
    Case(MEANING, "every-key", STRICT + "metrics/cvr.yaml  {unit: x, aggregation: weighted, numerator: units_paid, denominator: clicks, direction: down}",
         ("metrics/cvr.yaml: x", "metrics/cvr.yaml: weighted", "metrics/cvr.yaml: units_paid", "metrics/cvr.yaml: clicks", "metrics/cvr.yaml: down")),
    Case(MEANING, "a-count-made-a-ratio", STRICT + "metrics/visits.yaml  {aggregation: ratio, numerator: clicks, denominator: plays}",
         ("metrics/visits.yaml: ratio", "metrics/visits.yaml: clicks", "metrics/visits.yaml: plays")),
    Case(MEANING, "same-words", STRICT + "metrics/cvr.yaml  {unit: percent, aggregation: ratio, numerator: buyers_paid, direction: up}"),
    Case(MEANING, "basis-and-maturity", STRICT + "metrics/net_sales.yaml  {basis: net_pay_date, matures_after: 15d}"),
    Case(MEANING, "band", STRICT + "metrics/ad_spend.yaml  {direction: down}\nmetrics/uv_value.yaml  {name: U, unit: x, aggregation: sum, direction: up}\n"
         "metrics/cvr.yaml  {direction: band}"),
    Case(MEANING, "parts-of-a-sum", STRICT + "metrics/contribution.yaml  {parts: {net_sales: 1, cogs: -1}}"),
    Case(MEANING, "own", STRICT + OWN + ", numerator: orders_paid, denominator: visitors}"),
    Case(TAKEN, "id", "metrics/a.yaml  {name: A, " + SUM + ", aliases: [gmv_paid, 甲]}", ("metrics/a.yaml: gmv_paid",)),
    Case(TAKEN, "two-own", "metrics/a.yaml  {name: A, " + SUM + ", aliases: [样品 单]}\nmetrics/b.yaml  {name: B, " + SUM + ", aliases: [样品单]}",
         ("metrics/a.yaml: 样品 单", "metrics/b.yaml: 样品单")),
    Case(TAKEN, "names", "metrics/a.yaml  {name: {zh: 访客数, en: Guests}, " + SUM + "}\nmetrics/b.yaml  {name: 净销售额, " + SUM + "}",
         ("metrics/a.yaml: 访客数", "metrics/b.yaml: 净销售额")),
    Case(TAKEN, "free", "metrics/a.yaml  {name: A, " + SUM + ", aliases: [甲, 乙]}\nmetrics/b.yaml  {name: B, " + SUM + "}"),
    Case(TAKEN, "takes-over-an-alias", "metrics/a.yaml  {name: A, " + SUM + ", aliases: [gmv]}"),
    Case(TAKEN, "override", "metrics/visitors.yaml  {name: 访客数, aliases: [uv, 来客]}"),
    Case(TAKEN, "own-name-as-alias", "metrics/a.yaml  {name: 甲, " + SUM + ", aliases: [甲, a]}"),
    Case(TAKEN, "no-own", "teams/a.yaml  {name: A}"),
    Case(PART, "ratio-and-score", RATIO + "cvr, denominator: shop_score}", ("metrics/r.yaml: cvr", "metrics/r.yaml: shop_score")),
    Case(PART, "sum-of-a-stock", "metrics/a.yaml  {name: A, " + SUM + ", parts: {units_paid: 1, stock_units: 1}}", ("metrics/a.yaml: stock_units",)),
    Case(PART, "counts", RATIO + "orders_paid, denominator: visitors}"),
    Case(PART, "stock-of-a-ratio", RATIO + "stock_units, denominator: headcount}"),
    Case(PART, "sum", "metrics/a.yaml  {name: A, " + SUM + ", parts: {visitors: 1, buyers_paid: 1}}"),
    Case(PART, "unknown-part", RATIO + "qqqq, denominator: visitors}"),
    Case(PART, "stock-of-stocks", "metrics/a.yaml  {name: A, unit: count, aggregation: stock, direction: up, parts: {stock_units: 1}}"),
    Case(UNIT, "money-per-head", STRICT + RATIO + "gmv_paid, denominator: visitors}", ("metrics/r.yaml: percent",)),
    Case(UNIT, "share-as-money", STRICT + RATIO.replace("percent", "money") + "buyers_paid, denominator: visitors}", ("metrics/r.yaml: money",)),
    Case(UNIT, "sum-of-two", STRICT + "metrics/a.yaml  {name: A, " + SUM + ", parts: {visitors: 1, gmv_paid: 1}}", ("metrics/a.yaml: gmv_paid",)),
    Case(UNIT, "overridden-unit", STRICT + "metrics/net_sales.yaml  {unit: count}", ("metrics/net_sales.yaml: count", "metrics/net_sales.yaml: count")),
    Case(UNIT, "money", STRICT + RATIO.replace("percent", "money") + "gmv_paid, denominator: visitors}"),
    Case(UNIT, "multiple", STRICT + RATIO.replace("percent", "x") + "gmv_paid, denominator: ad_spend}"),
    Case(UNIT, "share", STRICT + RATIO + "buyers_paid, denominator: visitors}"),
    Case(UNIT, "days", STRICT + RATIO.replace("percent", "days") + "stock_units, denominator: units_per_day}"),
    Case(UNIT, "sum", STRICT + "metrics/a.yaml  {name: A, " + SUM + ", parts: {visitors: 1, buyers_paid: 1}}"),
    Case(UNIT, "without-parts", STRICT + "metrics/a.yaml  {name: A, " + SUM + "}\n" + OWN + "}"),
    Case(BASES, "ratio", STRICT + RATIO + "gmv_paid, denominator: gmv_ordered}", ("metrics/r.yaml: gmv_ordered",)),
    Case(BASES, "sum", STRICT + "metrics/a.yaml  {name: A, unit: money, aggregation: sum, direction: up, parts: {gmv_paid: 1, net_sales: 1}}",
         ("metrics/a.yaml: {gmv_paid: 1, net_s…",)),
    Case(BASES, "said", STRICT + RATIO + "gmv_paid, denominator: gmv_ordered, basis: paid}"),
    Case(BASES, "one-basis", STRICT + RATIO + "member_gmv, denominator: gmv_paid}"),
    Case(BASES, "without-a-basis", STRICT + RATIO + "ad_spend, denominator: gmv_paid}"),
    Case(BASES, "built-in-formula", STRICT + "metrics/refund_rate.yaml  {cadence: D}"),
    Case(WAY, "bad-per-good", STRICT + RATIO.replace("band", "up") + "bad_reviews, denominator: visitors}", ("metrics/r.yaml: up",)),
    Case(WAY, "good-per-bad", STRICT + RATIO.replace("band", "down") + "solved_at_once, denominator: cases}", ("metrics/r.yaml: down",)),
    Case(WAY, "sum", STRICT + "metrics/a.yaml  {name: A, " + SUM.replace("up", "down") + ", parts: {visitors: 1, bad_reviews: -1}}", ("metrics/a.yaml: down",)),
    Case(WAY, "follows", STRICT + RATIO.replace("band", "down") + "bad_reviews, denominator: visitors}"),
    Case(WAY, "open", STRICT + RATIO.replace("band", "down") + "buyers_paid, denominator: visitors}"),
    Case(WAY, "band", STRICT + RATIO + "bad_reviews, denominator: visitors}"),
    Case(WAY, "mixed-sum", STRICT + "metrics/a.yaml  {name: A, " + SUM.replace("up", "down") + ", parts: {visitors: 1, bad_reviews: 1}}"),
    Case(WAY, "no-formula", STRICT + "metrics/a.yaml  {name: A, " + SUM + "}\n" + OWN + "}"),
    Case(OWNER, "nobody", STRICT + GOALS, ("targets/2026/company.yaml: cvr", "targets/2026/company.yaml: uv")),
    Case(OWNER, "once", STRICT + GOALS + "targets/2027/company.yaml  {owner: li-na, goals: {cvr: 1%}}\nroles/a.yaml  {name: A, owns: [visitors]}",
         ("targets/2026/company.yaml: cvr",)),
    Case(OWNER, "owned-by-another-name", STRICT + GOALS + "roles/a.yaml  {name: A, owns: [转化率, visitors]}"),
    Case(OWNER, "owned-as-a-part", STRICT + GOALS + "roles/a.yaml  {name: A, owns: [cvr]}"),
    Case(OWNER, "somebody-unreadable", STRICT + GOALS + "roles/a.yaml  {owns: [cvr, uv]}"),
    Case(OWNER, "unknown-metric", STRICT + "targets/2026/company.yaml  {owner: li-na, goals: {qqqq: 1}}"),
    Case(OWNER, "no-goals", STRICT),
)  # fmt: skip
