"""Where the folders that ship beside the code are found: templates and handbook pages."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

DataKind = Literal["templates", "handbook"]

_PACKAGE = Path(__file__).resolve().parent


def data_root(kind: DataKind, *, package: Path = _PACKAGE) -> Path:
    """
    Return the shipped folder of this kind: the copy inside the wheel, else the one in the checkout.

    Both folders stand at the top of the repository, so a wheel carries a copy under `_data` and an editable install
    has none. Raises FileNotFoundError where neither is there, which means a broken install and not a user's mistake.
    """
    for folder in (package / "_data" / kind, package.parents[1] / kind):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"opsctl data folder {kind!r} is missing: broken install")


def adapters_root(*, package: Path = _PACKAGE) -> Path:
    """Return the folder of the shipped adapters: mappings of exports, which stand beside the code that reads them."""
    return package / "sources" / "adapters"
