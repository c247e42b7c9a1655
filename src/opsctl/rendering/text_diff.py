"""What an edit changes, as the unified diff that people and their tools know."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import unified_diff

from opsctl.rendering.clean import clean


def text_diff(old: Mapping[str, str], new: Mapping[str, str | None], renamed: Mapping[str, str] | None = None) -> str:
    """The differences file by file; a file that is new or gone has nothing on its other side.

    `renamed` maps the new names of files to their old ones, whose texts they are compared with.
    """
    was = renamed or {}
    parts = []
    for file in sorted(new.keys() - set(was.values())):
        before, after = old.get(was.get(file, file), ""), new[file] or ""
        names = f"a/{was.get(file, file)}", f"b/{file}"
        lines = list(unified_diff(before.splitlines(), after.splitlines(), *names, lineterm=""))
        if not lines and file in was:
            lines = [f"--- {names[0]}", f"+++ {names[1]}"]
        parts += [clean(line) + "\n" for line in lines]
    return "".join(parts)
