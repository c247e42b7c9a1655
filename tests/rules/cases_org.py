"""Cases of the rules about teams, roles and people."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.lines import Case

C, M, A = "circular-hierarchy", "store-without-manager", "owner-not-active"
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
)  # fmt: skip
