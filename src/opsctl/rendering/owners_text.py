"""What `owners` answers: the change or the file on the way out, the talk about it, and all of it as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from opsctl.locales import listed, say
from opsctl.rendering.clean import clean
from opsctl.rendering.codeowners import Line
from opsctl.rendering.exact_json import Json


class Owners(Protocol):
    """The file as it should be and as it is, its lines, and the people who have no handle."""

    @property
    def platform(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def new(self) -> str: ...
    @property
    def lines(self) -> Sequence[Line]: ...
    @property
    def silent(self) -> Sequence[str]: ...
    @property
    def written(self) -> bool: ...
    @property
    def stale(self) -> bool: ...
    @property
    def diff(self) -> Sequence[str]: ...


def owners_text(result: Owners, *, check: bool) -> str:
    """Nothing where the file was written, the difference where it was only compared, else the whole file."""
    if result.written:
        return ""
    lines = result.diff if check else result.new.splitlines()
    return "".join(f"{clean(line)}\n" for line in lines)


def owners_said(result: Owners, lang: str) -> Iterator[str]:
    """What became of the file, and who cannot be asked."""
    said = "written" if result.written and result.stale else "stale" if result.stale else "fresh"
    file = clean(result.file)
    yield say(lang, f"owners.{said}", file=file, count=str(len(result.lines)), platform=result.platform)
    if result.silent:
        names = listed(result.silent, lang)
        yield say(lang, "owners.no_handle", platform=result.platform, names=names)


def owners_json(result: Owners) -> Json:
    """The file's lines, whether it changed, and the people without a handle."""
    return {
        "platform": result.platform,
        "file": result.file,
        "stale": result.stale,
        "written": result.written,
        "lines": [{"pattern": line.pattern, "owners": list(line.handles)} for line in result.lines],
        "without_handle": list(result.silent),
    }
