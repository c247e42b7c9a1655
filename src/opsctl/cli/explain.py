"""`opsctl explain`."""

from __future__ import annotations

import typer

from opsctl.cli.call import call_of, out, out_json
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.locales import say


def build(lang: str) -> typer.Typer:
    """The explain command in a language."""
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.explain"))
    def explain(
        context: typer.Context,
        code: str = typer.Argument(None, metavar="[CODE]", help=say(lang, "cli.code")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.explain import explain as page
        from opsctl.commands.explain import explained, rule_titles

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        if format_ == "json":
            out_json("explain", {"rules": explained(code, call.lang, call.folder)})
        elif code is None:
            rows = rule_titles(call.lang, call.folder)
            out("\n".join(f"{known:8} {name:26} {rigor:8}  {title}" for known, name, rigor, title in rows))
        else:
            out(page(code, call.lang, call.folder))

    return app
