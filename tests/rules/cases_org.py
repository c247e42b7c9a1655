"""Cases of the rules about teams, roles and people."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.lines import Case

C, M, A = "circular-hierarchy", "store-without-manager", "owner-not-active"
TWICE, DATES, TIME, UNMANNED = "seat-held-twice", "dates-reversed", "over-full-time", "unmanned-role"
WRONG, CLOSED, SPAN, DEPTH = "role-at-wrong-place", "role-at-closed-place", "span-of-control", "org-depth"
LEAD, TWO_A, ZERO_A, DECIDES = (
    "team-without-lead", "duty-with-two-accountables", "duty-without-accountable", "duty-without-authority",
)  # fmt: skip
TOP, BELOW, NOBODY, EMPTY = "top-without-approver", "approver-below-owner", "reports-to-nobody", "empty-team"
STRICT = "opsctl.yaml  {opsctl: 1, name: X, rigor: strict}\n"
SHEET = "targets/2026/company.yaml  {owner: li-na}\n"
SHOP = "stores/shop.yaml  {name: Shop, platform: tmall, team: company, opened: 2024-01-01, closed: 2025-12-31}\n"
BASE = (
    "roles/manager.yaml  {name: Manager, one_per: store}\n"
    "stores/shop.yaml  {name: Shop, platform: tmall, team: company, opened: 2021-05-01}\n"
    "targets/2026/company.yaml  {owner: li-na}\n"
)
SHORT = "people/a.yaml  {name: A, roles: [{role: owner, at: company, from: 2026-03-01, until: 2026-06-30}]}\n"


def holder(person: str, *spans: str) -> str:
    """Write a person who is the shop's manager for each span, `from..until` or `from..`."""
    roles = []
    for span in spans:
        first, _, last = span.partition("..")
        until = f", until: {last}" if last else ""
        roles.append(f"{{role: manager, at: shop, from: {first}{until}}}")
    return f"people/{person}.yaml  {{name: A, roles: [{', '.join(roles)}]}}\n"


def person(id_: str, *held: str) -> str:
    """Write a person who holds a role for each `role at from..until fte`, the last two parts optional."""
    roles = []
    for each in held:
        role, at, span, *fte = each.split()
        first, _, last = span.partition("..")
        more = (f", until: {last}" if last else "") + (f", fte: {fte[0]}" if fte else "")
        roles.append(f"{{role: {role}, at: {at}, from: {first}{more}}}")
    return f"people/{id_}.yaml  {{name: A, roles: [{', '.join(roles)}]}}\n"


def limits(**most: int) -> str:
    """Write the settings with thresholds."""
    named = ", ".join(f"{name.replace('_', '-')}: {value}" for name, value in most.items())
    return f"opsctl.yaml  {{opsctl: 1, name: X, rigor: strict, checks: {{thresholds: {{{named}}}}}}}\n"


