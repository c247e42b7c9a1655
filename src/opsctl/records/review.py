"""A review's front matter: causes, accepted misses, actions, verdicts and lessons of one scope and period."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from opsctl.records.base import IN_FORCE, Day, Id, MetricId, Record, Status, TaskId, Text
from opsctl.records.plan import Area


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


class Accepted(Record):
    """A miss that is accepted as it is, why, and by whom."""

    metric: MetricId
    because: Text
    by: Id | None = None


class Action(Record):
    """What will be done about a cause, by whom, until when, and what it should change.

    Only the action itself is required: what else is missing is for a rule to say, in words that help.
    """

    id: TaskId
    does: Text
    owner: Id | None = None
    due: Day | None = None
    metric: MetricId | None = None
    expect: Text | None = None
    area: Area | None = None
    from_: TaskId | None = Field(default=None, alias="from")


class Verdict(Record):
    """Whether an earlier action worked, with evidence."""

    action: TaskId
    verdict: Literal["met", "not_met", "worse", "not_done"]
    evidence: Text | None = None


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
    accepted: tuple[Accepted, ...] = ()
    actions: tuple[Action, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    lessons: tuple[Lesson, ...] = ()
