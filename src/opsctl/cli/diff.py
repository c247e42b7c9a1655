"""`opsctl diff`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import typer

from opsctl.cli.call import call_of, day_from, leave, out, out_json, talk
from opsctl.cli.choices import format_option, one_of
from opsctl.errors import CLEAN, FINDINGS
from opsctl.locales import say

FORMATS = ("text", "markdown", "json")


def build(lang: str) -> typer.Typer:
    """The command that compares revisions in a language."""
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.diff"))
    def diff(
        context: typer.Context,
        base: str = typer.Argument(..., metavar="BASE", help=say(lang, "cli.diff.base")),
        head: str = typer.Argument(None, metavar="[HEAD]", help=say(lang, "cli.diff.head")),
        guarded: bool = typer.Option(False, "--fail-on-guardrail", help=say(lang, "cli.diff.fail_on_guardrail")),
        today: str = typer.Option(None, "--today", metavar="DAY", help=say(lang, "cli.today")),
        data: str = typer.Option(None, "--data", metavar="DIR", help=say(lang, "cli.data")),
        format_: str = format_option(lang, FORMATS),
    ) -> None:
        from opsctl.commands.diff import Asked
        from opsctl.commands.diff import diff as run
        from opsctl.rendering.diff_json import diff_json
        from opsctl.rendering.diff_markdown import diff_markdown
        from opsctl.rendering.diff_text import diff_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        folder = None if data is None else Path(data)
        found = run(call.root(), Asked(base, head, day_from(today) or date.today(), folder))
        if format_ == "json":
            out_json("diff", diff_json(found))
        else:
            out((diff_markdown if format_ == "markdown" else diff_text)(found, call.lang))
            if not found:
                talk(call.say("diff.nothing"))
        leave(FINDINGS if guarded and found.guards else CLEAN)

    return app