CASES = (
    Case(C, "itself", "teams/a.yaml  {name: A, parent: a}", ("teams/a.yaml: a",)),
    Case(C, "three-with-a-tail", "teams/d.yaml  {name: D, parent: c}\nteams/c.yaml  {name: C, parent: b}\n"
         "teams/b.yaml  {name: B, parent: a}\nteams/a.yaml  {name: A, parent: c}", ("teams/a.yaml: c",)),
    Case(C, "two-circles", "teams/a.yaml  {name: A, parent: b}\nteams/b.yaml  {name: B, parent: a}\n"
         "roles/y.yaml  {name: Y, reports_to: x}\nroles/x.yaml  {name: X, reports_to: y}",
         ("roles/x.yaml: y", "teams/a.yaml: b")),
    Case(C, "long", "\n".join(f"teams/t{n:02}.yaml  {{name: T, parent: t{(n + 1) % 20:02}}}" for n in range(20)),
         ("teams/t00.yaml: t01",)),
    Case(C, "chain", "teams/a.yaml  {name: A, parent: b}\nteams/b.yaml  {name: B, parent: company}"),
    Case(C, "two-under-one", "teams/a.yaml  {name: A, parent: company}\nteams/b.yaml  {name: B, parent: company}"),
    Case(C, "unknown-parent", "teams/a.yaml  {name: A, parent: nobody}"),
    Case(C, "broken-parent", "teams/a.yaml  {name: A, parent: b}\nteams/b.yaml  {nome: B, parent: a}"),
    Case(C, "roles-in-a-line", "roles/a.yaml  {name: A, reports_to: b}\nroles/b.yaml  {name: B, reports_to: c}\n"
         "roles/c.yaml  {name: C}"),
    Case(C, "deep", "\n".join(f"teams/t{n:03}.yaml  {{name: T, parent: t{n + 1:03}}}" for n in range(300))),
    Case(M, "nobody", BASE, ("stores/shop.yaml: name",)),
    Case(M, "gap", BASE + holder("a", "2021-05-01..2026-03-31") + holder("b", "2026-04-02.."), ("stores/shop.yaml: name",)),
    Case(M, "late-start", BASE + holder("a", "2026-01-02.."), ("stores/shop.yaml: name",)),
    Case(M, "early-end", BASE + holder("a", "2021-05-01..2026-12-30"), ("stores/shop.yaml: name",)),
    Case(M, "two", BASE + holder("a", "2021-05-01..2026-06-30") + holder("b", "2026-06-30.."), ("people/b.yaml: {role: manager, at:…",)),
    Case(M, "two-while-somebody-is-unreadable", BASE + holder("a", "2021-05-01..") + holder("b", "2026-06-30..")
         + "people/c.yaml  {}", ("people/b.yaml: {role: manager, at:…",)),
    Case(M, "another-store", BASE + "stores/two.yaml  {name: Two, platform: jd, team: company}\n"
         + holder("a", "2021-05-01.."), ("stores/two.yaml: name",)),
    Case(M, "one-throughout", BASE + holder("a", "2021-05-01..")),
    Case(M, "handover", BASE + holder("a", "2021-05-01..2026-06-30") + holder("b", "2026-07-01..")),
    Case(M, "handover-with-years-open", BASE + holder("a", "2021-05-01..2026-12-31")),
    Case(M, "one-person-twice", BASE + holder("a", "2021-05-01..2026-06-30", "2026-06-01..")),
    Case(M, "gap-in-a-year-without-sheets", BASE + holder("a", "2021-05-01..2024-12-31", "2026-01-01..")),
    Case(M, "two-in-a-year-without-sheets", BASE + holder("a", "2021-05-01..2025-12-31") + holder("b", "2024-01-01..2024-12-31")
         + holder("c", "2026-01-01..")),
    Case(M, "no-sheets", BASE.replace("targets/2026/company.yaml  {owner: li-na}\n", "")),
    Case(M, "closed-before", BASE.replace("2021-05-01}", "2021-05-01, closed: 2025-12-31}")),
    Case(M, "opens-later", BASE.replace("2021-05-01", "2026-05-01") + holder("a", "2026-05-01..")),
    Case(M, "not-one-per-store", BASE.replace("one_per: store", "one_per: team")),
    Case(M, "unreadable-person-may-be-it", BASE + "people/a.yaml  {name: A}"),
    Case(A, "sheet", SHORT + "targets/2026/company.yaml  {owner: a}", ("targets/2026/company.yaml: a",)),
    Case(A, "not-yet", SHORT + "targets/2025/company.yaml  {owner: a}", ("targets/2025/company.yaml: a",)),
    Case(A, "goal-and-limits", SHORT + "targets/2026/company.yaml  {owner: li-na, goals: {gmv_paid: {value: 1, owner: a, "
         "hold: {2026-09: {value: 1, reason: r, owner: a, until: 2026-09-30}}, bounds: {2026-10: {at_most: 1, reason: r, owner: a}}, "
         "split: {weights: {x: 1}, hold: {x: {value: 1, reason: r, owner: a, until: 2027-12-31}}, "
         "bounds: {y: {at_most: 1, reason: r, owner: a}}}}}}",
         ("targets/2026/company.yaml: a", "targets/2026/company.yaml: a", "targets/2026/company.yaml: a",
          "targets/2026/company.yaml: a", "targets/2026/company.yaml: a")),
    Case(A, "plan-and-task", SHORT + "plans/2026-Q3/company.md  {owner: a, tasks: [{id: T1, does: x, owner: a, due: 2026-07-01}]}",
         ("plans/2026-Q3/company.md: a", "plans/2026-Q3/company.md: a")),
    Case(A, "action", SHORT + "reviews/2026-Q2/company.md  {owner: a, actions: [{id: A1, does: x, owner: a, due: 2026-07-01, "
         "metric: gmv_paid, expect: more}]}", ("reviews/2026-Q2/company.md: a",)),
    Case(A, "between-two-roles", "people/a.yaml  {name: A, roles: [{role: owner, at: company, from: 2026-01-01, until: 2026-12-30}, "
         "{role: owner, at: company, from: 2027-01-01}]}\ntargets/2026/company.yaml  {owner: a}",
         ("targets/2026/company.yaml: a",)),
    Case(A, "whole-year", "targets/2026/company.yaml  {owner: li-na}"),
    Case(A, "joins-in-the-year", "people/a.yaml  {name: A, roles: [{role: owner, at: company, from: 2026-03-01}]}\n"
         "targets/2026/company.yaml  {owner: a}"),
    Case(A, "until-the-last-day", "people/a.yaml  {name: A, roles: [{role: owner, at: company, from: 2026-03-01, "
         "until: 2026-12-31}]}\ntargets/2026/company.yaml  {owner: a}"),
    Case(A, "quarter-inside", SHORT + "plans/2026-Q2/company.md  {owner: a}"),
    Case(A, "hold-that-ends-in-time", SHORT + "targets/2026/company.yaml  {owner: li-na, goals: {gmv_paid: {value: 1, "
         "hold: {2026-06: {value: 1, reason: r, owner: a, until: 2026-06-30}}}}}"),
    Case(A, "task-in-time", SHORT + "plans/2026/company.md  {owner: li-na, tasks: [{id: T1, does: x, owner: a, due: 2026-06-30}]}"),
    Case(A, "task-done", SHORT + "plans/2026/company.md  {owner: li-na, tasks: [{id: T1, does: x, owner: a, due: 2026-07-30, "
         "status: done}, {id: T2, does: x, owner: a, due: 2026-07-30, status: dropped}]}"),
    Case(A, "unknown-owner", "targets/2026/company.yaml  {owner: nobody}"),
    Case(A, "unreadable-owner", "people/a.yaml  {name: A}\ntargets/2026/company.yaml  {owner: a}"),
    Case(A, "lead-of-a-strategy", SHORT + "plans/2026/company.md  {owner: li-na, strategies: [{area: price, lead: a}]}",
         ("plans/2026/company.md: a",)),
    Case(A, "lead-in-time", SHORT + "plans/2026-Q2/company.md  {owner: li-na, strategies: [{area: price, lead: a}, {area: service}]}"),
    Case(TWICE, "company-in-two-places", "roles/head.yaml  {name: H, one_per: company}\nteams/b.yaml  {name: B, parent: company}\n"
         + person("a", "head company 2026-01-01") + person("b", "head b 2026-06-01..2026-06-30"), ("people/b.yaml: {role: head, at: b,…",)),
    Case(TWICE, "team", "roles/lead.yaml  {name: L, one_per: team}\n" + person("a", "lead company 2026-01-01..2026-06-30")
         + person("b", "lead company 2026-06-30"), ("people/b.yaml: {role: lead, at: co…",)),
    Case(TWICE, "long-stay-around-two", "roles/lead.yaml  {name: L, one_per: team}\n" + person("a", "lead company 2026-01-01")
         + person("b", "lead company 2026-02-01..2026-02-28") + person("c", "lead company 2026-06-01"),
         ("people/b.yaml: {role: lead, at: co…", "people/c.yaml: {role: lead, at: co…")),
    Case(TWICE, "handover", "roles/head.yaml  {name: H, one_per: company}\n" + person("a", "head company 2026-01-01..2026-06-30")
         + person("b", "head company 2026-07-01")),
    Case(TWICE, "two-teams", "roles/lead.yaml  {name: L, one_per: team}\nteams/b.yaml  {name: B, parent: company}\n"
         + person("a", "lead company 2026-01-01") + person("b", "lead b 2026-01-01")),
    Case(TWICE, "one-person-twice", "roles/head.yaml  {name: H, one_per: company}\n"
         + person("a", "head company 2026-01-01..2026-06-30", "head company 2026-06-01")),
    Case(TWICE, "no-seat", person("a", "owner company 2026-01-01") + person("b", "owner company 2026-01-01")),
    Case(TWICE, "one-per-store", BASE + holder("a", "2021-05-01..") + holder("b", "2021-05-01..")),
    Case(TWICE, "reversed-stay", "roles/head.yaml  {name: H, one_per: company}\n" + person("a", "head company 2026-01-01")
         + person("b", "head company 2026-07-01..2026-06-01")),
    Case(DATES, "role", person("a", "owner company 2026-07-01..2026-06-30"), ("people/a.yaml: 2026-06-30",)),
    Case(DATES, "store-and-team", SHOP.replace("2024", "2026") + "teams/b.yaml  {name: B, parent: company, opened: 2026-02-02, closed: 2026-02-01}",
         ("stores/shop.yaml: 2025-12-31", "teams/b.yaml: 2026-02-01")),
    Case(DATES, "one-day", person("a", "owner company 2026-07-01..2026-07-01")),
    Case(DATES, "open-end", person("a", "owner company 2026-07-01")),
    Case(DATES, "store", SHOP),
    Case(DATES, "only-closed", "teams/b.yaml  {name: B, parent: company, closed: 2026-02-01}"),
    Case(TIME, "two-whole-roles", STRICT + person("a", "owner company 2026-01-01", "owner company 2026-05-01"),
         ("people/a.yaml: {role: owner, at: c…",)),
    Case(TIME, "three-parts-on-one-day", STRICT + person("a", "owner company 2026-01-01..2026-05-01 40%", "owner company 2026-02-01 40%",
         "owner company 2026-05-01 30%"), ("people/a.yaml: {role: owner, at: c…",)),
    Case(TIME, "after-each-other", STRICT + person("a", "owner company 2026-01-01..2026-04-30", "owner company 2026-05-01")),
    Case(TIME, "shares", STRICT + person("a", "owner company 2026-01-01 70%", "owner company 2026-01-01 30%")),
    Case(TIME, "one-part", STRICT + person("a", "owner company 2026-01-01 50%")),
    Case(TIME, "sum-over-time", STRICT + person("a", "owner company 2026-01-01..2026-03-31 80%", "owner company 2026-04-01 60%")),
    Case(TIME, "reversed-stay", STRICT + person("a", "owner company 2026-01-01", "owner company 2026-05-01..2026-04-01")),
    Case(UNMANNED, "nobody-ever", STRICT + "roles/a.yaml  {name: A}", ("roles/a.yaml: A",)),
    Case(UNMANNED, "left-before-the-year", STRICT + SHEET + "roles/a.yaml  {name: A}\n" + person("b", "a company 2024-01-01..2025-12-31"),
         ("roles/a.yaml: A",)),
    Case(UNMANNED, "held", STRICT + "roles/a.yaml  {name: A}\n" + person("b", "a company 2024-01-01")),
    Case(UNMANNED, "left-in-the-year", STRICT + SHEET + "roles/a.yaml  {name: A}\n" + person("b", "a company 2024-01-01..2026-01-01")),
    Case(UNMANNED, "left-without-sheets", STRICT + "roles/a.yaml  {name: A}\n" + person("b", "a company 2024-01-01..2024-01-31")),
    Case(UNMANNED, "per-store", STRICT + SHOP + "roles/a.yaml  {name: A, one_per: store}"),
    Case(UNMANNED, "somebody-unreadable", STRICT + "roles/a.yaml  {name: A}\npeople/b.yaml  {roles: [{role: a}]}"),
    Case(WRONG, "store-role-at-a-team", "roles/a.yaml  {name: A, one_per: store}\n" + person("b", "a company 2024-01-01"),
         ("people/b.yaml: company",)),
    Case(WRONG, "company-role-at-a-store", SHOP + "roles/a.yaml  {name: A, one_per: company}\n" + person("b", "a shop 2024-01-01"),
         ("people/b.yaml: shop",)),
    Case(WRONG, "store-role", SHOP + "roles/a.yaml  {name: A, one_per: store}\n" + person("b", "a shop 2024-01-01")),
    Case(WRONG, "team-role", "roles/a.yaml  {name: A, one_per: team}\n" + person("b", "a company 2024-01-01")),
    Case(WRONG, "company-role-below-the-top", "teams/b.yaml  {name: B, parent: company}\nroles/a.yaml  {name: A, one_per: company}\n"
         + person("b", "a b 2024-01-01")),
    Case(WRONG, "any-number", SHOP + person("b", "owner shop 2024-01-01", "owner company 2024-01-01")),
    Case(WRONG, "unknown-place", "roles/a.yaml  {name: A, one_per: store}\n" + person("b", "a nowhere 2024-01-01")),
    Case(CLOSED, "without-an-end", SHOP + person("b", "owner shop 2024-01-01"), ("people/b.yaml: owner",)),
    Case(CLOSED, "after-the-closing", SHOP + person("b", "owner shop 2026-01-01..2026-01-31"), ("people/b.yaml: 2026-01-01",)),
    Case(CLOSED, "before-the-opening", SHOP + person("b", "owner shop 2023-01-01..2023-12-31"), ("people/b.yaml: 2023-12-31",)),
    Case(CLOSED, "winding-up", SHOP + person("b", "owner shop 2024-01-01..2026-01-31")),
    Case(CLOSED, "building-up", SHOP + person("b", "owner shop 2023-11-01..2024-12-31")),
    Case(CLOSED, "last-day", SHOP + person("b", "owner shop 2025-12-31..2026-06-30")),
    Case(CLOSED, "open-store", SHOP.replace(", closed: 2025-12-31", "") + person("b", "owner shop 2024-01-01")),
    Case(CLOSED, "team-without-dates", person("b", "owner company 1999-01-01")),
    Case(CLOSED, "unknown-place", person("b", "owner nowhere 1999-01-01")),
    Case(SPAN, "two-at-once", limits(span_of_control=1) + "roles/a.yaml  {name: A, reports_to: owner}\n" + person("b", "a company 2026-01-01")
         + person("c", "a company 2026-02-01"), ("people/li-na.yaml: 李娜",)),
    Case(SPAN, "from-teams-below", limits(span_of_control=1) + "roles/a.yaml  {name: A, reports_to: owner}\nteams/t.yaml  {name: T, parent: company}\n"
         + person("b", "a t 2026-01-01..2026-03-31") + person("c", "a company 2026-03-31"), ("people/li-na.yaml: 李娜",)),
    Case(SPAN, "after-each-other", limits(span_of_control=1) + "roles/a.yaml  {name: A, reports_to: owner}\n"
         + person("b", "a company 2026-01-01..2026-03-31") + person("c", "a company 2026-04-01")),
    Case(SPAN, "one-with-two-roles", limits(span_of_control=1) + "roles/a.yaml  {name: A, reports_to: owner}\nroles/x.yaml  {name: X, reports_to: owner}\n"
         + person("b", "a company 2026-01-01 50%", "x company 2026-01-01 50%")),
    Case(SPAN, "nearer-leads", limits(span_of_control=1) + "roles/a.yaml  {name: A, reports_to: owner}\nteams/t.yaml  {name: T, parent: company}\n"
         + person("o", "owner t 2026-01-01") + person("b", "a t 2026-01-01") + person("c", "a company 2026-01-01")),
    Case(SPAN, "usual-limit", STRICT + "roles/a.yaml  {name: A, reports_to: owner}\n" + "".join(person(f"p{n}", "a company 2026-01-01") for n in range(8))),
    Case(SPAN, "own-report", limits(span_of_control=0) + "roles/a.yaml  {name: A, reports_to: owner}\n"
         "people/li-na.yaml  {name: 李娜, roles: [{role: owner, at: company, from: 2020-01-01}, {role: a, at: company, from: 2020-01-01}]}"),
    Case(DEPTH, "third-level", limits(org_depth=2) + "teams/a.yaml  {name: A, parent: company}\nteams/b.yaml  {name: B, parent: a}\n"
         "teams/c.yaml  {name: C, parent: b}", ("teams/b.yaml: a",)),
    Case(DEPTH, "usual-limit", STRICT + "teams/a.yaml  {name: A, parent: company}\nteams/b.yaml  {name: B, parent: a}\n"
         "teams/c.yaml  {name: C, parent: b}"),
    Case(DEPTH, "stores-are-no-level", limits(org_depth=1) + SHOP),
    Case(DEPTH, "circle", limits(org_depth=1) + "teams/a.yaml  {name: A, parent: b}\nteams/b.yaml  {name: B, parent: a}"),
    Case(LEAD, "two-equals", STRICT + person("a", "owner company 2026-01-01"), ("teams/company.yaml: Example",)),
    Case(LEAD, "one-per-team", STRICT + "roles/a.yaml  {name: A, one_per: team}\n" + person("a", "a company 2026-01-01")),
    Case(LEAD, "reports-inside", STRICT + "roles/a.yaml  {name: A, reports_to: owner}\n" + person("a", "a company 2026-01-01")),
    Case(LEAD, "alone", STRICT),
    Case(LEAD, "somebody-unreadable", STRICT + person("a", "owner company 2026-01-01") + "people/b.yaml  {roles: [{role: x, at: company}]}"),
    Case(LEAD, "after-each-other", STRICT + "teams/t.yaml  {name: T, parent: company}\n" + person("a", "owner t 2026-01-01..2026-03-31")
         + person("b", "owner t 2026-04-01")),
    Case(LEAD, "unknown-role", STRICT + person("a", "captain company 2026-01-01")),
    Case(TWO_A, "two-roles", STRICT + "roles/a.yaml  {name: A, duties: [{id: d, does: x, raci: accountable}]}\n"
         "roles/b.yaml  {name: B, duties: [{id: d, does: y, raci: accountable}]}", ("roles/b.yaml: accountable",)),
    Case(TWO_A, "one-answers", STRICT + "roles/a.yaml  {name: A, duties: [{id: d, does: x, raci: accountable}]}\n"
         "roles/b.yaml  {name: B, duties: [{id: d, does: y, raci: consulted}]}"),
    Case(TWO_A, "two-duties", STRICT + "roles/a.yaml  {name: A, duties: [{id: d, does: x, raci: accountable}]}\n"
         "roles/b.yaml  {name: B, duties: [{id: e, does: y, raci: accountable}]}"),
    Case(TWO_A, "same-role", STRICT + "roles/a.yaml  {name: A, duties: [{id: d, does: x, raci: accountable}, {id: d, does: x, raci: accountable}]}"),
    Case(ZERO_A, "only-done", STRICT + "roles/a.yaml  {name: A, duties: [{id: d, does: x}]}\nroles/b.yaml  {name: B, duties: [{id: d, does: y}]}",
         ("roles/a.yaml: d",)),
    Case(ZERO_A, "answered-elsewhere", STRICT + "roles/a.yaml  {name: A, duties: [{id: d, does: x}]}\n"
         "roles/b.yaml  {name: B, duties: [{id: d, does: y, raci: accountable}]}"),
    Case(ZERO_A, "answered-itself", STRICT + "roles/a.yaml  {name: A, duties: [{id: d, does: x, raci: accountable}]}"),
    Case(ZERO_A, "somebody-unreadable", STRICT + "roles/a.yaml  {name: A, duties: [{id: d, does: x}]}\nroles/b.yaml  {duties: [{id: d}]}"),
    Case(DECIDES, "nothing", STRICT + "roles/a.yaml  {name: A, duties: [{id: d, does: x, raci: accountable}]}", ("roles/a.yaml: d",)),
    Case(DECIDES, "something", STRICT + "roles/a.yaml  {name: A, duties: [{id: d, does: x, raci: accountable, decides: y}]}"),
    Case(DECIDES, "responsible", STRICT + "roles/a.yaml  {name: A, duties: [{id: d, does: x}]}"),
    Case(TOP, "sheet", STRICT + SHEET, ("opsctl.yaml: {opsctl: 1, name: X…",)),
    Case(TOP, "named-top", "opsctl.yaml  {opsctl: 1, name: X, rigor: strict, top: company}\n" + SHEET, ("opsctl.yaml: company",)),
    Case(TOP, "approver-gone", "opsctl.yaml  {opsctl: 1, name: X, rigor: strict, approver: b}\n" + SHEET + person("b", "owner company 2020-01-01..2025-12-31"),
         ("opsctl.yaml: b",)),
    Case(TOP, "approver-leaves", "opsctl.yaml  {opsctl: 1, name: X, rigor: strict, approver: b}\n" + SHEET + person("b", "owner company 2020-01-01..2026-01-01")),
    Case(TOP, "unknown-approver", "opsctl.yaml  {opsctl: 1, name: X, rigor: strict, approver: b}\n" + SHEET),
    Case(TOP, "approver", "opsctl.yaml  {opsctl: 1, name: X, rigor: strict, approver: li-na}\n" + SHEET),
    Case(TOP, "no-sheet", STRICT),
    Case(TOP, "sheet-of-a-store", STRICT + SHOP + "targets/2025/shop.yaml  {owner: li-na}"),
    Case(BELOW, "oneself", "opsctl.yaml  {opsctl: 1, name: X, rigor: standard, approver: li-na}\n" + SHEET, ("opsctl.yaml: li-na",)),
    Case(BELOW, "own-staff", "opsctl.yaml  {opsctl: 1, name: X, rigor: standard, approver: b}\n" + SHEET + "roles/x.yaml  {name: X, reports_to: owner}\n"
         "roles/y.yaml  {name: Y, reports_to: x}\n" + person("b", "y company 2020-01-01"), ("opsctl.yaml: b",)),
    Case(BELOW, "above", "opsctl.yaml  {opsctl: 1, name: X, rigor: standard, approver: b}\n" + SHEET + "roles/boss.yaml  {name: B}\n"
         "roles/owner.yaml  {name: O, reports_to: boss}\n" + person("b", "boss company 2020-01-01")),
    Case(BELOW, "outside", "opsctl.yaml  {opsctl: 1, name: X, rigor: standard, approver: b}\n" + SHEET + "roles/x.yaml  {name: X}\n"
         + person("b", "x company 2020-01-01")),
    Case(BELOW, "also-something-above", "opsctl.yaml  {opsctl: 1, name: X, rigor: standard, approver: b}\n" + SHEET
         + "roles/x.yaml  {name: X, reports_to: owner}\nroles/z.yaml  {name: Z}\n" + person("b", "x company 2020-01-01 50%", "z company 2020-01-01 50%")),
    Case(BELOW, "circle", "opsctl.yaml  {opsctl: 1, name: X, rigor: standard, approver: b}\n" + SHEET + "roles/x.yaml  {name: X, reports_to: y}\n"
         "roles/y.yaml  {name: Y, reports_to: x}\n" + person("b", "x company 2020-01-01")),
    Case(BELOW, "nobody-named", STRICT + SHEET),
    Case(NOBODY, "elsewhere", STRICT + "teams/t.yaml  {name: T, parent: company}\nroles/lead.yaml  {name: L}\nroles/a.yaml  {name: A, reports_to: lead}\n"
         + person("l", "lead t 2026-01-01") + person("b", "a company 2026-01-01"), ("people/b.yaml: a",)),
    Case(NOBODY, "left-before", STRICT + "roles/lead.yaml  {name: L}\nroles/a.yaml  {name: A, reports_to: lead}\n"
         + person("l", "lead company 2024-01-01..2025-12-31") + person("b", "a company 2026-01-01"), ("people/b.yaml: a",)),
    Case(NOBODY, "same-place", STRICT + "roles/a.yaml  {name: A, reports_to: owner}\n" + person("b", "a company 2026-01-01")),
    Case(NOBODY, "place-above", STRICT + SHOP + "roles/a.yaml  {name: A, reports_to: owner}\n" + person("b", "a shop 2024-01-01..2025-12-31")),
    Case(NOBODY, "oneself", STRICT + "roles/lead.yaml  {name: L}\nroles/a.yaml  {name: A, reports_to: lead}\n"
         + person("b", "a company 2026-01-01 50%", "lead company 2026-01-01 50%")),
    Case(NOBODY, "unmanned", STRICT + "roles/lead.yaml  {name: L}\nroles/a.yaml  {name: A, reports_to: lead}\n" + person("b", "a company 2026-01-01")),
    Case(NOBODY, "top", STRICT),
    Case(NOBODY, "team-above-unreadable", STRICT + "teams/t.yaml  {parent: u}\nroles/lead.yaml  {name: L}\nroles/a.yaml  {name: A, reports_to: lead}\n"
         "teams/u.yaml  {name: U, parent: t}\n" + person("l", "lead company 2026-01-01") + person("b", "a u 2026-01-01")),
    Case(NOBODY, "unknown-place", STRICT + "roles/a.yaml  {name: A, reports_to: owner}\n" + person("b", "a nowhere 2026-01-01")),
    Case(EMPTY, "nothing", STRICT + "teams/t.yaml  {name: T, parent: company}", ("teams/t.yaml: T",)),
    Case(EMPTY, "people", STRICT + "teams/t.yaml  {name: T, parent: company}\n" + person("b", "owner t 2026-01-01")),
    Case(EMPTY, "store-and-team", STRICT + "teams/t.yaml  {name: T, parent: company}\nteams/u.yaml  {name: U, parent: t}\n" + SHOP.replace("team: company", "team: u")),
    Case(EMPTY, "dissolved", STRICT + "teams/t.yaml  {name: T, parent: company, closed: 2025-12-31}"),
    Case(EMPTY, "store-unreadable", STRICT + "teams/t.yaml  {name: T, parent: company}\nstores/x.yaml  {name: X, team: t}"),
)  # fmt: skip
