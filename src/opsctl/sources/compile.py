"""
A source as SQL: one statement that reads all its files once and groups the lines as finely as any number needs.

What a metric needs of a line is a match (does the line count?) and a value. Both are three-valued: a match is NULL
where a value that a condition asks for is not understood, and then the metric is unknown for that store and day.

Identifiers are quoted and made of the source's own names, every value is a parameter: no text of a record or a file
becomes SQL.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from opsctl.records.source import Condition, Measure, Source, SourceFile, Sum
from opsctl.sources.opening.titles import same
from opsctl.sources.values import (
    Column,
    always_a_day,
    cleaned,
    day,
    inner,
    is_whole,
    never_wrong,
    number,
    text,
    there,
)

COMPARISONS = {"above": ">", "below": "<", "at_least": ">=", "at_most": "<="}
DATES = {"before": "<", "from": ">="}
SCALE = 4


@dataclass(frozen=True, slots=True)
class Table:
    """A file as the engine sees it: the call that reads it, its columns by header, and its part of the mapping."""

    relation: str
    columns: Mapping[str, Column]
    spec: SourceFile

    def title(self, source: Source, name: str) -> str | None:
        """The header of the column behind an alias: the first of its titles that the file has."""
        there = {same(title): title for title in self.columns}
        return next((there[same(title)] for title in source.titles(self.spec, name) if same(title) in there), None)


@dataclass(slots=True)
class Params:
    """The values of a statement, by the names that stand for them."""

    values: dict[str, Any] = field(default_factory=dict)

    def add(self, value: object) -> str:
        """Take a value and return its name in SQL."""
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f"${name}"


@dataclass(frozen=True, slots=True)
class Needs:
    """Which columns are read as what: numbers with their scale, texts, dates, and keys to count."""

    numbers: Mapping[str, int]
    doubtful: frozenset[str]
    texts: tuple[str, ...]
    dates: tuple[str, ...]
    keys: tuple[str, ...]


def needs(source: Source, tables: Sequence[Table]) -> Needs:
    """Work out how each column of the source is read, given the files' types."""
    tests = [*source.where, *(test for tests in source.rows.values() for test in tests)]
    compared = [test.column for test in tests if test.test[0] in COMPARISONS]
    factors = [factor for measure in source.metrics.values() if measure.sum for factor in measure.sum.factors]
    numbers = {
        name: 0 if all(is_whole(column(source, table, name)) for table in tables) else SCALE
        for name in dict.fromkeys([*factors, *compared])
    }
    dates = tuple(dict.fromkeys(test.column for test in tests if test.test[0] in DATES))
    wrong = {name for name in numbers if not all(never_wrong(column(source, table, name)) for table in tables)} | {
        name for name in dates if not all(always_a_day(column(source, table, name)) for table in tables)
    }
    texts = dict.fromkeys(test.column for test in tests if test.test[0] not in (*COMPARISONS, *DATES))
    keys = dict.fromkeys(measure.count_distinct for measure in source.metrics.values() if measure.count_distinct)
    return Needs(numbers, frozenset(wrong), tuple(texts), dates, tuple(keys))


def column(source: Source, table: Table, name: str) -> Column:
    """The column of that file behind an alias."""
    title = table.title(source, name)
    return table.columns[title] if title is not None else Column("NULL", "VARCHAR")


def mapped(source: Source, table: Table) -> dict[str, Column]:
    """The columns of that file by alias, as they stand in it."""
    return {name: column(source, table, name) for name in source.used(table.spec)}


