"""`opsctl explain`."""

from __future__ import annotations

import typer

from opsctl.cli.call import call_of, out, out_json
from opsctl.cli.choices import FORMATS, one_of
from opsctl.locales import say


def build(lang: str) -> typer.Typer:
    """The explain command in a language."""
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.explain"))
    def explain(
        context: typer.Context,
        code: str = typer.Argument(None, metavar="[CODE]", help=say(lang, "cli.code")),
        format_: str = typer.Option(
            "text", "--format", metavar="FORMAT", help=say(lang, "cli.format", choices=", ".join(FORMATS))
        ),
    ) -> None:
        from opsctl.commands.explain import explain as page
        from opsctl.commands.explain import rule_titles

        one_of("--format", format_, FORMATS)

        call = call_of(context)
        titles = rule_titles(call.lang)
        if format_ == "json":
            asked = titles if code is None else [row for row in titles if code in row[:2]]
            pages = [
                {"code": row[0], "name": row[1], "title": row[2], "page": page(row[0], call.lang)} for row in asked
            ]
            out_json("explain", {"rules": pages})
        elif code is not None:
            out(page(code, call.lang))
        else:
            out("\n".join(f"{code_}  {name:26}  {title}" for code_, name, title in titles))

    return app
