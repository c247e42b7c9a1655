"""
Apply the repairs that findings carry, in memory, and keep only those that help.

A repair counts when its finding is gone afterwards and no error has come that was not there before. Rounds go on until
nothing changes, because one repair may make room for the next; what has not settled after ten is left as it was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from opsctl.checking.gate import judge
from opsctl.diagnostics import Diagnostic, Edit, Severity
from opsctl.loading.edits import edited
from opsctl.loading.read import LoadResult, load_tree
from opsctl.loading.tree import Over, Tree

ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Fixed:
    """The workspace after the repairs, the new texts by file, and the findings that were repaired."""

    loaded: LoadResult
    texts: Mapping[str, str]
    done: tuple[Diagnostic, ...]


def fixed(
    tree: Tree, loaded: LoadResult, today: date, asked_for: Callable[[Diagnostic], bool], *, unsafe: bool
) -> Fixed:
    """Repair what can be repaired of what is asked for; unsafe repairs only where asked."""
    state = Fixed(loaded, {}, ())
    left_alone: set[str] = set()
    for _ in range(ROUNDS):
        found = judge(state.loaded, today).diagnostics
        possible = [each for each in found if _may_be_fixed(each, unsafe) and asked_for(each)]
        wanted = [each for each in possible if each.fingerprint not in left_alone]
        if not wanted:
            return state
        after = _round(tree, state, found, wanted, today)
        if after is None and len(wanted) > 1:
            # One of them does harm, or none can be told from the others: one by one.
            tried = [(each, _round(tree, state, found, [each], today)) for each in wanted]
            left_alone |= {each.fingerprint for each, alone in tried if alone is None}
            after = next((alone for _, alone in tried if alone is not None), None)
        if after is None:
            left_alone |= {each.fingerprint for each in wanted}
        else:
            state = after
    return state


def _may_be_fixed(found: Diagnostic, unsafe: bool) -> bool:
    fix = found.problem.fix
    return fix is not None and (fix.safe or unsafe)


def _round(
    tree: Tree, state: Fixed, found: tuple[Diagnostic, ...], wanted: list[Diagnostic], today: date
) -> Fixed | None:
    """One round of repairs; None where one cannot be made, its finding stays, or a new error comes."""
    made = edited(state.loaded.sources, _edits(wanted))
    done = tuple(each for each in wanted if set(_edits([each])) <= set(made.made))
    if not done:
        return None
    texts = {**state.texts, **made.texts}
    loaded = load_tree(Over(tree, texts), state.loaded)
    after = judge(loaded, today).diagnostics
    prints, before = ({each.fingerprint for each in some} for some in (after, found))
    # What is said of a record that could not be read before was wrong all along.
    silent = {state.loaded.workspace.file_of(kind, id_) for kind, id_ in state.loaded.workspace.broken}
    errors = [each for each in after if each.severity is Severity.ERROR and each.file not in silent]
    if any(each.fingerprint not in before for each in errors) or any(each.fingerprint in prints for each in done):
        return None
    return replace(state, loaded=loaded, texts=texts, done=(*state.done, *done))


def _edits(wanted: Iterable[Diagnostic]) -> list[Edit]:
    return [edit for each in wanted if each.problem.fix for edit in each.problem.fix.edits]
