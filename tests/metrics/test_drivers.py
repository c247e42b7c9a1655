"""Any sufficient set of targets gives the rest, exactly, whatever the order; too many that disagree are named."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.metrics import BUILTIN, Derived, Step, contradictions, derive, is_ratio, merged, value
from opsctl.metrics.algebra import Number

COMPANY = {
    "net_sales": Decimal(20_000_000),
    "refund_rate": Decimal("0.12"),
    "cvr": Decimal("0.015"),
    "aov_buyer": Decimal(198),
    "ad_cost_ratio": Decimal("0.08"),
}
LEAVES = sorted(id for id, metric in BUILTIN.items() if not metric.formula)
TRUTHS = st.lists(st.integers(-9, 9), min_size=len(LEAVES), max_size=len(LEAVES))
GIVEN = st.dictionaries(st.sampled_from(sorted(BUILTIN)), st.fractions(-50, 50, max_denominator=20), max_size=25)


def truth_of(leaves: list[int]) -> dict[str, Fraction]:
    counted = dict(zip(LEAVES, leaves, strict=True))
    computed = {id: value(id, counted, BUILTIN) for id in BUILTIN}
    return {id: number for id, number in computed.items() if number is not None}


def holds(identity: str, values: Mapping[str, Fraction]) -> bool:
    metric = BUILTIN[identity]
    if is_ratio(metric):
        top, bottom = values[str(metric.numerator)], values[str(metric.denominator)]
        return top * metric.factor == values[identity] * bottom
    return values[identity] == sum(sign * values[part] for part, sign in metric.parts)


def test_the_year_of_the_sample_company() -> None:
    derived = derive(COMPANY, {"gmv_paid", "refund_amount", "buyers_paid", "visitors", "ad_spend"}, BUILTIN)
    paid = Fraction(20_000_000) / Fraction(88, 100)
    assert derived.values == {
        "ad_spend": paid * Fraction(8, 100),
        "buyers_paid": paid / 198,
        "gmv_paid": paid,
        "refund_amount": paid * Fraction(12, 100),
        "visitors": paid / 198 / Fraction(15, 1000),
    }
    assert round(derived.values["gmv_paid"], 2) == Fraction("22727272.73")
    assert round(derived.values["visitors"], -4) == 7_650_000


def test_steps_say_how() -> None:
    derived = derive(COMPANY, {"visitors"}, BUILTIN)
    paid, buyers, visitors = (derived.steps[id].value for id in ("gmv_paid", "buyers_paid", "visitors"))
    net, rate = Fraction(20_000_000), Fraction(12, 100)
    order_value, cvr = Fraction(198), Fraction(15, 1000)
    assert list(derived.steps.values()) == [
        Step("gmv_paid", "complement", "net_sales", (("net_sales", net), ("refund_rate", rate)), paid),
        Step("buyers_paid", "ratio-denominator", "aov_buyer", (("gmv_paid", paid), ("aov_buyer", order_value)), buyers),
        Step("visitors", "ratio-denominator", "cvr", (("buyers_paid", buyers), ("cvr", cvr)), visitors),
    ]


@pytest.mark.parametrize(
    ("known", "wanted", "expected", "how"),
    [
        ({"gmv_paid": 100, "refund_amount": 12}, "net_sales", 88, "sum"),
        ({"gmv_paid": 100, "net_sales": 88}, "refund_amount", 12, "sum"),
        ({"net_sales": 88, "refund_amount": 12}, "gmv_paid", 100, "sum"),
        ({"buyers_paid": 3, "visitors": 4}, "cvr", Fraction(3, 4), "ratio"),
        ({"impressions": 5000, "cpm": 20}, "ad_spend", 100, "ratio-numerator"),
        ({"ad_spend": 100, "cpm": 20}, "impressions", 5000, "ratio-denominator"),
        ({"net_sales": 88, "refund_rate": 0}, "gmv_paid", 88, "complement"),
        ({"cogs": 30, "gross_margin_rate": Fraction(2, 5)}, "net_sales", 50, "complement"),
        (
            {"contribution": 10, "cogs": 30, "fees": 4, "fulfilment": 6, "ad_cost_ratio_net": Fraction(1, 6)},
            "net_sales",
            60,
            "complement",
        ),
    ],
)
def test_one_step(known: dict[str, int | Fraction], wanted: str, expected: int, how: str) -> None:
    derived = derive(known, {wanted}, BUILTIN)
    assert derived.values == {wanted: expected}
    assert derived.steps[wanted].how == how


@pytest.mark.parametrize(
    "known",
    [
        {},
        {"net_sales": 88},
        {"net_sales": 88, "refund_rate": 1},
        {"buyers_paid": 0, "cvr": 0},
        {"buyers_paid": 3, "visitors": 0},
    ],
)
def test_nothing_follows(known: dict[str, int]) -> None:
    asked = {"gmv_paid", "cvr", "visitors"} - known.keys()
    assert derive(known, asked, BUILTIN) == Derived({}, {})


def test_what_is_known_is_wanted_without_a_step() -> None:
    assert derive({"visitors": 3}, {"visitors"}, BUILTIN) == Derived({"visitors": Fraction(3)}, {})


def test_a_longer_chain_of_ratios_closes_a_sum() -> None:
    own: dict[str, dict[str, object]] = {
        "rest": {"parts": {"gmv_paid": 1, "returns_fee": -1}},
        "returns_fee": {},
        "returns_fee_rate": {"aggregation": "ratio", "numerator": "returns_fee", "denominator": "refund_amount"},
    }
    known: dict[str, Number] = {"rest": 98, "refund_rate": Decimal("0.1"), "returns_fee_rate": Decimal("0.2")}
    derived = derive(known, {"gmv_paid"}, merged(BUILTIN, own))
    assert derived.values == {"gmv_paid": 100}
    assert [id for id, _ in derived.steps["gmv_paid"].inputs] == ["rest", "refund_rate", "returns_fee_rate"]


@given(TRUTHS, st.data())
def test_what_is_derived_from_a_consistent_set_is_the_truth(leaves: list[int], data: st.DataObject) -> None:
    truth = truth_of(leaves)
    chosen = data.draw(st.sets(st.sampled_from(sorted(truth))))
    values = derive({id: truth[id] for id in chosen}, None, BUILTIN).values
    assert {id: values[id] for id in values if values[id] != truth.get(id)} == {}
    assert contradictions(values, BUILTIN) == ()


@given(GIVEN)
def test_every_step_recomputes(known: dict[str, Fraction]) -> None:
    derived = derive(known, None, BUILTIN)
    assert derived.values == {**known, **{id: step.value for id, step in derived.steps.items()}}
    for step in derived.steps.values():
        if step.how != "complement":
            assert holds(step.identity, {step.metric: step.value, **dict(step.inputs)})
        else:
            again = derive(dict(step.inputs), {step.metric}, BUILTIN)
            assert again.values == {step.metric: step.value}


@given(GIVEN)
def test_each_step_comes_after_its_inputs(known: dict[str, Fraction]) -> None:
    there = set(known)
    for step in derive(known, None, BUILTIN).steps.values():
        assert {id for id, _ in step.inputs} <= there
        there.add(step.metric)


@given(GIVEN, st.randoms(use_true_random=False))
def test_the_order_of_keys_and_metrics_changes_nothing(known: dict[str, Fraction], random: Random) -> None:
    keys, ids = list(known), list(BUILTIN)
    random.shuffle(keys)
    random.shuffle(ids)
    straight = derive(known, None, BUILTIN)
    shuffled = derive({id: known[id] for id in keys}, None, {id: BUILTIN[id] for id in ids})
    assert list(straight.values.items()) == list(shuffled.values.items())
    assert list(straight.steps.items()) == list(shuffled.steps.items())


@given(GIVEN)
def test_a_set_without_contradictions_satisfies_every_identity(known: dict[str, Fraction]) -> None:
    values = derive(known, None, BUILTIN).values
    whole = [
        id
        for id, metric in BUILTIN.items()
        if {id, *filter(None, (metric.numerator, metric.denominator)), *(p for p, _ in metric.parts)} <= values.keys()
    ]
    broken = [id for id in sorted(whole) if BUILTIN[id].formula and not holds(id, values)]
    assert [found.identity for found in contradictions(known, BUILTIN)] == broken


@pytest.mark.parametrize(
    ("known", "found"),
    [
        ({"gmv_paid": 100, "refund_amount": 12, "net_sales": 88}, []),
        ({"gmv_paid": 100, "refund_amount": 12, "net_sales": 90}, [("net_sales", "net_sales", 90, 88)]),
        ({"buyers_paid": 3, "visitors": 4, "cvr": Fraction(1, 2)}, [("cvr", "cvr", Fraction(1, 2), Fraction(3, 4))]),
        ({"buyers_paid": 3, "visitors": 0, "cvr": Fraction(1, 2)}, [("cvr", "buyers_paid", 3, 0)]),
        ({"gmv_paid": 600, "visitors": 100, "cvr": Fraction(3, 100), "aov_buyer": 200}, []),
    ],
)
def test_contradictions(known: dict[str, int | Fraction], found: list[tuple[str, str, Number, Number]]) -> None:
    named: list[tuple[str, str, Number, Number]] = [
        (c.identity, c.metric, c.given, c.implied) for c in contradictions(known, BUILTIN)
    ]
    assert named == found


def test_a_contradiction_through_a_number_nobody_gave() -> None:
    known: dict[str, Number] = {"gmv_paid": 600, "visitors": 100, "cvr": Fraction(2, 100), "aov_buyer": 200}
    (found,) = contradictions(known, BUILTIN)
    assert found.identity == "aov_buyer"
    assert (found.given, found.implied) == (Fraction(200), Fraction(300))
    assert [(step.metric, step.how) for step in found.steps] == [("buyers_paid", "ratio-numerator")]
