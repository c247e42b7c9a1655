"""What an edit changes, as the unified diff that people and their tools know."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import unified_diff

from opsctl.rendering.clean import clean


def text_diff(old: Mapping[str, str], new: Mapping[str, str | None]) -> str:
    """The differences file by file; a file that is new or gone has nothing on its other side."""
    parts = []
    for file in sorted(new):
        before, after = old.get(file, ""), new[file] or ""
        lines = unified_diff(before.splitlines(), after.splitlines(), f"a/{file}", f"b/{file}", lineterm="")
        parts += [clean(line) + "\n" for line in lines]
    return "".join(parts)
