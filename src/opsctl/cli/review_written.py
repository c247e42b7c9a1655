"""`opsctl review status`, `agenda` and `actions`: what people wrote, and what they owe."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import typer

from opsctl.cli.call import call_of, day_from, leave, out, out_json, talk, year_from
from opsctl.cli.choices import format_option, one_of
from opsctl.errors import CLEAN, FINDINGS
from opsctl.locales import say

FORMATS = ("text", "markdown", "json")


def add_written(app: typer.Typer, lang: str) -> None:
    """Add the commands to the group of reviews."""
    _add_status(app, lang)
    _add_agenda(app, lang)
    _add_actions(app, lang)


def _add_status(app: typer.Typer, lang: str) -> None:
    @app.command("status", help=say(lang, "review_status.help"))
    def status(
        context: typer.Context,
        period: str = typer.Argument(None, metavar="[PERIOD]", help=say(lang, "review_status.period")),
        scope: str = typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "review_status.scope_help")),
        today: str = typer.Option(None, "--today", metavar="DAY", help=say(lang, "cli.today")),
        format_: str = format_option(lang, FORMATS),
    ) -> None:
        from opsctl.commands.review_status import status as run
        from opsctl.rendering.review_status import status_json, status_markdown, status_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        found = run(call.root(), period, scope, day_from(today) or date.today())
        if format_ == "json":
            out_json("review status", status_json(found.status))
        else:
            laid = status_markdown if format_ == "markdown" else status_text
            out(laid(found.status, found.workspace, call.lang))
        leave(FINDINGS if found.status.owes else CLEAN)


def _add_agenda(app: typer.Typer, lang: str) -> None:
    @app.command("agenda", help=say(lang, "review_agenda.help"))
    def agenda(
        context: typer.Context,
        period: str = typer.Argument(..., metavar="PERIOD", help=say(lang, "review_agenda.period")),
        scope: str = typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "cli.scope")),
        format_: str = format_option(lang, FORMATS),
    ) -> None:
        from opsctl.commands.review_agenda import agenda as run
        from opsctl.rendering.review_agenda import agenda_json, agenda_markdown, agenda_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        found = run(call.root(), period, scope)
        if format_ == "json":
            out_json("review agenda", agenda_json(found.agenda))
        else:
            laid = agenda_markdown if format_ == "markdown" else agenda_text
            out(laid(found.agenda, found.workspace, call.lang))


def _add_actions(app: typer.Typer, lang: str) -> None:
    @app.command("actions", help=say(lang, "review_ledger.help"))
    def actions(
        context: typer.Context,
        year: str = typer.Argument(None, metavar="[YEAR]", help=say(lang, "review_ledger.year")),
        scope: str = typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "review_status.scope_help")),
        data: str = typer.Option(None, "--data", metavar="DIR", help=say(lang, "cli.data")),
        format_: str = format_option(lang, FORMATS),
    ) -> None:
        from opsctl.commands.review_ledger import actions as run
        from opsctl.rendering.patience import patience
        from opsctl.rendering.review_ledger import ledger_json, ledger_markdown, ledger_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        root, folder = call.root(), None if data is None else Path(data)
        with patience(call.say("actuals.reading")):
            found = run(root, None if year is None else year_from(year), scope, folder)
        if found.entries and not found.measured:
            talk(call.say("review_ledger.unmeasured"))
        if format_ == "json":
            out_json("review actions", ledger_json(found.entries))
        else:
            laid = ledger_markdown if format_ == "markdown" else ledger_text
            out(laid(found.entries, year or call.say("review_ledger.all"), found.workspace, call.lang))
