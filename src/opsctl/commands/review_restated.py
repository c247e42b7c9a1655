"""What was loaded into snapshots before, beside what the same sources say by now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from opsctl.commands.actual_facts import ReadActuals, folders_of
from opsctl.loading.snapshots import Snapshot, opened_snapshot, snapshot_files
from opsctl.period import Period
from opsctl.reviewing.late import RestatedRow
from opsctl.reviewing.maturity import REFUNDS, Reloaded
from opsctl.reviewing.restating import loaded_days, restated_by_files, restated_since
from opsctl.sources.inputs import inputs
from opsctl.workspace import Workspace

# Refunds of a year's last weeks are known by an earlier load of the year before.
_BACK = timedelta(days=400)


@dataclass(slots=True)
class Earlier:
    """What earlier loads say: which numbers of the period were otherwise, and each store's refunds as they were."""

    restated: list[RestatedRow] = field(default_factory=list)
    reloaded: dict[str, tuple[Mapping[date, Fraction], date]] = field(default_factory=dict)

    @property
    def refunds(self) -> Reloaded:
        """What the maturity of net sales is drawn from."""
        return self.reloaded


def earlier_loads(
    workspace: Workspace, root: Path, data: Path | None, found: ReadActuals, scope: str, period: Period
) -> Earlier:
    """Compare every snapshot near the period with what its source gives by now; those read from a snapshot cannot."""
    stores = tuple(store.id for store in workspace.stores_under(scope)) or (scope,)
    made = Earlier(list(restated_by_files(found.facts, stores, period)))
    first = (period.start - _BACK).year
    for each in snapshot_files(root):
        if each.source in found.snapshots or not first <= each.year <= period.last.year:
            continue
        opened = opened_snapshot(root, each) if workspace.exists("source", each.source) else None
        if opened is None:
            continue
        days = loaded_days(opened.values)
        rows = list(restated_since(found.facts, days, stores, period, each.values))
        files = _changed(workspace, root, data, each.source, opened) if rows else ()
        made.restated += [replace(row, files=files) for row in rows]
        for store in stores:
            before = days.get((store, REFUNDS), {})
            if before:
                known = {day: Fraction(value) for day, value in before.items()}
                made.reloaded[store] = ({**made.reloaded.get(store, ({}, date.min))[0], **known}, max(before))
    return made


def _changed(workspace: Workspace, root: Path, data: Path | None, source: str, opened: Snapshot) -> tuple[str, ...]:
    """The files that are new since a snapshot was loaded, or have other bytes."""
    before = {(each.path, each.sha256) for each in opened.manifest.inputs}
    record = workspace.all("source")[source].data
    return tuple(each.path for each in inputs(record, folders_of(root, data)) if (each.path, each.sha256) not in before)
