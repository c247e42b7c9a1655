"""The agenda of a review meeting as a sheet of words and as data."""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Listed
from opsctl.locales import listed, say
from opsctl.rendering.console import render
from opsctl.rendering.markdown_escape import markdown
from opsctl.rendering.names import metric_name, scope_name
from opsctl.rendering.numbers import NOTHING
from opsctl.rendering.review_file_blocks import person_name
from opsctl.rendering.sheet import Block, Sheet
from opsctl.rendering.sheet_markdown import block_markdown
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.reviewing.written.agenda import Agenda, Decision, LastAction
from opsctl.workspace import Workspace


def agenda_text(agenda: Agenda, workspace: Workspace, lang: str, *, width: int = 0) -> str:
    """The page for a terminal."""
    return render(*sheet_parts(_sheet(agenda, workspace, lang)), width=width)


def agenda_markdown(agenda: Agenda, workspace: Workspace, lang: str) -> str:
    """The page for a chat or a printer."""
    sheet = _sheet(agenda, workspace, lang)
    blocks = "".join(f"\n{block_markdown(block)}" for block in sheet.blocks)
    return f"# {markdown(sheet.title)}\n\n{markdown(sheet.facts)}\n{blocks}"


def agenda_json(agenda: Agenda) -> dict[str, object]:
    """The page as data."""
    meeting = agenda.meeting
    return {
        "scope": agenda.review.scope,
        "period": agenda.review.period.label,
        "file": agenda.review.record.file,
        "first": list(agenda.first),
        "last_actions": [
            {"action": each.taken.action.id, "verdict": each.verdict, "evidence": each.evidence} for each in agenda.last
        ],
        "unexplained": list(agenda.unexplained),
        "decisions": [_decision_json(each) for each in agenda.decisions],
        "later": agenda.later,
        "expected": list(agenda.expected),
        "owing": list(agenda.owing),
        "absent": list(agenda.absent),
        "meeting": None
        if meeting is None
        else {"on": f"{meeting.on}", "attended": list(meeting.attended), "decisions": list(meeting.decisions)},
    }


def _decision_json(each: Decision) -> dict[str, object]:
    if each.accepted is not None:
        return {"about": each.about, "metric": each.accepted.metric, "because": each.accepted.because}
    return {"about": each.about, "action": each.action.id if each.action else None}


def _sheet(agenda: Agenda, workspace: Workspace, lang: str) -> Sheet:
    review = agenda.review
    title = say(
        lang, "review_agenda.title", scope=scope_name(workspace, review.scope, lang), period=review.period.label
    )
    people = listed((person_name(workspace, person, lang) for person in agenda.expected), lang)
    return Sheet(
        title, facts=say(lang, "review_agenda.facts", people=people), blocks=tuple(_blocks(agenda, workspace, lang))
    )


def _blocks(agenda: Agenda, workspace: Workspace, lang: str) -> Iterator[Block]:
    nothing = say(lang, "review_agenda.no_numbers")
    # The block's own text is Markdown already; a reader of the page sees the plain words.
    first = tuple(line.replace("\\", "") for line in agenda.first) or (nothing,)
    yield Block(say(lang, "review_agenda.numbers"), lines=first, name="headline")
    last = tuple(_last(each, workspace, lang) for each in agenda.last)
    yield Block(
        say(lang, "review_agenda.last"),
        lines=last,
        notes=() if last else (say(lang, "review_file.no_last_actions"),),
        name="last-actions",
    )
    questions = tuple(_question(each, workspace, lang) for each in agenda.decisions)
    notes = [say(lang, "review_agenda.no_decisions")] if not questions else []
    if agenda.later:
        notes.append(say(lang, "review_agenda.later", count=f"{agenda.later}"))
    yield Block(say(lang, "review_agenda.decide"), lines=questions, notes=tuple(notes), bullet="1.", name="decisions")
    yield Block(say(lang, "review_agenda.people"), lines=tuple(_people(agenda, workspace, lang)), name="people")


def _last(each: LastAction, workspace: Workspace, lang: str) -> str:
    action = each.taken.action
    verdict = say(lang, f"review_agenda.verdict_{each.verdict or 'none'}")
    return say(
        lang,
        "review_agenda.last_line",
        id=action.id,
        does=action.does,
        owner=person_name(workspace, action.owner, lang),
        verdict=verdict if each.evidence is None else say(lang, "review_agenda.with", said=verdict, what=each.evidence),
    )


def _question(each: Decision, workspace: Workspace, lang: str) -> str:
    if each.accepted is not None:
        metric = metric_name(workspace, workspace.metric_id(each.accepted.metric) or each.accepted.metric, lang)
        return say(lang, "review_agenda.accept", metric=metric, because=each.accepted.because)
    action = each.action
    assert action is not None
    if each.about == "drop":
        return say(lang, "review_agenda.drop", id=action.id, does=action.does, times=f"{each.times}")
    return say(
        lang,
        "review_agenda.take",
        id=action.id,
        does=action.does,
        owner=person_name(workspace, action.owner, lang),
        due=f"{action.due or NOTHING}",
        expect=action.expect or NOTHING,
    )


def _people(agenda: Agenda, workspace: Workspace, lang: str) -> Iterator[str]:
    def names(people: tuple[str, ...]) -> str:
        return listed((person_name(workspace, person, lang) for person in people), lang)

    if agenda.owing:
        yield say(lang, "review_agenda.owing", people=names(agenda.owing))
    if agenda.unexplained:
        metrics = listed((metric_name(workspace, metric, lang) for metric in agenda.unexplained), lang)
        yield say(lang, "review_agenda.unexplained", metrics=metrics)
    meeting = agenda.meeting
    if meeting is None:
        attended = Listed(agenda.expected)
        yield say(lang, "review_agenda.record", day=f"{agenda.review.period.end}", attended=attended)
        return
    yield say(lang, "review_agenda.held", day=f"{meeting.on}", people=names(meeting.attended))
    if agenda.absent:
        yield say(lang, "review_agenda.absent", people=names(agenda.absent))
    yield from (say(lang, "review_agenda.decided", what=what) for what in meeting.decisions)
