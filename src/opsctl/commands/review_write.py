"""`opsctl review … --write`: draft the review's file, or renew the number blocks of the one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from opsctl.commands.replan import replan
from opsctl.commands.replan_sheets import Asked
from opsctl.commands.review import ReviewResult
from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.loading.transaction import write
from opsctl.locales import say, tell
from opsctl.rendering.adjustment import adjustment_markdown, no_adjustment_markdown
from opsctl.rendering.review_file import FileValue, block_contents, draft
from opsctl.reviewing.view import PeriodReview
from opsctl.reviewing.written.fences import fences_in, refreshed
from opsctl.reviewing.written.misses import Limits, misses
from opsctl.reviewing.written.records import next_id, waiting_actions
from opsctl.reviewing.written.rollup import below_of, rollup
from opsctl.reviewing.written.targets_seal import targets_seal
from opsctl.rules.thresholds import threshold
from opsctl.staffing.managers import manager_at
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class WriteResult:
    """The review's file before and after; `stale` are blocks that changed, `unplaced` those the page has left out.

    A closed review is as it was when it was closed: `closed` says that its numbers are left alone.
    """

    file: str
    old: str | None
    new: str
    stale: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    closed: bool = False
    written: bool = False

    @property
    def is_stale(self) -> bool:
        """Say whether the file is not what it would be now."""
        return self.old != self.new


def write_review(root: Path, result: ReviewResult, data: Path | None, today: date, *, dry_run: bool) -> WriteResult:
    """Write the file of a review in the language of its workspace; what people wrote in it stays byte for byte.

    OpsctlError where the marks of its blocks do not pair, and nothing is written then; and where nobody answers for
    the scope.
    """
    workspace, review = result.workspace, _as_of_its_end(result.review)
    lang = workspace.settings.lang
    file = workspace.file_of("review", f"{review.period.label}/{review.scope}")
    old = workspace.texts.get(file)
    if old is None and ("review", f"{review.period.label}/{review.scope}") in workspace.broken:
        raise OpsctlError(message("review_write.unreadable", file=file), message("review_write.unreadable_hint"))
    record = workspace.get("review", f"{review.period.label}/{review.scope}")
    if old is not None and record is not None and record.data.status == "closed":
        return WriteResult(file, old, old, closed=True)
    value = _value(root, workspace, review, data, today, lang)
    targets = targets_seal(workspace, review.scope, review.period)
    if old is None:
        made = WriteResult(file, None, draft(review, value, targets, workspace, lang))
    else:
        made = _renewed(file, old, block_contents(review, value, workspace, lang), targets)
    if dry_run or not made.is_stale:
        return made
    write(root, {file: made.new}, expected={file: old})
    return WriteResult(made.file, made.old, made.new, made.stale, made.unplaced, written=True)


def _as_of_its_end(review: PeriodReview) -> PeriodReview:
    """The review with data until its last day at most: each later day would make the file look stale otherwise."""
    until = review.data_until
    return replace(review, data_until=min(until, review.period.last), newer=None) if until is not None else review


def _renewed(file: str, old: str, contents: Mapping[str, str], targets: str) -> WriteResult:
    found, broken = fences_in(old)
    if broken:
        lines = Listed(f"{file}:{each.line}" for each in broken)
        raise OpsctlError(message("review_write.broken", lines=lines), message("review_write.broken_hint"))
    new = refreshed(old, contents, targets)
    after = {fence.name: fence for fence in fences_in(new)[0]}
    stale = tuple(each.name for each in found if (each.content, each.seal) != _state(after, each.name))
    there = {each.name for each in found}
    unplaced = tuple(name for name, content in contents.items() if content and name not in there)
    return WriteResult(file, old, new, stale, unplaced)


def _state(after: Mapping[str, object], name: str) -> tuple[object, object]:
    fence = after[name]
    return getattr(fence, "content", ""), getattr(fence, "seal", None)


def _value(
    root: Path, workspace: Workspace, review: PeriodReview, data: Path | None, today: date, lang: str
) -> FileValue:
    period, scope = review.period, review.scope
    longer = bool(below_of(period))
    owner = _owner(workspace, review)
    return FileValue(
        owner=owner,
        last=waiting_actions(workspace, scope, period),
        missed=misses(workspace, review, limits_of(workspace)),
        rolled=rollup(workspace, scope, period) if longer else None,
        adjustment=_adjustment(root, workspace, review, owner, data, today, lang) if period.kind == "month" else "",
        next_action=next_id(workspace, "A"),
    )


def limits_of(workspace: Workspace) -> Limits:
    """From which miss on a cause is asked for here."""
    names = ("review-tolerance", "review-red", "review-floor")
    return Limits(*(Fraction(threshold(workspace, name)) for name in names))


def _owner(workspace: Workspace, review: PeriodReview) -> str:
    """Who answers for the scope's goals; where no sheet says so, who leads it."""
    sheet = workspace.sheet(review.scope, review.period.last.year)
    if sheet is not None:
        return str(sheet.data.owner)
    person = review.scope if workspace.get("person", review.scope) is not None else None
    owner = person or manager_at(workspace, review.scope, review.period.last)
    if owner is None:
        raise OpsctlError(
            message("review_write.no_owner", scope=review.scope),
            message("review_write.no_owner_hint", id=f"{review.period.label}/{review.scope}"),
        )
    return owner


def _adjustment(
    root: Path, workspace: Workspace, review: PeriodReview, owner: str, data: Path | None, today: date, lang: str
) -> str:
    """The plan of the months left with what is missing spread over them; why not, where it cannot be."""
    first = review.period.following()
    if first.start.year != review.period.start.year:
        return ""
    reason = say(lang, "review_file.adjustment_reason", period=review.period.label)
    command = (
        f'opsctl plan split {first.start.year} --from {first.label} --policy spread --reason "{reason}" --owner {owner}'
    )
    try:
        result = replan(root, Asked(first, "spread", "carry", reason, owner, today, data), dry_run=True)
    except OpsctlError as error:
        return no_adjustment_markdown(tell(lang, error.said), lang)
    if result.refused is not None:
        return no_adjustment_markdown(tell(lang, result.refused.diagnostics[0].problem.message), lang)
    metrics = (review.headline, *(row.metric for row in review.rows if row.metric == "net_sales"))
    return adjustment_markdown(result, review.scope, metrics, command, lang)
