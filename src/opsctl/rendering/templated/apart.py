"""A team's template is filled in a process of its own: bounded memory, time and output, an empty environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.rendering.templated.environment import Kind, Wrong

_MEGABYTE = 1 << 20
_MEMORY, SECONDS = 400 * _MEGABYTE, 3
# The clock runs on while other processes have the processor.
_PATIENCE = 8
# Windows starts no process without it.
_NEEDED = ("SYSTEMROOT",)
MOST = 16 * _MEGABYTE
LIMITS = {"memory": _MEMORY, "seconds": SECONDS, "most": MOST}
_WORK = (
    "import json, sys; sys.path[:0] = json.loads(sys.argv[1]); "
    "from opsctl.rendering.templated.worker import main; main()"
)


def fill_apart(kind: Kind, texts: Mapping[str, str], name: str, values: Mapping[str, Any]) -> str:
    """Fill a template that strangers may have written; raises Wrong, and OpsctlError where it took too much."""
    task = {"kind": kind, "texts": texts, "name": name, "values": values, **LIMITS}
    said = run_apart(_WORK, task, name)
    if "too_much" in said:
        raise too_much(name)
    if "detail" in said:
        raise Wrong(said["file"], said["line"], said["detail"])
    return str(said["text"])


def run_apart(work: str, task: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Have a process of its own do the work; OpsctlError where it was ended by one of its limits."""
    command = [sys.executable, "-I", "-S", "-X", "utf8", "-c", work, json.dumps([one for one in sys.path if one])]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(task).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS * _PATIENCE,
            env={name: os.environ[name] for name in _NEEDED if name in os.environ},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise too_much(name) from None
    if done.returncode:
        raise too_much(name)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def too_much(name: str) -> OpsctlError:
    """What is said of a template that ran into its limits."""
    limits = {"seconds": SECONDS, "megabytes": MOST // _MEGABYTE}
    return OpsctlError(
        message("page.template_too_much", file=f"templates/{name}", **limits), message("page.template_hint")
    )
