"""The page: self-contained, everything escaped, every number opens to where it comes from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.rendering.example import review, workspace

from opsctl.commands.review import ReviewResult, review_of
from opsctl.rendering.html.page import page_values, review_html

ROOT = Path(__file__).resolve().parents[3]
VOID = {"meta", "line", "rect", "circle", "polyline", "path", "br"}


@pytest.fixture(scope="module")
def found() -> ReviewResult:
    """The example company's week with a miss."""
    return review_of(ROOT / "examples" / "chenhe-home", "weekly", "2026-W46", None, date(2026, 11, 24), None)


class Page(HTMLParser):
    """What a browser meets: every element with its attributes, the text, and whether everything is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_needs_nothing_but_itself(found: ReviewResult, lang: str) -> None:
    text = review_html(found.workspace, found.review, lang, {})
    page = Page(text)
    assert page.open == []
    assert not [tag for tag, _ in page.elements if tag in ("script", "link", "img", "iframe", "object", "form", "base")]
    assert not [
        name for _, attributes in page.elements for name in attributes if name in ("src", "href", "style", "srcset")
    ]
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    outside = set(re.findall(r"https?://[^\s\"'<]+", text)) - {"http://www.w3.org/2000/svg"}
    assert outside == set()
    assert "@import" not in text
    assert not re.search(r"url\((?!#)", text), "only patterns of the page itself"
    policy = next(each["content"] for tag, each in page.elements if tag == "meta" and "http-equiv" in each)
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    assert ("html", {"lang": "zh-CN" if lang == "zh" else "en"}) in page.elements


def test_ids_are_there_once_and_labels_point_at_them(found: ReviewResult) -> None:
    page = Page(review_html(found.workspace, found.review, "zh", {}))
    ids = [each["id"] for _, each in page.elements if "id" in each]
    assert len(ids) == len(set(ids))
    named = [one for _, each in page.elements for one in each.get("aria-labelledby", "").split()]
    assert named and set(named) <= set(ids)
    assert {"headline", "pace", "days", "stores", "figures"} <= set(ids)


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{ 7*7 }} \u202e"


def test_a_hostile_name_is_text_wherever_it_stands() -> None:
    text = review_html(workspace(HOSTILE), review(), "zh", {})
    page = Page(text)
    assert not [tag for tag, each in page.elements if tag in ("script", "img") or any(n.startswith("on") for n in each)]
    assert "<script>alert(1)</script>" in "".join(page.text)
    assert "{{ 7*7 }}" in text
    assert "\u202e" not in text


def test_every_row_of_derived_numbers_opens_to_definition_working_source_and_date(found: ReviewResult) -> None:
    values = page_values(found.workspace, found.review, "zh")
    sections = {section["name"]: section for section in values["sections"]}
    for name, wanted in (
        ("figures", {"口径", "怎么算的", "来源", "数据截至"}),
        ("stores", {"口径", "怎么算的", "来源", "数据截至", "命令"}),
        ("pace", {"口径", "怎么算的", "来源", "数据截至"}),
        ("days", {"怎么算的", "来源", "数据截至"}),
        ("attribution", {"怎么算的", "来源", "数据截至"}),
        ("attribution-stores", {"怎么算的", "来源", "数据截至"}),
        ("forecast", {"口径", "怎么算的", "来源", "数据截至"}),
    ):
        rows = sections[name]["rows"]
        assert rows
        for row in rows:
            assert wanted <= {part["head"] for part in row["receipt"]}, (name, row["cells"][0])
    for opened in (values["top"]["receipt"], *(tile["receipt"] for tile in values["tiles"])):
        assert {"怎么算的", "来源", "数据截至"} <= {part["head"] for part in opened}


def test_a_receipt_names_the_numbers_that_make_the_number(found: ReviewResult) -> None:
    values = page_values(found.workspace, found.review, "zh")
    figures = next(section for section in values["sections"] if section["name"] == "figures")
    row = found.review.rows[0]
    assert row.metric == "gmv_paid" and row.target is not None and row.actual.value is not None
    parts = {part["head"]: part["lines"] for part in figures["rows"][0]["receipt"]}
    actual, target = f"￥{float(row.actual.value):,.2f}", f"￥{float(row.target):,.2f}"
    assert f"达成率 = {actual} ÷ {target} = 84.6%" in parts["怎么算的"]
    assert parts["来源"] == ["sources/shop-daily.yaml（actuals/shop-daily/*.csv）"]
    assert parts["数据截至"] == ["2026-11-22"]
    assert parts["命令"] == ["opsctl plan why gmv_paid/company/2026-W46"]
    assert any(target in line for line in parts["目标怎么来的"])


def test_a_chart_has_its_table_beside_it(found: ReviewResult) -> None:
    values = page_values(found.workspace, found.review, "en")
    drawn = [section for section in values["sections"] if section["name"] in values["charts"]]
    assert {section["name"] for section in drawn} >= {"attribution", "attribution-stores", "pace", "days", "stores"}
    assert all(section["rows"] for section in drawn)


def test_the_waterfall_goes_from_target_to_actual_by_the_effects_of_the_table(found: ReviewResult) -> None:
    values = page_values(found.workspace, found.review, "en")
    drawn = values["charts"]["attribution"]
    why = found.review.attribution
    assert why is not None
    table = next(section for section in values["sections"] if section["name"] == "attribution")
    assert drawn.count("<rect") == len(why.drivers) + 2
    assert len(table["rows"]) == len(why.drivers) + 1
    assert sum(each.effect for each in why.drivers) == why.gap
    for word in ("target", "actual", "visitors", "￥882,916", "￥746,794"):
        assert word in drawn
    opened = {part["head"]: part["lines"] for part in table["rows"][-1]["receipt"]}
    assert opened["How"][0] == "sum = ￥746,793.63 - ￥882,916.16 = -￥136,122.53"


def test_without_a_split_there_is_no_waterfall_and_the_page_is_whole(found: ReviewResult) -> None:
    bare = replace(found.review, attribution=None)
    values = page_values(found.workspace, bare, "zh")
    assert "attribution" not in values["charts"]
    Page(review_html(found.workspace, bare, "zh", {}))


def test_a_review_of_nothing_is_still_a_page() -> None:
    bare = review()
    empty = type(bare)(bare.scope, bare.period, None, "CNY", "gmv_paid", (), (), (), (), (), ())
    for lang in ("zh", "en"):
        Page(review_html(workspace(), empty, lang, {}))


def test_the_same_review_is_the_same_bytes(found: ReviewResult) -> None:
    once, again = (review_html(found.workspace, found.review, "en", {}) for _ in range(2))
    assert once == again
