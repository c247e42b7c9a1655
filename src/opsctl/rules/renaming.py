"""
What giving a record another id changes: the names of files, and every place that names it.

Built on the list of pointers that `refs` and the checks walk. A text in an expression of the team's own rules counts
where it is compared with a key that holds such an id: `role = "store-manager"`, not `platform = "tmall"`. An alias of a
metric stays, and so do words in written pages, because nobody can tell a name from a word there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from opsctl.asking.tokens import Token, tokens
from opsctl.asking.trouble import Refused
from opsctl.diagnostics import Edit, Place
from opsctl.planning.cells import cell_file
from opsctl.records import BY_NAME, SCOPE_KINDS, SETTINGS_FILE
from opsctl.records.waiver import WAIVERS_FILE
from opsctl.rules.pointers import METRIC, pointers
from opsctl.workspace import Loaded, Workspace

_RULE = "rule"
_TOP = Place(SETTINGS_FILE, ("top",))
# The keys that hold ids of a kind, as expressions name them; `id` itself where the rule looks at that kind.
_KEYS: Mapping[str, tuple[str, ...]] = {
    "team": ("team", "parent", "at", "top", "other", "map"),
    "store": ("at", "other", "map"),
    "person": ("other", "map", "owner", "person", "lead", "by", "approver", "approved_by", "took_part", "attended"),
    "role": ("role", "reports_to"),
    "source": ("source",),
    METRIC: ("metric", "serves", "owns", "contributes_to", "numerator", "denominator"),
}
# The mappings whose keys are such ids: `goals.samples.value`, `goals["samples"].split.weights["tmall-flagship"]`.
_MAPPINGS: Mapping[str, tuple[str, ...]] = {
    "team": ("weights", "relative", "hold", "bounds"),
    "store": ("weights", "relative", "hold", "bounds"),
    METRIC: ("goals", "capacity", "closed", "metrics", "parts"),
}
# How a key of a mapping is named in it, by the kind of its token.
_STEPS = {"word": ".", "text": "["}
_EXPRESSIONS = ("where", "require")


@dataclass(frozen=True, slots=True)
class Change:
    """The new name of each file that is called otherwise, and the edits in the files under their old names."""

    moved: Mapping[str, str]
    edits: tuple[Edit, ...]


def change_of(workspace: Workspace, kind: str, id_: str, new: str) -> Change:
    """Everything that follows from another id for a record."""
    addresses = dict(_addresses(workspace, kind, id_, new))
    moved = {BY_NAME[of].file(old): BY_NAME[of].file(now) for (of, old), now in addresses.items()}
    for year in workspace.years() if kind in SCOPE_KINDS else ():
        if cell_file(year, id_) in workspace.cells:
            moved[cell_file(year, id_)] = cell_file(year, new)
    edits = [
        *_named(workspace, kind, id_, new),
        *_waived(workspace, addresses, moved),
        *_changed(workspace, addresses),
        *(_named_rule(workspace, id_, new) if kind == _RULE else ()),
        *(edit for rule in workspace.all(_RULE).values() for edit in _in_rule(rule, kind, id_, new)),
    ]
    return Change(moved, tuple(dict.fromkeys(edits)))


def _addresses(workspace: Workspace, kind: str, id_: str, new: str) -> Iterator[tuple[tuple[str, str], str]]:
    """The records that get another id: the one itself, and for a scope every sheet, plan and review of it."""
    yield (kind, id_), new
    for record in workspace.records if kind in SCOPE_KINDS else ():
        period, _, scope = record.id.partition("/")
        if BY_NAME[record.kind].nested and scope == id_:
            yield (record.kind, record.id), f"{period}/{new}"


def _named(workspace: Workspace, kind: str, id_: str, new: str) -> Iterator[Edit]:
    for each in pointers(workspace):
        # What a source's adapter names stands in no file of the workspace.
        if (
            each.at.path
            and each.at.path != ("adapter",)
            and each.written == id_
            and (each.to_kind, each.to) == (kind, id_)
        ):
            # The settings need not say which team is at the top while it has the usual id.
            absent = each.at == _TOP and "top" not in workspace.settings.model_fields_set
            # A part of a text is in whatever quotes the text is in.
            yield Edit(each.at, new, "insert" if absent else "replace", quote=each.at.part is None)


def _waived(workspace: Workspace, addresses: Mapping[tuple[str, str], str], moved: Mapping[str, str]) -> Iterator[Edit]:
    for index, waiver in enumerate(workspace.waivers):
        kind, _, id_ = waiver.record.partition(":")
        now = addresses.get((kind, id_))
        named = moved.get(waiver.record) if now is None else f"{kind}:{now}"
        if named is not None:
            yield Edit(Place(WAIVERS_FILE, ("waivers", index, "record")), named)


def _changed(workspace: Workspace, addresses: Mapping[tuple[str, str], str]) -> Iterator[Edit]:
    for scenario in workspace.all("scenario").values():
        for address in scenario.data.changes:
            kind, _, id_ = address.partition(":")
            if (now := addresses.get((kind, id_))) is not None:
                yield Edit(scenario.at("changes", address, key=True), f"{kind}:{now}")


def _named_rule(workspace: Workspace, id_: str, new: str) -> Iterator[Edit]:
    """Where a rule of the team's own is set aside or given another severity."""
    for index, waiver in enumerate(workspace.waivers):
        if waiver.rule == id_:
            yield Edit(Place(WAIVERS_FILE, ("waivers", index, "rule")), new, quote=True)
    if id_ in workspace.settings.checks.severity:
        yield Edit(Place(SETTINGS_FILE, ("checks", "severity", id_), "key"), new, quote=True)


def _in_rule(rule: Loaded, kind: str, id_: str, new: str) -> Iterator[Edit]:
    keys = (*_KEYS.get(kind, ()), *(("id",) if rule.data.select == kind else ()))
    for name in _EXPRESSIONS:
        text = getattr(rule.data, name)
        if text is None or id_ not in text:
            continue
        for token in _naming(text, keys, _MAPPINGS.get(kind, ())):
            start, end = token.at
            if token.kind == "text" and token.value == id_:
                yield Edit(Place(rule.file, (name,), part=(start + 1, end - 1)), new)
            elif token.kind == "word" and token.text == id_:
                yield Edit(Place(rule.file, (name,), part=(start, end)), new)


def _naming(text: str, keys: tuple[str, ...], mappings: tuple[str, ...]) -> Iterator[Token]:
    """The texts of an expression that are compared with one of these keys, and the keys of one of these mappings."""
    try:
        found = tokens(text)
    except Refused:
        return
    for at, token in enumerate(found):
        compared = token.kind == "text" and (_before(found, at) in keys or _after(found, at) in keys)
        if compared or (at > 1 and found[at - 1].text == _STEPS.get(token.kind) and found[at - 2].text in mappings):
            yield token


def _before(found: tuple[Token, ...], at: int) -> str:
    """The key that a text on the right is compared with, also one of several in brackets."""
    at -= 1
    while at > 0 and (found[at].kind == "text" or found[at].text in ("[", ",")):
        at -= 1
    return found[at - 1].text if at > 0 and found[at].text in ("=", "!=", "in", "contains") else ""


def _after(found: tuple[Token, ...], at: int) -> str:
    """The key that a text on the left is compared with: the last word of `a.b.key`."""
    if found[at + 1].text not in ("=", "!=", "in"):
        return ""
    at += 2
    while found[at].kind == "word" and found[at + 1].text == ".":
        at += 2
    return found[at].text
