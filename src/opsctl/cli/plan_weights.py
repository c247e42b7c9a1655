"""`opsctl plan weights`."""

from __future__ import annotations

from pathlib import Path

import typer

from opsctl.cli.call import call_of, out, out_json, talk, year_from
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.locales import say


def add_weights(app: typer.Typer, lang: str) -> None:
    """Add the command to the group."""

    @app.command("weights", help=say(lang, "weights.help"))
    def weights(
        context: typer.Context,
        past: str = typer.Option(..., "--from", metavar="YEAR", help=say(lang, "weights.help.from")),
        year: str = typer.Option(None, "--year", metavar="YEAR", help=say(lang, "weights.help.year")),
        scope: str = typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "weights.help.scope")),
        metric: str = typer.Option(None, "--metric", metavar="METRIC", help=say(lang, "weights.help.metric")),
        curve: str = typer.Option(None, "--curve", metavar="NAME", help=say(lang, "weights.help.curve")),
        split: list[str] = typer.Option(None, "--split", metavar="METRIC", help=say(lang, "weights.help.split")),
        data: str = typer.Option(None, "--data", metavar="DIR", help=say(lang, "cli.data")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.weights import Asked
        from opsctl.commands.weights import weights as run
        from opsctl.rendering.text_diff import text_diff
        from opsctl.rendering.weights_text import weights_json, weights_talk

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        before = year_from(past)
        asked = Asked(before, year_from(year) if year else before + 1, scope, metric, curve, tuple(split or ()))
        result = run(call.root(), asked, data=Path(data) if data else None, dry_run=dry_run)
        if format_ == "json":
            out_json("plan weights", weights_json(result, call.lang))
        else:
            out(text_diff(result.old, result.new))
        for line in weights_talk(result, call.lang):
            talk(line)
