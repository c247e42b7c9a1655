"""`opsctl plan compare`, and `opsctl plan split` under a scenario."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from opsctl.cli.call import Call, call_of, leave, out, out_json, year_from
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.diagnostics import message
from opsctl.errors import CLEAN, FINDINGS, OpsctlError
from opsctl.locales import say

if TYPE_CHECKING:
    from opsctl.planning.tiers import Tier

_SHEETS = (*FORMATS, "csv")


def add_compare(app: typer.Typer, lang: str) -> None:
    """Add the command that shows two scenarios side by side."""

    @app.command("compare", help=say(lang, "cli_scenario.compare"))
    def compare(
        context: typer.Context,
        before: str = typer.Argument(..., metavar="A", help=say(lang, "cli_scenario.side")),
        after: str = typer.Argument(..., metavar="B", help=say(lang, "cli_scenario.side")),
        year: str = typer.Option(None, "--year", metavar="YEAR", help=say(lang, "cli_scenario.year")),
        scope: str = typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "cli_scenario.scope")),
        metric: str = typer.Option(None, "--metric", metavar="METRIC", help=say(lang, "cli_scenario.metric")),
        format_: str = format_option(lang, _SHEETS),
    ) -> None:
        from opsctl.commands.compare import compare as run
        from opsctl.rendering.comparison_text import compare_csv, compare_json, compare_text

        one_of("--format", format_, _SHEETS)
        call = call_of(context)
        found = run(call.root(), (before, after), None if year is None else year_from(year), scope, metric)
        call.warn_of(found.errors, next((each for each in (after, before) if each != "base"), None))
        if format_ == "json":
            out_json("plan compare", compare_json(found))
        else:
            out(compare_csv(found) if format_ == "csv" else compare_text(found, call.lang))


def tier_from(written: str | None) -> Tier | None:
    """Read the tier an option names."""
    from opsctl.planning.tiers import TIERS

    if written is not None:
        one_of("--tier", written, TIERS)
    return next((tier for tier in TIERS if tier == written), None)


def split_under(
    call: Call, year: int, scenario: str, output: str | None, *, write: bool, dry_run: bool, format_: str
) -> None:
    """Answer `plan split --scenario`: what would change, and only where asked the cells in a folder."""
    from opsctl.commands.compare import reports_folder
    from opsctl.commands.compare import split_under as run
    from opsctl.rendering.comparison_text import compare_json, split_under_text
    from opsctl.rendering.formats.json import described
    from opsctl.rendering.formats.text import render

    if write and output is not None:
        raise OpsctlError(message("scenario.one_folder", scenario=scenario, folder=output))
    root = call.root()
    folder = Path(output) if output is not None else reports_folder(root, scenario) if write else None
    found = run(root, year, scenario, folder, dry_run=dry_run)
    refused = found.refused
    if format_ == "json":
        told = [described(diagnostic) for diagnostic in refused.diagnostics] if refused else []
        out_json("plan split", None if refused else compare_json(found), told)
    else:
        out(render(refused, call.lang) if refused else split_under_text(found, call.lang))
    leave(FINDINGS if refused else CLEAN)
