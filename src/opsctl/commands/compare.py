"""`plan compare` and `plan split --scenario`: the targets of a year under two scenarios, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from opsctl.commands.check import errors_of, outcome
from opsctl.commands.scenarios import BASE, under
from opsctl.commands.targets import metric_named, scope_named
from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.loading.reportfile import report_file, write_report
from opsctl.planning.cells import cell_files
from opsctl.planning.shown.comparison import Compared, compared
from opsctl.records import KINDS
from opsctl.rendering.formats import Outcome
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Comparison:
    """The targets of a year in two workspaces, each with its name, or why there are none."""

    year: int
    names: tuple[str, str]
    before: Workspace
    after: Workspace
    rows: tuple[Compared, ...]
    metric: str | None = None
    scope: str | None = None
    written: tuple[str, ...] = ()
    folder: str = ""
    refused: Outcome | None = None
    errors: int = 0


def compare(
    root: Path, names: tuple[str, str], year: int | None, scope: str | None = None, metric: str | None = None
) -> Comparison:
    """Compare the targets of a year under two scenarios; `base` is the records as they are."""
    loaded = load(root)
    before, after = (under(loaded, name) for name in names)
    when = _year(before.workspace, after.workspace, year)
    owner = None if scope is None else scope_named(after.workspace, scope)
    id_ = None if metric is None else metric_named(after.workspace, metric)
    errors = len({*errors_of(before), *errors_of(after)})
    rows = compared(before.workspace, after.workspace, when, owner, id_)
    return Comparison(when, names, before.workspace, after.workspace, rows, id_, owner, errors=errors)


def split_under(root: Path, year: int, scenario: str, folder: Path | None, *, dry_run: bool) -> Comparison:
    """What a scenario would change in a year's targets; its cells go to a folder where one is named.

    Refused like any split where a record or the scenario has an error. OpsctlError for a folder of records.
    """
    loaded = load(root)
    laid = under(loaded, scenario)
    when = _year(loaded.workspace, laid.workspace, year)
    names = (BASE, scenario)
    wrong = errors_of(laid)
    if wrong:
        return Comparison(when, names, loaded.workspace, laid.workspace, (), refused=outcome(laid, wrong))
    rows = compared(loaded.workspace, laid.workspace, when)
    found = Comparison(when, names, loaded.workspace, laid.workspace, rows)
    if folder is None:
        return found
    texts = _placed(root, folder, cell_files(laid.workspace, when))
    if not dry_run:
        for file, text in texts.items():
            write_report(file, text)
    written = () if dry_run else tuple(sorted(file.name for file in texts))
    return replace(found, written=written, folder=str(folder))


def reports_folder(root: Path, scenario: str) -> Path:
    """Where the cells of a scenario go unless somebody names a folder: among the reports, which git leaves alone."""
    return root / "reports" / "scenarios" / scenario


def _placed(root: Path, folder: Path, texts: Mapping[str, str]) -> Mapping[Path, str]:
    """Each text with its place in the folder, which must hold no records."""
    top, place = root.resolve(), folder.resolve()
    inside = place.relative_to(top).parts[:1] if place.is_relative_to(top) else ("",)
    if inside == () or inside[0] in {kind.folder for kind in KINDS}:
        raise OpsctlError(message("scenario.folder_of_records", folder=str(folder)), message("scenario.other_folder"))
    return {report_file(folder / Path(file).name, new_folder=True): text for file, text in texts.items()}


def _year(before: Workspace, after: Workspace, year: int | None) -> int:
    years = sorted({*before.years(), *after.years()})
    if years and (year is None or year in years):
        return years[-1] if year is None else year
    shown = Listed(map(str, years)) or "—"
    raise OpsctlError(message("plan.no_sheets", year=year or "—"), message("plan.years_with_sheets", years=shown))
