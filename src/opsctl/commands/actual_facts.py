"""What the workspace's sources say happened: read from their files, money at the budget rate."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.period import Period
from opsctl.reviewing.exchange import in_home_currency
from opsctl.reviewing.facts import Facts
from opsctl.sources.read import read_facts
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ReadActuals:
    """What happened, and which sources were read from their snapshot."""

    facts: Facts
    snapshots: tuple[str, ...] = ()


def facts_of(workspace: Workspace, root: Path, data: Path | None, periods: tuple[Period, ...]) -> Facts:
    """What happened by the workspace's sources, for whoever does not ask where it was read."""
    return read_actuals(workspace, root, data, periods).facts


def read_actuals(
    workspace: Workspace, root: Path, data: Path | None, periods: tuple[Period, ...], *, snapshot: bool = False
) -> ReadActuals:
    """What the workspace's sources say happened, money at the budget rate.

    `periods` are those that de-duplicated counts are asked for; `data` is a folder in which the sources' files are
    looked for before the workspace.
    """
    sources = {id_: source.data for id_, source in workspace.all("source").items()}
    groups = {team: tuple(store.id for store in workspace.stores_under(team)) for team in workspace.all("team")}
    read = read_facts(sources, root, groups=groups, periods=periods, data=data, weeks=workspace.weeks)
    return ReadActuals(in_home_currency(workspace, read))


def refuse_no_folder(data: Path | None) -> None:
    """Raise OpsctlError where a folder for data is named that is not there."""
    if data is not None and not data.is_dir():
        raise OpsctlError(message("cli.no_such_data", folder=str(data)))
