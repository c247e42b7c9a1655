"""`opsctl explain`."""

from __future__ import annotations

import typer

from opsctl.cli.call import call_of, out
from opsctl.locales import say


def build(lang: str) -> typer.Typer:
    """The explain command in a language."""
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.explain"))
    def explain(
        context: typer.Context,
        code: str = typer.Argument(None, metavar="[CODE]", help=say(lang, "cli.code")),
    ) -> None:
        from opsctl.commands.explain import explain as page
        from opsctl.commands.explain import rule_titles

        call = call_of(context)
        if code is not None:
            out(page(code, call.lang))
            return
        out("\n".join(f"{code_}  {name:26}  {title}" for code_, name, title in rule_titles(call.lang)))

    return app
