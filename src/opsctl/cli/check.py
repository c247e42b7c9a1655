"""`opsctl check`."""

from __future__ import annotations

import typer

from opsctl.cli.call import call_of, leave
from opsctl.cli.checked import FORMATS, checked
from opsctl.cli.choices import format_option
from opsctl.locales import say


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
        leave(
            checked(
                call_of(context),
                paths=paths,
                fail_on=fail_on,
                baseline=baseline,
                baseline_write=baseline_write,
                private=private,
                since=since,
                today=today,
                format_=format_,
                output=output,
                fix=fix,
                unsafe_fixes=unsafe_fixes,
                diff=diff,
                dry_run=dry_run,
                cache=cache,
                exit_zero=exit_zero,
            )
        )

    return app
