"""`opsctl refs`."""

from __future__ import annotations

import typer

from opsctl.cli.call import call_of, out, out_json
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.locales import say


def build(lang: str) -> typer.Typer:
    """The refs command in a language."""
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.refs"))
    def refs(
        context: typer.Context,
        address: str = typer.Argument(..., metavar="ID", help=say(lang, "cli.id")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.refs import refs as find
        from opsctl.rendering.refs_text import refs_json, refs_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        found = find(call.root(), address)
        if format_ == "json":
            out_json("refs", refs_json(found))
        else:
            out(refs_text(found, call.lang))

    return app
