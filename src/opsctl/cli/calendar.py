"""`opsctl calendar`: show."""

from __future__ import annotations

from datetime import date

import typer

from opsctl.cli.call import call_of, out, out_json
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.locales import say


def build(lang: str) -> typer.Typer:
    """The group of calendar commands in a language."""
    app = typer.Typer(help=say(lang, "cli.calendar"), no_args_is_help=True, add_completion=False)

    # Without a second command Typer would make `show` the group itself.
    @app.callback()
    def group() -> None:
        pass

    @app.command("show", help=say(lang, "calendar.show"))
    def show(
        context: typer.Context,
        period: str = typer.Argument(None, metavar="[PERIOD]", help=say(lang, "calendar.period")),
        scope: str = typer.Option(None, "--scope", metavar="SCOPE", help=say(lang, "calendar.scope")),
        curve: str = typer.Option(None, "--curve", metavar="NAME", help=say(lang, "calendar.curve")),
        platform: str = typer.Option(None, "--platform", metavar="PLATFORM", help=say(lang, "calendar.platform")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.calendar import show_calendar
        from opsctl.planning.curves.almanac import Asked
        from opsctl.rendering.calendar_json import calendar_json
        from opsctl.rendering.calendar_text import calendar_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        asked = Asked(scope, curve, platform)
        result = show_calendar(call.root(), period or f"{date.today().year}", asked)
        call.warn_of(result.errors)
        if format_ == "json":
            out_json("calendar show", calendar_json(result.almanac))
        else:
            out(calendar_text(result.workspace, result.almanac, call.lang))

    return app
