"""`opsctl review templates`."""

from __future__ import annotations

from pathlib import Path

import typer

from opsctl.cli.call import call_of, leave, out, talk
from opsctl.diagnostics import Listed, message
from opsctl.errors import CLEAN, OpsctlError
from opsctl.locales import say
from opsctl.rendering.clean import clean

# As in rendering.templated.reference, which would load the engine.
NAMES = ("review.md.j2", "review.html.j2", "review.css", "review.docx")


def add_templates(app: typer.Typer, lang: str) -> None:
    """Add the command to the group of reviews."""

    @app.command("templates", help=say(lang, "template_values.help"))
    def templates(
        context: typer.Context,
        name: str = typer.Argument(
            None, metavar="[NAME]", help=say(lang, "template_values.name.help", names=Listed(NAMES))
        ),
        output: str = typer.Option(
            None, "-o", "--output", metavar="FILE", help=say(lang, "template_values.output.help")
        ),
    ) -> None:
        from opsctl.commands.review_templates import template_named, write_template
        from opsctl.rendering.templated.reference import reference

        call = call_of(context)
        data = reference(call.lang).encode() if name is None else template_named(name)
        if output is not None:
            write_template(Path(output), data)
            talk(call.say("review.written", file=clean(output)))
        elif name is not None and name.endswith(".docx"):
            raise OpsctlError(message("page.needs_output", format="docx"))
        else:
            out(data.decode())
        leave(CLEAN)
