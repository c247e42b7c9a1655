"""The written review as a file: its number blocks in Markdown, and the draft in which people find them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from opsctl.locales import say
from opsctl.rendering.review_file_blocks import (
    actions_open_block,
    causes_below_block,
    last_actions_block,
    lessons_below_block,
    waiting_block,
)
from opsctl.rendering.review_sheet import review_sheet
from opsctl.rendering.sheet_markdown import block_markdown, headline_markdown
from opsctl.reviewing.view import PeriodReview
from opsctl.reviewing.written.fences import fenced
from opsctl.reviewing.written.misses import Miss, waiting_mark
from opsctl.reviewing.written.records import Taken, is_due
from opsctl.reviewing.written.rollup import Rollup
from opsctl.workspace import Workspace

# Every draft has these, so that what comes later has a place: an empty block is not seen on the page.
_ALWAYS = (
    "objections",
    "figures",
    "pace",
    "forecast",
    "attribution",
    "attribution-stores",
    "days",
    "stores",
    "missing",
)
_LONGER = ("causes-below", "actions-open", "lessons-below", "adjustment")
_ASKED = ("last-actions", "waiting")


@dataclass(frozen=True, slots=True)
class FileValue:
    """What a review's file says besides the review: who owns it, what waits, what was written below, ids to go on with.

    `adjustment` is what the next month's plan would become, ready as Markdown; `rolled` is None for a week or day.
    """

    owner: str
    last: tuple[Taken, ...] = ()
    missed: tuple[Miss, ...] = ()
    rolled: Rollup | None = None
    adjustment: str = ""
    next_action: int = 1


def block_contents(review: PeriodReview, value: FileValue, workspace: Workspace, lang: str) -> Mapping[str, str]:
    """The contents of every block by name; empty where there is nothing to say."""
    sheet = review_sheet(review, workspace, lang)
    found = dict.fromkeys((*_ALWAYS, *_ASKED, *(_LONGER if value.rolled is not None else ())), "")
    found["headline"] = headline_markdown(sheet)
    found.update({block.name: block_markdown(block) for block in sheet.blocks if block.name})
    found["last-actions"] = block_markdown(last_actions_block(value.last, review.period, workspace, lang))
    waiting = waiting_block(value.missed, workspace, review.currency, lang)
    found["waiting"] = f"{block_markdown(waiting)}\n{waiting_mark(value.missed)}\n"
    if value.rolled is not None:
        found["causes-below"] = block_markdown(causes_below_block(value.rolled, workspace, lang))
        found["actions-open"] = block_markdown(actions_open_block(value.rolled, workspace, lang))
        found["lessons-below"] = block_markdown(lessons_below_block(value.rolled, workspace, lang))
        found["adjustment"] = value.adjustment
    return found


def draft(review: PeriodReview, value: FileValue, targets: str, workspace: Workspace, lang: str) -> str:
    """A new review: front matter with what is known and asked, the blocks, and sections for people to write."""
    contents = block_contents(review, value, workspace, lang)
    title = review_sheet(review, workspace, lang).title
    ordered = [name for name in contents if name not in ("headline", *_ASKED, *_LONGER)]
    pieces = [
        f"---\n{''.join(_front(review, value, lang))}---\n# {title}\n",
        fenced("headline", contents["headline"], targets),
        _section("judgement", lang),
        *(fenced(name, contents[name], targets) for name in _LONGER[:1] if name in contents),
        *(fenced(name, contents[name], targets) for name in ordered),
        *(fenced(name, contents[name], targets) for name in (*_ASKED, *_LONGER[1:]) if name in contents),
        _section("lessons", lang),
        _section("next", lang),
    ]
    return "\n".join(pieces)


def _section(name: str, lang: str) -> str:
    return f"## {say(lang, f'review_file.section_{name}')}\n\n{say(lang, f'review_file.write_{name}')}\n"


def _front(review: PeriodReview, value: FileValue, lang: str) -> Iterator[str]:
    yield f"owner: {value.owner}\nstatus: draft\n"
    if review.data_until is not None:
        yield f"data_until: {min(review.data_until, review.period.last)}\n"
    yield f"# meeting: {{on: {review.period.end}, attended: [{value.owner}], decisions: []}}\n"
    asked = [miss for miss in value.missed if miss.asked]
    yield from _entries("causes", [_cause(number, miss, lang) for number, miss in enumerate(asked, 1)])
    yield from _entries("actions", _actions(asked, review, value, lang))
    due = [taken for taken in value.last if is_due(taken, review.period)]
    blank = say(lang, "review_file.blank_evidence")
    yield from _entries(
        "verdicts", [f"{{action: {taken.action.id}, verdict: met, evidence: {blank}}}" for taken in due]
    )
    yield from _entries("lessons", [say(lang, "review_file.blank_lesson")])


def _cause(number: int, miss: Miss, lang: str) -> str:
    whys = say(lang, "review_file.blank_whys" if miss.red else "review_file.blank_why")
    because = say(lang, "review_file.blank_because")
    return f"{{id: C{number}, metric: {miss.row.metric}, because: {because}, kind: internal, whys: [{whys}]}}"


def _actions(asked: Sequence[Miss], review: PeriodReview, value: FileValue, lang: str) -> list[str]:
    does, expect = say(lang, "review_file.blank_does"), say(lang, "review_file.blank_expect")
    due = review.period.following().last
    return [
        f"{{id: A{value.next_action + index:03d}, does: {does}, owner: {value.owner}, due: {due},"
        f" metric: {miss.row.metric}, expect: {expect}, from: C{index + 1}}}"
        for index, miss in enumerate(asked)
    ]


def _entries(key: str, entries: Sequence[str]) -> Iterator[str]:
    """A key whose entries wait as comments: a draft passes every check until somebody takes the mark away."""
    if entries:
        yield f"# {key}:\n"
        yield from (f"#   - {entry}\n" for entry in entries)
