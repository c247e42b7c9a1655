"""What people filled in, from a workbook to the new texts of records; the same for every kind of form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from opsctl.diagnostics import Saying, message
from opsctl.errors import OpsctlError
from opsctl.forms.compare import Change, compared
from opsctl.forms.form import Form
from opsctl.forms.passport import Passport, passport
from opsctl.forms.tabs import Tab, Trouble
from opsctl.forms.weekly import identity
from opsctl.loading.batches import data_of, judged
from opsctl.loading.filling import Fill, Wanted, filled
from opsctl.loading.read import LoadResult
from opsctl.loading.transaction import write
from opsctl.records import KINDS
from opsctl.sources.opening.files import Refused
from opsctl.sources.opening.forms import tabs as opened
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FormResult:
    """What a filled workbook changes: the texts before and after, the changes and troubles by cell.

    `lost` counts the lines that are missing from it, `moved` are files that others changed since it left.
    """

    old: Mapping[str, str]
    new: Mapping[str, str]
    changes: tuple[Change, ...]
    troubles: tuple[Trouble, ...]
    lost: int = 0
    moved: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many cells were changed."""
        return sum(len(change.values) for change in self.changes)


def read_form(path: Path, kind: str, workspace: Workspace) -> tuple[Passport, tuple[Tab, ...]]:
    """The workbook's sheets and what it says of itself; OpsctlError where it cannot be read or is another one."""
    if not path.is_file():
        raise OpsctlError(message("forms.no_file", file=str(path)))
    try:
        tabs = opened(path)
    except Refused as refused:
        raise OpsctlError(message("forms.unreadable", file=str(path), why=Saying(refused.said))) from None
    except OSError as error:
        why = Saying(message("sources.unreadable", reason=error.strerror or type(error).__name__))
        raise OpsctlError(message("forms.unreadable", file=str(path), why=why)) from error
    found = passport(tabs)
    if not isinstance(found, Passport):
        raise OpsctlError(message("forms.unreadable", file=str(path), why=Saying(found)))
    if found.kind != kind:
        raise OpsctlError(message("forms.other_kind", found=found.kind, wanted=kind))
    if found.workspace != identity(workspace):
        raise OpsctlError(message("forms.other_workspace", found=found.workspace, here=identity(workspace)))
    return found, tabs


def fill_in(loaded: LoadResult, form: Form, known: Passport, tabs: Sequence[Tab]) -> FormResult:
    """Work out the new texts; where any cell is in trouble, there are none.

    Raises OpsctlError where a record that a line stands in cannot be read.
    """
    for kind, id_ in sorted(loaded.workspace.broken):
        if (file := loaded.workspace.file_of(kind, id_)) in known.records:
            raise OpsctlError(message("forms.broken", file=file), message("commands.run_check"))
    found = compared(form, known, tabs)
    troubles = list(found.troubles)
    old, new = dict[str, str](), dict[str, str]()
    for file in sorted({change.line.file for change in found.changes}):
        here = [change for change in found.changes if change.line.file == file]
        old[file] = loaded.sources.texts[file]
        new[file], wrong = _file(loaded.workspace, file, old[file], here)
        troubles += wrong
    if troubles:
        old, new = {}, {}
    changes = () if troubles else tuple(found.changes)
    moved = tuple(file for file, digest in known.records.items() if form.records.get(file, digest) != digest)
    return FormResult(old, new, changes, tuple(troubles), found.lost, moved)


def write_form(root: Path, result: FormResult) -> None:
    """Write the new texts; OpsctlError where the files have changed meanwhile."""
    write(root, result.new, expected=result.old)


def _file(
    workspace: Workspace, file: str, text: str, changes: Sequence[Change]
) -> tuple[str, Iterator[Trouble] | list[Trouble]]:
    fills = [_fill(change) for change in changes]
    new, refused, routes = filled(file, text, fills)
    if refused:
        said = message("forms.no_place", file=file)
        by_fill = {id(fill): change for fill, change in zip(fills, changes, strict=True)}
        cells = [by_fill[id(fill)].cells.get(key) or _first(by_fill[id(fill)]) for fill, key in refused]
        return text, [Trouble(cell, said) for cell in dict.fromkeys(cells)]
    return new, list(_refused_by_model(workspace, file, new, changes, routes))


def _refused_by_model(
    workspace: Workspace,
    file: str,
    text: str,
    changes: Sequence[Change],
    routes: Mapping[int, tuple[str | int, ...]],
) -> Iterator[Trouble]:
    """What the record's model says of the new values, each at its cell."""
    kind = next(each for each in KINDS if each.name == file.partition("/")[0].removesuffix("s"))
    _, findings = judged(kind.model, data_of(file, text), file, workspace.weeks)
    for finding in findings:
        path = finding.problem.at.path
        cell = next((_cell(change, path[len(routes[at]) :]) for at, change in enumerate(changes)
                     if path[: len(routes[at])] == routes[at]), None) or _first(changes[0])  # fmt: skip
        yield Trouble(cell, finding.problem.message)


def _cell(change: Change, rest: Sequence[str | int]) -> str:
    return change.cells.get(str(rest[0]) if rest else "") or _first(change)


def _first(change: Change) -> str:
    return next(iter(change.cells.values()))


def _fill(change: Change) -> Fill:
    line = change.line
    values: dict[str, Wanted] = {}
    for key, column in change.columns.items():
        text = change.values.get(key, (line.makes or {}).get(key, ""))
        if key in change.values or text:
            values[key] = tuple(each for each in text.split("\n") if each) if column.lines else text
    if line.makes is None:
        return Fill(line.route, values)
    entry = {key: value for key, value in {**line.makes, **values}.items() if value}
    return Fill(line.route[:-1], entry, True, line.numbered, str(line.route[0])[:1].upper())
