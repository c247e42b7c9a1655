"""A role: what a seat is for, which metrics it owns, what it must do and what it takes."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from opsctl.records.base import Amount, Id, MetricId, Name, Record, Text, Weight, Whole


class Evidence(Record):
    """The record that shows a duty was done, and how often."""

    record: Id
    cadence: Literal["daily", "weekly", "monthly", "quarterly", "yearly"]


class Duty(Record):
    """One thing the role does, with its part in it and the authority that matches."""

    id: Id
    does: Text
    raci: Literal["accountable", "responsible", "consulted", "informed"] = "responsible"
    decides: Text | None = None
    evidence: Evidence | None = None


class Requirement(Record):
    """A required competency level, 1 to 5, and its weight."""

    level: Whole = Field(ge=1, le=5)
    weight: Weight | None = None

    @model_validator(mode="before")
    @classmethod
    def _a_bare_level(cls, value: Any) -> Any:
        return {"level": value} if isinstance(value, str) else value


class Competencies(Record):
    """What the role needs to know, be able to do and be like."""

    knowledge: dict[Id, Requirement] = Field(default_factory=dict)
    skills: dict[Id, Requirement] = Field(default_factory=dict)
    general: dict[Id, Requirement] = Field(default_factory=dict)
    conduct: dict[Id, Requirement] = Field(default_factory=dict)


class Role(Record):
    """A role; with the place it is held at, `reports_to` gives the line manager."""

    name: Name
    purpose: Text | None = None
    reports_to: Id | None = None
    one_per: Literal["store", "team", "company"] | None = None
    owns: tuple[MetricId, ...] = ()
    capacity: dict[MetricId, Amount] = Field(default_factory=dict)
    duties: tuple[Duty, ...] = ()
    competencies: Competencies = Field(default_factory=Competencies)
