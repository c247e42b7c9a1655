"""
Sources that are a table or query of a warehouse: one statement each, so that only totals travel. Home of SQL.

What it is made of is imported on first use: its packages come as extras, and most sources are files.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from opsctl.diagnostics import Severity, message
from opsctl.period import Period
from opsctl.records.source import Source
from opsctl.reviewing.facts import Facts, Trouble
from opsctl.weeks import ISO, Weeks


def warehouse_facts(
    id_: str,
    source: Source,
    root: Path,
    groups: Mapping[str, tuple[str, ...]],
    periods: Sequence[Period],
    weeks: Weeks = ISO,
) -> Facts:
    """What one source of a warehouse knows; its address is taken from the environment."""
    try:
        from opsctl.sources.warehouse.facts import Wanted, facts_of_warehouse
    except ModuleNotFoundError as error:
        said = message("warehouse.not_installed", package=error.name or "", extra="warehouse")
        return Facts(troubles=(Trouble(id_, "", said, severity=Severity.ERROR, kind="warehouse"),))
    return facts_of_warehouse(id_, source, root, Wanted(groups, periods, weeks), os.environ)
