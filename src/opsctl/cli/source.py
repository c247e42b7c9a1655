"""`opsctl source`: adapters."""

from __future__ import annotations

import typer

from opsctl.cli.call import call_of, out, out_json, talk
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.locales import say

_PAGES = (*FORMATS, "markdown")


def build(lang: str) -> typer.Typer:
    """The group of commands about sources in a language."""
    app = typer.Typer(help=say(lang, "cli.source"), no_args_is_help=True, add_completion=False)

    # Without a second command Typer would make the only one the group itself.
    @app.callback()
    def group() -> None:
        pass

    @app.command("adapters", help=say(lang, "sourcing.help.adapters"))
    def adapters(
        context: typer.Context,
        id_: str = typer.Argument(None, metavar="[ADAPTER]", help=say(lang, "sourcing.help.adapter")),
        format_: str = format_option(lang, _PAGES),
    ) -> None:
        from opsctl.commands.adapters import adapters as find
        from opsctl.rendering.adapters_text import adapter_text, adapters_json, adapters_page, adapters_text

        one_of("--format", format_, _PAGES)
        call = call_of(context)
        found = find(call.lang, id_)
        if format_ == "json":
            out_json("source adapters", adapters_json(found))
        elif format_ == "markdown":
            out(adapters_page(found, call.lang))
        elif id_ is not None:
            out(adapter_text(found[0], call.lang))
        else:
            out(adapters_text(found, call.lang))
            talk(call.say("sourcing.adapter_next"))

    return app
