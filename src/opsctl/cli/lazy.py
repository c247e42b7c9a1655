"""Sub-commands that load when called: `--help` lists them from a table, and only the one that runs is imported."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.locales import say

# In the order of the handbook's chapters. Each module has `build(lang)`, which gives a Typer application.
COMMANDS = (
    "init",
    "new",
    "list",
    "show",
    "mv",
    "refs",
    "check",
    "fmt",
    "explain",
    "diff",
    "owners",
    "schema",
    "recover",
    "source",
    "calendar",
    "plan",
    "actuals",
    "review",
    "week",
)
_MODULES = {"init": "start", "list": "records", "show": "record", "check": "check", "explain": "explain"}


def lazy_group(lang: str) -> type[TyperGroup]:
    """A group class that speaks one language and imports a sub-command's module when it is called."""

    class LazyGroup(TyperGroup):
        _listing = False

        def list_commands(self, ctx: Any) -> list[str]:
            return list(COMMANDS)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            if cmd_name not in COMMANDS:
                return None
            if self._listing:
                return TyperCommand(cmd_name, help=_first_sentence(say(lang, f"cli.{cmd_name}")))
            module = import_module(f"opsctl.cli.{_MODULES.get(cmd_name, cmd_name)}")
            command = typer.main.get_command(module.build(lang))
            command.name = cmd_name
            return speak(command, lang)

        def format_help(self, ctx: Any, formatter: Any) -> None:
            self._listing = True
            try:
                super().format_help(ctx, formatter)
            finally:
                self._listing = False

        def resolve_command(self, ctx: Any, args: list[str]) -> Any:
            if args and args[0] not in COMMANDS and not args[0].startswith("-"):
                raise OpsctlError(
                    message("cli.no_such_command", name=args[0]), message("cli.commands", names=Listed(COMMANDS))
                )
            return super().resolve_command(ctx, args)

    return LazyGroup


def _first_sentence(text: str) -> str:
    """What a list of commands says of one; its own page says the rest, with an example."""
    return re.split(r"。|\.(?: |$)", text, maxsplit=1)[0]


def speak(command: Any, lang: str) -> Any:
    """Make the help pages of a command, and of those below it, speak a language; give the command back.

    Typer keeps its headings as module constants and makes `--help` itself when it is first needed.
    """
    own_option, own_page = command.get_help_option, command.format_help

    def get_help_option(ctx: Any) -> Any:
        option = own_option(ctx)
        option.help = say(lang, "cli.help")
        return option

    def format_help(ctx: Any, formatter: Any) -> None:
        _translate_headings(lang)
        own_page(ctx, formatter)

    command.get_help_option, command.format_help = get_help_option, format_help
    for below in getattr(command, "commands", {}).values():
        speak(below, lang)
    return command


def _translate_headings(lang: str) -> None:
    from typer import rich_utils

    class Folding(rich_utils.OptionHighlighter):
        """Chinese has no spaces to wrap at: what is too long goes on in the next line and is not cut off."""

        def highlight(self, text: Any) -> None:
            super().highlight(text)
            text.overflow = "fold"

    rich_utils.highlighter = Folding()

    rich_utils.ARGUMENTS_PANEL_TITLE = say(lang, "cli.arguments")
    rich_utils.OPTIONS_PANEL_TITLE = say(lang, "cli.options")
    rich_utils.COMMANDS_PANEL_TITLE = say(lang, "cli.commands_title")
    rich_utils.DEFAULT_STRING = say(lang, "cli.default")
    rich_utils.REQUIRED_LONG_STRING = say(lang, "cli.required")
