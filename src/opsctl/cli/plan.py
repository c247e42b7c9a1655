"""`opsctl plan`: split, show, why."""

from __future__ import annotations

import typer

from opsctl.cli.call import call_of, leave, out, out_json, period_from, talk, year_from
from opsctl.cli.choices import FORMATS, one_of
from opsctl.errors import CLEAN, FINDINGS
from opsctl.locales import say


def build(lang: str) -> typer.Typer:
    """The group of target commands in a language."""
    app = typer.Typer(help=say(lang, "cli.plan"), no_args_is_help=True, add_completion=False)
    format_help = say(lang, "cli.format", choices=", ".join(FORMATS))

    @app.command("split", help=say(lang, "cli.plan.split"))
    def split(
        context: typer.Context,
        year: str = typer.Argument(..., metavar="YEAR", help=say(lang, "cli.plan.split.year")),
        check: bool = typer.Option(False, "--check", help=say(lang, "cli.plan.split.check")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        format_: str = typer.Option("text", "--format", metavar="FORMAT", help=format_help),
    ) -> None:
        from opsctl.commands.split import split as run
        from opsctl.loading.read import find_root
        from opsctl.rendering.formats import FORMATS as reports
        from opsctl.rendering.formats.json import described
        from opsctl.rendering.plan_text import split_json, split_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        result = run(find_root(call.folder), year_from(year), dry_run=dry_run or check)
        if result.refused is not None and format_ == "json":
            out_json("plan split", None, [described(found) for found in result.refused.diagnostics])
            leave(FINDINGS)
        if result.refused is not None:
            out(reports[format_](result.refused, call.lang))
            leave(FINDINGS)
        if format_ == "json":
            out_json("plan split", split_json(result))
        else:
            out(split_text(result, call.lang, check=check))
        leave(FINDINGS if check and result.stale else CLEAN)

    @app.command("show", help=say(lang, "cli.plan.show"))
    def show(
        context: typer.Context,
        period: str = typer.Argument(..., metavar="PERIOD", help=say(lang, "cli.period")),
        scope: str = typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "cli.scope")),
        format_: str = typer.Option("text", "--format", metavar="FORMAT", help=format_help),
    ) -> None:
        from opsctl.commands.targets import show_targets
        from opsctl.loading.read import find_root
        from opsctl.rendering.plan_text import show_json, show_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        result = show_targets(find_root(call.folder), period_from(period), scope)
        if result.errors:
            talk(call.say("cli.doubtful", count=str(result.errors)))
        if format_ == "json":
            out_json("plan show", show_json(result))
        else:
            out(show_text(result, call.lang))

    @app.command("why", help=say(lang, "cli.plan.why"))
    def why(
        context: typer.Context,
        cell: str = typer.Argument(..., metavar="CELL", help=say(lang, "cli.plan.why.cell")),
        format_: str = typer.Option("text", "--format", metavar="FORMAT", help=format_help),
    ) -> None:
        from opsctl.commands.targets import why as run
        from opsctl.loading.read import find_root
        from opsctl.rendering.plan_text import why_json, why_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        result = run(find_root(call.folder), cell)
        if result.errors:
            talk(call.say("cli.doubtful", count=str(result.errors)))
        if format_ == "json":
            out_json("plan why", why_json(result))
        else:
            out(why_text(result, call.lang))

    return app
