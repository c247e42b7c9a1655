"""The commented skeletons of new records: their blanks, filled for `new` or as stops of the cursor for editors."""

from __future__ import annotations

import re
from collections.abc import Mapping

from opsctl.loading.quoting import quoted
from opsctl.records import Kind
from opsctl.resources import data_root

# Words of letters, which are plain text in every language.
_WORDS = re.compile(r"[^\W\d_]\w*(?:[ -]\w+)*")
_BLANK = re.compile(r"@([A-Z]+)@")
# Values that stand in a name or are spelled by the tool: quotes would change what they mean.
_BARE = ("id", "from", "opened", "code")


def skeleton(kind: Kind, lang: str) -> str:
    """The text of a new record of that kind, with blanks such as `@NAME@`."""
    return (data_root("templates") / "new" / lang / f"{kind.name}{kind.suffix}").read_text("utf-8")


def blanks_of(text: str) -> tuple[str, ...]:
    """The names of the blanks in a skeleton, in the order in which they first stand there."""
    return tuple(name.lower() for name in dict.fromkeys(_BLANK.findall(text)))


def filled(text: str, values: Mapping[str, str]) -> str:
    """A skeleton with a value in each blank, quoted where YAML would take it for something else."""
    return _BLANK.sub(lambda blank: _as_written(blank[1].lower(), values), text)


def snippet(text: str) -> str:
    """A skeleton as the snippet of an editor: the cursor stops at each blank; the id is the name of the file."""
    stops = [name for name in blanks_of(text) if name != "id"]
    marks = {name: f"${{{number}:{name}}}" for number, name in enumerate(stops, 1)} | {"id": "${TM_FILENAME_BASE}"}
    plain = re.sub(r"[\\$]", r"\\\g<0>", text.rstrip("\n"))
    return _BLANK.sub(lambda blank: marks[blank[1].lower()], plain)


def _as_written(name: str, values: Mapping[str, str]) -> str:
    value = values[name]
    chinese = _WORDS.fullmatch(value) and not value.isascii()
    return value if chinese or name in _BARE else quoted(value)
