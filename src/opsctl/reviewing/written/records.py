"""The written reviews of a workspace in order, and every action with the verdicts that were given on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from opsctl.diagnostics import Place
from opsctl.period import Period, parse_period
from opsctl.records.review import Action, Review, Verdict
from opsctl.workspace import Loaded, Workspace


@dataclass(frozen=True, slots=True)
class Written:
    """A review record with the period and scope that its place says."""

    record: Loaded
    period: Period
    scope: str

    @property
    def data(self) -> Review:
        """Its front matter."""
        data = self.record.data
        assert isinstance(data, Review)
        return data

    def at(self, *path: str | int, key: bool = False) -> Place:
        """The place of a key or value in it."""
        return self.record.at(*path, key=key)


@dataclass(frozen=True, slots=True)
class Given:
    """A verdict and the review it stands in."""

    review: Written
    index: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Taken:
    """An action, the review that took it, and the verdicts on it, oldest first."""

    review: Written
    index: int
    action: Action
    verdicts: tuple[Given, ...] = ()

    def before(self, period: Period) -> tuple[Given, ...]:
        """The verdicts that reviews of earlier periods gave: those that ended before this one does."""
        return tuple(each for each in self.verdicts if each.review.period.last < period.last)

    @property
    def is_settled(self) -> bool:
        """Say whether the last verdict ends the matter; what was not done is still to do."""
        return bool(self.verdicts) and self.verdicts[-1].verdict.verdict != "not_done"


# Most rules about reviews walk all of them.
@lru_cache(maxsize=2)
def written_reviews(workspace: Workspace) -> tuple[Written, ...]:
    """Every review, earlier periods first, shorter ones before the longer ones that end with them."""
    found = []
    for id_, record in workspace.all("review").items():
        label, _, scope = id_.partition("/")
        period = parse_period(label, workspace.weeks)
        if period is not None:
            found.append(Written(record, period, scope))
    return tuple(sorted(found, key=lambda each: (each.period.last, -each.period.start.toordinal(), each.scope)))


@lru_cache(maxsize=2)
def taken_actions(workspace: Workspace) -> tuple[Taken, ...]:
    """Every action of every review, in their order."""
    verdicts: dict[str, list[Given]] = {}
    for review in written_reviews(workspace):
        for index, verdict in enumerate(review.data.verdicts):
            verdicts.setdefault(verdict.action, []).append(Given(review, index, verdict))
    return tuple(_taken(workspace, verdicts))


def _taken(workspace: Workspace, verdicts: dict[str, list[Given]]) -> Iterator[Taken]:
    first: set[str] = set()
    for review in written_reviews(workspace):
        for index, action in enumerate(review.data.actions):
            if action.id not in first:
                first.add(action.id)
                later = (each for each in verdicts.get(action.id, ()) if each.review.period.last >= review.period.last)
                yield Taken(review, index, action, tuple(later))


def waiting_actions(workspace: Workspace, scope: str, period: Period) -> tuple[Taken, ...]:
    """The actions of the scope's earlier reviews that had no final verdict when this period was over."""
    return tuple(
        taken
        for taken in taken_actions(workspace)
        if taken.review.scope == scope
        and taken.review.period.last < period.last
        and not any(given.verdict.verdict != "not_done" for given in taken.before(period))
    )


def is_due(taken: Taken, period: Period) -> bool:
    """Say whether its verdict has to be given with this period's review; one without a due day is due at once."""
    return taken.action.due is None or taken.action.due <= period.last


def next_id(workspace: Workspace, letter: str) -> int:
    """The number after the highest that an action, task or cause of that letter has."""
    ids = [action.id for review in written_reviews(workspace) for action in review.data.actions]
    ids += [cause.id for review in written_reviews(workspace) for cause in review.data.causes]
    ids += [task.id for plan in workspace.all("plan").values() for task in plan.data.tasks]
    return max((int(id_[1:]) for id_ in ids if id_[0] == letter), default=0) + 1
