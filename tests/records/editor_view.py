"""Records as an editor sees them: parsed by YAML 1.2's own rules, which make numbers of what looks like one."""

from __future__ import annotations

import re
from typing import Any

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def seen(data: Any) -> Any:
    """Source text as the values of YAML's core schema; keys stay text, as they are in JSON."""
    if isinstance(data, dict):
        return {key: seen(value) for key, value in data.items()}
    if isinstance(data, list):
        return [seen(value) for value in data]
    if not isinstance(data, str):
        return data
    if data.lower() in _WORDS:
        return _WORDS[data.lower()]
    if _INTEGER.fullmatch(data):
        return int(data)
    return float(data) if _FLOAT.fullmatch(data) else data
