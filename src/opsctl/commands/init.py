"""`init`: a small workspace from a template, with its cells and sample actuals, into an empty folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from opsctl.commands.samples import sample_csv, sample_days
from opsctl.diagnostics import Listed, message, some
from opsctl.errors import OpsctlError
from opsctl.loading.files import refusal
from opsctl.loading.recovery import recover, unfinished
from opsctl.loading.schema import judge
from opsctl.loading.transaction import write
from opsctl.loading.yamltext import parse
from opsctl.period import Period, month_of, week_of
from opsctl.planning.cells import cell_files
from opsctl.records import KINDS, SETTINGS_FILE
from opsctl.records.settings import Settings
from opsctl.resources import data_root
from opsctl.workspace import Loaded, Workspace

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """The files of a new workspace by name, where they stand, the last week that its samples cover.

    `dropped` says that an earlier try was cut off before it counted.
    """

    folder: Path
    files: Mapping[str, str]
    week: Period
    written: bool
    dropped: bool = False


def init(folder: Path, lang: str, template: str, today: date, *, dry_run: bool) -> NewWorkspace:
    """Write a workspace into a folder that has no files yet; all of it or nothing.

    OpsctlError where the folder has files, there is no such template, or an earlier try only had to be finished.
    """
    source = _template(template) / lang
    where = folder.resolve()
    dropped = not dry_run and _after_a_cut(folder, where)
    _refuse_files(folder, where)
    week = week_of(today).previous()
    files = workspace_files(_texts(source), _name(where), week)
    write(where, files, expected=dict.fromkeys(files), dry_run=dry_run)
    return NewWorkspace(folder, files, week, not dry_run, dropped)


def templates() -> tuple[str, ...]:
    """The names of the shipped workspace templates."""
    return tuple(sorted(path.name for path in (data_root("templates") / "workspace").iterdir() if path.is_dir()))


def workspace_files(texts: Mapping[str, str], name: str, week: Period) -> Mapping[str, str]:
    """Fill the template's markers, and add what follows from its records: sample actuals and cells."""
    year = week.start.isocalendar().year
    days = sample_days(week)
    markers = {
        "@YEAR@": f"{year}",
        "@BEFORE@": f"{year - 1}",
        "@WEEK@": week.label,
        "@MONTH@": _month_in(year, week).label,
        "@FIRST@": days[0].isoformat(),
        "@LAST@": days[-1].isoformat(),
        # Last, because a name may look like a marker.
        "@NAME@": name,
    }
    files = {_filled(path, markers): _filled(text, markers) for path, text in texts.items()}
    workspace = _read(files)
    for path, text in files.items():
        feeding = [found.data for found in workspace.all("source").values() if _reads(found, path)]
        if feeding:
            files[path] = sample_csv(workspace, feeding[0], text, week, year)
    return dict(sorted({**files, **cell_files(workspace, year)}.items()))


def _template(name: str) -> Path:
    if name not in templates():
        raise OpsctlError(
            message("commands.no_template", name=name), message("commands.templates", names=Listed(templates()))
        )
    return data_root("templates") / "workspace" / name


def _after_a_cut(folder: Path, where: Path) -> bool:
    """Drop an earlier try that was cut off before it counted, and say so; one that counted is finished instead."""
    found = recover(where) if where.is_dir() and unfinished(where) else None
    if found is not None and found.finished:
        said = message("commands.init_finished", folder=str(folder), count=len(found.files))
        raise OpsctlError(said, message("commands.check_it", folder=str(folder)))
    return found is not None


def _refuse_files(folder: Path, where: Path) -> None:
    """A fresh git repository is empty enough; anything else might be somebody's work."""
    if not where.exists():
        return
    try:
        found = sorted(name for name in os.listdir(where) if name != ".git")
    except NotADirectoryError:
        raise OpsctlError(
            message("commands.not_a_folder", folder=str(folder)), message("commands.empty_folder")
        ) from None
    except OSError as error:
        raise OpsctlError(refusal(error)) from error
    if found:
        shown = some(found, _SHOWN)
        said = message("commands.has_files", folder=str(folder), files=shown)
        raise OpsctlError(said, message("commands.empty_folder"))


def _texts(source: Path) -> dict[str, str]:
    paths = (path for path in sorted(source.rglob("*")) if path.is_file())
    return {path.relative_to(source).as_posix(): path.read_text("utf-8") for path in paths}


def _name(where: Path) -> str:
    """The folder's name as far as it can stand between double quotes in YAML."""
    kept = "".join(char for char in where.name if char.isprintable() and char not in '"\\').strip()
    return kept or "opsctl"


def _month_in(year: int, week: Period) -> Period:
    return month_of(week.start if week.start.year == year else week.last)


def _filled(text: str, markers: Mapping[str, str]) -> str:
    for marker, value in markers.items():
        text = text.replace(marker, value)
    return text


def _read(files: Mapping[str, str]) -> Workspace:
    """The workspace that loading these texts would give; what a template gets wrong, `check` will say."""
    settings, _ = judge(Settings, parse(files[SETTINGS_FILE]).data, SETTINGS_FILE)
    assert isinstance(settings, Settings)
    records = []
    for kind in KINDS:
        for path, text in sorted(files.items()):
            if path.startswith(f"{kind.folder}/") and path.endswith(kind.suffix):
                record, _ = judge(kind.model, parse(text).data, path)
                if record is not None:
                    id_ = path.removeprefix(f"{kind.folder}/").removesuffix(kind.suffix)
                    records.append(Loaded(kind.name, id_, path, record))
    return Workspace(settings, tuple(sorted(records, key=lambda record: (record.kind, record.id))))


def _reads(source: Loaded, path: str) -> bool:
    return any(Path(path).match(file.path) for file in source.data.files)
