"""
The plain ways to call `opsctl check`, read without Typer: importing it takes as long as checking a hundred records.

Every other word, and every mistake, is left to Typer, which knows what to say. Standard library only, and little of it.
"""

from __future__ import annotations

# The names of types alone would cost more than a warm answer.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

# By the word, the parameter that it sets; a flag also says to what.
_BEFORE = {"-C": "folder", "--lang": "language"}
_OPTIONS = {"--format": "format_", "--fail-on": "fail_on", "--today": "today"}
_FLAGS = {
    "--baseline": ("baseline", True),
    "--no-baseline": ("baseline", False),
    "--no-private": ("private", False),
    "--no-cache": ("cache", False),
    "--exit-zero": ("exit_zero", True),
}


def plain_check(arguments: Sequence[str]) -> tuple[dict[str, str], dict[str, Any]] | None:
    """What stands before `check` and after it, by the names of the commands' parameters; None where Typer has to say.

    A test compares it with what Typer makes of the same words.
    """
    before: dict[str, str] = {}
    after: dict[str, Any] = {}
    rest = iter(arguments)
    for word in rest:
        if word == "check":
            break
        value = next(rest, None)
        if word not in _BEFORE or value is None:
            return None
        before[_BEFORE[word]] = value
    else:
        return None
    for word in rest:
        if word in _FLAGS:
            after[_FLAGS[word][0]] = _FLAGS[word][1]
        elif word in _OPTIONS:
            value = next(rest, None)
            if value is None:
                return None
            after[_OPTIONS[word]] = value
        elif word.startswith("-"):
            return None
        else:
            after.setdefault("paths", []).append(word)
    return before, after
