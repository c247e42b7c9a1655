"""
A source as SQL: the lines of all its files, each with the values that any number needs.

What a metric needs of a line is a match (does the line count?) and a value. Both are three-valued: a match is NULL
where a value that a condition asks for is not understood, and then the metric is unknown for that store and day.

Identifiers are quoted and made of the source's own names, every value is a parameter: no text of a record or a file
becomes SQL.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from opsctl.records.source import Condition, Source, SourceFile
from opsctl.sources.params import Params
from opsctl.sources.stages import given_again, newest, staged
from opsctl.sources.table import Table
from opsctl.sources.totals import without_totals
from opsctl.sources.values import (
    Column,
    always_a_day,
    cleaned,
    day,
    inner,
    is_whole,
    literal,
    never_wrong,
    number,
    text,
    there,
)

COMPARISONS = {"above": ">", "below": "<", "at_least": ">=", "at_most": "<="}
DATES = {"before": "<", "from": ">="}
LOST_DIGITS = re.compile(r"[0-9](\.[0-9]+)?[eE]\+[0-9]+")


@dataclass(frozen=True, slots=True)
class Needs:
    """
    Which columns are read as what: numbers with their scale, texts, dates, and keys to count.

    `doubtful` may hold values that are not understood, or be absent from a file; `spoilt` keys may have lost digits.
    """

    numbers: Mapping[str, int]
    doubtful: frozenset[str]
    texts: tuple[str, ...]
    dates: tuple[str, ...]
    keys: tuple[str, ...]
    spoilt: frozenset[str] = frozenset()


def needs(source: Source, tables: Sequence[Table]) -> Needs:
    """Work out how each column of the source is read, given the files' types."""
    tests = [*source.where, *(test for tests in source.rows.values() for test in tests)]
    compared = [test.column for test in tests if test.test[0] in COMPARISONS]
    factors = [factor for measure in source.metrics.values() if measure.sum for factor in measure.sum.factors]
    numbers = {
        name: _scale([table.column(source, name) for table in tables]) for name in dict.fromkeys([*factors, *compared])
    }
    dates = tuple(dict.fromkeys(test.column for test in tests if test.test[0] in DATES))
    wrong = {name for name in numbers if not all(never_wrong(table.column(source, name)) for table in tables)} | {
        name for name in dates if not all(always_a_day(table.column(source, name)) for table in tables)
    }
    texts = dict.fromkeys(test.column for test in tests if test.test[0] not in (*COMPARISONS, *DATES))
    keys = dict.fromkeys(measure.count_distinct for measure in source.metrics.values() if measure.count_distinct)
    absent = {name for name in (*texts, *keys) if any(table.title(source, name) is None for table in tables)}
    spoilt = {name for name in keys if any(not is_whole(table.column(source, name)) for table in tables)}
    return Needs(numbers, frozenset(wrong | absent), tuple(texts), dates, tuple(keys), frozenset(spoilt - absent))


def _scale(columns: Sequence[Column]) -> int:
    return 0 if all(is_whole(found) for found in columns) else max(found.scale for found in columns)


def mapped(source: Source, table: Table) -> dict[str, Column]:
    """The columns of that file by alias, as they stand in it."""
    return {name: table.column(source, name) for name in source.used(table.spec)}


