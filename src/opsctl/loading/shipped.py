"""The mappings of exports that ship with opsctl, as they are written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, cast

from opsctl.loading.yamltext import parse
from opsctl.resources import adapters_root


@cache
def shipped_adapters() -> Mapping[str, Mapping[str, Any]]:
    """Every shipped adapter by its id: what a source may say, with `name` and `about` in both languages."""
    files = {file.stem: file for file in adapters_root().glob("*.yaml")}
    texts = {id_: files[id_].read_text("utf-8") for id_ in sorted(files)}
    return MappingProxyType({id_: cast(Mapping[str, Any], parse(text).data) for id_, text in texts.items()})


def about(adapter: Mapping[str, Any], lang: str) -> str:
    """Where its export is found and what to mind, as one paragraph; lines break for whoever edits the file."""
    lines = adapter["about"][lang].split("\n")
    text: str = lines[0]
    for line in lines[1:]:
        text += (" " if _apart(text[-1:], line[:1]) else "") + line
    return text


def _apart(before: str, after: str) -> bool:
    """Whether a blank stands between two letters: Chinese has none between words, beside Latin it has."""
    if (before.isascii() and after.isascii()) or "→" in (before, after):
        return True
    return before.isalnum() and after.isalnum() and (before.isascii() or after.isascii())
