"""What stands beside a snapshot: which files it was made of, by which record, and what was wrong with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from opsctl.diagnostics import Listed, Message, Severity
from opsctl.reviewing.facts import Trouble

FORM = 1


@dataclass(frozen=True, slots=True)
class Input:
    """A file that was read: its path in the workspace or data folder, SHA-256, size in bytes and number of rows."""

    path: str
    sha256: str
    size: int
    rows: int | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """Source and year, digests of the record and of the snapshot's text, the inputs, and the troubles of reading."""

    source: str
    year: int
    record: str
    sha256: str
    rows: int
    inputs: tuple[Input, ...]
    troubles: tuple[Trouble, ...] = ()


def manifest_text(manifest: Manifest) -> str:
    """The manifest as JSON with one entry a line, so that a change of one file is one line in git."""
    data = {
        "opsctl": FORM,
        "source": manifest.source,
        "year": manifest.year,
        "record": manifest.record,
        "sha256": manifest.sha256,
        "rows": manifest.rows,
        "inputs": [
            {"path": each.path, "sha256": each.sha256, "size": each.size, "rows": each.rows} for each in manifest.inputs
        ],
        "troubles": [_trouble(each) for each in manifest.troubles],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def manifest_from(text: str) -> Manifest | None:
    """Read a manifest back; None where it is not what `manifest_text` writes."""
    try:
        data = json.loads(text)
        if data["opsctl"] != FORM:
            return None
        return Manifest(
            str(data["source"]),
            int(data["year"]),
            str(data["record"]),
            str(data["sha256"]),
            int(data["rows"]),
            tuple(Input(str(e["path"]), str(e["sha256"]), int(e["size"]), e["rows"]) for e in data["inputs"]),
            tuple(_read(data["source"], each) for each in data["troubles"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _trouble(trouble: Trouble) -> Mapping[str, Any]:
    return {
        "file": trouble.file,
        "kind": trouble.kind,
        "severity": str(trouble.severity),
        "rows": trouble.rows,
        "row": trouble.row,
        "column": trouble.column,
        "days": [f"{day}" for day in trouble.days],
        "message": trouble.message.id,
        "params": {name: _param(value) for name, value in trouble.message.params},
    }


def _param(value: str) -> str | Mapping[str, Any]:
    """A value of a sentence; a list keeps its words, for each language has marks of its own between them."""
    return {"words": list(value.words), "between": value.between} if isinstance(value, Listed) else value


def _value(param: Any) -> str:
    if isinstance(param, dict):
        return Listed((str(word) for word in param["words"]), str(param["between"]))
    return str(param)


def _read(source: str, data: Mapping[str, Any]) -> Trouble:
    params = tuple(sorted((str(name), _value(value)) for name, value in data["params"].items()))
    return Trouble(
        source=source,
        file=str(data["file"]),
        message=Message(str(data["message"]), params),
        rows=int(data["rows"]),
        severity=Severity(data["severity"]),
        kind=str(data["kind"]),
        days=tuple(date.fromisoformat(day) for day in data["days"]),
        row=int(data["row"]),
        column=str(data["column"]),
    )
