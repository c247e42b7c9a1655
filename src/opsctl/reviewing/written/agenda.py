"""The one page for a review meeting: what to read, what was promised, what to decide, who is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from opsctl.records.review import Accepted, Action, Meeting
from opsctl.reviewing.written.fences import fences_in
from opsctl.reviewing.written.misses import waiting_in
from opsctl.reviewing.written.records import Taken, Written, is_due, waiting_actions
from opsctl.workspace import Workspace

# More than this is not decided in a meeting of five minutes.
MOST = 5
_TWICE = 2


@dataclass(frozen=True, slots=True)
class Decision:
    """A question that is answered with yes or no: drop what nobody does, take an action, accept a miss."""

    about: Literal["drop", "take", "accept"]
    action: Action | None = None
    accepted: Accepted | None = None
    times: int = 0


@dataclass(frozen=True, slots=True)
class LastAction:
    """An earlier action that is due, with the verdict that the review proposes; None where it has none yet."""

    taken: Taken
    verdict: str | None
    evidence: str | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """The page: first sentences, last actions, at most five decisions and how many more, and people.

    `unexplained` are metrics that nobody has spoken of; `absent` is who was expected and not there, once there was a
    meeting; `owing` who has not given a verdict yet.
    """

    review: Written
    first: tuple[str, ...]
    last: tuple[LastAction, ...]
    unexplained: tuple[str, ...]
    decisions: tuple[Decision, ...]
    later: int
    expected: tuple[str, ...]
    absent: tuple[str, ...]
    owing: tuple[str, ...]
    meeting: Meeting | None


def agenda(workspace: Workspace, review: Written) -> Agenda:
    """Make the page of a written review; its numbers are those its own first block holds."""
    text = workspace.texts.get(review.record.file, "")
    data = review.data
    given = {verdict.action: verdict for verdict in data.verdicts}
    waiting = [
        taken for taken in waiting_actions(workspace, review.scope, review.period) if is_due(taken, review.period)
    ]
    last = [
        LastAction(taken, given[taken.action.id].verdict, given[taken.action.id].evidence)
        if taken.action.id in given
        else LastAction(taken, None, None)
        for taken in waiting
    ]
    told = {workspace.metric_id(each.metric) for each in data.causes}
    told |= {workspace.metric_id(each.metric) for each in data.accepted}
    decisions = tuple(_decisions(review, waiting))
    owners = [taken.action.owner for taken in waiting] + [action.owner for action in data.actions]
    expected = tuple(dict.fromkeys(person for person in (data.owner, *owners) if person is not None))
    attended = data.meeting.attended if data.meeting is not None else ()
    owing = (each.taken.action.owner for each in last if each.verdict is None)
    return Agenda(
        review=review,
        first=_first(text),
        last=tuple(last),
        unexplained=tuple(metric for metric in waiting_in(text) if metric not in told),
        decisions=decisions[:MOST],
        later=max(len(decisions) - MOST, 0),
        expected=expected,
        absent=tuple(person for person in expected if person not in attended) if data.meeting is not None else (),
        owing=tuple(dict.fromkeys(person for person in owing if person is not None)),
        meeting=data.meeting,
    )


def _first(text: str) -> tuple[str, ...]:
    """The sentences of the page's first block, as they are written there."""
    block = next((fence for fence in fences_in(text)[0] if fence.name == "headline"), None)
    lines = block.content.split("\n") if block is not None else []
    return tuple(line.removeprefix("- ") for line in lines if line.startswith("- "))


def _decisions(review: Written, waiting: list[Taken]) -> Iterator[Decision]:
    """What nobody does first, then what is new by its day, then what is accepted."""
    for taken in waiting:
        given = [*taken.before(review.period), *(each for each in taken.verdicts if each.review == review)]
        undone = sum(each.verdict.verdict == "not_done" for each in given)
        if undone >= _TWICE:
            yield Decision("drop", action=taken.action, times=undone)
    far = review.period.end
    for action in sorted(review.data.actions, key=lambda each: (each.due or far, each.id)):
        yield Decision("take", action=action)
    for accepted in review.data.accepted:
        yield Decision("accept", accepted=accepted)
