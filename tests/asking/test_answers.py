"""What expressions come to: exact, with three answers to a question, and never a guess."""

from __future__ import annotations

import pytest
from tests.asking.company import ask

from opsctl.asking import Trouble, shown

STORE, SHEET, PLAN = "store:tmall-flagship", "target:2026/tmall-flagship", "plan:2026/company"


@pytest.mark.parametrize(
    ("address", "text", "comes_to"),
    [
        # numbers are exact
        (STORE, "0.1 + 0.2 = 0.3", "true"),
        (STORE, "1 / 3 * 3 = 1", "true"),
        (STORE, "120万", "1200000"),
        (STORE, "1.2亿 - 1", "119999999"),
        (STORE, "1_450_000 * 12%", "174000"),
        (STORE, "-3 - -4", "1"),
        (STORE, "2 / 3", "0.666667"),
        (STORE, "round(2.5) + round(-2.5) + round(1 / 3, 2)", "0.33"),
        (STORE, "abs(-7)", "7"),
        (STORE, 'number("36万") + number("5%") * 100', "360005"),
        (STORE, 'number("derived")', "~"),
        # nothing is neither zero nor false
        (STORE, "1 / 0", "~"),
        (STORE, "closed", "~"),
        (STORE, "closed < 2026-01-01", "~"),
        (STORE, "closed = closed", "~"),
        (STORE, "not (closed < 2026-01-01)", "~"),
        (STORE, "closed < 2026-01-01 or true", "true"),
        (STORE, "closed < 2026-01-01 and false", "false"),
        (STORE, "closed < 2026-01-01 and true", "~"),
        (STORE, "exists(closed)", "false"),
        (STORE, "exists(opened) and exists(channels)", "true"),
        (STORE, "exists(team) and not exists(parent.parent.parent)", "true"),
        (STORE, "channels[99]", "~"),
        (STORE, "channels[0]", "search"),
        (STORE, "channels[-1]", "live"),
        (STORE, "5 in [1, closed]", "~"),
        (STORE, "1 in [1, closed]", "true"),
        # texts and names
        (STORE, 'name = "天猫旗舰店" and name = "Tmall flagship store"', "true"),
        (STORE, "name.en", "Tmall flagship store"),
        (STORE, 'name contains "旗舰"', "true"),
        (STORE, 'lower(name.en) = "tmall flagship store"', "true"),
        (STORE, 'starts_with(name, "天猫") and ends_with(id, "ship")', "true"),
        (STORE, 'id matches "tmall-*" and not id matches "tmall-?"', "true"),
        (STORE, 'platform in ["tmall", "jd"] and platform not in ["jd"]', "true"),
        (STORE, 'channels contains "live" and "live" in channels', "true"),
        (STORE, 'kind + 1', None),
        (STORE, "kind", "store"),
        (STORE, "file", "stores/tmall-flagship.yaml"),
        # dates and periods
        (STORE, "opened", "2021-05-01"),
        (STORE, "opened < 2022-01-01", "true"),
        (STORE, "2026-01-01 - opened", "1706"),
        (STORE, "days_between(opened, 2026-01-01)", "1706"),
        (STORE, "opened + 30", "2021-05-31"),
        (STORE, "opened - 1", "2021-04-30"),
        (STORE, "opened + 99999999", "~"),
        (STORE, "opened in 2021 and opened in 2021-Q2 and opened not in 2021-06", "true"),
        (STORE, "2026-06 in 2026-Q2 and 2026-Q2 contains 2026-06-18", "true"),
        (STORE, "2026-05 < 2026-06", "true"),
        (STORE, "opened.year", "2021"),
        (STORE, "2026-Q2.last", "2026-06-30"),
        (SHEET, "period = 2026", "true"),
        (SHEET, "scope", "tmall-flagship"),
        (SHEET, 'period("2026-06") in period', "true"),
        # neighbours
        (STORE, 'team = "tmall" and team.parent = "company"', "true"),
        (STORE, "parent.parent.name", "晨禾家居电商中心"),
        (STORE, "above", "tmall, company"),
        ("team:company", "len(children)", "6"),
        ("team:company", "each(stores, platform)", "douyin, jd, shopify, tmall"),
        ("team:company", "count(stores, opened < 2023-01-01)", "2"),
        (STORE, "each(people, name)", "李娜, 周宇"),
        (STORE, "sheet(2026).owner.name", "李娜"),
        (STORE, "sheet(2025)", "~"),
        (STORE, "sheets", "2026/tmall-flagship"),
        ("role:service-lead", "holders", "tang-li"),
        ("role:store-manager", "reports_to.reports_to.name.en", "General manager"),
        (SHEET, "goals.net_sales.hold[2026-02].value", "420000"),
        (SHEET, 'goals["net_sales"].bounds[2026-06].owner.name', "李娜"),
        (SHEET, "goals.net_sales.value", "inherited"),
        (SHEET, 'goals.net_sales.value = "inherited"', "true"),
        (SHEET, "goals.net_sales.value > 1", "~"),
        (SHEET, 'goals.inquirers.value = "inherited"', "false"),
        (SHEET, 'each(filter(goals, value = "derived"), key)', "inquirers_paid, reply_seconds"),
        (SHEET, 'filter(goals, value = "derived").reply_seconds.value', "derived"),
        (SHEET, "first(filter(goals, exists(split)))", "~"),
        ("source:shop-daily", 'store.map["晨禾家居旗舰店"].team.name.en', "Tmall team"),
        ("source:shop-daily", "each(store.map, platform)", "tmall, douyin, jd, shopify"),
        ("source:shop-daily", "sum(freshness.warn_after)", None),
        (SHEET, "sum(goals.net_sales.channels, it) = 100%", "true"),
        (SHEET, 'count(goals, exists(baseline)) = 4 and "sessions" in goals', "true"),
        (PLAN, 'all(strategies, exists(lead) and lead.roles[0].role.reports_to != "x")', "true"),
        (PLAN, 'any(strategies, area = "service" and serves contains "inquiry_cvr")', "true"),
        (PLAN, "max(each(strategies, len(serves)))", "2"),
        (PLAN, "each(strategies, serves[0].unit)", "money, money, count, seconds"),
        (PLAN, "len(distinct(each(strategies, lead)))", "3"),
        (PLAN, "first(strategies).id", "hero-sizes"),
        ("calendar:2026", 'each(filter(events, grade = "S"), id)', "618, double-11, black-friday"),
        ("metric:net_sales", "exists(parts) and parts.refund_amount = -1", "true"),
        ("metric:cvr", "numerator.name.en", "paying buyers"),
        ("metric:cvr", "file", "~"),
        # who names whom, and every record
        ("role:service-lead", "refs_to", "tang-li, service-agent"),
        (STORE, "refs_from", "tmall"),
        (STORE, 'count(refs_to, kind = "source")', "3"),
        (STORE, 'count(records("target"), scope = record.id)', "1"),
        ("person:li-na", 'any(records("review"), owner = record.id and period in 2026)', "true"),
    ],
)  # fmt: skip
def test_an_answer(address: str, text: str, comes_to: str | None) -> None:
    found = ask(address, text)
    if comes_to is None:
        assert isinstance(found, Trouble)
    else:
        assert not isinstance(found, Trouble), (found.said, text[slice(*found.at)])
        assert shown(found) == comes_to