def grouped(source: Source, tables: Sequence[Table]) -> tuple[str, dict[str, Any]]:
    """
    The statement that reads every file once.

    Its columns: `f` (and `f2`), the file or the first and last file of the group; `store`, `slot` (day or period text);
    `k:…` keys to count; `m:…` whether a line matched; `s:…` and `x:…` a metric's sum and its lines in doubt; `misread`
    and `rows`: lines with a value that is not understood, and all lines.
    """
    params = Params()
    need = needs(source, tables)
    files = "\nUNION ALL\n".join(
        _file(source, table, index, need, tables, params) for index, table in enumerate(tables)
    )
    matches = ", ".join(
        f"w AND {_all(tests, need, params)} AS {inner('m', name)}" for name, tests in source.rows.items()
    )
    lines = f'SELECT *, w AS "m:"{", " + matches if matches else ""} FROM ({files})'
    keys = [inner("k", key) for key in need.keys]
    # A day that is exported again replaces the day, so facts of days stay apart by file; lines are one pool.
    whole = ["min(f) AS f", "max(f) AS f2"] if source.by_lines else ["f", "f AS f2"]
    counted = dict.fromkeys(measure.of or "" for measure in source.metrics.values() if measure.count_distinct)
    wrong = [inner("b", name) for name in sorted(need.doubtful)]
    columns = [
        *whole,
        "store",
        "slot",
        *keys,
        *(f"bool_or({inner('m', name)}) AS {inner('m', name)}" for name in counted),
        *(part for id_, measure in source.metrics.items() for part in _measured(id_, measure, source, need)),
        f"count(*) FILTER (WHERE {' OR '.join(['own IS NULL', *wrong])}) AS misread",
        "count(*) AS rows",
    ]
    return f"SELECT {', '.join(columns)}\nFROM ({lines})\nGROUP BY ALL", params.values


def repeated(source: Source, tables: Sequence[Table]) -> tuple[str, dict[str, Any]]:
    """
    How many lines of each file repeat another one exactly, in all columns.

    On its own, because counting within the groups of the large statement costs several times as much.
    """
    params = Params()
    each = (
        f"SELECT {index} AS f, count(*) - count(DISTINCT hash({', '.join(one.sql for one in table.columns.values())}))"
        f" AS extra FROM {table.relation} WHERE {own_rows(table.spec, mapped(source, table), params)}"
        for index, table in enumerate(tables)
    )
    return f"SELECT f, extra FROM ({' UNION ALL '.join(each)}) WHERE extra > 0 ORDER BY f", params.values


def _measured(id_: str, measure: Measure, source: Source, need: Needs) -> list[str]:
    match = inner("m", measure.of or "")
    doubts = [f"{match} IS NULL"]
    parts = []
    if measure.sum is not None:
        value = _value(measure.sum, source.by_lines)
        parts.append(f"sum({value}) FILTER (WHERE {match}) AS {inner('s', id_)}")
        # A blank amount adds nothing to a sum of lines, but leaves a day's fact unknown.
        wrong = [inner("b", factor) for factor in measure.sum.factors if factor in need.doubtful]
        unknown = " OR ".join(wrong) if source.by_lines else f"({value}) IS NULL"
        doubts += [f"({match} AND ({unknown}))"] if unknown else []
    return [*parts, f"count(*) FILTER (WHERE {' OR '.join(doubts)}) AS {inner('x', id_)}"]


def _value(of: Sum, by_lines: bool) -> str:
    terms = [
        f"{'-' if one.negative else ''}({' * '.join(inner('n', name) for name in one.factors)})" for one in of.terms
    ]
    # A blank amount of a line takes nothing from the line's others.
    apart = by_lines and len(terms) > 1
    return " + ".join(f"coalesce({term}, 0)" if apart else term for term in terms)


