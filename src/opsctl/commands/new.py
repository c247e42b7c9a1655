"""`opsctl new`: a record from a commented skeleton, which passes every check from its first minute."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from opsctl.checking.aside import may_be_set_aside
from opsctl.checking.gate import judge
from opsctl.commands.blanks import BLANKS
from opsctl.commands.records import kind_named
from opsctl.commands.skeletons import blanks_of, filled, skeleton
from opsctl.diagnostics import Diagnostic, Listed, Severity, message
from opsctl.errors import OpsctlError
from opsctl.loading.discover import name_problem
from opsctl.loading.read import LoadResult, load, load_tree
from opsctl.loading.transaction import write
from opsctl.loading.tree import Disk, Over
from opsctl.locales import say
from opsctl.planning.cells import stale_files
from opsctl.records import BY_NAME, PRIVATE_KINDS, SCOPE_KINDS, Kind

# Ids of kinds that spell them in a way of their own.
_EXAMPLES = {"calendar": "2027", "fx": "2027", "metric": "new_fans"}
# Errors that tell of a record which comes next.
_LATER = ("store-without-manager",)

Ask = Callable[[str], str | None]
"""Asks a person for a value; None where nobody can be asked."""


@dataclass(frozen=True, slots=True)
class New:
    """A record that is new, with the files that come with it, or what checks would say of it.

    What it still lacks is `aside`: its own comments except it until it is there.
    """

    file: str
    texts: Mapping[str, str | None]
    found: tuple[Diagnostic, ...]
    written: bool
    aside: tuple[Diagnostic, ...] = ()


def new(root: Path, written: str, id_: str, given: Mapping[str, str], ask: Ask, today: date, *, dry_run: bool) -> New:
    """Write a new record, unless checks would find something they did not find before.

    OpsctlError for a kind or id that cannot be, and for values that are needed and neither given nor known.
    """
    kind = BY_NAME[kind_named(written)]
    loaded = load(root)
    _refuse(loaded, kind, id_)
    lang = loaded.workspace.settings.lang
    bare = skeleton(kind, lang)
    text = filled(bare, _values(loaded, kind, id_, bare, given, ask, today))
    tree, file = Disk(str(root)), kind.file(id_)
    before = {found.fingerprint for found in judge(loaded, today).diagnostics}
    texts = _with_cells(tree, loaded, file, text)
    found = _new_findings(tree, loaded, texts, before, today)
    aside: tuple[Diagnostic, ...] = ()
    if found and all(each.file == file and _comes_later(each) for each in found):
        aside = found
        text = _excused(text, found, say(lang, "commands.new_reason"))
        texts = _with_cells(tree, loaded, file, text)
        found = _new_findings(tree, loaded, texts, before, today)
    if not found and not dry_run:
        write(root, texts, expected={name: loaded.sources.texts.get(name) for name in texts})
    return New(file, texts, found, not found and not dry_run, () if found else aside)


def _refuse(loaded: LoadResult, kind: Kind, id_: str) -> None:
    if kind in PRIVATE_KINDS:
        raise OpsctlError(message("commands.new_private", kind=kind.name))
    wrong = name_problem(id_, kind.suffix, kind, id_.count("/"), loaded.workspace.weeks)
    if wrong is not None:
        example = _EXAMPLES.get(kind.name, "2026/company" if kind.nested else "jd-flagship")
        raise OpsctlError(message("commands.new_bad_id", id=id_, kind=kind.name, example=example), wrong)
    kinds = SCOPE_KINDS if kind.name in SCOPE_KINDS else (kind.name,)
    taken = next((each for each in kinds if loaded.workspace.exists(each, id_)), None)
    if taken is not None or (kind.name == "metric" and id_ in loaded.workspace.metrics):
        raise OpsctlError(message("commands.mv_taken", address=f"{taken or kind.name}:{id_}"))
    if kind.nested and loaded.workspace.scope(id_.partition("/")[2]) is None:
        raise OpsctlError(message("commands.new_no_scope", scope=id_.partition("/")[2]))


def _values(
    loaded: LoadResult, kind: Kind, id_: str, bare: str, given: Mapping[str, str], ask: Ask, today: date
) -> dict[str, str]:
    """A value for every blank: as given, else as known, else as somebody answers."""
    needed = blanks_of(bare)
    unknown = sorted(set(given) - set(needed))
    if unknown:
        raise OpsctlError(message("commands.new_unknown", keys=Listed(unknown), known=Listed(needed)))
    values = {"id": id_}
    for name in needed:
        if name not in values:
            known = given.get(name) or BLANKS[name](loaded.workspace, id_, today) or ask(name)
            if known is not None:
                values[name] = known
    missing = [name for name in needed if name not in values]
    if missing:
        example = " ".join(f"--set {name}=…" for name in missing)
        raise OpsctlError(
            message("commands.new_missing", keys=Listed(missing)),
            message("commands.new_example", command=f"opsctl new {kind.name} {id_} {example}"),
        )
    return values


def _with_cells(tree: Disk, loaded: LoadResult, file: str, text: str) -> dict[str, str | None]:
    """The new record, and the cells that its year has with it, where they were true without it."""
    texts: dict[str, str | None] = {file: text}
    after = load_tree(Over(tree, texts), loaded).workspace
    for year in after.years():
        if not stale_files(loaded.workspace, year):
            texts.update(stale_files(after, year))
    return texts


def _new_findings(
    tree: Disk, loaded: LoadResult, texts: Mapping[str, str | None], before: set[str], today: date
) -> tuple[Diagnostic, ...]:
    file = next(iter(texts))
    found = judge(load_tree(Over(tree, texts), loaded), today).diagnostics
    fresh = (each for each in found if each.fingerprint not in before)
    # What other records lack now is theirs to say, as long as nothing is wrong.
    return tuple(each for each in fresh if each.file == file or each.severity is Severity.ERROR)


def _comes_later(found: Diagnostic) -> bool:
    """Say whether a finding tells of what is still missing, and not of something wrong."""
    return may_be_set_aside(found) and (found.severity is not Severity.ERROR or found.name in _LATER)


def _excused(text: str, found: tuple[Diagnostic, ...], reason: str) -> str:
    """The text with a comment on each line that something is found on: what a new record lacks comes later."""
    lines = text.split("\n")
    for number in {each.span.line for each in found}:
        names = Listed(sorted({each.name for each in found if each.span.line == number}))
        bare = lines[number - 1].partition("  #")[0].rstrip()
        lines[number - 1] = f"{bare}  # opsctl: ignore[{names}] {reason}"
    return "\n".join(lines)
