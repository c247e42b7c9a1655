"""
Adapters: mappings of exports that ship with opsctl, laid under what a source writes itself.

Maps are merged key by key; a list, a text or a number takes the place of the adapter's, and a key left empty takes it
out. The result is judged as if it had been written in the source's file, so a shipped mapping may do nothing that a
written one may not. What is wrong stands at the user's own key, or at `adapter:` where the adapter brought it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from typing import Any

from opsctl.diagnostics import Edit, Fix, Listed, Place, Problem, message
from opsctl.loading.flaws import shown
from opsctl.loading.plainyaml import read_plain
from opsctl.loading.schema import judge
from opsctl.records.base import Record
from opsctl.resources import adapters_root
from opsctl.weeks import Weeks
from opsctl.workspace import Finding, Loaded

_ADAPTER = "adapter"
# What an adapter says of itself, and a source of its own files.
_ABOUT = ("name", "about")
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Adapted(Loaded):
    """A source with an adapter: what it wrote stands in its file, everything else at the adapter's name."""

    written: Any

    def at(self, *path: str | int, key: bool = False) -> Place:
        """The place of a key or value that the source wrote, or of the adapter that brought it."""
        if _leads(self.written, path):
            return Place(self.file, path, "key" if key else "value")
        return Place(self.file, (_ADAPTER,))


@cache
def adapter_ids() -> tuple[str, ...]:
    """The ids of all shipped adapters, sorted."""
    return tuple(sorted(path.stem for path in adapters_root().glob("*.yaml")))


@cache
def read_adapter(id_: str) -> dict[str, Any]:
    """One shipped adapter as it is written, with its `name` and `about`; KeyError where there is none of that id."""
    if id_ not in adapter_ids():
        raise KeyError(id_)
    text = (adapters_root() / f"{id_}.yaml").read_text("utf-8")
    plain: Any = read_plain(text)
    if plain is None:
        from opsctl.loading.yamltext import parse

        plain = parse(text).data
    assert isinstance(plain, dict)
    return plain


def about(id_: str, lang: str) -> str:
    """Where an adapter's export is found and what to mind, as one paragraph; KeyError where no adapter has the id."""
    lines = read_adapter(id_)["about"][lang].split("\n")
    text: str = lines[0]
    for line in lines[1:]:
        text += (" " if _apart(text[-1:], line[:1]) else "") + line
    return text


def _apart(before: str, after: str) -> bool:
    """Whether a blank stands between two letters: Chinese has none between words, beside Latin it has."""
    if (before.isascii() and after.isascii()) or "→" in (before, after):
        return True
    return before.isalnum() and after.isalnum() and (before.isascii() or after.isascii())


def names_adapter(data: object) -> bool:
    """Say whether a record's data is laid over an adapter."""
    return isinstance(data, dict) and isinstance(data.get(_ADAPTER), str)


def judged_with_adapter(
    model: type[Record], data: Any, file: str, weeks: Weeks
) -> tuple[Record | None, tuple[Finding, ...]]:
    """Read a source that names an adapter, or say what is wrong with it, each at its place in the source's file."""
    id_ = data[_ADAPTER]
    if id_ not in adapter_ids():
        return None, (Finding("bad-value", _unknown(id_, Place(file, (_ADAPTER,)))),)
    given = {key: value for key, value in read_adapter(id_).items() if key not in _ABOUT}
    record, findings = judge(model, merged(given, data), file, weeks)
    return record, tuple(_placed(finding, data, id_) for finding in findings)


def merged(given: Any, written: Any) -> Any:
    """An adapter's data under what a source wrote."""
    if not isinstance(given, dict) or not isinstance(written, dict):
        return written
    made = dict(given)
    for key, value in written.items():
        if value is None and key in given:
            del made[key]
        else:
            made[key] = merged(given.get(key), value)
    return made


def placed(loaded: Loaded, written: Any) -> Loaded:
    """The record with places that lead into its file, given the data it was read from."""
    if loaded.kind != "source" or not names_adapter(written):
        return loaded
    return Adapted(loaded.kind, loaded.id, loaded.file, loaded.data, written)


def _placed(finding: Finding, written: Any, adapter: str) -> Finding:
    at = finding.problem.at
    if _leads(written, at.path if finding.rule != "missing-key" else at.path[:-1]):
        return finding
    note = message("adapters.here", adapter=adapter, path=".".join(map(str, at.path)))
    here = Place(at.file, (_ADAPTER,))
    return replace(finding, problem=replace(finding.problem, at=here, related=((here, note),), fix=None))


def _leads(written: Any, path: tuple[str | int, ...]) -> bool:
    for step in path:
        inside = step in written if isinstance(written, dict) else isinstance(step, int) and _reaches(written, step)
        if not inside:
            return False
        written = written[step]
    return True


def _reaches(written: Any, step: int) -> bool:
    return isinstance(written, list) and step < len(written)


def _unknown(id_: str, at: Place) -> Problem:
    close = next(_close(id_), None)
    if close is None:
        known = Listed(adapter_ids())
        return Problem(at, message("adapters.unknown", adapter=shown(id_), known=known))
    fix = Fix(message("load.respell", value=shown(id_), meant=close), (Edit(at, close),), safe=True)
    return Problem(at, message("adapters.unknown_close", adapter=shown(id_), meant=close), fix=fix)


def _close(id_: str) -> Iterator[str]:
    yield from get_close_matches(id_[:_SHOWN].casefold(), adapter_ids(), n=1, cutoff=0.6)
