"""The small questions asked of the grouped lines: values by day, de-duplicated counts, and what looks wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from opsctl.period import Period
from opsctl.records.source import Source
from opsctl.sources.values import inner

# Facts of days: a day given again in a later file replaces the day.
LATEST = "CREATE TEMP VIEW latest AS SELECT * FROM grouped QUALIFY f = max(f) OVER (PARTITION BY store, slot)"
ALL_LINES = "CREATE TEMP VIEW latest AS SELECT * FROM grouped"
# Lines with keys: what a later file replaced is only there to be told.
COUNTING_LINES = "CREATE TEMP VIEW latest AS SELECT * FROM grouped WHERE stage < 2"
FORGET = (
    "DROP VIEW IF EXISTS latest; DROP TABLE IF EXISTS scopes; DROP TABLE IF EXISTS members;"
    " DROP TABLE IF EXISTS grouped"
)

STORES = "SELECT store, sum(rows)::BIGINT FROM latest GROUP BY store ORDER BY store"
SPAN = "SELECT min(slot), max(slot) FROM latest"
_MEMBERS = "FROM latest JOIN scopes USING (store) JOIN members USING (member) WHERE slot IS NOT NULL GROUP BY ALL"
_KNOWN = "FROM latest JOIN scopes USING (store) WHERE slot IS NOT NULL GROUP BY ALL"
LINES = f"SELECT scope, slot, sum(rows)::BIGINT {_KNOWN}"
# With keys a period has a row for each of its parts; what is counted is how often it is given.
PARTED = f"SELECT scope, slot, (sum(rows) - sum(parts) + 1)::BIGINT {_KNOWN}"
MEMBER_LINES = f"SELECT scope, members.name, slot, sum(rows)::BIGINT, sum(parts)::BIGINT {_MEMBERS}"
MEMBERS = "SELECT DISTINCT member FROM latest"
COVERED = "SELECT DISTINCT slot FROM latest WHERE slot IS NOT NULL"
DOUBTS = "SELECT coalesce(sum(misread), 0)::BIGINT, count(*) FILTER (WHERE slot IS NULL) FROM grouped"
# Facts of days stand once a store and day; two rows in one file are added, which may well be wrong.
TWICE = (
    "SELECT f, min(slot), max(slot), count(*) FROM grouped WHERE rows > parts AND slot IS NOT NULL"
    " GROUP BY f ORDER BY f"
)
OVERLAPS = (
    "SELECT f, f2, min(slot), max(slot), sum(rows)::BIGINT FROM grouped WHERE f < f2 AND slot IS NOT NULL"
    " GROUP BY ALL ORDER BY ALL"
)


def replaced(source: Source) -> str:
    """Days (or periods) that a later file gives other values than an earlier one, by the later file."""
    values = ", ".join(inner("s", id_) for id_, measure in source.metrics.items() if measure.sum is not None)
    return (
        "SELECT later, min(slot), max(slot), count(*)"
        " FROM (SELECT slot, max(f) AS later FROM grouped WHERE slot IS NOT NULL"
        f" GROUP BY store, slot HAVING count(DISTINCT f) > 1 AND count(DISTINCT row({values or 'rows'})) > 1)"
        " GROUP BY later ORDER BY later"
    )


def scopes(stores: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """A table of which scope each store name of the data belongs to."""
    sql = "CREATE TEMP TABLE scopes AS SELECT unnest($stores::VARCHAR[]) AS store, unnest($scopes::VARCHAR[]) AS scope"
    return sql, {"stores": list(stores), "scopes": list(stores.values())}


def members(names: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """A table of which member of the dimension each name of the data means."""
    sql = "CREATE TEMP TABLE members AS SELECT unnest($keys::VARCHAR[]) AS member, unnest($names::VARCHAR[]) AS name"
    return sql, {"keys": list(names), "names": list(names.values())}


def of_lost_members(lost: str) -> str:
    """The scopes and days that have a row whose member cannot be known, by the condition `lost`."""
    return f"SELECT DISTINCT scope, slot FROM latest JOIN scopes USING (store) WHERE {lost}"


def by_member(source: Source) -> str:
    """Each metric's value and lines in doubt by scope, member and day (or period)."""
    return f"SELECT scope, members.name, slot, {_measures(source)} {_MEMBERS}"


def by_time(source: Source) -> str:
    """Each metric's value and lines in doubt by scope and day (or period), in the order of the source's metrics."""
    return f"SELECT scope, slot, {_measures(source)} {_KNOWN}"


def by_period(
    source: Source, groups: Mapping[str, Sequence[str]], periods: Sequence[Period]
) -> tuple[str, dict[str, Any]]:
    """De-duplicated counts and lines in doubt for every group of scopes and period that has lines."""
    members = [(group, scope) for group, found in groups.items() for scope in found]
    spans = [(number, day) for number, period in enumerate(periods) for day in period.days]
    sql = (
        "WITH members AS (SELECT unnest($groups::VARCHAR[]) AS grp, unnest($members::VARCHAR[]) AS scope),"
        " spans AS (SELECT unnest($numbers::INTEGER[]) AS period, unnest($days::DATE[]) AS slot)"
        f" SELECT grp, period, {_measures(source, counted=True)}"
        " FROM latest JOIN scopes USING (store) JOIN members USING (scope) JOIN spans USING (slot) GROUP BY ALL"
    )
    return sql, {
        "groups": [group for group, _ in members],
        "members": [scope for _, scope in members],
        "numbers": [number for number, _ in spans],
        "days": [day for _, day in spans],
    }


def _measures(source: Source, counted: bool = False) -> str:
    parts = []
    for id_, measure in source.metrics.items():
        if measure.count_distinct is not None:
            match = inner("m", measure.of or "")
            value = f"count(DISTINCT {inner('k', measure.count_distinct)}) FILTER (WHERE {match})"
        elif counted:
            continue
        else:
            value = f"sum({inner('s', id_)})"
        parts += [value, f"sum({inner('x', id_)})::BIGINT"]
    return ", ".join(parts)
