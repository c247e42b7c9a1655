"""`opsctl owners`."""

from __future__ import annotations

from datetime import date

import typer

from opsctl.cli.call import call_of, day_from, leave, out, out_json, talk
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.diagnostics import Listed
from opsctl.errors import CLEAN, FINDINGS
from opsctl.locales import say

PLATFORMS = ("github", "gitlab", "gitee")


def build(lang: str) -> typer.Typer:
    """The command that writes CODEOWNERS in a language."""
    app = typer.Typer(add_completion=False)
    platforms = say(lang, "cli.owners.platform", choices=Listed(PLATFORMS))

    @app.command(help=say(lang, "cli.owners"))
    def owners(
        context: typer.Context,
        platform: str = typer.Option(..., "--platform", metavar="PLATFORM", help=platforms),
        check: bool = typer.Option(False, "--check", help=say(lang, "cli.owners.check")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        today: str = typer.Option(None, "--today", metavar="DAY", help=say(lang, "cli.owners.today")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.owners import owners as run
        from opsctl.rendering.owners_text import owners_json, owners_said, owners_text

        one_of("--format", format_, FORMATS)
        one_of("--platform", platform, PLATFORMS)
        call = call_of(context)
        result = run(call.root(), platform, day_from(today) or date.today(), write=not (check or dry_run))
        if format_ == "json":
            out_json("owners", owners_json(result))
        else:
            out(owners_text(result, check=check))
        for sentence in owners_said(result, call.lang):
            talk(sentence)
        leave(FINDINGS if check and result.stale else CLEAN)

    return app
