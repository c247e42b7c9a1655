"""
The weekly sheet: for each person the tasks of the week's plans, the verdicts on last actions, and the causes.

Everything a person sees belongs to that person alone, so that two people never fill in the same key: a task and an
action to its owner, a cause to whoever acts on it, what is still to be explained to the review's owner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import get_args

from opsctl.diagnostics import Message, Named, Saying, message
from opsctl.forms.form import Choice, Column, Form, Line, Page, Part
from opsctl.locales import LANGUAGES
from opsctl.period import Period
from opsctl.planning.goals import goals_by_id
from opsctl.records.plan import Plan, Task
from opsctl.records.review import Cause, Verdict
from opsctl.reviewing.written.misses import waiting_in
from opsctl.reviewing.written.records import Taken, Written, is_due, taken_actions, waiting_actions, written_reviews
from opsctl.workspace import Loaded, Workspace

KIND = "week"
PARTS = ("tasks", "verdicts", "causes")
# Empty lines for causes that no metric asks for.
_SPARE = 2
_DONE_WITH = ("closed", "superseded")


@dataclass(frozen=True, slots=True)
class _Owned:
    """A line and the person whose sheet it stands in."""

    person: str
    part: str
    line: Line


def week_form(workspace: Workspace, period: Period, scope: str | None) -> Form:
    """The weekly sheets of everybody who has something to fill in, for one scope or for all of them."""
    found = [*_tasks(workspace, period, scope)]
    for review in written_reviews(workspace):
        if review.period == period and scope in (None, review.scope):
            found += [*_verdicts(workspace, review), *_causes(workspace, review)]
    people = sorted({each.person for each in found if each.line.shown})
    columns = _columns(workspace, period, sorted({each.line.values["scope"] for each in found}))
    pages = tuple(_page(workspace, period, person, found, columns) for person in people)
    files = sorted({each.line.file for each in found})
    digests = {file: sha256(workspace.texts.get(file, "").encode()).hexdigest() for file in files}
    return Form(KIND, identity(workspace), period.label, scope or "", pages, digests)


def identity(workspace: Workspace) -> str:
    """What tells workspaces apart: the name and the top team."""
    return f"{workspace.settings.name.in_('zh')} · {workspace.settings.top}"


def without_review(workspace: Workspace, period: Period, scope: str | None) -> tuple[str, ...]:
    """The scopes with actions that wait for a verdict, and no review of the period yet to hold it."""
    earlier = {review.scope for review in written_reviews(workspace) if scope in (None, review.scope)}
    there = {review.scope for review in written_reviews(workspace) if review.period == period}
    return tuple(each for each in sorted(earlier - there) if waiting_actions(workspace, each, period))


def _page(
    workspace: Workspace,
    period: Period,
    person: str,
    found: Sequence[_Owned],
    columns: Mapping[str, tuple[Column, ...]],
) -> Page:
    record = workspace.get("person", person)
    name = message("forms.text", text=person) if record is None else _named(record.data.name.in_)
    parts = []
    for part in PARTS:
        lines = tuple(each.line for each in found if (each.person, each.part) == (person, part))
        if lines:
            parts.append(Part(part, message(f"week.{part}"), columns[part], lines))
    return Page(name, message("week.page", person=Saying(name), period=period.label), tuple(parts))


def _columns(workspace: Workspace, period: Period, scopes: Sequence[str]) -> Mapping[str, tuple[Column, ...]]:
    metrics = _metrics(workspace, period)
    scope = Column("scope", message("week.scope"), choices=tuple(Choice(id_, _scope(workspace, id_)) for id_ in scopes))
    return {
        "tasks": (
            *_fixed("id", "does", "due"),
            Column("serves", message("week.serves"), choices=metrics),
            *_fixed("done_when"),
            scope,
            Column("status", message("week.status"), True, True, choices=_words(Task, "status")),
        ),
        "verdicts": (
            *_fixed("id", "does", "due", "expect", "from"),
            scope,
            Column("verdict", message("week.verdict"), True, True, choices=_words(Verdict, "verdict")),
            Column("evidence", message("week.evidence"), editable=True),
        ),
        "causes": (
            *_fixed("id"),
            Column("because", message("week.because"), True, True),
            Column("metric", message("week.metric"), required=True, choices=metrics),
            Column("kind", message("week.kind"), True, choices=_words(Cause, "kind")),
            Column("whys", message("week.whys"), True, lines=True),
            scope,
        ),
    }


def _fixed(*keys: str) -> tuple[Column, ...]:
    return tuple(Column(key, message(f"week.{key}")) for key in keys)


def _words(model: type[Task] | type[Verdict] | type[Cause], key: str) -> tuple[Choice, ...]:
    """What the model takes there."""
    values = get_args(model.model_fields[key].annotation)
    return tuple(Choice(value, message(f"week.{key}_{value}")) for value in values)


def _metrics(workspace: Workspace, period: Period) -> tuple[Choice, ...]:
    """The metrics that anybody here has a goal of, and those that reviews ask about."""
    ids = {id_ for sheet in workspace.all("target").values() for id_ in goals_by_id(workspace, sheet)}
    for each in written_reviews(workspace):
        if each.period == period:
            ids |= {workspace.metric_id(cause.metric) or cause.metric for cause in each.data.causes}
            ids |= set(waiting_in(workspace.texts.get(each.record.file, "")))
    return tuple(Choice(id_, _metric(workspace, id_)) for id_ in sorted(ids))


def _tasks(workspace: Workspace, period: Period, scope: str | None) -> Iterator[_Owned]:
    for id_, plan in workspace.all("plan").items():
        label, _, owner = id_.partition("/")
        assert isinstance(plan.data, Plan)
        if label != period.label or scope not in (None, owner):
            continue
        for at, task in enumerate(plan.data.tasks):
            values = {
                "id": task.id, "does": task.does, "due": task.due.isoformat(), "done_when": task.done_when or "",
                "serves": task.serves or "", "scope": owner, "status": task.status,
            }  # fmt: skip
            line = Line(f"task {id_} {task.id}", plan.file, ("tasks", at), values, locked=_locked(plan))
            yield _Owned(task.owner, "tasks", line)


def _verdicts(workspace: Workspace, review: Written) -> Iterator[_Owned]:
    """The actions that wait for a verdict, then those that were given one without being asked."""
    given = {verdict.action: at for at, verdict in enumerate(review.data.verdicts)}
    waiting = {each.action.id: each for each in waiting_actions(workspace, review.scope, review.period)}
    asked = [id_ for id_, taken in waiting.items() if id_ in given or is_due(taken, review.period)]
    for id_ in dict.fromkeys((*asked, *given)):
        at = given.get(id_)
        said = {"verdict": "", "evidence": ""} if at is None else _said(review.data.verdicts[at])
        owner, values = _promised(workspace, waiting.get(id_), id_)
        line = Line(
            f"verdict {review.record.id} {id_}", review.record.file, ("verdicts", len(given) if at is None else at),
            {**values, "scope": review.scope, **said},
            makes={"action": id_} if at is None else None, locked=_locked(review.record),
        )  # fmt: skip
        yield _Owned(owner or review.data.owner, "verdicts", line)


def _promised(workspace: Workspace, waiting: Taken | None, id_: str) -> tuple[str | None, dict[str, str]]:
    """Whose action it is and what it says; it may also be a task of a plan."""
    taken = waiting or next((each for each in taken_actions(workspace) if each.action.id == id_), None)
    if taken is not None:
        return taken.action.owner, _action(taken)
    for plan_id, plan in workspace.all("plan").items():
        for task in plan.data.tasks:
            if task.id == id_:
                label = plan_id.partition("/")[0]
                values = {"does": task.does, "due": task.due.isoformat(), "expect": task.done_when or "", "from": label}
                return task.owner, {"id": id_, **values}
    return None, {"id": id_, "does": "", "due": "", "expect": "", "from": ""}


def _action(taken: Taken) -> dict[str, str]:
    action = taken.action
    return {
        "id": action.id, "does": action.does, "due": "" if action.due is None else action.due.isoformat(),
        "expect": action.expect or "", "from": taken.review.period.label,
    }  # fmt: skip


def _said(verdict: Verdict) -> dict[str, str]:
    return {"verdict": verdict.verdict, "evidence": verdict.evidence or ""}


def _causes(workspace: Workspace, review: Written) -> Iterator[_Owned]:
    file, id_, data = review.record.file, review.record.id, review.data
    actors = {action.from_: action.owner for action in reversed(data.actions) if action.from_ and action.owner}
    twins = tuple(_cause(workspace, cause) for cause in data.causes)
    locked = _locked(review.record)
    for at, cause in enumerate(data.causes):
        values = {**twins[at], "scope": review.scope}
        line = Line(f"cause {id_} {cause.id}", file, ("causes", at), values, locked=locked)
        yield _Owned(actors.get(cause.id, data.owner), "causes", line)
    told = {workspace.metric_id(each.metric) for each in data.causes}
    told |= {workspace.metric_id(each.metric) for each in data.accepted}
    new: dict[str, str] = {"id": "", "because": "", "metric": "", "kind": "", "whys": "", "scope": review.scope}
    for metric in waiting_in(workspace.texts.get(file, "")):
        line = Line(
            f"cause {id_} + {metric}", file, ("causes", len(twins)), {**new, "metric": metric},
            makes={"id": "", "metric": metric}, numbered="id", twins=twins,
            shown=metric not in told and locked is None,
        )  # fmt: skip
        yield _Owned(data.owner, "causes", line)
    for number in range(1, _SPARE + 1):
        line = Line(
            f"cause {id_} + {number}", file, ("causes", len(twins)), new, makes={"id": "", "metric": ""},
            numbered="id", twins=twins, open_=frozenset({"metric"}), shown=locked is None,
        )  # fmt: skip
        yield _Owned(data.owner, "causes", line)


def _cause(workspace: Workspace, cause: Cause) -> Mapping[str, str]:
    metric = workspace.metric_id(cause.metric) or cause.metric
    return {
        "id": cause.id, "because": cause.because, "metric": metric, "kind": cause.kind, "whys": "\n".join(cause.whys),
    }  # fmt: skip


def _locked(record: Loaded) -> Message | None:
    if record.data.status not in _DONE_WITH:
        return None
    return message("week.closed", file=record.file, status=record.data.status)


def _scope(workspace: Workspace, id_: str) -> Message:
    record = workspace.scope(id_)
    return message("forms.text", text=id_) if record is None else _named(record.data.name.in_)


def _metric(workspace: Workspace, id_: str) -> Message:
    entry = workspace.metrics.get(id_)
    return message("forms.text", text=id_) if entry is None else _named(entry.name)


def _named(name: Callable[[str], str]) -> Message:
    """A name as a message that says it in the language of whoever reads."""
    return message("forms.text", text=Named((lang, name(lang)) for lang in LANGUAGES))
