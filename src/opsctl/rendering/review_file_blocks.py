"""The blocks that only a written review has: last actions, what is waiting for a cause, and what was written below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from opsctl.locales import listed, say
from opsctl.period import Period
from opsctl.rendering.names import metric_name, scope_name
from opsctl.rendering.numbers import NOTHING, by_unit, money, percent
from opsctl.rendering.sheet import Block, Column
from opsctl.reviewing.written.misses import Miss
from opsctl.reviewing.written.records import Taken, is_due
from opsctl.reviewing.written.rollup import Rollup
from opsctl.workspace import Workspace

Cell = Callable[[Taken], str]


def last_actions_block(actions: Sequence[Taken], period: Period, workspace: Workspace, lang: str) -> Block:
    """Earlier actions that wait for a verdict, or are still running."""
    title = say(lang, "review_file.last_actions")
    if not actions:
        return Block(title, notes=(say(lang, "review_file.no_last_actions"),), name="last-actions")

    def state(taken: Taken) -> str:
        if any(given.verdict.verdict == "not_done" for given in taken.before(period)):
            return say(lang, "review_file.state_not_done")
        return say(lang, "review_file.state_waiting" if is_due(taken, period) else "review_file.state_running")

    columns = (*action_columns(actions, workspace, lang), _column("state", actions, lang, state))
    return Block(title, columns, notes=(say(lang, "review_file.verdicts_how"),), name="last-actions")


def action_columns(actions: Sequence[Taken], workspace: Workspace, lang: str) -> tuple[Column, ...]:
    """Number, where from, what, who, until when, and what it should change."""

    def effect(taken: Taken) -> str:
        action = taken.action
        name = (
            metric_name(workspace, workspace.metric_id(action.metric) or action.metric, lang) if action.metric else ""
        )
        return " ".join(filter(None, (name, action.expect))) or NOTHING

    return (
        _column("action", actions, lang, lambda taken: taken.action.id),
        _column("from", actions, lang, lambda taken: taken.review.period.label),
        _column("does", actions, lang, lambda taken: taken.action.does),
        _column("owner", actions, lang, lambda taken: person_name(workspace, taken.action.owner, lang)),
        _column("due", actions, lang, lambda taken: f"{taken.action.due or NOTHING}"),
        _column("effect", actions, lang, effect),
    )


def person_name(workspace: Workspace, person: str | None, lang: str) -> str:
    """A person's name; a dash where nobody is named."""
    return scope_name(workspace, person, lang) if person else NOTHING


def waiting_block(found: Sequence[Miss], workspace: Workspace, currency: str, lang: str) -> Block:
    """The metrics beyond tolerance, and of which of them a cause and an action are asked."""
    title = say(lang, "review_file.waiting")
    if not found:
        return Block(title, notes=(say(lang, "review_file.nothing_waiting"),), name="waiting")

    def gap(miss: Miss) -> str:
        row = miss.row
        if row.unit == "percent":
            return percent(abs(row.gap or Fraction(0)), 2).replace("%", "pp")
        return by_unit(abs(row.gap or Fraction(0)), row.unit, lang, currency)

    def column(key: str, cell: Callable[[Miss], str], *, right: bool = True) -> Column:
        return Column(say(lang, f"review_file.{key}"), tuple(cell(miss) for miss in found), right=right)

    return Block(
        title,
        (
            column("metric", lambda miss: f"{metric_name(workspace, miss.row.metric, lang)} {miss.row.metric}"),
            column("attainment", lambda miss: percent(miss.row.attainment)),
            column("short", gap),
            column("weight", lambda miss: money(miss.effect, lang, currency)),
            column("level", lambda miss: say(lang, f"review_file.{'red' if miss.red else 'miss'}"), right=False),
            column("asked", lambda miss: say(lang, f"review_file.{'yes' if miss.asked else 'no'}"), right=False),
        ),
        notes=(say(lang, "review_file.waiting_how"),),
        name="waiting",
    )


def causes_below_block(rolled: Rollup, workspace: Workspace, lang: str) -> Block:
    """The causes that the reviews below named, by metric."""
    named = rolled.causes

    def said(number: int) -> str:
        causes = named[number].causes
        words = (f"{review.period.label} {scope_name(workspace, review.scope, lang)}" for review, _ in causes)
        whys = (f"{cause.because} ({where})" for (_, cause), where in zip(causes, words, strict=True))
        return listed(whys, lang, "; ")

    title = say(lang, "review_file.causes_below", count=f"{len(rolled.reviews)}")
    if not named:
        return Block(title, notes=(say(lang, "review_file.no_causes_below"),), name="causes-below")
    rows = range(len(named))
    return Block(
        title,
        (
            Column(say(lang, "review_file.metric"), tuple(metric_name(workspace, each.metric, lang) for each in named)),
            Column(say(lang, "review_file.times"), tuple(f"{len(each.causes)}" for each in named)),
            Column(say(lang, "review_file.inside"), tuple(f"{each.inside}" for each in named)),
            Column(say(lang, "review_file.said"), tuple(said(row) for row in rows), right=False),
        ),
        name="causes-below",
    )


def actions_open_block(rolled: Rollup, workspace: Workspace, lang: str) -> Block:
    """The actions of the reviews below that nobody has settled."""
    title = say(lang, "review_file.actions_open")
    if not rolled.actions:
        return Block(title, notes=(say(lang, "review_file.no_actions_open"),), name="actions-open")
    return Block(title, action_columns(rolled.actions, workspace, lang), name="actions-open")


def lessons_below_block(rolled: Rollup, workspace: Workspace, lang: str) -> Block:
    """The lessons of the reviews below, each with the page it went into."""
    lines = []
    for review, lesson in rolled.lessons:
        where = f"{review.period.label} {scope_name(workspace, review.scope, lang)}"
        into = lesson.into or say(lang, "review_file.lesson_nowhere")
        lines.append(say(lang, "review_file.lesson", keeps=lesson.keeps, where=where, into=into))
    notes = () if lines else (say(lang, "review_file.no_lessons"),)
    return Block(say(lang, "review_file.lessons_below"), lines=tuple(lines), notes=notes, name="lessons-below")


def _column(key: str, actions: Sequence[Taken], lang: str, cell: Cell) -> Column:
    return Column(say(lang, f"review_file.{key}"), tuple(cell(taken) for taken in actions), right=False)
