"""`opsctl fmt`."""

from __future__ import annotations

from pathlib import Path

import typer

from opsctl.cli.call import call_of, leave, out, out_json, talk
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.errors import CLEAN, FINDINGS
from opsctl.locales import say


def build(lang: str) -> typer.Typer:
    """The format command in a language."""
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.fmt"))
    def fmt(
        context: typer.Context,
        paths: list[str] = typer.Argument(None, metavar="[PATH]...", help=say(lang, "cli.paths")),
        check: bool = typer.Option(False, "--check", help=say(lang, "cli.fmt.check")),
        diff: bool = typer.Option(False, "--diff", help=say(lang, "cli.fmt.diff")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.fmt import fmt as run
        from opsctl.rendering.clean import clean
        from opsctl.rendering.text_diff import text_diff

        one_of("--format", format_, FORMATS)
        call = call_of(context)
        only_look = check or diff or dry_run
        done = run(call.root(), tuple(Path(path) for path in paths or ()), dry_run=only_look)
        if format_ == "json":
            out_json("fmt", {"files": sorted(done.new), "written": not only_look})
        else:
            out(text_diff(done.old, done.new) if diff else "\n".join(clean(file) for file in sorted(done.new)))
        talk(call.say("cli.fmt.would" if only_look else "cli.fmt.done", count=f"{len(done.new)}"))
        leave(FINDINGS if (check or diff) and done.new else CLEAN)

    return app
