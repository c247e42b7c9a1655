"""Who owes which review and verdict, as a sheet of words and as data."""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.locales import say
from opsctl.rendering.console import render
from opsctl.rendering.markdown_escape import markdown
from opsctl.rendering.names import scope_name
from opsctl.rendering.numbers import NOTHING
from opsctl.rendering.review_file_blocks import action_columns, person_name
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_markdown import block_markdown, headline_markdown
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.reviewing.kinds import kind_of
from opsctl.reviewing.written.status import ReviewStatus
from opsctl.workspace import Workspace


def status_text(status: ReviewStatus, workspace: Workspace, lang: str, *, width: int = 0) -> str:
    """The status for a terminal."""
    return render(*sheet_parts(_sheet(status, workspace, lang)), width=width)


def status_markdown(status: ReviewStatus, workspace: Workspace, lang: str) -> str:
    """The status for an issue or a chat."""
    sheet = _sheet(status, workspace, lang)
    blocks = "".join(f"\n{block_markdown(block)}" for block in sheet.blocks)
    return f"# {markdown(sheet.title)}\n\n{headline_markdown(sheet)}{blocks}"


def status_json(status: ReviewStatus) -> dict[str, object]:
    """The status as data."""
    return {
        "periods": [period.label for period in status.periods],
        "owes": status.owes,
        "reviews": [
            {
                "scope": each.scope,
                "period": each.period.label,
                "state": each.state,
                "owed": each.is_owed,
                "owner": each.owner,
                "file": each.file,
            }
            for each in status.reviews
        ],
        "verdicts": [
            {
                "action": owed.taken.action.id,
                "scope": owed.taken.review.scope,
                "owner": owed.taken.action.owner,
                "due": f"{owed.taken.action.due}",
                "days_late": owed.days,
                "file": owed.taken.review.record.file,
            }
            for owed in status.verdicts
        ],
    }


def _sheet(status: ReviewStatus, workspace: Workspace, lang: str) -> Sheet:
    owed = [each for each in status.reviews if each.is_owed]
    said = "review_status.owed" if status.owes else "review_status.nothing"
    first = say(lang, said, reviews=f"{len(owed)}", verdicts=f"{len(status.verdicts)}")
    missing = next((each for each in owed if each.state == "missing" and kind_of(each.period)), None)
    command = (
        f"opsctl review {kind_of(missing.period)} {missing.period.label} --scope {missing.scope} --write"
        if missing
        else ""
    )
    return Sheet(
        title=say(lang, "review_status.title"),
        first=(first,),
        blocks=tuple(_blocks(status, workspace, lang)),
        onward=say(lang, "review.onward"),
        commands=(command,) if command else (),
    )


def _blocks(status: ReviewStatus, workspace: Workspace, lang: str) -> Iterator[Block]:
    if status.reviews:
        names = tuple(scope_name(workspace, scope, lang) for scope in status.scopes)
        owners = (next((each.owner for each in status.reviews if each.scope == scope), None) for scope in status.scopes)
        yield Block(
            say(lang, "review_status.reviews"),
            (
                Column(say(lang, "review_status.scope"), names, right=False),
                Column(
                    say(lang, "review_file.owner"),
                    tuple(person_name(workspace, owner, lang) for owner in owners),
                    right=False,
                ),
                *(_period_column(status, at, lang) for at in range(len(status.periods))),
            ),
            name="reviews",
        )
    if status.verdicts:
        taken = tuple(owed.taken for owed in status.verdicts)
        scopes = tuple(scope_name(workspace, each.review.scope, lang) for each in taken)
        late = tuple(say(lang, "review_status.days", days=f"{owed.days}") for owed in status.verdicts)
        yield Block(
            say(lang, "review_status.verdicts"),
            (
                *action_columns(taken, workspace, lang),
                Column(say(lang, "review_status.scope"), scopes, right=False),
                Column(say(lang, "review_status.late"), late),
            ),
            name="verdicts",
        )


def _period_column(status: ReviewStatus, at: int, lang: str) -> Column:
    found = [status.of(scope, status.periods[at]) for scope in status.scopes]
    cells = tuple(NOTHING if each is None else say(lang, f"review_status.{each.state}") for each in found)
    marked = frozenset(row for row, each in enumerate(found) if each is not None and each.is_owed)
    return Column(status.periods[at].label, cells, right=False, marked=marked)
