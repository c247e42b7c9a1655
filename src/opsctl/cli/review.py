"""`opsctl review`: weekly."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import typer

from opsctl.cli.call import call_of, day_from, leave, out, talk
from opsctl.cli.choices import format_option, one_of
from opsctl.diagnostics import Severity
from opsctl.errors import CLEAN, FINDINGS
from opsctl.locales import say
from opsctl.rendering.clean import clean

FORMATS = ("text", "markdown", "json")


def build(lang: str) -> typer.Typer:
    """The group of review commands in a language."""
    app = typer.Typer(help=say(lang, "cli.review"), no_args_is_help=True, add_completion=False)

    # Without a second command Typer would make `weekly` the group itself.
    @app.callback()
    def group() -> None:
        pass

    @app.command("weekly", help=say(lang, "cli.review.weekly"))
    def weekly(
        context: typer.Context,
        period: str = typer.Argument(None, metavar="[WEEK]", help=say(lang, "cli.week")),
        scope: str = typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "cli.scope")),
        output: str = typer.Option(None, "-o", "--output", metavar="FILE", help=say(lang, "cli.output")),
        today: str = typer.Option(None, "--today", metavar="DAY", help=say(lang, "cli.today")),
        data: str = typer.Option(None, "--data", metavar="DIR", help=say(lang, "cli.data")),
        snapshot: bool = typer.Option(False, "--snapshot", help=say(lang, "actuals.snapshot.help")),
        format_: str = format_option(lang, FORMATS),
    ) -> None:
        from opsctl.commands.review import weekly as run
        from opsctl.commands.review import write_report
        from opsctl.rendering.envelope import envelope
        from opsctl.rendering.patience import patience
        from opsctl.rendering.review_json import review_json
        from opsctl.rendering.review_markdown import review_markdown
        from opsctl.rendering.review_text import review_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        folder = None if data is None else Path(data)
        root, day = call.root(), day_from(today) or date.today()
        with patience(call.say("actuals.reading")):
            result = run(root, period, scope, day, folder, snapshot=snapshot)
        call.warn_of(result.errors)
        call.tell_snapshots(result.snapshots)
        if format_ == "json":
            report = envelope("review weekly", review_json(result.review))
        elif format_ == "markdown" or output is not None:
            report = review_markdown(result.workspace, result.review, call.lang)
        else:
            report = review_text(result.workspace, result.review, call.lang)
        if output is None:
            out(report)
        else:
            write_report(Path(output), report)
            talk(call.say("review.written", file=clean(output)))
        judgement = result.review.judgement
        leave(FINDINGS if judgement is not None and judgement.fails(Severity.ERROR) else CLEAN)

    return app
