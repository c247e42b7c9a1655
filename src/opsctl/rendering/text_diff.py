"""What an edit changes, as the unified diff that people and their tools know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff

from opsctl.rendering.clean import clean

_NO_NEWLINE = "\\ No newline at end of file"


def text_diff(old: Mapping[str, str], new: Mapping[str, str | None], renamed: Mapping[str, str] | None = None) -> str:
    """The differences file by file; a file that is new or gone has nothing on its other side.

    `renamed` gives, for the new name of a file, the name it had: only what changes inside it is shown, as git does.
    """
    was = renamed or {}
    parts: list[str] = []
    for file in sorted(new.keys() - set(was.values())):
        before = was.get(file, file)
        if was:
            # Where one file has a header of git's, the others need one too: git would join them otherwise.
            parts += _header(before, file, old.get(before), new[file])
        parts += _one(before, file, old.get(before), new[file])
    return "".join(f"{clean(line)}\n" for line in parts)


def _header(before: str, file: str, old: str | None, new: str | None) -> Iterator[str]:
    yield f"diff --git a/{before} b/{file}"
    if before != file:
        yield f"rename from {before}"
        yield f"rename to {file}"
    elif old is None or new is None:
        yield f"{'new' if old is None else 'deleted'} file mode 100644"


def _one(before: str, file: str, old: str | None, new: str | None) -> Iterator[str]:
    # Line endings are shown only where they change: an escape at every line would hide the rest.
    shown = _has_returns(old) != _has_returns(new) and old is not None and new is not None
    sides = (f"a/{before}" if old is not None else "/dev/null", f"b/{file}" if new is not None else "/dev/null")
    for line in unified_diff(_lines(old or ""), _lines(new or ""), *sides, lineterm=""):
        text, ended, _ = line.partition("\n")
        yield text if shown else text.removesuffix("\r")
        if not ended and not text.startswith(("---", "+++", "@@")):
            yield _NO_NEWLINE


def _has_returns(text: str | None) -> frozenset[bool]:
    return frozenset(line.endswith("\r\n") for line in _lines(text or ""))


def _lines(text: str) -> list[str]:
    """The lines with what ends them; only a line feed does."""
    lines = [line + "\n" for line in text.split("\n")]
    return [*lines[:-1], *([lines[-1][:-1]] if lines[-1] != "\n" else [])]
