"""`opsctl check`."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from opsctl.cli.call import Call, call_of, day_from, leave, out, talk
from opsctl.cli.choices import format_option, one_of
from opsctl.diagnostics import Severity, message
from opsctl.errors import CLEAN, FINDINGS, OpsctlError
from opsctl.locales import say
from opsctl.rendering.colour import coloured

if TYPE_CHECKING:
    from opsctl.commands.check import Asked

LEVELS = tuple(str(severity) for severity in reversed(Severity))
FORMATS = ("text", "concise", "json", "github", "sarif", "junit", "gitlab", "rdjson", "markdown")


def build(lang: str) -> typer.Typer:
    """The check command in a language."""
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.check"))
    def check(
        context: typer.Context,
        paths: list[str] = typer.Argument(None, metavar="[PATH]...", help=say(lang, "cli.paths")),
        fail_on: str = typer.Option("error", "--fail-on", metavar="LEVEL", help=say(lang, "cli.fail_on")),
        baseline: bool = typer.Option(True, "--baseline/--no-baseline", help=say(lang, "cli.baseline")),
        baseline_write: bool = typer.Option(False, "--baseline-write", help=say(lang, "cli.baseline_write")),
        private: bool = typer.Option(None, "--private/--no-private", help=say(lang, "cli.private")),
        since: str = typer.Option(None, "--since", metavar="REV", help=say(lang, "cli.since")),
        today: str = typer.Option(None, "--today", metavar="DAY", help=say(lang, "cli.today")),
        format_: str = format_option(lang, FORMATS),
        output: list[str] = typer.Option(None, "--output", metavar="FORMAT:FILE", help=say(lang, "cli.reports")),
        fix: bool = typer.Option(False, "--fix", help=say(lang, "cli.fix")),
        unsafe_fixes: bool = typer.Option(False, "--unsafe-fixes", help=say(lang, "cli.unsafe_fixes")),
        diff: bool = typer.Option(False, "--diff", help=say(lang, "cli.diff_only")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        cache: bool = typer.Option(True, "--cache/--no-cache", help=say(lang, "cli.cache")),
        exit_zero: bool = typer.Option(False, "--exit-zero", help=say(lang, "cli.exit_zero")),
    ) -> None:
        from opsctl.commands.check import Asked
        from opsctl.commands.check import check as run
        from opsctl.commands.report import Wanted, answer, reports_of

        base = since or _base_in_a_pull_request()
        reports = reports_of(output or ())
        wanted = Wanted(one_of("--format", format_, FORMATS), reports, base, coloured(sys.stdout, os.environ))
        level = Severity(one_of("--fail-on", fail_on, LEVELS))
        call = call_of(context)
        # Reports, baselines and build logs are for everybody.
        beside = sys.stdout.isatty() if private is None else private
        beside = beside and format_ == "text" and not (output or baseline_write)
        day, where = day_from(today) or date.today(), tuple(Path(path) for path in paths or ())
        asked = Asked(day, where, baseline, baseline_write, beside, since, dry_run)
        root = call.root()
        if unsafe_fixes and not (fix or diff):
            raise OpsctlError(message("cli.unsafe_alone"), message("cli.unsafe_alone_hint"))
        if fix or diff:
            _repair(call, root, asked, unsafe=unsafe_fixes, diff=diff or dry_run)
        found = run(root, asked)
        text = answer(found, root, wanted, call.lang)
        status = FINDINGS if found.fails_on(level) and not exit_zero else CLEAN
        out(text)
        if cache:
            call.remember(status, text)
        leave(status)

    return app


def _repair(call: Call, root: Path, asked: Asked, *, unsafe: bool, diff: bool) -> None:
    """Make the repairs, or show them and leave."""
    from opsctl.commands.check import repair
    from opsctl.rendering.text_diff import text_diff

    done = repair(root, asked, unsafe=unsafe, dry_run=diff)
    if not done.settled:
        talk(call.say("cli.not_settled"))
    if diff:
        out(text_diff(done.old, done.new))
        leave(FINDINGS if done.new else CLEAN)
    talk(call.say("cli.fixed", count=f"{done.count}", files=f"{len(done.new)}"))


def _base_in_a_pull_request() -> str | None:
    """The branch a pull request is for, where GitHub's runner checks one."""
    branch = os.environ.get("GITHUB_BASE_REF")
    return f"origin/{branch}" if branch else None
