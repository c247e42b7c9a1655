"""`opsctl plan`: split, show, why."""

from __future__ import annotations

import typer

from opsctl.cli.call import call_of, leave, out, out_json, period_from, year_from
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.errors import CLEAN, FINDINGS
from opsctl.locales import say


def build(lang: str) -> typer.Typer:
    """The group of target commands in a language."""
    app = typer.Typer(help=say(lang, "cli.plan"), no_args_is_help=True, add_completion=False)
    for add in (_add_split, _add_show, _add_why):
        add(app, lang)
    return app


def _add_split(app: typer.Typer, lang: str) -> None:
    @app.command("split", help=say(lang, "cli.plan.split"))
    def split(
        context: typer.Context,
        year: str = typer.Argument(..., metavar="YEAR", help=say(lang, "cli.plan.split.year")),
        check: bool = typer.Option(False, "--check", help=say(lang, "cli.plan.split.check")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.split import split as run
        from opsctl.rendering.formats.json import described
        from opsctl.rendering.formats.text import render
        from opsctl.rendering.plan_text import split_json, split_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        result = run(call.root(), year_from(year), dry_run=dry_run or check)
        refused = result.refused
        if format_ == "json":
            found = [described(diagnostic) for diagnostic in refused.diagnostics] if refused else []
            out_json("plan split", None if refused else split_json(result), found)
        else:
            out(render(refused, call.lang) if refused else split_text(result, call.lang, check=check))
        leave(FINDINGS if refused or (check and result.stale) else CLEAN)


def _add_show(app: typer.Typer, lang: str) -> None:
    @app.command("show", help=say(lang, "cli.plan.show"))
    def show(
        context: typer.Context,
        period: str = typer.Argument(..., metavar="PERIOD", help=say(lang, "cli.period")),
        scope: str = typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "cli.scope")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.targets import show_targets
        from opsctl.rendering.plan_text import show_json, show_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        result = show_targets(call.root(), period_from(period), scope)
        call.warn_of(result.errors)
        if format_ == "json":
            out_json("plan show", show_json(result))
        else:
            out(show_text(result, call.lang))


def _add_why(app: typer.Typer, lang: str) -> None:
    @app.command("why", help=say(lang, "cli.plan.why"))
    def why(
        context: typer.Context,
        cell: str = typer.Argument(..., metavar="CELL", help=say(lang, "cli.plan.why.cell")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.targets import why as run
        from opsctl.rendering.plan_text import why_json, why_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        result = run(call.root(), cell)
        call.warn_of(result.errors)
        if format_ == "json":
            out_json("plan why", why_json(result))
        else:
            out(why_text(result, call.lang))
