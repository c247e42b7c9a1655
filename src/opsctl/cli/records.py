"""`opsctl list`."""

from __future__ import annotations

import typer

from opsctl.cli.call import call_of, out, out_json
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.diagnostics import Listed
from opsctl.locales import say

# As in records.KINDS, which would load pydantic for a help page.
KINDS = (
    "team", "role", "person", "store", "metric", "calendar", "fx", "target", "source", "plan", "review", "rule",
    "scenario",
)  # fmt: skip


def build(lang: str) -> typer.Typer:
    """The list command in a language."""
    kinds = Listed(say(lang, f"commands.kind_{kind}") for kind in KINDS)
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.list"))
    def list_(
        context: typer.Context,
        kind: str = typer.Argument(..., metavar="KIND", help=say(lang, "cli.kind", choices=kinds)),
        where: str = typer.Option("", "--where", metavar="EXPR", help=say(lang, "cli.where")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.records import list_kind
        from opsctl.rendering.record_text import list_json, list_text

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        found = list_kind(call.root(), kind, where)
        if format_ == "json":
            out_json("list", list_json(found))
        else:
            out(list_text(found, call.lang))

    return app