def matched(source: Source, tables: Sequence[Table], *, stages: bool = False) -> tuple[str, Params]:
    """
    The statement that gives every line that counts, before anything is grouped, and its parameters.

    With `stages`, lines that a later file replaced are still there, and a column says which those are (see `staged`).

    Its columns: `f`, the file; `store`, `slot` (day or period text), `member`; by kind and alias the values that a line
    has (`n:`, `d:`, `t:`), its keys (`k:` to count, `q:` of its own), what is not understood (`b:`, `e:`, `own`), and
    whether it matches (`m:`).
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
    if given_again(source):
        own_keys = [inner("q", name) for name in source.keys]
        lines = staged(lines, own_keys) if stages else newest(lines, own_keys)
    return lines, params


def _file(source: Source, table: Table, index: int, need: Needs, tables: Sequence[Table], params: Params) -> str:
    # Layer by layer, so that each value is read once and then known by name.
    used = {name: cleaned(found, name) for name, found in mapped(source, table).items()}
    first = ", ".join(f"{sql} AS {found.sql}" for sql, found in used.values())
    of = {name: found for name, (_, found) in used.items()}
    if table.when is not None:
        time = f"{params.add(table.when)}::{'DATE' if source.day is not None else 'VARCHAR'}"
    else:
        time = day(of[source.day_column]) if source.day_column is not None else text(of[source.period_column or ""])
    store = f"coalesce({text(of[source.store.column])}, '')" if source.store.column else "''"
    columns = [f"{index}::USMALLINT AS f", f"{store} AS store", f"{time} AS slot"]
    columns += [f"{number(of[name], scale)} AS {inner('n', name)}" for name, scale in need.numbers.items()]
    columns += [f"{day(of[name])} AS {inner('d', name)}" for name in need.dates]
    columns += [f"{text(of[name])} AS {inner('t', name)}" for name in need.texts]
    columns += [f"{_key(source, tables, of[name], name)} AS {inner('k', name)}" for name in need.keys]
    columns += [f"{text(of[name])} AS {inner('q', name)}" for name in source.keys]
    columns += [f"{text(of[source.member[1].column])} AS member"] if source.member is not None else []
    columns += [of[name].sql for name in sorted(need.doubtful)]
    columns.append(f"{own_rows(table.spec, of, params)} AS own")
    wrong = [_misread_here(name, need, of[name], table.title(source, name) is None) for name in sorted(need.doubtful)]
    wrong += [f"coalesce({lost_digits(inner('k', name))}, FALSE) AS {inner('e', name)}" for name in sorted(need.spoilt)]
    # A line without a day matches nothing, but stays to be reported.
    where = f"own AND {_all(source.where, need, params)}"
    rows = f"{table.relation} WHERE {without_totals(source, table, params)}"
    values = f"SELECT {', '.join(columns)} FROM (SELECT {first} FROM {rows})"
    doubts = f"SELECT {', '.join(['*', *wrong])} FROM ({values})"
    return f"SELECT *, {where} AS w FROM ({doubts}) WHERE ({where}) IS NOT FALSE OR slot IS NULL"


def _misread_here(name: str, need: Needs, found: Column, absent: bool) -> str:
    """Whether a value there is not understood; what a column that the file lacks would say is never known."""
    read = next((kind for kind, names in (("n", need.numbers), ("d", need.dates)) if name in names), None)
    known = "TRUE" if absent else "FALSE" if read is None else f"({inner(read, name)} IS NULL AND {there(found)})"
    return f"{known} AS {inner('b', name)}"


def lost_digits(key: str) -> str:
    """Whether a key was kept as a number too long for a spreadsheet, as in 1.23457E+17."""
    value = f"CAST({key} AS VARCHAR)"
    return f"(contains({value}, '+') AND regexp_full_match({value}, {literal(LOST_DIGITS.pattern)}))"


def _key(source: Source, tables: Sequence[Table], found: Column, name: str) -> str:
    """A key as it is where it is a whole number everywhere, else as text, so that files agree on it."""
    return found.sql if all(is_whole(table.column(source, name)) for table in tables) else text(found)


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
            known = f"({number(found, found.scale)} {COMPARISONS[kind]} {params.add(operand)}) IS TRUE"
            tests.append(f"CASE WHEN NOT {misread(found, found.scale)} THEN {known} END")
        else:
            tests.append(_texts(text(found), kind, operand, params))
    return "(" + (" AND ".join(tests) or "TRUE") + ")"


def _all(tests: Sequence[Condition], need: Needs, params: Params) -> str:
    return "(" + (" AND ".join(_one(test, need, params) for test in tests) or "TRUE") + ")"


def _one(test: Condition, need: Needs, params: Params) -> str:
    kind, operand = test.test
    if kind not in COMPARISONS and kind not in DATES:
        known = _texts(inner("t", test.column), kind, operand, params)
        return f"CASE WHEN NOT {inner('b', test.column)} THEN {known} END" if test.column in need.doubtful else known
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
