"""What `opsctl check` does, whether Typer read its arguments or `plain` did: so nothing here may import Typer."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from opsctl.cli.call import Call, day_from, out, talk
from opsctl.cli.choices import one_of
from opsctl.diagnostics import Severity, message
from opsctl.errors import CLEAN, FINDINGS, OpsctlError
from opsctl.rendering.colour import coloured

if TYPE_CHECKING:
    from opsctl.commands.check import Asked

LEVELS = tuple(str(severity) for severity in reversed(Severity))
FORMATS = ("text", "concise", "json", "github", "sarif", "junit", "gitlab", "rdjson", "markdown")


def checked(
    call: Call,
    *,
    paths: Sequence[str] | None = None,
    fail_on: str = "error",
    baseline: bool = True,
    baseline_write: bool = False,
    private: bool | None = None,
    since: str | None = None,
    today: str | None = None,
    format_: str = "text",
    output: Sequence[str] | None = None,
    fix: bool = False,
    unsafe_fixes: bool = False,
    diff: bool = False,
    dry_run: bool = False,
    cache: bool = True,
    exit_zero: bool = False,
) -> int:
    """Check, after repairs where they are asked for, and print the answer; gives the exit status."""
    from opsctl.commands.check import Asked
    from opsctl.commands.check import check as run
    from opsctl.commands.report import Wanted, answer, reports_of

    base = since or _base_in_a_pull_request()
    reports = reports_of(output or ())
    wanted = Wanted(one_of("--format", format_, FORMATS), reports, base, coloured(sys.stdout, os.environ))
    level = Severity(one_of("--fail-on", fail_on, LEVELS))
    # Reports, baselines and build logs are for everybody.
    beside = sys.stdout.isatty() if private is None else private
    beside = beside and format_ == "text" and not (output or baseline_write)
    day, where = day_from(today) or date.today(), tuple(Path(path) for path in paths or ())
    asked = Asked(day, where, baseline, baseline_write, beside, since, dry_run)
    root = call.root()
    if unsafe_fixes and not (fix or diff):
        raise OpsctlError(message("cli.unsafe_alone"), message("cli.unsafe_alone_hint"))
    if fix or diff:
        shown = _repair(call, root, asked, unsafe=unsafe_fixes, diff=diff or dry_run)
        if shown is not None:
            return shown
    found = run(root, asked)
    text = answer(found, root, wanted, call.lang)
    status = FINDINGS if found.fails_on(level) and not exit_zero else CLEAN
    out(text)
    if cache:
        call.remember(status, text)
    return status


def _repair(call: Call, root: Path, asked: Asked, *, unsafe: bool, diff: bool) -> int | None:
    """Make the repairs, or show them, which is the whole answer: its exit status."""
    from opsctl.commands.repair import repair
    from opsctl.rendering.text_diff import text_diff

    done = repair(root, asked, unsafe=unsafe, dry_run=diff)
    if not done.settled:
        talk(call.say("cli.not_settled"))
    if diff:
        out(text_diff(done.old, done.new))
        return FINDINGS if done.new else CLEAN
    talk(call.say("cli.fixed", count=f"{done.count}", files=f"{len(done.new)}"))
    return None


def _base_in_a_pull_request() -> str | None:
    """The branch a pull request is for, where GitHub's runner checks one."""
    branch = os.environ.get("GITHUB_BASE_REF")
    return f"origin/{branch}" if branch else None
