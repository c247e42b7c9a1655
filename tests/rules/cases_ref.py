"""Cases of the rules about ids and references."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.lines import Case

D, U, TWICE, REUSED = "duplicate-id", "unknown-reference", "listed-twice", "action-id-reused"
STRICT = "opsctl.yaml  {opsctl: 1, name: X, rigor: strict}\n"
TASK = "{owner: li-na, tasks: [{id: T1, does: %s, owner: li-na, due: 2026-01-01}]}\n"
STORE = "stores/shop.yaml  {name: Shop, platform: tmall, team: company}"

CASES = (
    Case(D, "team-and-store", "teams/shop.yaml  {name: A}\n" + STORE, ("stores/shop.yaml: {name: Shop, platfo…",)),
    Case(D, "store-and-person", STORE + "\npeople/shop.yaml  {name: A, roles: [{role: owner, at: shop, from: 2026-01-01}]}",
         ("people/shop.yaml: {name: A, roles: [{…",)),
    Case(D, "event-twice", "calendar/2026.yaml  {events: [{id: a, name: A, windows: {}}, {id: a, name: B, windows: {}}]}",
         ("calendar/2026.yaml: a",)),
    Case(D, "task-twice", "plans/2026/company.md  {owner: li-na, tasks: [{id: T1, does: a, owner: li-na, due: 2026-01-01}, "
         "{id: T1, does: b, owner: li-na, due: 2026-01-01}]}", ("plans/2026/company.md: T1",)),
    Case(D, "one-metric-by-two-names", "targets/2026/company.yaml  {owner: li-na, goals: {uv: 1, visitors: 2}}",
         ("targets/2026/company.yaml: visitors",)),
    Case(D, "two-metrics", "targets/2026/company.yaml  {owner: li-na, goals: {uv: 1, visitors_paid: 2}}"),
    Case(D, "one-metric-in-two-sheets", STORE + "\ntargets/2026/company.yaml  {owner: li-na, goals: {uv: 1}}\n"
         "targets/2026/shop.yaml  {owner: li-na, goals: {visitors: 1}}"),
    Case(D, "different-ids", STORE),
    Case(D, "role-and-store", STORE + "\nroles/shop.yaml  {name: Shop}"),
    Case(D, "role-and-person", "roles/li-na.yaml  {name: Same word}"),
    Case(D, "strategies-without-id", "plans/2026/company.md  {owner: li-na, strategies: [{area: price}, {area: service}]}"),
    Case(D, "one-event-in-two-years", "calendar/2025.yaml  {events: [{id: a, name: A, windows: {}}]}\n"
         "calendar/2026.yaml  {events: [{id: a, name: A, windows: {}}]}"),
    Case(D, "an-action-carried-on-as-a-task", "plans/2026/company.md  {owner: li-na, tasks: [{id: A1, does: a, owner: li-na, "
         "due: 2026-01-01}]}\nreviews/2026/company.md  {owner: li-na, actions: [{id: A1, does: a, owner: li-na, "
         "due: 2026-01-01, metric: gmv_paid, expect: more}]}"),
    Case(U, "parent", "teams/a.yaml  {name: A, parent: nobody}", ("teams/a.yaml: nobody",)),
    Case(U, "store-of-a-store", STORE + "\nstores/b.yaml  {name: B, platform: jd, team: shop}", ("stores/b.yaml: shop",)),
    Case(U, "marked-at", STORE + "\ncalendar/2025.yaml  {marked: [{from: 2025-09-12, until: 2025-09-13, what: stock-out, why: a, at: shop}, "
         "{from: 2025-09-12, until: 2025-09-13, what: stock-out, why: a, at: shp}]}", ("calendar/2025.yaml: shp",)),
    Case(U, "relative-child", STORE + "\ntargets/2026/company.yaml  {owner: li-na, goals: {cvr: {value: 2%, split: {relative: {shp: 1%}}}}}",
         ("targets/2026/company.yaml: shp",)),
    Case(U, "reports-to", "roles/a.yaml  {name: A, reports_to: b}", ("roles/a.yaml: b",)),
    Case(U, "role-and-place", "people/a.yaml  {name: A, roles: [{role: x, at: y, from: 2026-01-01}]}",
         ("people/a.yaml: x", "people/a.yaml: y")),
    Case(U, "sheet", "targets/2026/nowhere.yaml  {owner: nobody, curve: flat}",
         ("targets/2026/nowhere.yaml: {owner: nobody, cur…", "targets/2026/nowhere.yaml: nobody", "targets/2026/nowhere.yaml: flat")),
    Case(U, "goal", "targets/2026/company.yaml  {owner: li-na, goals: {gmv_paid: {value: 1, owner: x, "
         "baseline: {period: 2025, value: 1, source: y}, hold: {2026-02: {value: 1, reason: r, owner: z, until: 2026-02-28}}, "
         "bounds: {2026-03: {at_most: 1, reason: r, owner: w}}}}}",
         ("targets/2026/company.yaml: x", "targets/2026/company.yaml: y", "targets/2026/company.yaml: z",
          "targets/2026/company.yaml: w")),
    Case(U, "split", STORE + "\ntargets/2026/company.yaml  {owner: li-na, goals: {gmv_paid: {value: 1, split: "
         "{weights: {shop: 1, shup: 1}, hold: {company: {value: 1, reason: r, owner: x, until: 2026-12-31}}, "
         "bounds: {li-na: {at_least: 0, reason: r, owner: y}}}}}}",
         ("targets/2026/company.yaml: shup", "targets/2026/company.yaml: company", "targets/2026/company.yaml: x",
          "targets/2026/company.yaml: li-na", "targets/2026/company.yaml: y")),
    Case(U, "closed-store-in-a-split", STORE + "\nstores/old.yaml  {name: Old, platform: jd, team: company, closed: 2025-12-31}\n"
         "targets/2026/company.yaml  {owner: li-na, goals: {gmv_paid: {value: 1, split: {weights: {shop: 1, old: 1}}}}}",
         ("targets/2026/company.yaml: old",)),
    Case(U, "channel", "stores/shop.yaml  {name: Shop, platform: tmall, team: company, channels: [search, live]}\n"
         "targets/2026/shop.yaml  {owner: li-na, goals: {gmv_paid: {value: 1, channels: {search: 50%, feed: 50%}}}}",
         ("targets/2026/shop.yaml: feed",)),
    Case(U, "source", "sources/a.yaml  {files: a.csv, columns: {s: S, d: D, n: N}, store: {column: s, map: {甲: x}, other: y}, "
         "day: d, metrics: {gmv_paid: {sum: n}}}", ("sources/a.yaml: x", "sources/a.yaml: y")),
    Case(U, "plan", "plans/2026/company.md  {owner: li-na, took_part: [x], strategies: [{area: price, lead: y}], "
         "tasks: [{id: T1, does: a, owner: z, due: 2026-01-01}]}",
         ("plans/2026/company.md: x", "plans/2026/company.md: y", "plans/2026/company.md: z")),
    Case(U, "review", "reviews/2026/company.md  {owner: li-na, meeting: {on: 2026-01-01, attended: [x]}, actions: "
         "[{id: A1, does: a, owner: y, due: 2026-01-01, metric: gmv_paid, expect: more, from: C9}], "
         "verdicts: [{action: A7, verdict: met, evidence: seen}]}",
         ("reviews/2026/company.md: x", "reviews/2026/company.md: y", "reviews/2026/company.md: C9",
          "reviews/2026/company.md: A7")),
    Case(U, "settings", "opsctl.yaml  {opsctl: 1, name: A, top: compny, approver: nobody}",
         ("opsctl.yaml: compny", "opsctl.yaml: nobody")),
    Case(U, "all-known", STORE + "\nopsctl.yaml  {opsctl: 1, name: A, approver: li-na}"),
    Case(U, "no-parent", "teams/a.yaml  {name: A}"),
    Case(U, "broken-team", "teams/a.yaml  {nome: A}\nteams/b.yaml  {name: B, parent: a}"),
    Case(U, "broken-person", "people/a.yaml  {name: A}\ntargets/2026/company.yaml  {owner: a}"),
    Case(U, "broken-store-in-a-split", "stores/shop.yaml  {name: Shop}\n"
         "targets/2026/company.yaml  {owner: li-na, goals: {gmv_paid: {value: 1, split: {weights: {shop: 1}}}}}"),
    Case(U, "broken-calendar", "calendar/2026.yaml  {corves: {}}\ntargets/2026/company.yaml  {owner: li-na, curve: home}"),
    Case(U, "broken-source", "sources/a.yaml  {}\ntargets/2026/company.yaml  {owner: li-na, goals: {gmv_paid: {value: 1, "
         "baseline: {period: 2025, value: 1, source: a}}}}"),
    Case(U, "broken-plan-may-hold-the-action", "plans/2026/company.md  {}\nreviews/2026/company.md  {owner: li-na, "
         "verdicts: [{action: A7, verdict: met, evidence: seen}]}"),
    Case(U, "broken-settings", "opsctl.yaml  {opsctl: 1, top: elsewhere}"),
    Case(U, "role-at-a-store", STORE + "\npeople/a.yaml  {name: A, roles: [{role: owner, at: shop, from: 2026-01-01}]}"),
    Case(U, "curve", "calendar/2026.yaml  {curves: {home: {months: {1: 100%}}}}\n"
         "targets/2026/company.yaml  {owner: li-na, curve: home}"),
    Case(U, "sheet-of-a-store", STORE + "\ntargets/2026/shop.yaml  {owner: li-na}"),
    Case(U, "sheet-of-a-person", "targets/2026/li-na.yaml  {owner: li-na}"),
    Case(U, "split-over-teams", "teams/a.yaml  {name: A, parent: company}\ntargets/2026/company.yaml  {owner: li-na, "
         "goals: {gmv_paid: {value: 1, split: {over: children, weights: {a: 1}}}}}"),
    Case(U, "channels-of-a-store-that-lists-none", STORE + "\ntargets/2026/shop.yaml  {owner: li-na, goals: {gmv_paid: "
         "{value: 1, channels: {search: 100%}}}}"),
    Case(U, "channels-of-a-team", "targets/2026/company.yaml  {owner: li-na, goals: {gmv_paid: {value: 1, channels: {a: 1}}}}"),
    Case(U, "later-kinds", "roles/a.yaml  {name: A, duties: [{id: d, does: d, evidence: {record: standard, cadence: weekly}}], "
         "competencies: {skills: {anything: 3}}}\nplans/2026/company.md  {owner: li-na, market: [bedding-2025]}"),
    Case(U, "action-from-another-review", "reviews/2026-W01/company.md  {owner: li-na, actions: [{id: A7, does: a, "
         "owner: li-na, due: 2026-01-01, metric: gmv_paid, expect: more}]}\nreviews/2026-W02/company.md  {owner: li-na, "
         "verdicts: [{action: A7, verdict: met, evidence: seen}]}"),
    Case(U, "action-carried-on-in-a-plan", "plans/2026-W01/company.md  {owner: li-na, tasks: [{id: A7, does: a, owner: li-na, "
         "due: 2026-01-01}]}\nreviews/2026-W02/company.md  {owner: li-na, verdicts: [{action: A7, verdict: met, evidence: seen}]}"),
    Case(U, "cause-in-the-same-review", "reviews/2026/company.md  {owner: li-na, causes: [{id: C1, metric: gmv_paid, because: b}], "
         "actions: [{id: A1, does: a, owner: li-na, due: 2026-01-01, metric: gmv_paid, expect: more, from: C1}]}"),
    Case(U, "free-keys", "teams/a.yaml  {name: A, x-parent: nobody}"),
    Case(TWICE, "channels", STORE.replace("}", ", channels: [a, b, a]}"), ("stores/shop.yaml: a",)),
    Case(TWICE, "metric-by-two-names", "roles/a.yaml  {name: A, owns: [uv, cvr, visitors]}", ("roles/a.yaml: visitors",)),
    Case(TWICE, "plan-and-review", "plans/2026/company.md  {owner: li-na, took_part: [li-na, li-na], strategies: [{area: price, serves: [cvr, 转化率]}]}\n"
         "reviews/2026/company.md  {owner: li-na, meeting: {on: 2027-01-05, attended: [li-na, li-na]}}",
         ("plans/2026/company.md: li-na", "plans/2026/company.md: 转化率", "reviews/2026/company.md: li-na")),
    Case(TWICE, "aliases", "metrics/a.yaml  {name: A, unit: count, aggregation: sum, direction: up, aliases: [甲, 甲]}", ("metrics/a.yaml: 甲",)),
    Case(TWICE, "different", STORE.replace("}", ", channels: [a, b]}") + "\nroles/a.yaml  {name: A, owns: [uv, visitors_paid]}"),
    Case(TWICE, "in-two-lists", STORE.replace("}", ", channels: [a]}") + "\n" + STORE.replace("shop.", "two.").replace("}", ", channels: [a]}")),
    Case(TWICE, "unknown-metrics", "roles/a.yaml  {name: A, owns: [qqqq, wwww]}"),
    Case(TWICE, "review-without-meeting", "reviews/2026/company.md  {owner: li-na}"),
    Case(TWICE, "nothing", "teams/a.yaml  {name: A}"),
    Case(REUSED, "tasks", STRICT + "plans/2026-W01/company.md  " + TASK % "a" + "plans/2026-W02/company.md  " + TASK % "b",
         ("plans/2026-W02/company.md: T1",)),
    Case(REUSED, "actions", STRICT + "".join(f"reviews/2026-W0{n}/company.md  {{owner: li-na, actions: [{{id: A1, does: d{n}, owner: li-na, "
         "due: 2026-01-01, metric: cvr, expect: e}]}\n" for n in (1, 2)), ("reviews/2026-W02/company.md: A1",)),
    Case(REUSED, "carried-on", STRICT + "plans/2026-W01/company.md  " + TASK % "a b" + "plans/2026-W02/company.md  " + TASK % "'a  b'"),
    Case(REUSED, "action-carried-on-as-a-task", STRICT + "plans/2026-W02/company.md  " + TASK.replace("T1", "A1") % "a"
         + "reviews/2026-W01/company.md  {owner: li-na, actions: [{id: A1, does: longer, owner: li-na, due: 2026-01-01, metric: cvr, expect: e}]}"),
    Case(REUSED, "one-record", STRICT + "plans/2026/company.md  {owner: li-na, tasks: [{id: T1, does: a, owner: li-na, due: 2026-01-01}, "
         "{id: T1, does: b, owner: li-na, due: 2026-01-01}]}"),
)  # fmt: skip
