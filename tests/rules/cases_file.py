"""Cases of the rules about files; what loading itself finds is tested there, this is its way to a diagnostic."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.lines import Case

GOOD = "stores/shop.yaml  {name: Shop, platform: tmall, team: company}"
PAGE = "plans/2026/company.md  {owner: li-na}"

OWN = """
rules/own.yaml  {name: Named, code: TEAM101, select: team, require: exists(name), message: "{id}"}
"""

CASES = (
    Case("unreadable-file", "torn", "stores/shop.yaml  {name: [Shop", ("stores/shop.yaml: [",)),
    Case("unreadable-file", "good", GOOD),
    Case("unreadable-file", "page", PAGE),
    Case("unknown-key", "store", "stores/shop.yaml  {name: Shop, platform: tmall, team: company, colour: red}",
         ("stores/shop.yaml: colour",)),
    Case("unknown-key", "free", "stores/shop.yaml  {name: Shop, platform: tmall, team: company, x-colour: red}"),
    Case("unknown-key", "good", GOOD),
    Case("missing-key", "store", "stores/shop.yaml  {name: Shop, team: company}", ("stores/shop.yaml: {name: Shop, team: …",)),
    Case("missing-key", "good", GOOD),
    Case("missing-key", "page", PAGE),
    Case("bad-value", "date", GOOD.replace("}", ", opened: yesterday}"), ("stores/shop.yaml: yesterday",)),
    Case("bad-value", "good", GOOD.replace("}", ", opened: 2021-05-01}")),
    Case("bad-value", "names", "teams/a.yaml  {name: {zh: 甲, en: A}}"),
    Case("bad-file-name", "capitals", GOOD.replace("shop.yaml", "Shop.yaml"), ("stores/Shop.yaml: ",)),
    Case("bad-file-name", "good", GOOD),
    Case("bad-file-name", "page", PAGE),
    Case("unusable-rule", "name", OWN.replace("exists(name)", "exists(nmae)"), ("rules/own.yaml: nmae",)),
    Case("unusable-rule", "form", OWN.replace("exists(name)", "exists(name) and"), ("rules/own.yaml: ",)),
    Case("unusable-rule", "quoted", OWN.replace("exists(name)", "'exists(name) = tema'"), ("rules/own.yaml: tema",)),
    Case("unusable-rule", "gap", OWN.replace("{id}", "{idd}"), ("rules/own.yaml: idd",)),
    Case("unusable-rule", "brace", OWN.replace("{id}", "{id"), ("rules/own.yaml: {",)),
    Case("unusable-rule", "at", OWN.replace("require", "at: a + b, require"), ("rules/own.yaml: a + b",)),
    Case("unusable-rule", "asked", OWN.replace("exists(name)", "id > 5"), ("rules/own.yaml: id > 5",)),
    Case("unusable-rule", "no-condition", OWN.replace("exists(name)", "id"), ("rules/own.yaml: id",)),
    Case("unusable-rule", "reserved", OWN.replace("TEAM101", "GOAL999"), ("rules/own.yaml: GOAL999",)),
    Case("unusable-rule", "code-twice", OWN + OWN.replace("own", "two"), ("rules/two.yaml: TEAM101",)),
    Case("unusable-rule", "good", OWN),
    Case("unusable-rule", "good-other-code", OWN + OWN.replace("own", "two").replace("TEAM101", "TEAM102")),
    Case("unusable-rule", "good-block", OWN.replace("exists(name)", "'exists(name)'")),
    Case("unusable-rule", "good-where", OWN.replace("require", "where: exists(parent), require")),
    Case("unusable-rule", "good-languages", OWN.replace('"{id}"', '{zh: "团队 {id}", en: "team {id}"}')),
    Case("unusable-rule", "good-braces", OWN.replace("{id}", "{{id}}")),
    Case("unusable-rule", "good-at", OWN.replace("require", "at: name.zh, require")),
    Case("unusable-rule", "nothing-to-ask", OWN.replace("select: team", "select: review").replace("exists(name)", "owner = 5")),
    Case("unusable-rule", "unknown-passes", OWN.replace("exists(name)", "opened < 2020-01-01")),
    Case("unusable-rule", "broken-file", "rules/own.yaml  {name: a, code: TEAM101, select: teams, require: x, message: y}"),
    Case("unusable-rule", "good-no-rules", GOOD),
    Case("unusable-rule", "good-page", PAGE),
)  # fmt: skip
