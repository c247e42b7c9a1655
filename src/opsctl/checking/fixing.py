"""
Apply the repairs that findings carry, in memory, and keep only those that help.

A repair counts when its finding is gone afterwards and no error has come that was not there before. Rounds go on until
nothing changes, because one repair may make room for the next; where that takes more than ten, nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from opsctl.checking.engine import OF_BROKEN_FILES
from opsctl.checking.gate import judge
from opsctl.diagnostics import Diagnostic, Edit, Severity
from opsctl.loading.edits import edited
from opsctl.loading.read import LoadResult, load_tree
from opsctl.loading.tree import Over, Tree

ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Fixed:
    """The workspace after the repairs, the new texts by file, and the findings that were repaired.

    What has not `settled` has changed nothing: each repair called for another one.
    """

    loaded: LoadResult
    texts: Mapping[str, str]
    done: tuple[Diagnostic, ...]
    settled: bool = True


@dataclass(frozen=True, slots=True)
class _State:
    """How far the repairs have come, with what is found then."""

    loaded: LoadResult
    found: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    done: tuple[Diagnostic, ...] = ()

    @property
    def unread(self) -> frozenset[str]:
        """The files of the records that cannot be read."""
        workspace = self.loaded.workspace
        return frozenset(workspace.file_of(kind, id_) for kind, id_ in workspace.broken)


def fixed(
    tree: Tree, loaded: LoadResult, today: date, asked_for: Callable[[Diagnostic], bool], *, unsafe: bool
) -> Fixed:
    """Repair what can be repaired of what is asked for; unsafe repairs only where asked."""
    state = _State(loaded, judge(loaded, today).diagnostics, {})
    left_alone: set[str] = set()
    for _ in range(ROUNDS + 1):
        possible = [each for each in state.found if _may_be_fixed(each, unsafe) and asked_for(each)]
        wanted = _together(state, [each for each in possible if each.fingerprint not in left_alone])
        if not wanted:
            return Fixed(state.loaded, state.texts, state.done)
        state = _as_many_as_help(tree, state, wanted, today, left_alone)
    return Fixed(loaded, {}, (), settled=False)


def _may_be_fixed(found: Diagnostic, unsafe: bool) -> bool:
    fix = found.problem.fix
    return fix is not None and (fix.safe or unsafe)


def _together(state: _State, wanted: list[Diagnostic]) -> list[Diagnostic]:
    """Files that cannot be read come first: what the rest is worth shows only when all is read."""
    unread = state.unread
    return [each for each in wanted if each.file in unread] or wanted


def _as_many_as_help(
    tree: Tree, state: _State, wanted: Sequence[Diagnostic], today: date, left_alone: set[str]
) -> _State:
    """Repair all of them, or where that does harm each half by itself, down to the one that does it."""
    after = _round(tree, state, wanted, today)
    if after is not None:
        return after
    if len(wanted) == 1:
        left_alone.add(wanted[0].fingerprint)
        return state
    middle = len(wanted) // 2
    for half in (wanted[:middle], wanted[middle:]):
        state = _as_many_as_help(tree, state, half, today, left_alone)
    return state


def _round(tree: Tree, state: _State, wanted: Sequence[Diagnostic], today: date) -> _State | None:
    """One round of repairs; None where none can be made, a finding stays, or a new error comes."""
    made = edited(state.loaded.sources, [edit for each in wanted for edit in _edits(each)])
    made_edits = frozenset(made.made)
    done = tuple(each for each in wanted if made_edits.issuperset(_edits(each)))
    half = made_edits.difference(edit for each in done for edit in _edits(each))
    if half and done:
        # A repair is made whole or not at all.
        return _round(tree, state, done, today)
    if half or not done:
        return None
    texts = {**state.texts, **made.texts}
    loaded = load_tree(Over(tree, texts), state.loaded)
    after = judge(loaded, today).diagnostics
    return None if _harms(state, after, done) else _State(loaded, after, texts, (*state.done, *done))


def _harms(state: _State, after: tuple[Diagnostic, ...], done: tuple[Diagnostic, ...]) -> bool:
    """Say whether a finding stays or an error is new; a file that can be read now may show what was wrong all along."""
    prints, before = ({each.fingerprint for each in some} for some in (after, state.found))
    unread = state.unread
    read_now = any(each.file in unread for each in done)
    errors = (each for each in after if each.severity is Severity.ERROR and each.fingerprint not in before)
    new = (
        each for each in errors if not read_now or (each.file not in unread and each.code.startswith(OF_BROKEN_FILES))
    )
    return any(each.fingerprint in prints for each in done) or any(new)


def _edits(found: Diagnostic) -> tuple[Edit, ...]:
    return found.problem.fix.edits if found.problem.fix else ()
