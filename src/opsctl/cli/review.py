"""`opsctl review`: daily, weekly, monthly, quarterly, yearly; status, agenda, actions; send, templates."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from opsctl.cli.attribution import question_of
from opsctl.cli.call import Call, call_of, day_from, leave, out, talk
from opsctl.cli.choices import format_option, one_of
from opsctl.cli.review_page import PAGES, leave_page, refuse_no_file
from opsctl.cli.review_send import add_send
from opsctl.cli.review_templates import add_templates
from opsctl.cli.review_write import check_option, dry_run_option, refuse_mixed, write_and_leave, write_option
from opsctl.cli.review_written import add_written
from opsctl.diagnostics import Severity
from opsctl.errors import CLEAN, FINDINGS
from opsctl.locales import say
from opsctl.rendering.clean import clean

if TYPE_CHECKING:
    from opsctl.commands.review import ReviewResult
    from opsctl.reviewing.kinds import Kind

FORMATS = ("text", *PAGES, "json")
# As in reviewing.kinds, which would load the workspace's machinery.
KINDS: tuple[Kind, ...] = ("daily", "weekly", "monthly", "quarterly", "yearly")


def build(lang: str) -> typer.Typer:
    """The group of review commands in a language."""
    app = typer.Typer(help=say(lang, "cli.review"), no_args_is_help=True, add_completion=False)
    for kind in KINDS:
        _add(app, kind, lang)
    add_send(app, lang)
    add_templates(app, lang)
    add_written(app, lang)
    return app


def _add(app: typer.Typer, kind: Kind, lang: str) -> None:
    """The command that reviews one kind of period; all of them are one and the same but for their words."""
    formats = ("text", "chat", *PAGES, "json") if kind == "daily" else FORMATS

    @app.command(kind, help=say(lang, f"review_numbers.help_{kind}"))
    def command(
        context: typer.Context,
        period: str = typer.Argument(None, metavar="[PERIOD]", help=say(lang, f"review_numbers.period_{kind}")),
        scope: str = typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "cli.scope")),
        output: str = typer.Option(None, "-o", "--output", metavar="FILE", help=say(lang, "cli.output")),
        today: str = typer.Option(None, "--today", metavar="DAY", help=say(lang, "cli.today")),
        data: str = typer.Option(None, "--data", metavar="DIR", help=say(lang, "cli.data")),
        against: str = typer.Option(None, "--against", metavar="WITH", help=say(lang, "attribution.against_help")),
        method: str = typer.Option("shapley", "--method", metavar="METHOD", help=say(lang, "attribution.method_help")),
        snapshot: bool = typer.Option(False, "--snapshot", help=say(lang, "actuals.snapshot.help")),
        write: bool = write_option(lang),
        check: bool = check_option(lang),
        dry_run: bool = dry_run_option(lang),
        format_: str = format_option(lang, formats),
    ) -> None:
        from opsctl.commands.review import review_of, write_report
        from opsctl.rendering.patience import patience

        one_of("--format", format_, formats)
        refuse_no_file(format_, output)
        refuse_mixed(format_, output, write=write, check=check, dry_run=dry_run, asked=against is not None)
        call = call_of(context)
        folder = None if data is None else Path(data)
        root, day = call.root(), day_from(today) or date.today()
        with patience(call.say("actuals.reading")):
            why = question_of(against, method)
            result = review_of(root, kind, period, scope, day, folder, snapshot=snapshot, why=why)
        call.warn_of(result.errors)
        call.tell_snapshots(result.snapshots)
        if write or check:
            write_and_leave(call, result, folder, day, f"review {kind}", format_, check=check, dry_run=dry_run)
        chosen = "markdown" if output is not None and format_ == "text" else format_
        if chosen in PAGES:
            leave_page(call, root, result, chosen, output)
        report = _laid_out(result, call, chosen, kind)
        if output is None:
            out(report)
        else:
            write_report(Path(output), report)
            talk(call.say("review.written", file=clean(output)))
        judgement = result.review.judgement
        leave(FINDINGS if judgement is not None and judgement.fails(Severity.ERROR) else CLEAN)


def _laid_out(result: ReviewResult, call: Call, format_: str, kind: Kind) -> str:
    from opsctl.rendering.envelope import envelope
    from opsctl.rendering.review_chat import review_chat
    from opsctl.rendering.review_json import review_json
    from opsctl.rendering.review_text import review_text

    workspace, review, lang = result.workspace, result.review, call.lang
    if format_ == "json":
        return envelope(f"review {kind}", review_json(review))
    return review_chat(workspace, review, lang) if format_ == "chat" else review_text(workspace, review, lang)
