"""A check whose words are read without Typer is the check that Typer makes of the same words."""

from __future__ import annotations

import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.cli.app import run
from opsctl.cli.plain import plain_check

BROKEN = str(Path(__file__).resolve().parents[2] / "examples" / "broken")
# An option that only Typer reads, and that changes nothing of an answer.
BY_TYPER = "--debug"


def said(*arguments: str) -> tuple[int, str, str]:
    """The exit status and both streams of a command line."""
    with redirect_stdout(StringIO()) as printed, redirect_stderr(StringIO()) as told:
        status = run(arguments)
    return status, printed.getvalue(), told.getvalue()


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--format", "concise", "--exit-zero"),
        ("--format", "json"),
        ("--format", "yaml"),
        ("--fail-on", "info", f"{BROKEN}/stores"),
        ("--fail-on", "never"),
        ("--no-baseline", "--baseline", "--no-private", "--no-cache"),
        ("--baseline", "--no-baseline", f"{BROKEN}/targets", f"{BROKEN}/people"),
        ("nowhere",),
        ("check",),
        ("--today", ""),
        ("--today", "2026-06"),
        ("--today", "2026-06-01", "--today", "2026-06-08"),
        ("--format", "--exit-zero"),
    ],
)
def test_typer_makes_the_same_of_it(words: tuple[str, ...]) -> None:
    day = () if "--today" in words else ("--today", "2026-06-08")
    for before in (("-C", BROKEN), ("--lang", "en", "-C", BROKEN), ("-C", "/", "-C", BROKEN, "--lang", "zh")):
        arguments = (*before, "check", *words, *day)
        assert plain_check(arguments) is not None and plain_check((BY_TYPER, *arguments)) is None
        assert said(*arguments) == said(BY_TYPER, *arguments)


def test_a_language_nobody_speaks_is_refused_alike() -> None:
    assert said("--lang", "de", "check") == said(BY_TYPER, "--lang", "de", "check")


@given(st.lists(st.sampled_from(("-C", "x", "--lang", "check", "--format", "--no-cache", "--fix", "--", "-h"))))
def test_what_is_not_plain_is_left_to_typer(arguments: list[str]) -> None:
    read = plain_check(arguments)
    known = {"-C", "--lang", "--format", "--no-cache"}
    if read is not None:
        before, after = read
        options = [word for word in arguments if word.startswith("-")]
        assert "check" in arguments
        assert set(options) <= known or any(value in options for value in (*before.values(), after.get("format_")))


def test_a_plain_check_does_not_load_typer() -> None:
    code = "import sys; from opsctl.cli.app import run; run(sys.argv[1:]); print('typer' in sys.modules)"
    command = [sys.executable, "-c", code, "-C", BROKEN, "check", "--format", "concise"]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()[-1] == "False"
