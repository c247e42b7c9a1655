"""
What lines come to: one statement that reads all files of a source once and groups them as finely as any number needs.

A metric is the sum of what its lines have, or a count of different keys; a single line in doubt leaves it unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from opsctl.records.source import Measure, Source, Sum
from opsctl.sources.compile import Needs, lost_digits, matched, needs
from opsctl.sources.stages import given_again
from opsctl.sources.table import Table
from opsctl.sources.values import inner


def grouped(source: Source, tables: Sequence[Table], asked: Source) -> tuple[str, dict[str, Any]]:
    """
    The statement that reads every file once, and adds up what `asked` has of the source's metrics.

    Its columns: `f` (and `f2`), the file or the first and last file of the group; for lines with keys their `stage`,
    the `last` file that gives any of them and the one `prior` to it; `store`, `slot` (day or period text); `k:…` keys
    to count; `m:…` whether a line matched; `s:…` and `x:…` a metric's sum and its lines in doubt; `misread` and
    `rows`: lines with a value that is not understood, and all lines.
    """
    need = needs(source, tables)
    lines, params = matched(source, tables, stages=True)
    own_keys = [inner("q", name) for name in source.keys]
    keys = [inner("k", key) for key in need.keys]
    # A day that is exported again replaces the day, so facts of days stay apart by file; lines are one pool.
    whole = ["min(f) AS f", "max(f) AS f2"] if source.by_lines else ["f", "f AS f2"]
    counted = dict.fromkeys(measure.of or "" for measure in source.metrics.values() if measure.count_distinct)
    columns = [
        *whole,
        *(["stage", "max(last) AS last", "max(prior) AS prior"] if given_again(source) else []),
        "store",
        "slot",
        *(["member"] if source.member is not None else []),
        *keys,
        *(f"bool_or({inner('m', name)}) AS {inner('m', name)}" for name in counted),
        *(part for id_, measure in asked.metrics.items() for part in _measured(id_, measure, source, need)),
        f"count(*) FILTER (WHERE {not_understood(source, need)}) AS misread",
        "count(*) AS rows",
        f"count(DISTINCT row({', '.join(own_keys)})) AS parts" if own_keys and not source.by_lines else "1 AS parts",
    ]
    return f"SELECT {', '.join(columns)}\nFROM ({lines})\nGROUP BY ALL", params.values


def not_understood(source: Source, need: Needs) -> str:
    """Whether a line has a value that is not understood."""
    wrong = [*(inner("b", name) for name in sorted(need.doubtful)), *(inner("e", name) for name in sorted(need.spoilt))]
    wrong += [f"coalesce({lost_digits('member')}, FALSE)"] if source.member is not None else []
    return " OR ".join(["own IS NULL", *wrong])


def summed(of: Sum, source: Source) -> str:
    """What a line adds to a sum, if it matches; NULL where it has no amount."""
    terms = [
        f"{'-' if one.negative else ''}({' * '.join(inner('n', name) for name in one.factors)})" for one in of.terms
    ]
    # A blank amount of a line takes nothing from the line's others.
    apart = source.by_lines and len(terms) > 1
    return " + ".join(f"coalesce({term}, 0)" if apart else term for term in terms)


def in_doubt(measure: Measure, source: Source, need: Needs) -> str:
    """Whether a line leaves a metric unknown: nobody can tell if it counts, or what it counts for."""
    match = inner("m", measure.of or "")
    doubts = [f"{match} IS NULL"]
    if measure.sum is not None:
        # A blank amount adds nothing to a sum of lines, but leaves a day's fact unknown.
        wrong = [inner("b", factor) for factor in measure.sum.factors if factor in need.doubtful]
        unknown = " OR ".join(wrong) if source.by_lines else f"({summed(measure.sum, source)}) IS NULL"
        doubts += [f"({match} AND ({unknown}))"] if unknown else []
    else:
        key = measure.count_distinct or ""
        marks = [("b", need.doubtful), ("e", need.spoilt)]
        doubts += [f"({match} AND {inner(mark, key)})" for mark, names in marks if key in names]
    return " OR ".join(doubts)


def _measured(id_: str, measure: Measure, source: Source, need: Needs) -> list[str]:
    doubts = f"count(*) FILTER (WHERE {in_doubt(measure, source, need)}) AS {inner('x', id_)}"
    if measure.sum is None:
        return [doubts]
    match = inner("m", measure.of or "")
    return [f"sum({summed(measure.sum, source)}) FILTER (WHERE {match}) AS {inner('s', id_)}", doubts]
