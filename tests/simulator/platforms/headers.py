"""The headers of each export, read from `headers.txt`."""

from __future__ import annotations

from pathlib import Path

_TEXT = Path(__file__).with_name("headers.txt").read_text("utf-8")


def header(name: str) -> tuple[str, ...]:
    """The titles of one export, in its order."""
    section = _TEXT.split(f"[{name}]\n")[1].split("\n[")[0]
    return tuple(title.strip() for title in section.replace("\n", " ").split(", "))
