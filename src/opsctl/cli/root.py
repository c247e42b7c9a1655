"""The root command as Typer knows it, with the options that stand before every sub-command."""

from __future__ import annotations

from typing import Any

import typer

from opsctl import __version__
from opsctl.cli.call import call_with, out
from opsctl.cli.lazy import COMMANDS, lazy_group, speak
from opsctl.cli.warm import Warm
from opsctl.locales import LANGUAGES, say

COMMAND_WORDS = (*COMMANDS, "split", "why", "weekly", "write", "adapters")


def root(lang: str, known: Warm | None = None) -> Any:
    """Build the root command in a language; its sub-commands are still unread."""
    app = typer.Typer(cls=lazy_group(lang), add_completion=False, pretty_exceptions_enable=False)

    @app.callback(help=say(lang, "cli.root"), invoke_without_command=True)
    def options(
        context: typer.Context,
        folder: str = typer.Option(".", "-C", metavar="DIR", help=say(lang, "cli.folder")),
        language_: str = typer.Option(lang, "--lang", metavar="|".join(LANGUAGES), help=say(lang, "cli.lang")),
        debug: bool = typer.Option(False, "--debug", help=say(lang, "cli.debug")),
        version: bool = typer.Option(
            False, "--version", is_eager=True, callback=_version, help=say(lang, "cli.version")
        ),
    ) -> None:
        context.obj = call_with(lang, known, folder=folder, language=language_)
        if context.invoked_subcommand is None:
            out(context.get_help())

    return speak(typer.main.get_command(app), lang)


def _version(asked: bool) -> None:
    if asked:
        out(f"opsctl {__version__}")
        raise typer.Exit()
