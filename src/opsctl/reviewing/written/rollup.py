"""What the reviews of the shorter periods inside a longer one say: causes, actions still open, lessons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from opsctl.period import Period
from opsctl.records.review import Cause, Lesson
from opsctl.reviewing.kinds import Kind, kind_of
from opsctl.reviewing.written.records import Taken, Written, taken_actions, written_reviews
from opsctl.workspace import Workspace

# What a period of each kind is made of, for a review: the next shorter one that people review.
BELOW: Mapping[Kind, tuple[Kind, ...]] = {
    "monthly": ("weekly",),
    "quarterly": ("monthly", "weekly"),
    "yearly": ("quarterly", "monthly"),
}


@dataclass(frozen=True, slots=True)
class CauseBelow:
    """A metric's causes in the reviews below: how often it was named, by whom first, and what was said."""

    metric: str
    causes: tuple[tuple[Written, Cause], ...]

    @property
    def inside(self) -> int:
        """How many of them lie inside the team."""
        return sum(cause.kind == "internal" for _, cause in self.causes)


@dataclass(frozen=True, slots=True)
class Rollup:
    """The reviews below, their causes by metric (the most frequent first), open actions and lessons."""

    reviews: tuple[Written, ...] = ()
    causes: tuple[CauseBelow, ...] = ()
    actions: tuple[Taken, ...] = ()
    lessons: tuple[tuple[Written, Lesson], ...] = ()


def rollup(workspace: Workspace, scope: str, period: Period) -> Rollup:
    """Roll up what the scope, and the scopes under it, wrote for the shorter periods that end in this one."""
    under = _under(workspace, scope)
    below = tuple(
        review
        for review in written_reviews(workspace)
        if review.scope in under
        and kind_of(review.period) in below_of(period)
        and period.contains(review.period.last)
        and review.data.status != "superseded"
    )
    files = {review.record.file for review in below}
    causes: dict[str, list[tuple[Written, Cause]]] = {}
    for review in below:
        for cause in review.data.causes:
            causes.setdefault(cause.metric, []).append((review, cause))
    ranked = sorted(causes.items(), key=lambda each: (-len(each[1]), each[0]))
    return Rollup(
        reviews=below,
        causes=tuple(CauseBelow(metric, tuple(found)) for metric, found in ranked),
        actions=tuple(
            taken for taken in taken_actions(workspace) if taken.review.record.file in files and not taken.is_settled
        ),
        lessons=tuple((review, lesson) for review in below for lesson in review.data.lessons),
    )


def below_of(period: Period) -> tuple[Kind, ...]:
    """The kinds of review that one of this period rolls up; none for a week."""
    kind = kind_of(period)
    return BELOW.get(kind, ()) if kind is not None else ()


def _under(workspace: Workspace, scope: str) -> frozenset[str]:
    """A scope and every place below it; a circle of teams is walked once."""
    found, waiting = {scope}, [scope]
    while waiting:
        for child in workspace.children(waiting.pop()):
            if child.id not in found:
                found.add(child.id)
                waiting.append(child.id)
    return frozenset(found)
