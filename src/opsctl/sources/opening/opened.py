"""A file as it lies on disk, opened: one table, several (sheets of a workbook, files of an archive), or a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opsctl.diagnostics import message
from opsctl.sources.opening.archives import unpacked
from opsctl.sources.opening.files import DataFile, Refused, Told, Unusable
from opsctl.sources.opening.kinds import kind
from opsctl.sources.opening.limits import apart
from opsctl.sources.opening.texts import opened_text, plain_name, rewritten
from opsctl.sources.opening.wanted import Wanted, wanted

if TYPE_CHECKING:
    from opsctl.records.source import Source, SourceFile

WITHIN = " › "


def opened(source: Source, spec: SourceFile, path: Path, name: str, scratch: Path) -> Iterator[DataFile | Unusable]:
    """
    Every table of that file.

    `name` is what people call the file, `scratch` a path in the scratch folder whose name may be lengthened.
    """
    yield from opened_as(wanted(source, spec), spec, path, name, scratch)


def opened_as(asked: Wanted, spec: SourceFile, path: Path, name: str, scratch: Path) -> Iterator[DataFile | Unusable]:
    """Every table of that file for whoever wants such columns."""
    yield from _opened(asked, spec, path, name, scratch, within_zip=False)


def again(source: Source, file: DataFile) -> DataFile | Unusable:
    """A text that the engine failed to read, written anew so that it can; or what is wrong with it."""
    try:
        return rewritten(file, wanted(source, file.spec))
    except Refused as refused:
        return Unusable(file.name, refused.said)


def _opened(
    asked: Wanted, spec: SourceFile, path: Path, name: str, scratch: Path, *, within_zip: bool
) -> Iterator[DataFile | Unusable]:
    try:
        what = kind(path)
        if what == "zip" and within_zip:
            raise Refused(message("opening.nested_zip"))
        if what == "zip":
            for inner, part in unpacked(path, scratch):
                yield from _opened(asked, spec, part, f"{name}{WITHIN}{inner}", part, within_zip=True)
        elif what == "parquet":
            yield DataFile(name, plain_name(path, scratch), "parquet", spec)
        elif what == "text":
            yield opened_text(path, name, spec, asked, Path(f"{scratch}.csv"))
        else:
            tables = apart(what, path, asdict(asked), str(scratch))
            for table in tables:
                yield _table(table, name if len(tables) == 1 else f"{name}{WITHIN}{table['name']}", spec)
    except Refused as refused:
        yield Unusable(name, refused.said)
    except PermissionError:
        yield Unusable(name, message("sources.locked"))
    except OSError as error:
        yield Unusable(name, message("sources.unreadable", reason=error.strerror or type(error).__name__))


def _table(table: dict[str, Any], name: str, spec: SourceFile) -> DataFile:
    told = (Told(message(said["id"], **said["params"]), rows) for said, rows in table["told"])
    return DataFile(
        name=name,
        path=table["path"],
        kind="csv",
        spec=spec,
        header=tuple(table["header"]),
        first_row=table["first_row"],
        numbered=True,
        notes=tuple(table["notes"]),
        left_out=table["left_out"],
        told=tuple(told),
    )
