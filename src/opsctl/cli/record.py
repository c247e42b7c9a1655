"""`opsctl show`."""

from __future__ import annotations

import typer

from opsctl.cli.call import call_of, out, out_json
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.locales import say


def build(lang: str) -> typer.Typer:
    """The show command in a language."""
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.show"))
    def show(
        context: typer.Context,
        address: str = typer.Argument(..., metavar="ID", help=say(lang, "cli.id")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.records import show as find
        from opsctl.rendering.record_text import show_json, show_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        found = find(call.root(), address)
        if format_ == "json":
            out_json("show", show_json(found))
        else:
            out(show_text(found, call.lang))

    return app
