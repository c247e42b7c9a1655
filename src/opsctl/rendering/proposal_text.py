"""What `source new` says about an export, and the proposal as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Protocol

from opsctl.diagnostics import Message
from opsctl.locales import listed, say, tell
from opsctl.rendering.clean import clean

_SHOWN = 12


class Matched(Protocol):
    """An adapter that fits: which of its columns are there, of how many, and how sure that is."""

    @property
    def id(self) -> str: ...
    @property
    def columns(self) -> Mapping[str, str]: ...
    @property
    def asked(self) -> int: ...
    @property
    def share(self) -> Fraction: ...
    @property
    def sureness(self) -> str: ...


class Placed(Protocol):
    """Whose values they are."""

    @property
    def id(self) -> str | None: ...
    @property
    def map(self) -> Mapping[str, str] | None: ...
    @property
    def unknown(self) -> Sequence[str]: ...
    @property
    def choices(self) -> Sequence[str]: ...
    @property
    def is_known(self) -> bool: ...


class Proposal(Protocol):
    """A proposed source."""

    @property
    def file(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def table(self) -> str: ...
    @property
    def header(self) -> int: ...
    @property
    def match(self) -> Matched | None: ...
    @property
    def others(self) -> Sequence[str]: ...
    @property
    def unknown(self) -> Sequence[str]: ...
    @property
    def personal(self) -> Sequence[str]: ...
    @property
    def ratios(self) -> Sequence[str]: ...
    @property
    def place(self) -> Placed: ...
    @property
    def copy_to(self) -> str | None: ...
    @property
    def told(self) -> Sequence[Message]: ...
    @property
    def written(self) -> bool: ...


def proposal_talk(proposed: Proposal, name: str, lang: str) -> Iterator[str]:
    """What was recognised and what was not, line by line; `name` is the adapter's."""
    yield say(lang, "sourcing.table", table=clean(proposed.table), row=f"{proposed.header}")
    match = proposed.match
    if match is not None:
        counts = {"found": f"{len(match.columns)}", "asked": f"{match.asked}"}
        yield say(lang, f"sourcing.{match.sureness}", id=match.id, name=name, **counts)
    elif proposed.text:
        yield say(lang, "sourcing.none", found=f"{proposed.text.count('{sum: ')}")
    if proposed.others:
        yield say(lang, "sourcing.others", ids=listed(proposed.others, lang))
    for kind in ("unknown", "ratios", "personal"):
        columns = getattr(proposed, kind)
        if columns:
            yield say(lang, f"sourcing.{kind}", columns=_shortly(columns, lang))
    for said in proposed.told:
        yield clean(tell(lang, said))
    if proposed.place.unknown:
        yield say(lang, "sourcing.unknown_stores", names=_shortly(proposed.place.unknown, lang))
    if proposed.text and not proposed.place.is_known:
        yield say(lang, "sourcing.stores", stores=listed(proposed.place.choices, lang) or "—")
    if "# currency:" in proposed.text:
        yield say(lang, "sourcing.currency")
    if proposed.copy_to is not None:
        yield say(lang, "sourcing.copy", folder=proposed.copy_to)


def proposal_json(proposed: Proposal) -> dict[str, object]:
    """The proposal as data."""
    match = proposed.match
    return {
        "file": proposed.file,
        "text": proposed.text,
        "written": proposed.written,
        "table": proposed.table,
        "header_row": proposed.header,
        "adapter": None
        if match is None
        else {"id": match.id, "sure": match.sureness, "columns": dict(match.columns), "asked": match.asked},
        "others": list(proposed.others),
        "unknown": list(proposed.unknown),
        "ratios": list(proposed.ratios),
        "personal": list(proposed.personal),
        "store": proposed.place.id,
        "stores": dict(proposed.place.map or {}),
        "unknown_stores": list(proposed.place.unknown),
        "left_out": [{"id": said.id, "params": dict(said.params)} for said in proposed.told],
        "copy_to": proposed.copy_to,
    }


def _shortly(words: Sequence[str], lang: str) -> str:
    return clean(listed(words[:_SHOWN], lang)) + (f" … ({len(words)})" if len(words) > _SHOWN else "")
