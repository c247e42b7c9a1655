"""Which sources a scope's metric comes from, by the records that map exports to metrics."""

from __future__ import annotations

from opsctl.metrics import needs
from opsctl.workspace import Loaded, Workspace


def sources_of(workspace: Workspace, scope: str, metric: str) -> tuple[Loaded, ...]:
    """The records of the sources that give the metric, or a part of it, for a store of the scope."""
    wanted = {metric, *needs(metric, workspace.metrics)}
    owners = {scope, *(store.id for store in workspace.stores_under(scope))}
    return tuple(
        source
        for source in workspace.all("source").values()
        if wanted & set(source.data.metrics) and owners & set(source.data.store.scopes)
    )


def places_of(source: Loaded) -> tuple[str, ...]:
    """The files, table or query that a source reads."""
    data = source.data
    named = (data.table, data.query)
    return (*(file.path for file in data.files), *(str(place) for place in named if place))
