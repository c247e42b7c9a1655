"""A small review with a bit of everything, and the workspace that gives it names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from opsctl.diagnostics import Severity, message
from opsctl.period import Period, month, week
from opsctl.period import year as year_period
from opsctl.records.base import Name
from opsctl.records.settings import Settings
from opsctl.records.store import Store
from opsctl.records.team import Team
from opsctl.reviewing.facts import Trouble
from opsctl.reviewing.gate.doubt import Doubt, Objection
from opsctl.reviewing.gate.judgement import Judgement
from opsctl.reviewing.view import (
    Comparison,
    DayRow,
    MetricRow,
    MissingRun,
    PaceRow,
    PeriodReview,
    Reading,
    StoreRow,
)
from opsctl.workspace import Loaded, Workspace

WEEK = week(2026, 46)


def workspace(store: str = "天猫旗舰店") -> Workspace:
    """A team with two stores; the first one's name can be anything."""
    team = Team.model_validate({"name": {"zh": "晨禾家居", "en": "Chenhe Home"}})
    # Unread, because no record may have a name of two lines, and rendering must not rely on that.
    named = Name.model_construct(zh=store, en="Tmall flagship")
    tmall = {"name": named, "platform": "tmall", "team": "company"}
    jd = {"name": {"zh": "京东店", "en": "JD store"}, "platform": "jd", "team": "company"}
    return Workspace(
        Settings.model_validate({"opsctl": "1", "name": "晨禾家居"}),
        (
            Loaded("store", "jd-pop", "stores/jd-pop.yaml", Store.model_validate(jd)),
            Loaded("store", "tmall-flagship", "stores/tmall-flagship.yaml", Store.model_validate(tmall)),
            Loaded("team", "company", "teams/company.yaml", team),
        ),
    )


def compared(period: Period, value: str | None, change: str | None) -> Comparison:
    """An earlier period with a value and the change since."""
    known = Reading(None if value is None else Fraction(value), 7 if value else 0)
    return Comparison(period, known, None if change is None else Fraction(change))


def sales(actual: str, target: str | None) -> MetricRow:
    """A row of paid sales."""
    reached, aim = Fraction(actual), None if target is None else Fraction(target)
    return MetricRow(
        metric="gmv_paid",
        unit="money",
        aggregation="sum",
        direction="up",
        actual=Reading(reached, 7),
        target=aim,
        target_days=7 if aim is not None else 0,
        attainment=reached / aim if aim else None,
        gap=aim - reached if aim is not None else None,
        previous=compared(WEEK.previous(), "1000000", "0.1234"),
        last_year=compared(week(2025, 46), None, None),
    )


def visitors() -> MetricRow:
    """Visitors with two days missing and a distinct count of the whole week."""
    missing = (date(2026, 11, 14), date(2026, 11, 15))
    return MetricRow(
        metric="visitors",
        unit="count",
        aggregation="distinct",
        direction="up",
        actual=Reading(Fraction(81_234), 5, missing),
        target=Fraction(80_000),
        target_days=5,
        attainment=Fraction(81_234, 80_000),
        gap=Fraction(-1_234),
        previous=compared(WEEK.previous(), "90000", None),
        last_year=compared(week(2025, 46), "70000", None),
        distinct=Fraction(63_008),
    )


def conversion() -> MetricRow:
    """A ratio that is one third of a hundredth, which no decimal holds."""
    parts = (Fraction(100), Fraction(30_000))
    return MetricRow(
        metric="cvr",
        unit="percent",
        aggregation="ratio",
        direction="up",
        actual=Reading(Fraction(1, 300), 7, (), *parts),
        target=Fraction("0.0125"),
        target_days=7,
        attainment=Fraction(1, 300) / Fraction("0.0125"),
        gap=Fraction("0.0125") - Fraction(1, 300),
        previous=compared(WEEK.previous(), "0.0029", "0.0004"),
        last_year=compared(week(2025, 46), "0.0233", "-0.02"),
    )


def judgement() -> Judgement:
    """A store with an impossible value, and a file that says something."""
    said = message("review.no_target", metric="m", actual="1", here="x")
    bad = message("gate.future", count=1, days="2026-11-14", today="2026-11-10")
    found = (
        Objection("ACT115", "actuals-future", Severity.ERROR, Doubt(bad, "shop-daily", "tmall-flagship")),
        Objection("ACT120", "actuals-file", Severity.WARNING, Doubt(said, "shop-daily", file="actuals/a.csv")),
    )
    return Judgement("company", WEEK, date(2026, 11, 10), found)


def review() -> PeriodReview:
    """The review of the team."""
    headline = sales("1123456.78", "1200000")
    pace = PaceRow(
        "gmv_paid",
        month(2026, 11),
        WEEK.last,
        Reading(Fraction(3_000_000), 15),
        Fraction(5_000_000),
        Fraction(3, 5),
        Fraction("0.617"),
        Fraction("-0.017"),
    )
    ahead = replace(pace, period=year_period(2026), due=Fraction("0.58"), pace=Fraction("0.02"))
    return PeriodReview(
        scope="company",
        period=WEEK,
        data_until=date(2026, 11, 22),
        currency="CNY",
        headline="gmv_paid",
        rows=(headline, visitors(), conversion()),
        pace=(pace, ahead),
        days=tuple(
            DayRow(
                WEEK.start + timedelta(days=n), None if n == 6 else Fraction(100_000 + 20_000 * n), Fraction(160_000)
            )
            for n in range(7)
        ),
        stores=(
            StoreRow("jd-pop", sales("123456.78", "100000"), ()),
            StoreRow("tmall-flagship", sales("1000000", "1100000"), (conversion(), visitors())),
        ),
        missing=(
            MissingRun("tmall-flagship", ("visitors",), date(2026, 11, 14), date(2026, 11, 15), date(2026, 11, 13)),
        ),
        troubles=(
            Trouble("shop-daily", "actuals/a.csv", message("review.no_target", metric="m", actual="1", here="x"), 12),
        ),
        newer=week(2026, 47),
        judgement=judgement(),
    )
