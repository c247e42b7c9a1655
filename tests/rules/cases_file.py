"""Cases of the rules about files; what loading itself finds is tested there, this is its way to a diagnostic."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.lines import Case

GOOD = "stores/shop.yaml  {name: Shop, platform: tmall, team: company}"
PAGE = "plans/2026/company.md  {owner: li-na}"

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
)  # fmt: skip
