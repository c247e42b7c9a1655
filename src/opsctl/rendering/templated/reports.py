"""A report by the template of its name: the team's own where it has one, else the one that ships."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.rendering.clean import clean
from opsctl.rendering.templated.apart import MOST, fill_apart
from opsctl.rendering.templated.environment import Kind, Wrong, fill
from opsctl.resources import data_root

# A report of many stores is larger than what strangers' templates may write.
_MOST_SHIPPED = MOST * 10
SHIPPED = ("review/review.md.j2", "review/review.html.j2", "review/review.css")


def report(kind: Kind, name: str, values: Mapping[str, Any], own: Mapping[str, str]) -> str:
    """Fill the template of that name; `own` are the team's templates by name. OpsctlError says what is wrong where."""
    try:
        if own:
            return fill_apart(kind, {**shipped(), **own}, name, values)
        return fill(kind, shipped(), name, values, _MOST_SHIPPED)
    except Wrong as wrong:
        file, detail = f"templates/{wrong.file}", clean(wrong.detail)
        said = message("page.template_wrong", file=file, line=wrong.line, detail=detail)
        raise OpsctlError(said, message("page.template_hint")) from wrong


def shipped() -> dict[str, str]:
    """The templates that ship, by name."""
    folder: Path = data_root("templates")
    return {name: (folder / name).read_text("utf-8") for name in SHIPPED}
