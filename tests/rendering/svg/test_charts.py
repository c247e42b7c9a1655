"""Charts as XML: they are whole, text stays text, and every number lies where it should."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.rendering.svg.bars import Bar, bars
from opsctl.rendering.svg.bullet import Bullet, bullets, share_bar
from opsctl.rendering.svg.element import clipped, ems, tag, words
from opsctl.rendering.svg.line import Line, lines
from opsctl.rendering.svg.scale import scale_over, ticks
from opsctl.rendering.svg.waterfall import Step, waterfall

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '<script>alert(1)</script> & "q" ]]> \u202e\x1b[31m'
NUMBERS = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=1000)


def label(value: Fraction) -> str:
    """A number in full."""
    return f"{float(value):,.0f}"


CHARTS: dict[str, Callable[[str], str]] = {
    "bars": lambda text: bars("a", text, text, [Bar(text, Fraction(3), Fraction(4), True, text)], lambda _: text),
    "lines": lambda text: lines(
        "b", text, text, [text, text], [Line(text, (Fraction(1), Fraction(2)), "x")], lambda _: text
    ),
    "waterfall": lambda text: waterfall("c", text, text, [Step(text, Fraction(5), text, whole=True)]),
    "bullets": lambda text: bullets("d", text, text, [Bullet(text, Fraction(1), Fraction(2), text, True)]),
}


def parsed(drawn: str) -> ElementTree.Element:
    """The chart as XML."""
    return ElementTree.fromstring(drawn)


def boxes(drawn: str, look: str) -> list[tuple[float, float, float, float]]:
    """The rectangles of a look: left, top, width, height."""
    found = (box for box in parsed(drawn).iter(f"{SVG}rect") if box.get("class") == look)
    return [
        (float(b.get("x", 0)), float(b.get("y", 0)), float(b.get("width", 0)), float(b.get("height", 0))) for b in found
    ]


@pytest.mark.parametrize("name", CHARTS)
def test_hostile_text_stays_text(name: str) -> None:
    drawn = CHARTS[name](HOSTILE)
    root = parsed(drawn)
    assert "<script" not in drawn
    assert not [each for each in drawn if not each.isprintable()]
    assert any("alert(1)" in (text.text or "") for text in root.iter(f"{SVG}title"))


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_named_and_described_for_those_who_do_not_see_it(name: str) -> None:
    root = parsed(CHARTS[name]("每天"))
    assert root.get("role") == "img"
    named = (root.get("aria-labelledby") or "").split()
    found = {child.get("id"): child.text for child in root if child.tag in (f"{SVG}title", f"{SVG}desc")}
    assert [found[one] for one in named] == ["每天", "每天"]
    assert root.get("viewBox")


@pytest.mark.parametrize("name", CHARTS)
def test_the_same_numbers_are_the_same_bytes_and_nothing_comes_from_outside(name: str) -> None:
    drawn = CHARTS[name]("x")
    assert drawn == CHARTS[name]("x")
    assert "href" not in drawn
    assert drawn.count("http") == drawn.count("http://www.w3.org/2000/svg")


def test_bars_are_as_high_as_their_numbers_and_targets_lie_on_them() -> None:
    shown = [
        Bar("a", Fraction(50), Fraction(100), True),
        Bar("b", Fraction(100), Fraction(50)),
        Bar("c", None, Fraction(100)),
    ]
    drawn = bars("x", "t", "d", shown, label)
    short, met, unknown = boxes(drawn, "short")[0], boxes(drawn, "met")[0], boxes(drawn, "unknown")[0]
    assert met[3] == pytest.approx(2 * short[3], abs=0.2)
    assert unknown[1] == pytest.approx(met[1], abs=0.1)
    aims = [line.get("y1") for line in parsed(drawn).iter(f"{SVG}line") if line.get("class") == "aim"]
    assert [float(aim or 0) for aim in aims] == pytest.approx([met[1], short[1], met[1]], abs=0.1)
    assert "url(#x-hatch)" in drawn, "what was missed does not hang on colour"


def test_steps_of_a_waterfall_meet_and_small_ones_can_be_seen() -> None:
    steps = [
        Step("target", Fraction(1000), "1,000", whole=True),
        Step("visitors", Fraction(-80), "-80", good=False),
        Step("conversion", Fraction(30), "+30"),
        Step("actual", Fraction(950), "950", whole=True),
    ]
    drawn = waterfall("w", "t", "d", steps)
    (target, actual), (loss,), (gain,) = boxes(drawn, "whole"), boxes(drawn, "loss"), boxes(drawn, "gain")
    assert loss[0] + loss[2] == pytest.approx(target[0] + target[2], abs=0.2)
    assert gain[0] == pytest.approx(loss[0], abs=0.2)
    assert gain[0] + gain[2] == pytest.approx(actual[0] + actual[2], abs=0.2)
    assert loss[2] == pytest.approx(gain[2] * 8 / 3, abs=0.5)
    assert gain[2] > 10
    assert drawn.count('class="cut"') == 4, "an axis that does not begin at zero is cut where people see it"
    assert 'class="cut"' not in waterfall(
        "w", "t", "d", [Step("a", Fraction(1), "1", whole=True), Step("b", Fraction(9), "9")]
    )


def test_a_course_stops_where_nothing_is_known() -> None:
    known = (Fraction(1), Fraction(2), None, Fraction(4), None)
    drawn = lines("l", "t", "d", list("abcde"), [Line("actual", known, "reached")], label)
    points = [line.get("points", "").split() for line in parsed(drawn).iter(f"{SVG}polyline")]
    assert [len(each) for each in points] == [2, 1]
    assert drawn.count("<circle") == 1


def test_a_share_beyond_the_end_stays_on_its_track() -> None:
    assert boxes(share_bar(Fraction(7)), "met")[0][2] == boxes(share_bar(Fraction(7)), "track")[0][2]
    assert boxes(share_bar(Fraction(-1)), "short")[0][2] == 0
    parsed(share_bar(Fraction(1, 2), Fraction(0)))


@given(st.lists(NUMBERS))
def test_ticks_are_round_few_and_on_the_scale(values: list[Fraction]) -> None:
    scale = scale_over(values, 0, 100)
    found = ticks(scale)
    assert 1 <= len(found) <= 6
    assert all(scale.low <= tick <= scale.high for tick in found)
    assert 0 in found


@given(st.lists(st.one_of(st.none(), NUMBERS), min_size=1, max_size=40))
def test_any_numbers_can_be_drawn_inside_the_frame(values: list[Fraction | None]) -> None:
    drawn = bars("x", "t", "d", [Bar("d", value, value) for value in values], label)
    for left, top, wide, high in (*boxes(drawn, "met"), *boxes(drawn, "unknown")):
        assert left >= 0 and top >= 0 and left + wide <= 440.1 and top + high <= 230.1
    parsed(lines("x", "t", "d", ["d"] * len(values), [Line("l", tuple(values), "x")], label))
    parsed(waterfall("x", "t", "d", [Step("s", value or Fraction(0), "v") for value in values]))


def test_labels_are_cut_to_their_room() -> None:
    assert clipped("支付转化率", 10) == "支付转化率"
    assert clipped("一个非常非常长的店铺名字", 6).endswith("…")
    assert ems(clipped("一个非常非常长的店铺名字", 6)) <= 6


def test_coordinates_have_one_place_and_no_negative_zero() -> None:
    assert tag("rect", x=-0.01, y=1.25, width=3.0) == '<rect x="0" y="1.2" width="3"/>'
    assert words("a", 1, 2) == '<text x="1" y="2">a</text>'
