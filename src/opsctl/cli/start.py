"""`opsctl init`."""

from __future__ import annotations

import re
from datetime import date

import typer

from opsctl.cli.call import Call, call_of, day_from, out, out_json, talk
from opsctl.cli.choices import FORMATS, format_option, one_of
from opsctl.locales import LANGUAGES, say

_PLAIN = re.compile(r"[\w./:-]+")


def build(lang: str) -> typer.Typer:
    """The init command in a language."""
    app = typer.Typer(add_completion=False)

    @app.command(help=say(lang, "cli.init"))
    def init(
        context: typer.Context,
        directory: str = typer.Argument(".", metavar="[DIR]", help=say(lang, "cli.init.folder")),
        language: str = typer.Option(lang, "--lang", metavar="|".join(LANGUAGES), help=say(lang, "cli.lang")),
        template: str = typer.Option("small", "--template", metavar="NAME", help=say(lang, "commands.template_help")),
        dry_run: bool = typer.Option(False, "--dry-run", help=say(lang, "cli.dry_run")),
        today: str = typer.Option(None, "--today", metavar="DAY", help=say(lang, "cli.today")),
        format_: str = format_option(lang),
    ) -> None:
        from opsctl.commands.init import init as run

        one_of("--format", format_, FORMATS)
        one_of("--lang", language, LANGUAGES)
        call = call_of(context)
        made = run(call.folder / directory, language, template, day_from(today) or date.today(), dry_run=dry_run)
        folder = made.folder.as_posix()
        if made.dropped:
            talk(call.say("cli.left_over"))
        if format_ == "json":
            out_json("init", {"folder": folder, "files": list(made.files), "written": made.written})
        elif made.written:
            talk(_told(call, folder, tuple(made.files), made.week.label))
        else:
            talk(call.say("commands.would_write", folder=folder, count=f"{len(made.files)}"))
            out("\n".join(made.files))

    return app


def _told(call: Call, folder: str, files: tuple[str, ...], week: str) -> str:
    """What was written, and the commands to type next."""
    # Double quotes are understood by every shell, also on Windows.
    quoted = folder if _PLAIN.fullmatch(folder) else f'"{folder}"'
    program = "opsctl" if folder == "." else f"opsctl -C {quoted}"
    written = call.say("commands.written", folder=folder, count=f"{len(files)}")
    return "\n".join(
        (
            written,
            *(f"  {name}" for name in files),
            call.say("commands.next"),
            *(f"  {program} {step}" for step in ("check", f"plan show {week}", "review weekly")),
        )
    )
