"""Which language to speak: `--lang`, then `OPSCTL_LANG`, then the workspace's settings, then the locale."""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from opsctl.loading.files import MAX_RECORD, read_bytes
from opsctl.locales import LANGUAGES

_LANG_LINE = re.compile(r"^lang:[ \t]*[\"']?(zh|en)\b", re.MULTILINE)


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Choose before anything is parsed, because help texts are made while commands are defined."""
    asked = _value_of(arguments, "--lang")
    if asked in LANGUAGES:
        return asked
    if environment.get("OPSCTL_LANG") in LANGUAGES:
        return environment["OPSCTL_LANG"]
    return _of_workspace(Path(_value_of(arguments, "-C") or ".")) or _of_system(environment)


def _value_of(arguments: Sequence[str], option: str) -> str | None:
    for position, argument in enumerate(arguments):
        if argument.startswith(f"{option}="):
            return argument.partition("=")[2]
        if argument == option and position + 1 < len(arguments):
            return arguments[position + 1]
    return None


def _of_workspace(start: Path) -> str | None:
    """A glance at the settings' text; reading them properly would load the YAML reader for every `--help`."""
    here = Path(os.path.abspath(start))
    for folder in (here, *here.parents):
        text = read_bytes(str(folder / "opsctl.yaml"), MAX_RECORD)
        if isinstance(text, bytes):
            found = _LANG_LINE.search(text.decode("utf-8", "replace"))
            return found[1] if found else None
    return None


def _of_system(environment: Mapping[str, str]) -> str:
    named = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG")
    if not named:
        named = locale.getlocale()[0] or ""
    return "zh" if named.lower().startswith(("zh", "chinese")) else "en"
