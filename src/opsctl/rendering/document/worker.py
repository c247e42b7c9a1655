"""The process that fills a team's Word template: it limits itself, and answers with the document or the fault."""

from __future__ import annotations

import base64
import json
import sys
from typing import Any

from opsctl.confined import confined
from opsctl.rendering.document.filling import fill_document
from opsctl.rendering.document.shipped import shipped_template
from opsctl.rendering.templated.environment import Wrong


def main() -> None:
    """Do the task on standard input and answer on standard output."""
    task = json.loads(sys.stdin.buffer.read())
    # What the engine needs is loaded before memory is short.
    shipped_template()
    confined(task["memory"], task["seconds"])
    sys.stdout.buffer.write(json.dumps(_answer(task)).encode())


def _answer(task: dict[str, Any]) -> dict[str, Any]:
    try:
        made = fill_document(base64.b64decode(task["template"]), task["values"], task["made"], task["name"])
    except Wrong as wrong:
        return {"detail": wrong.detail}
    except MemoryError:
        return {"too_much": True}
    return {"too_much": True} if len(made) > task["most"] else {"document": base64.b64encode(made).decode()}
