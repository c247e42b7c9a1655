"""What a review's record says was decided: actions of the period, and what earlier ones did."""

from __future__ import annotations

from opsctl.locales import say
from opsctl.rendering.names import metric_name
from opsctl.rendering.sheet import Block, Column
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Loaded, Workspace


def action_blocks(review: PeriodReview, workspace: Workspace, lang: str) -> tuple[Block, ...]:
    """The actions and verdicts of the record for this scope and period; none where it is not written yet."""
    record = workspace.get("review", f"{review.period.label}/{review.scope}")
    if record is None:
        return ()
    note = say(lang, "page.actions_from", file=record.file)
    made = (_actions(record, workspace, lang, note), _verdicts(record, lang, note))
    return tuple(block for block in made if block.columns[0].cells)


def _actions(record: Loaded, workspace: Workspace, lang: str, note: str) -> Block:
    found = record.data.actions
    return Block(
        say(lang, "page.actions"),
        (
            _column("does", [action.does for action in found], lang),
            _column("owner", [_person(workspace, action.owner, lang) for action in found], lang, leading=True),
            _column("due", [f"{action.due}" for action in found], lang, leading=True),
            _column("metric", [metric_name(workspace, action.metric, lang) for action in found], lang),
            _column("expect", [action.expect for action in found], lang),
            _column("action", [action.id for action in found], lang),
        ),
        notes=(note,),
        name="actions",
    )


def _verdicts(record: Loaded, lang: str, note: str) -> Block:
    found = record.data.verdicts
    return Block(
        say(lang, "page.verdicts"),
        (
            _column("action", [verdict.action for verdict in found], lang),
            _column("verdict", [say(lang, f"page.verdict_{verdict.verdict}") for verdict in found], lang, leading=True),
            _column("evidence", [verdict.evidence for verdict in found], lang, leading=True),
        ),
        notes=(note,),
        name="verdicts",
    )


def _column(head: str, cells: list[str], lang: str, *, leading: bool = False) -> Column:
    return Column(say(lang, f"page.{head}"), tuple(cells), right=False, leading=leading)


def _person(workspace: Workspace, id_: str, lang: str) -> str:
    found = workspace.get("person", id_)
    return id_ if found is None else str(found.data.name.in_(lang))
