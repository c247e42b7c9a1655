"""`opsctl actuals`: show, check, load."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import typer

from opsctl.cli.call import call_of, day_from, leave, out, out_json
from opsctl.cli.checked import LEVELS
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.diagnostics import Severity
from opsctl.errors import CLEAN, FINDINGS
from opsctl.locales import say

_SHEETS = (*FORMATS, "csv")
_CHECKED = (*FORMATS, "markdown")
# As in reviewing.actuals.slices, which would load the workspace's machinery.
_DIMENSIONS = "store, metric, channel, product, source, day, week, month, quarter"


def build(lang: str) -> typer.Typer:
    """The group of commands about actual values in a language."""
    app = typer.Typer(help=say(lang, "cli.actuals"), no_args_is_help=True, add_completion=False)
    for add in (_add_load, _add_show, _add_check):
        add(app, lang)
    return app


def _scope(lang: str) -> Any:
    return typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "cli.scope"))


def _today(lang: str) -> Any:
    return typer.Option(None, "--today", metavar="DAY", help=say(lang, "cli.today"))


def _data(lang: str) -> Any:
    return typer.Option(None, "--data", metavar="DIR", help=say(lang, "cli.data"))


def _snapshot(lang: str) -> Any:
    return typer.Option(False, "--snapshot", help=say(lang, "actuals.snapshot.help"))


def _add_load(app: typer.Typer, lang: str) -> None:
    @app.command("load", help=say(lang, "actuals.load.help"))
    def load(
        context: typer.Context,
        period: str = typer.Argument(None, metavar="[YEAR]", help=say(lang, "actuals.load.period")),
        sources: list[str] = typer.Option([], "--source", metavar="ID", help=say(lang, "actuals.source.help")),
        data: str = _data(lang),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.actuals_load import load_actuals
        from opsctl.rendering.load_text import load_json, load_text
        from opsctl.rendering.patience import patience

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        folder = None if data is None else Path(data)
        root = call.root()
        with patience(call.say("actuals.reading")):
            loaded = load_actuals(root, period, sources, folder, dry_run=dry_run)
        if format_ == "json":
            out_json("actuals load", load_json(loaded))
        else:
            out(load_text(loaded, call.lang))
        leave(FINDINGS if loaded.refused else CLEAN)


def _add_show(app: typer.Typer, lang: str) -> None:
    @app.command("show", help=say(lang, "actuals.show.help"))
    def show(
        context: typer.Context,
        period: str = typer.Argument(..., metavar="PERIOD", help=say(lang, "cli.period")),
        by: str = typer.Option(None, "--by", metavar="WHAT", help=say(lang, "actuals.by", choices=_DIMENSIONS)),
        scope: str = _scope(lang),
        metrics: list[str] = typer.Option([], "--metric", metavar="METRIC", help=say(lang, "actuals.metric.help")),
        today: str = _today(lang),
        data: str = _data(lang),
        snapshot: bool = _snapshot(lang),
        format_: str = format_option(lang, _SHEETS),
    ) -> None:
        from opsctl.commands.actuals import Reading, dimensions, show_actuals
        from opsctl.rendering.actuals_text import actuals_csv, actuals_json, actuals_text
        from opsctl.rendering.patience import patience

        one_of("--format", format_, _SHEETS)
        call = call_of(context)
        reading = Reading(None if data is None else Path(data), snapshot)
        day = day_from(today) or date.today()
        root, cuts = call.root(), dimensions(by)
        with patience(call.say("actuals.reading")):
            shown = show_actuals(root, period, scope, cuts, metrics, day, reading)
        call.warn_of(shown.errors)
        call.tell_snapshots(shown.snapshots)
        if format_ == "json":
            out_json("actuals show", actuals_json(shown))
        else:
            out(actuals_csv(shown) if format_ == "csv" else actuals_text(shown, call.lang))


def _add_check(app: typer.Typer, lang: str) -> None:
    @app.command("check", help=say(lang, "actuals.check.help"))
    def check(
        context: typer.Context,
        period: str = typer.Argument(None, metavar="[PERIOD]", help=say(lang, "actuals.check.period")),
        scope: str = _scope(lang),
        fail_on: str = typer.Option("error", "--fail-on", metavar="LEVEL", help=say(lang, "cli.fail_on")),
        today: str = _today(lang),
        data: str = _data(lang),
        snapshot: bool = _snapshot(lang),
        format_: str = format_option(lang, _CHECKED),
    ) -> None:
        from opsctl.commands.actuals import Reading, check_actuals
        from opsctl.rendering.gate_text import gate_json, gate_markdown, gate_text
        from opsctl.rendering.patience import patience

        one_of("--format", format_, _CHECKED)
        one_of("--fail-on", fail_on, LEVELS)
        call = call_of(context)
        reading = Reading(None if data is None else Path(data), snapshot)
        root, day = call.root(), day_from(today) or date.today()
        with patience(call.say("actuals.reading")):
            checked = check_actuals(root, period, scope, day, reading)
        call.warn_of(checked.errors)
        call.tell_snapshots(checked.snapshots)
        if format_ == "json":
            out_json("actuals check", gate_json(checked))
        else:
            out(gate_markdown(checked, call.lang) if format_ == "markdown" else gate_text(checked, call.lang))
        leave(FINDINGS if checked.judgement.fails(Severity(fail_on)) else CLEAN)
