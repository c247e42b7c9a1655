"""`opsctl recover`."""

from __future__ import annotations

import typer

from opsctl.cli.call import call_of, out, out_json, talk
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.locales import say


def build(lang: str) -> typer.Typer:
    """The recover command in a language."""
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.recover"))
    def recover(
        context: typer.Context,
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.recover import recover_write
        from opsctl.rendering.clean import clean

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        result = recover_write(call.folder, dry_run=dry_run)
        if format_ == "json":
            out_json("recover", {"state": result.state, "files": list(result.files), "written": not dry_run})
            return
        talk(call.say(f"cli.recover.{result.state}" + (".dry" if dry_run and result.state != "none" else "")))
        out("\n".join(clean(name) for name in result.files))

    return app
