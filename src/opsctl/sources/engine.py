"""
The engine: DuckDB in memory, that may read exactly the files named here and nothing else.

It is imported on first use, because most commands never need it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from opsctl.diagnostics import Message, message

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Rows = list[tuple[Any, ...]]

# With this, 50 million order lines stay under 4 GiB; larger aggregates go to the disk piece by piece.
_MOST_MEMORY = 3_000_000_000
_AT_A_TIME = 1_000
_LINE = re.compile(r"CSV Error on Line: ([0-9]+)")
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 2,
    "preserve_insertion_order": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "allow_persistent_secrets": False,
    "python_enable_replacements": False,
}


class Failed(Exception):
    """The engine could not answer; `said` is the sentence, `line` where a CSV file breaks."""

    def __init__(self, said: Message, broken: bool) -> None:
        super().__init__(said.id)
        self.said = said
        self.broken = broken


class Engine:
    """A connection that takes SQL with named parameters and gives rows, or raises `Failed`."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection

    def rows(self, sql: str, params: dict[str, Any] | None = None) -> Rows:
        """Run one statement and fetch what it gives."""
        return [row for rows in self.batches(sql, params) for row in rows]

    def batches(self, sql: str, params: dict[str, Any] | None = None) -> Iterator[Rows]:
        """Run one statement and fetch what it gives, some rows at a time; nothing else may run meanwhile."""
        import duckdb

        try:
            found = self._connection.execute(sql, params or {})
            while rows := found.fetchmany(_AT_A_TIME):
                yield rows
        except (duckdb.Error, MemoryError) as error:
            raise _failed(str(error)) from error
        except RuntimeError as error:
            if "interrupted" not in str(error).lower():
                raise
            # What the engine makes of Ctrl-C.
            raise KeyboardInterrupt from error

    def header(self, sql: str, params: dict[str, Any]) -> tuple[tuple[str, str], ...]:
        """Names and types of the columns a statement would give, without reading rows."""
        return tuple((str(row[0]), str(row[1])) for row in self.rows(f"DESCRIBE {sql}", params))


@contextmanager
def connected(paths: Sequence[str], spill: Path) -> Iterator[Engine]:
    """An engine for these files; its settings are locked before the first query.

    What does not fit into memory is put into the folder `spill`, which whoever asks takes away afterwards; the engine
    may read and write there, so it is a folder with nothing else in it.
    """
    import duckdb

    room: dict[str, str | bool | int | float | list[str]] = {
        "temp_directory": str(spill),
        "memory_limit": f"{_memory()}B",
    }
    connection = duckdb.connect(":memory:", config={**_SETTINGS, **room})
    try:
        # Else it draws one into the output of any query that takes more than two seconds.
        connection.execute("SET enable_progress_bar = false")
        connection.execute("SET allowed_paths = $paths", {"paths": list(paths)})
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield Engine(connection)
    finally:
        connection.close()


def _memory() -> int:
    """The bytes that the engine may fill: three billion, or half of the machine where that is less."""
    try:
        return min(_MOST_MEMORY, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2)
    except (AttributeError, ValueError, OSError):
        return _MOST_MEMORY


def _failed(whole: str) -> Failed:
    # What follows is an excerpt of our own SQL, which names every file format.
    said = whole.partition("\n\nLINE")[0]
    line = _LINE.search(said)
    if "unicode" in said.lower() or "utf-8" in said.lower():
        return Failed(message("sources.encoding", encoding="utf-8"), True)
    if line or "CSV" in said:
        return Failed(message("sources.broken_csv", line=line[1] if line else "?"), True)
    if "arquet" in said:
        return Failed(message("sources.broken_parquet"), True)
    return Failed(message("sources.engine", reason=said.partition("\n")[0][:120]), False)
