"""The workspace's settings, `opsctl.yaml`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from opsctl.records.base import Beside, Currency, Id, Name, Number, Record, Text


class Checks(Record):
    """How strict the checks are: thresholds by name, and severities that differ from a rule's own."""

    thresholds: dict[str, Number] = Field(default_factory=dict)
    severity: dict[str, Literal["error", "warning", "info", "off"]] = Field(default_factory=dict)


class Settings(Record):
    """Name, language, money, time and strictness of one workspace."""

    opsctl: Literal["1"]
    name: Name
    top: Id = "company"
    approver: Id | None = None
    lang: Literal["zh", "en"] = "zh"
    currency: Currency = "CNY"
    timezone: Text = "Asia/Shanghai"
    week: Literal["iso"] = "iso"
    taxpayer: Literal["general", "small"] = "general"
    rigor: Literal["start", "standard", "strict"] = "start"
    private: Beside | None = None
    checks: Checks = Field(default_factory=Checks)
