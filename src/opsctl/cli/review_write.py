"""`opsctl review PERIOD-KIND --write` and `--check`: the file of a review."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from opsctl.cli.call import Call, leave, out, out_json, talk
from opsctl.diagnostics import message
from opsctl.errors import CLEAN, FINDINGS, OpsctlError
from opsctl.locales import listed, say

if TYPE_CHECKING:
    from opsctl.commands.review import ReviewResult
    from opsctl.commands.review_write import WriteResult


def write_option(lang: str) -> bool:
    """The option that writes the file."""
    option: bool = typer.Option(False, "--write", help=say(lang, "review_write.write_help"))
    return option


def check_option(lang: str) -> bool:
    """The option that only looks whether the file is stale."""
    option: bool = typer.Option(False, "--check", help=say(lang, "review_write.check_help"))
    return option


def dry_run_option(lang: str) -> bool:
    """The option that shows what would be written."""
    option: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run"))
    return option


def refuse_mixed(format_: str, output: str | None, *, write: bool, check: bool, dry_run: bool, asked: bool) -> None:
    """OpsctlError where the answer is asked for in two places, or where a file could not be made again by itself."""
    if write + check + (output is not None) > 1:
        raise OpsctlError(message("review_write.not_with_output"))
    if (write or check) and (asked or format_ not in ("text", "json")):
        raise OpsctlError(message("review_write.plain_only"), message("review_write.plain_only_hint"))
    if dry_run and not write:
        raise OpsctlError(message("review_write.dry_run_alone"), message("review_write.dry_run_alone_hint"))


def write_and_leave(
    call: Call,
    result: ReviewResult,
    data: Path | None,
    today: date,
    command: str,
    format_: str,
    *,
    check: bool,
    dry_run: bool,
) -> NoReturn:
    """Write or look at the review's file, answer, and leave."""
    from opsctl.commands.review_write import write_review
    from opsctl.rendering.text_diff import text_diff

    done = write_review(call.root(), result, data, today, dry_run=dry_run or check)
    if format_ == "json":
        out_json(command, _json(done))
    elif dry_run or check:
        out(
            text_diff({} if done.old is None else {done.file: done.old}, {done.file: done.new} if done.is_stale else {})
        )
    _tell(call, done, check=check)
    leave(FINDINGS if check and done.is_stale else CLEAN)


def _json(done: WriteResult) -> dict[str, object]:
    return {
        "file": done.file,
        "drafted": done.old is None,
        "stale": list(done.stale),
        "unplaced": list(done.unplaced),
        "closed": done.closed,
        "written": done.written,
    }


def _tell(call: Call, done: WriteResult, *, check: bool) -> None:
    blocks = listed(done.stale, call.lang)
    if done.closed:
        said = "closed"
    elif done.old is None:
        said = "no_file" if check else "drafted" if done.written else "would_draft"
    elif not done.is_stale:
        said = "unchanged"
    else:
        said = "stale" if check else "renewed" if done.written else "would_renew"
    talk(call.say(f"review_write.{said}", file=done.file, blocks=blocks))
    if done.unplaced:
        talk(call.say("review_write.unplaced", blocks=listed(done.unplaced, call.lang)))
