"""The workspace's settings, `opsctl.yaml`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from opsctl.records.base import Beside, Currency, Id, Name, Number, Record, Text
from opsctl.records.calendar import WEEKDAYS, MonthKey, Weekday
from opsctl.weeks import Weeks

Pattern = Literal["445", "454", "544"]


class Checks(Record):
    """How strict the checks are: thresholds by name, and severities that differ from a rule's own."""

    thresholds: dict[str, Number] = Field(default_factory=dict)
    severity: dict[str, Literal["error", "warning", "info", "off"]] = Field(default_factory=dict)


class Fiscal(Record):
    """When a fiscal year begins and what it is called; all but `start` and `named` matter to 4-4-5 weeks only."""

    start: MonthKey = "1"
    named: Literal["start", "end"] = "start"
    first_day: Weekday | None = None
    year_start: Literal["nearest", "before"] = "nearest"
    week_53: MonthKey = "12"


class Settings(Record):
    """Name, language, money, time and strictness of one workspace."""

    opsctl: Literal["1"]
    name: Name
    top: Id = "company"
    approver: Id | None = None
    lang: Literal["zh", "en"] = "zh"
    currency: Currency = "CNY"
    timezone: Text = "Asia/Shanghai"
    week: Literal["iso", "sunday", "445", "454", "544"] = "iso"
    fiscal: Fiscal | None = None
    taxpayer: Literal["general", "small"] = "general"
    rigor: Literal["start", "standard", "strict"] = "start"
    private: Beside | None = None
    checks: Checks = Field(default_factory=Checks)

    @property
    def weeks(self) -> Weeks:
        """How weeks and fiscal years are counted; 4-4-5 weeks always have fiscal years."""
        if self.week in ("iso", "sunday"):
            first = 6 if self.week == "sunday" else 0
            if self.fiscal is None:
                return Weeks(first)
            return Weeks(first, int(self.fiscal.start), by_end=self.fiscal.named == "end")
        own = self.fiscal or Fiscal()
        return Weeks(
            WEEKDAYS.index(own.first_day or "mon"),
            int(own.start),
            tuple(int(digit) for digit in self.week),
            own.year_start == "nearest",
            int(own.week_53),
            own.named == "end",
        )