def _file(source: Source, table: Table, index: int, need: Needs, tables: Sequence[Table], params: Params) -> str:
    # Layer by layer, so that each value is read once and then known by name.
    used = {name: cleaned(column(source, table, name), name) for name in source.used(table.spec)}
    first = ", ".join(f"{sql} AS {found.sql}" for sql, found in used.values())
    of = {name: found for name, (_, found) in used.items()}
    time = day(of[source.day_column]) if source.day_column is not None else text(of[source.period_column or ""])
    store = f"coalesce({text(of[source.store.column])}, '')" if source.store.column else "''"
    columns = [f"{index}::USMALLINT AS f", f"{store} AS store", f"{time} AS slot"]
    columns += [f"{number(of[name], scale)} AS {inner('n', name)}" for name, scale in need.numbers.items()]
    columns += [f"{day(of[name])} AS {inner('d', name)}" for name in need.dates]
    columns += [f"{text(of[name])} AS {inner('t', name)}" for name in need.texts]
    columns += [f"{_key(source, tables, of[name], name)} AS {inner('k', name)}" for name in need.keys]
    columns += [of[name].sql for name in sorted(need.doubtful)]
    columns.append(f"{own_rows(table.spec, of, params)} AS own")
    wrong = [_misread_here(name, need) for name in sorted(need.doubtful)]
    # A line without a day matches nothing, but stays to be reported.
    where = f"own AND {_all(source.where, need, params)}"
    values = f"SELECT {', '.join(columns)} FROM (SELECT {first} FROM {table.relation})"
    doubts = f"SELECT {', '.join(['*', *wrong])} FROM ({values})"
    return f"SELECT *, {where} AS w FROM ({doubts}) WHERE ({where}) IS NOT FALSE OR slot IS NULL"


def _misread_here(name: str, need: Needs) -> str:
    value = inner("n" if name in need.numbers else "d", name)
    return f"({inner('r', name)} IS NOT NULL AND {value} IS NULL) AS {inner('b', name)}"


def _key(source: Source, tables: Sequence[Table], found: Column, name: str) -> str:
    """A key as it is where it is a whole number everywhere, else as text, so that files agree on it."""
    return found.sql if all(is_whole(column(source, table, name)) for table in tables) else text(found)


def misread(found: Column, scale: int | None) -> str:
    """Whether there is a value that does not read as a number (or, without a scale, as a day)."""
    if always_a_day(found) if scale is None else never_wrong(found):
        return "FALSE"
    value = day(found) if scale is None else number(found, scale)
    return f"(({value}) IS NULL AND {there(found)})"


def own_rows(spec: SourceFile, columns: Mapping[str, Column], params: Params) -> str:
    """The conditions one file has for itself, over the columns by alias; NULL where one cannot be told."""
    tests = []
    for test in spec.where:
        found = columns[test.column]
        kind, operand = test.test
        if kind in DATES:
            known = f"({day(found)} {DATES[kind]} {params.add(operand)}) IS TRUE"
            tests.append(f"CASE WHEN NOT {misread(found, None)} THEN {known} END")
        elif kind in COMPARISONS:
            known = f"({number(found, SCALE)} {COMPARISONS[kind]} {params.add(operand)}) IS TRUE"
            tests.append(f"CASE WHEN NOT {misread(found, SCALE)} THEN {known} END")
        else:
            tests.append(_texts(text(found), kind, operand, params))
    return "(" + (" AND ".join(tests) or "TRUE") + ")"


def _all(tests: Sequence[Condition], need: Needs, params: Params) -> str:
    return "(" + (" AND ".join(_one(test, need, params) for test in tests) or "TRUE") + ")"


def _one(test: Condition, need: Needs, params: Params) -> str:
    kind, operand = test.test
    if kind not in COMPARISONS and kind not in DATES:
        return _texts(inner("t", test.column), kind, operand, params)
    prefix, sign = ("n", COMPARISONS[kind]) if kind in COMPARISONS else ("d", DATES[kind])
    known = f"({inner(prefix, test.column)} {sign} {params.add(operand)}) IS TRUE"
    return f"CASE WHEN NOT {inner('b', test.column)} THEN {known} END" if test.column in need.doubtful else known


def _texts(value: str, kind: str, operand: object, params: Params) -> str:
    """A test of text; nothing is like no text, so it passes the negative tests."""
    words = [params.add(word) for word in operand] if isinstance(operand, tuple) else []
    if "starts" in kind:
        found = " OR ".join(f"starts_with({value}, {word})" for word in words)
    else:
        found = f"{value} IN ({', '.join(words)})"
    negative = kind in ("is_not", "not_in", "not_starts")
    return f"({found}) IS {'NOT ' if negative else ''}TRUE"