@pytest.mark.parametrize(
    ("address", "text", "id_", "part", "meant"),
    [
        (STORE, "nmae", "unknown_name_near", "nmae", "name"),
        (STORE, "platform = tmall", "unknown_name", "tmall", None),
        (STORE, "team.parnet", "unknown_key_near", "parnet", "parent"),
        (STORE, "team.xyz", "no_key", "xyz", None),
        (PLAN, "any(tasks, own = 1)", "unknown_name_near", "own", "owner"),
        (PLAN, "any(tasks, owner.nam = 1)", "unknown_key_near", "nam", "name"),
        (PLAN, "any(strategies, it.laed = 1)", "unknown_key_near", "laed", "lead"),
        (PLAN, "all(tasks)", "arguments", "all(tasks)", None),
        (PLAN, "al(tasks, true)", "unknown_function_near", "al", "all"),
        (PLAN, "zzzz(tasks)", "unknown_function", "zzzz", None),
        (PLAN, "records", "function_without_call", "records", None),
        (PLAN, 'records("stores")', "no_kind", '"stores"', None),
        (PLAN, "it", "unknown_name", "it", None),
        (STORE, 'opened = "2021-05-01"', "not_comparable", 'opened = "2021-05-01"', None),
        (STORE, "opened < 5", "no_order", "opened < 5", None),
        (STORE, "2026-06 < 2026-Q3", "no_order", "2026-06 < 2026-Q3", None),
        (STORE, 'name < "x"', "no_order", 'name < "x"', None),
        (STORE, "name and true", "expected_condition", "name", None),
        (STORE, "not platform", "expected_condition", "platform", None),
        (STORE, 'id + "x"', "expected_number", "id", None),
        (STORE, "-platform", "expected_number", "platform", None),
        (STORE, '"a" in platform', "not_in", '"a" in platform', None),
        (STORE, "platform contains 1", "expected_text", "platform contains 1", None),
        (STORE, 'opened matches "2*"', "expected_text", "opened", None),
        (STORE, "lower(name)", "expected_one_text", "name", None),
        (STORE, "any(platform, true)", "expected_list", "platform", None),
        (STORE, "opened.week", "no_key", "week", None),
        (STORE, "opened.year.x", "no_keys_at_all", "opened.year", None),
        (STORE, "channels.x", "list_has_no_keys", "channels", None),
        (STORE, "round(1, 99)", "bad_digits", "99", None),
        (STORE, "days_between(1, opened)", "expected_date", "1", None),
        (STORE, "distinct([[1]])", "expected_plain", "distinct([[1]])", None),
        (STORE, "sheet(2026).goals[true]", "expected_key", "true", None),
    ],
)
def test_what_cannot_be_answered(address: str, text: str, id_: str, part: str, meant: str | None) -> None:
    found = ask(address, text)
    assert isinstance(found, Trouble), found
    assert (found.said.id, text[slice(*found.at)]) == (f"asking.{id_}", part)
    assert dict(found.said.params).get("meant") == meant


def test_a_number_cannot_grow_without_end() -> None:
    found = ask(STORE, "*".join(["99999999999999999999999"] * 36))
    assert not isinstance(found, Trouble)
    product = "(" + "*".join(["99999999999999999999999"] * 36) + ")"
    twice = f"{product} * {product}"
    found = ask(STORE, twice)
    assert isinstance(found, Trouble)
    assert found.said.id == "asking.number_too_long"
