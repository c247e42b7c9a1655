"""
A process of its own for readers that a hostile file could hold: bounded memory and time, and nothing from outside.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from opsctl.diagnostics import message
from opsctl.sources.opening.files import Refused

_MEGABYTE = 1 << 20
# What the process takes for itself, and what reading takes beside by the size of the file.
_MEMORY, _MEMORY_A_BYTE, _MOST_MEMORY = 440 * _MEGABYTE, 40, 6 * 1024 * _MEGABYTE
_SECONDS, _SECONDS_A_MEGABYTE = 5, 2
# The clock runs on while other processes have the processor.
_PATIENCE = 8
_WORK = (
    "import json, sys; sys.path[:0] = json.loads(sys.argv[1]); from opsctl.sources.opening.worker import main; main()"
)


def apart(kind: str, path: Path, wanted: dict[str, Any], to: str) -> list[dict[str, Any]]:
    """Have the worker read that file, and return the tables it wrote; raises Refused."""
    size = path.stat().st_size
    seconds = _SECONDS + _SECONDS_A_MEGABYTE * size // _MEGABYTE
    memory = min(_MOST_MEMORY, _MEMORY + _MEMORY_A_BYTE * size)
    task = {"kind": kind, "path": str(path), "wanted": wanted, "to": to, "memory": memory, "seconds": seconds}
    command = [sys.executable, "-I", "-S", "-X", "utf8", "-c", _WORK, json.dumps([one for one in sys.path if one])]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(task).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds * _PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(message("opening.too_much")) from None
    if done.returncode < 0:
        # A signal: the process ran into one of its limits.
        raise Refused(message("opening.too_much"))
    if done.returncode:
        raise Refused(message("opening.broken_html" if kind == "html" else "opening.broken_book"))
    return _answer(json.loads(done.stdout))


def _answer(said: dict[str, Any]) -> list[dict[str, Any]]:
    if "refused" in said:
        raise Refused(message(said["refused"]["id"], **said["refused"]["params"]))
    tables: list[dict[str, Any]] = said["tables"]
    return tables
