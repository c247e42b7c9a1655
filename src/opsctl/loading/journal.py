"""The list of what a write will do, as JSON: read back as strictly as if a stranger had written it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError

VERSION = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")
_STAGED = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Change:
    """One file: its path, the digests of what was and what shall be (None: no file), and where the new one waits."""

    path: str
    old: str | None
    new: str | None
    staged: str


def written(changes: Iterable[Change]) -> bytes:
    """The journal's bytes."""
    rows = [{"path": each.path, "old": each.old, "new": each.new, "staged": each.staged} for each in changes]
    return json.dumps({"opsctl": VERSION, "changes": rows}).encode("ascii")


def parsed(data: bytes) -> tuple[Change, ...]:
    """Read a journal; OpsctlError for anything that `written` would not have written."""
    try:
        document = json.loads(data.decode("ascii"))
        if set(document) != {"opsctl", "changes"} or document["opsctl"] != VERSION:
            raise ValueError
        return tuple(_change(each) for each in document["changes"])
    except (ValueError, TypeError, RecursionError) as error:
        raise OpsctlError(message("load.write.bad_journal"), message("load.write.torn_hint")) from error


def _change(given: Any) -> Change:
    change = Change(**given)
    digests = all(digest is None or _DIGEST.fullmatch(digest) for digest in (change.old, change.new))
    if not isinstance(change.path, str) or not digests or not _STAGED.fullmatch(change.staged):
        raise ValueError
    return change
