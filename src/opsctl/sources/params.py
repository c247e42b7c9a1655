"""The values of a SQL statement: everything from records and files travels as a parameter, never as SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Params:
    """The values of a statement, by the names that stand for them."""

    values: dict[str, Any] = field(default_factory=dict)

    def add(self, value: object) -> str:
        """Take a value and return its name in SQL."""
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f"${name}"
