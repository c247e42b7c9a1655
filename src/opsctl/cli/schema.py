"""`opsctl schema`: write."""

from __future__ import annotations

import typer

from opsctl.cli.call import call_of, leave, out, out_json, talk
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.errors import CLEAN, FINDINGS
from opsctl.locales import say


def build(lang: str) -> typer.Typer:
    """The group of commands for editors in a language."""
    app = typer.Typer(help=say(lang, "cli.schema"), no_args_is_help=True, add_completion=False)

    # Without a second command Typer would make `write` the group itself.
    @app.callback()
    def group() -> None:
        pass

    _add_write(app, lang)
    return app


def _add_write(app: typer.Typer, lang: str) -> None:
    @app.command("write", help=say(lang, "cli.schema.write"))
    def write(
        context: typer.Context,
        check: bool = typer.Option(False, "--check", help=say(lang, "cli.schema.write.check")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.schema import EDITOR_FILE, schema_write

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        only_look = check or dry_run
        done = schema_write(call.root(), dry_run=only_look)
        if format_ == "json":
            out_json("schema write", {"files": list(done.files), "written": not only_look, "add": done.add})
        else:
            out("\n".join(done.files))
        said = "fresh" if not done.files else "would" if only_look else "done"
        talk(call.say(f"cli.schema.{said}", **({"count": f"{len(done.files)}"} if done.files else {})))
        if done.add:
            talk(call.say("cli.schema.add", file=EDITOR_FILE, settings=done.add.rstrip()))
        leave(FINDINGS if check and done.files else CLEAN)
