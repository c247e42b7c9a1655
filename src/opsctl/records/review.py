"""A review's front matter: causes, actions, verdicts and lessons of one scope and period."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from opsctl.records.base import IN_FORCE, Day, Id, MetricId, Record, Status, TaskId, Text


class Meeting(Record):
    """When the review was held, who was there and what was decided."""

    on: Day
    attended: tuple[Id, ...] = ()
    decisions: tuple[Text, ...] = ()


class Cause(Record):
    """Why a metric missed, and the chain of whys behind it."""

    id: TaskId
    metric: MetricId
    because: Text
    kind: Literal["internal", "external"] = "internal"
    whys: tuple[Text, ...] = ()


class Action(Record):
    """What will be done about a cause, by whom, until when, and what it should change."""

    id: TaskId
    does: Text
    owner: Id
    due: Day
    metric: MetricId
    expect: Text
    from_: TaskId | None = Field(default=None, alias="from")


class Verdict(Record):
    """Whether an earlier action worked, with evidence."""

    action: TaskId
    verdict: Literal["met", "not_met", "worse", "not_done"]
    evidence: Text


class Lesson(Record):
    """What stays, and into which page of the handbook it goes."""

    keeps: Text
    into: Text | None = None


class Review(Record):
    """The written look back: what was found, what follows, and what earlier actions did."""

    owner: Id
    status: Status = IN_FORCE
    data_until: Day | None = None
    meeting: Meeting | None = None
    causes: tuple[Cause, ...] = ()
    actions: tuple[Action, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    lessons: tuple[Lesson, ...] = ()
