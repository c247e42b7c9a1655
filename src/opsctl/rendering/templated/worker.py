"""The process that fills a team's template: it reads one task, limits itself, and answers with text or fault."""

from __future__ import annotations

import json
import sys
from typing import Any

from opsctl.confined import confined
from opsctl.rendering.templated.environment import TooMuch, Wrong, fill


def main() -> None:
    """Do the task on standard input and answer on standard output."""
    task = json.loads(sys.stdin.buffer.read())
    # What the engine needs is loaded before memory is short.
    fill("html", {"warm": "{{ 1 }}"}, "warm", {}, 10)
    confined(task["memory"], task["seconds"])
    sys.stdout.buffer.write(json.dumps(_answer(task)).encode())


def _answer(task: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"text": fill(task["kind"], task["texts"], task["name"], task["values"], task["most"])}
    except Wrong as wrong:
        return {"file": wrong.file, "line": wrong.line, "detail": wrong.detail}
    except (MemoryError, TooMuch):
        return {"too_much": True}
