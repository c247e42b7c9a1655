"""A review in the formats that are files for people, and how it leaves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from opsctl.cli.call import Call, leave, out, talk
from opsctl.diagnostics import Severity, message
from opsctl.errors import CLEAN, FINDINGS, OpsctlError
from opsctl.rendering.clean import clean

if TYPE_CHECKING:
    from opsctl.commands.review import ReviewResult

PAGES = ("markdown", "html", "xlsx", "docx")
# Formats that are no text, so that they cannot go to a terminal.
_BINARY = ("xlsx", "docx")


def refuse_no_file(format_: str, output: str | None) -> None:
    """Raise OpsctlError where a format that is no text has no file to go to, before anything is read."""
    if format_ in _BINARY and output is None:
        raise OpsctlError(message("page.needs_output", format=format_))


def leave_page(call: Call, root: Path, result: ReviewResult, format_: str, output: str | None) -> NoReturn:
    """Write the review where it was asked for, and leave as every review does."""
    from opsctl.commands.review_page import review_page, write_page

    data = review_page(root, result.workspace, result.review, format_, call.lang)
    if output is None:
        out(data.decode())
    else:
        write_page(Path(output), data)
        talk(call.say("review.written", file=clean(output)))
    judgement = result.review.judgement
    leave(FINDINGS if judgement is not None and judgement.fails(Severity.ERROR) else CLEAN)
