"""`opsctl check`."""

from __future__ import annotations

from pathlib import Path

import typer

from opsctl.cli.call import call_of, leave, out
from opsctl.cli.choices import format_option, one_of
from opsctl.diagnostics import Severity
from opsctl.errors import CLEAN, FINDINGS
from opsctl.locales import say

LEVELS = tuple(str(severity) for severity in reversed(Severity))


def build(lang: str) -> typer.Typer:
    """The check command in a language."""
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.check"))
    def check(
        context: typer.Context,
        paths: list[str] = typer.Argument(None, metavar="[PATH]...", help=say(lang, "cli.paths")),
        fail_on: str = typer.Option("error", "--fail-on", metavar="LEVEL", help=say(lang, "cli.fail_on")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.check import check as run
        from opsctl.rendering.formats import FORMATS as reports

        one_of("--format", format_, tuple(reports))
        level = Severity(one_of("--fail-on", fail_on, LEVELS))
        call = call_of(context)
        found = run(call.root(), tuple(Path(path) for path in paths or ()))
        out(reports[format_](found, call.lang))
        leave(FINDINGS if found.fails_on(level) else CLEAN)

    return app
