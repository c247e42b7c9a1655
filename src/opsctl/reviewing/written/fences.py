"""
The number blocks of a written page: where each stands, what is wrong with the marks around them, and new contents.

A block lies between `<!-- opsctl:begin NAME -->` and `<!-- opsctl:end -->`, each alone on its line from the first
column on, so that no text inside the front matter can be one. The end carries a seal: what the contents were when they
were written, and what the targets were. All outside belongs to people and is kept byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

_BEGIN = re.compile(r"<!-- opsctl:begin ([a-z][a-z0-9-]*) -->[ \t]*")
_END = re.compile(r"<!-- opsctl:end(?: ([0-9a-f]{12})-([0-9a-f]{12}))? -->[ \t]*")
# What was meant for a mark and is none: guessing where the block ends could cost what people wrote.
_MEANT = re.compile(r"\s*<!--\s*opsctl:\s*(?:begin|end)\b")


@dataclass(frozen=True, slots=True)
class Fence:
    """A block: the stretch from after its first line to the end of its last mark, and the line it begins on."""

    name: str
    start: int
    end: int
    line: int
    content: str
    seal: tuple[str, str] | None = None

    @property
    def is_as_sealed(self) -> bool:
        """Say whether the contents are still those that opsctl wrote."""
        return self.seal is not None and digest(self.content) == self.seal[0]


@dataclass(frozen=True, slots=True)
class BrokenMark:
    """A mark that does not pair, by what is wrong with it, and the line it stands on."""

    what: str
    line: int
    name: str = ""


def fences_in(text: str) -> tuple[tuple[Fence, ...], tuple[BrokenMark, ...]]:
    """The blocks of a page in order, and the marks that do not make one."""
    found: dict[str, Fence] = {}
    broken: list[BrokenMark] = []
    opened: tuple[str, int, int] | None = None
    for number, start, line in _lines(text):
        begins, ends = _BEGIN.fullmatch(line), _END.fullmatch(line)
        if begins:
            if opened is not None:
                broken.append(BrokenMark("never_ends", opened[2], opened[0]))
            elif begins[1] in found:
                broken.append(BrokenMark("twice", number, begins[1]))
            opened = (begins[1], text.find("\n", start) + 1 or len(text), number)
        elif ends and opened is None:
            broken.append(BrokenMark("never_begins", number))
        elif ends and opened is not None:
            seal = (ends[1], ends[2]) if ends[1] else None
            content = text[opened[1] : start]
            found.setdefault(
                opened[0],
                Fence(opened[0], opened[1], start + len(line), opened[2], content.replace("\r\n", "\n"), seal),
            )
            opened = None
        elif _MEANT.match(line):
            broken.append(BrokenMark("unreadable", number))
    if opened is not None:
        broken.append(BrokenMark("never_ends", opened[2], opened[0]))
    return tuple(found.values()), tuple(broken)


def refreshed(text: str, contents: Mapping[str, str], targets: str) -> str:
    """The page with new contents in those of its blocks that are given; ValueError where a mark does not pair.

    A block keeps the line ends of its page. One that the page does not have is not added: people may leave it out.
    """
    found, broken = fences_in(text)
    if broken:
        raise ValueError(broken[0].what)
    for fence in reversed(found):
        if fence.name in contents:
            inner = _sealed(contents[fence.name], targets)
            ends = "\r\n" if text[: fence.start].endswith("\r\n") else "\n"
            text = text[: fence.start] + inner.replace("\n", ends) + text[fence.end :]
    return text


def fenced(name: str, content: str, targets: str) -> str:
    """A new block, marks and all, ending in a line feed."""
    return f"<!-- opsctl:begin {name} -->\n{_sealed(content, targets)}\n"


def digest(text: str) -> str:
    """Which text it is, in twelve signs."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _sealed(content: str, targets: str) -> str:
    inner = content if content.endswith("\n") or not content else content + "\n"
    return f"{inner}<!-- opsctl:end {digest(inner)}-{targets} -->"


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Every line that may be a mark, by number and place, without what ends it; the others are passed over fast."""
    found, counted, number = text.find("opsctl:"), 0, 1
    while found >= 0:
        start = text.rfind("\n", 0, found) + 1
        stop = text.find("\n", found)
        stop = len(text) if stop < 0 else stop
        number += text.count("\n", counted, start)
        yield number, start, text[start:stop].removesuffix("\r")
        counted, found = start, text.find("opsctl:", stop)
