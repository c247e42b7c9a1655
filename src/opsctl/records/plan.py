"""A plan's front matter: strategies, resources, budget and tasks. The written sections stay the people's own."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from opsctl.records.base import IN_FORCE, Day, Id, MetricId, Record, Status, TaskId, Text

Area = Literal["product", "marketing", "promotion", "service", "content", "price", "organisation"]


class Strategy(Record):
    """What will be done in one area and which metrics it serves, or why nothing is."""

    area: Area
    id: Id | None = None
    serves: tuple[MetricId, ...] = ()
    lead: Id | None = None
    does: Text | None = None
    none_because: Text | None = None
    learned_from: tuple[TaskId, ...] = ()


class BudgetLine(Record):
    """One line of the budget: an amount, a share of the whole, or `derived` from a metric's target."""

    line: Id
    amount: Text
    metric: MetricId | None = None


class Task(Record):
    """One thing to do, by whom, until when, what it serves and when it is done."""

    id: TaskId
    does: Text
    owner: Id
    due: Day
    serves: MetricId | None = None
    done_when: Text | None = None
    status: Literal["todo", "doing", "done", "dropped"] = "todo"


class Plan(Record):
    """The decisions of one scope for one period."""

    owner: Id
    status: Status = IN_FORCE
    title: Text | None = None
    took_part: tuple[Id, ...] = ()
    looks_back_on: Text | None = None
    market: tuple[Id, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    # Resources differ from team to team; their shape comes with the planning flow.
    resources: dict[str, Any] = Field(default_factory=dict)
    budget: tuple[BudgetLine, ...] = ()
    tasks: tuple[Task, ...] = ()
