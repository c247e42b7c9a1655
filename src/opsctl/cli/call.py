"""What every command is called with, and how it answers: data on stdout, talk on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from opsctl.cli.warm import Warm, remember
from opsctl.diagnostics import Message, message
from opsctl.errors import OpsctlError
from opsctl.locales import LANGUAGES, listed, say, tell
from opsctl.period import parse_period
from opsctl.rendering.envelope import envelope

if TYPE_CHECKING:
    import typer


@dataclass(frozen=True, slots=True)
class Call:
    """The options before the sub-command: where to work and in which language to speak."""

    folder: Path
    lang: str
    known: Warm | None = None

    def remember(self, status: int, text: str) -> None:
        """Keep the answer to a check for the next time nothing has changed."""
        if self.known is not None:
            remember(self.known, status, text if text.endswith("\n") or not text else text + "\n")

    def root(self) -> Path:
        """The workspace to work in: the nearest folder upwards that holds settings."""
        from opsctl.loading.read import find_root
        from opsctl.loading.state import left_over

        root = find_root(self.folder)
        if left_over(root):
            talk(self.say("cli.left_over"))
        return root

    def warn_of(self, errors: int, scenario: str | None = None) -> None:
        """Say that numbers may be wrong because the records they come from, or a scenario of them, have errors."""
        if errors and scenario is not None:
            talk(self.say("cli.doubtful_scenario", count=f"{errors}", scenario=scenario))
        elif errors:
            talk(self.say("cli.doubtful", count=f"{errors}"))

    def tell_snapshots(self, sources: tuple[str, ...]) -> None:
        """Say which sources were read from their snapshot; not in the answer, which is the same without the files."""
        if sources:
            talk(self.say("actuals.from_snapshot", sources=listed(sources, self.lang)))

    def say(self, id_: str, **params: str) -> str:
        """A sentence in the call's language."""
        return say(self.lang, id_, **params)

    def tell(self, said: Message) -> str:
        """A message in the call's language."""
        return tell(self.lang, said)


def call_with(lang: str, known: Warm | None, *, folder: str = ".", language: str | None = None) -> Call:
    """The call that the words before the sub-command make; OpsctlError for a `language` that opsctl does not speak."""
    if language is not None and language not in LANGUAGES:
        raise OpsctlError(message("cli.bad_lang", value=language))
    return Call(Path(folder), lang, known)


def call_of(context: typer.Context) -> Call:
    """The call that this context belongs to."""
    call = context.obj
    assert isinstance(call, Call)
    return call


def out(text: str) -> None:
    """Write data to stdout."""
    _write(sys.stdout, text)


def talk(text: str) -> None:
    """Write words for the person to stderr."""
    _write(sys.stderr, text)


def out_json(command: str, data: object, diagnostics: Iterable[Mapping[str, object]] = ()) -> None:
    """Write the envelope that every command's JSON comes in."""
    out(envelope(command, data, diagnostics))


def leave(status: int) -> NoReturn:
    """Leave the command with an exit status."""
    import typer

    raise typer.Exit(status)


def year_from(text: str) -> int:
    """Read the year an argument gives."""
    period = parse_period(text)
    if period is None or period.kind != "year":
        raise OpsctlError(message("cli.bad_year", value=text))
    return period.start.year


def day_from(text: str | None) -> date | None:
    """Read the day an option gives."""
    if text is None:
        return None
    period = parse_period(text)
    if period is None or period.kind != "day":
        raise OpsctlError(message("cli.bad_day", value=text))
    return period.start


def _write(stream: TextIO, text: str) -> None:
    stream.write(text if text.endswith("\n") or not text else text + "\n")
    stream.flush()
