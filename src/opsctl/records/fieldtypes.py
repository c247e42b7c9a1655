"""
How the values of records look to an editor, which parses YAML before anybody asks a record's model.

An amount may arrive there as a number or as text, an id such as `618` as a whole number: each type of field allows all
that its model can read. An editor may let pass what `check` refuses, never the other way round.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator

from opsctl.records.base import (
    MOST_TIMES,
    Amount,
    Beside,
    Currency,
    Day,
    Days,
    ExchangeRate,
    Factor,
    Flag,
    Id,
    Line,
    MetricId,
    Name,
    Number,
    Period,
    Rate,
    Record,
    Share,
    TaskId,
    Text,
    Weight,
    Whole,
)
from opsctl.records.calendar import Window
from opsctl.records.dividing import ChildWeight, Policy, SplitKey
from opsctl.records.metric import Sign
from opsctl.records.role import Requirement
from opsctl.records.rule import Code, Words
from opsctl.records.scenario import CHANGEABLE, Address
from opsctl.records.source import (
    Alias,
    Expression,
    Glob,
    Source,
    SourceColumn,
    SourceFile,
    StoreColumn,
    TableName,
    Texts,
    Variable,
    When,
    Zone,
)
from opsctl.records.target import Goal, GoalValue

Schema = Mapping[str, Any]

_AMOUNT = r"[+-]?[0-9]+(_[0-9]+)*(\.[0-9]+)?\s?[万亿]?"
_RATE = r"[+-]?[0-9]+(\.[0-9]+)?%?"
_NUMBER = rf"({_AMOUNT}|{_RATE})"
# What YAML makes of a text without quotes.
_OTHERWISE = ("number", "boolean")


def _matching(pattern: str, *types: str, **more: object) -> Schema:
    return {"type": ["string", *types], "pattern": f"^{pattern}$", **more}


def reader_of(kind: Any) -> BeforeValidator:
    """What reads the values of a type of field: a name for the type that can be looked up."""
    return next(each for each in get_args(kind)[1:] if isinstance(each, BeforeValidator))


# By what reads a value: the sentence that says what is expected (after `value.`), and what an editor may see.
TYPES: Mapping[BeforeValidator, tuple[str, Schema]] = {
    reader_of(Text): ("text", {"type": ["string", *_OTHERWISE]}),
    reader_of(Id): ("id", _matching("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?", *_OTHERWISE)),
    reader_of(MetricId): ("metric_id", _matching(r"""[^\s/:\[\]{},#&*!|>'"%@`]{1,64}""", *_OTHERWISE)),
    reader_of(TaskId): ("task_id", _matching("[A-Z][0-9]{1,6}", examples=["T12"])),
    reader_of(Currency): ("currency", _matching("[A-Z]{3}", examples=["CNY", "USD"])),
    reader_of(Amount): ("amount", _matching(_AMOUNT, "number", examples=["120万", "1_450_000"])),
    reader_of(Weight): ("weight", _matching(_AMOUNT, "number", minimum=0)),
    reader_of(Factor): ("factor", _matching(_AMOUNT, "number", minimum=0, maximum=MOST_TIMES)),
    reader_of(ExchangeRate): (
        "exchange_rate",
        _matching(r"[+]?[0-9]+(_[0-9]+)*(\.[0-9]+)?", "number", exclusiveMinimum=0, examples=["7.15"]),
    ),
    reader_of(Rate): ("rate", _matching(_RATE, "number", examples=["12%"])),
    reader_of(Share): ("share", _matching(_RATE, "number", minimum=0, maximum=1, examples=["40%"])),
    reader_of(Number): ("number", _matching(_NUMBER, "number")),
    reader_of(GoalValue): (
        "goal_value",
        _matching(f"(inherited|derived|{_NUMBER})", "number", examples=["120万", "12%", "inherited", "derived"]),
    ),
    reader_of(ChildWeight): ("child_weight", _matching(_NUMBER, "number", minimum=0, examples=[55, "55%"])),
    reader_of(Policy): (
        "policy",
        _matching(r"(exact|at_least|aligned|within [0-9]+(\.[0-9]+)?%)", examples=["exact", "at_least", "within 3%"]),
    ),
    reader_of(SplitKey): (
        "split_key",
        _matching(r"""(headcount|goal [^\s/:\[\]{},#&*!|>'"%@`]{1,64})""", examples=["headcount", "goal visitors"]),
    ),
    reader_of(Day): ("day", _matching("[0-9]{4}-[0-9]{2}-[0-9]{2}", examples=["2026-06-18"])),
    reader_of(Whole): ("whole", _matching("[0-9]{1,9}", "integer", minimum=0)),
    reader_of(Days): ("days", _matching("[0-9]{1,4}d", examples=["7d"])),
    reader_of(Beside): ("beside", _matching(r"(\.\./)+[^\s/\\].*")),
    reader_of(Flag): ("flag", _matching("(true|false)", "boolean")),
    reader_of(Period): (
        "period",
        _matching(
            "([0-9]{4}(-([WQH][0-9]{1,2}|[0-9]{2}(-[0-9]{2})?))?|FY[0-9]{4}(-[HQP][0-9]{1,2})?)",
            "integer",
            examples=[2026, "2026-Q2", "2026-06", "2026-W23"],
        ),
    ),
    reader_of(Sign): ("sign", {"enum": [1, -1, "1", "+1", "-1"]}),
    reader_of(Code): ("code", _matching("[A-Z]{2,8}[1-9][0-9]{2}", examples=["OWN101"])),
    reader_of(Address): (
        "address",
        _matching(rf"({'|'.join(CHANGEABLE)}):[^\s:]{{1,100}}", examples=["target:2026/company", "calendar:2026"]),
    ),
    # Letters of any script: the patterns of editors know those of English only.
    reader_of(Alias): ("alias", {"type": ["string", "boolean"], "minLength": 1, "maxLength": 64}),
    reader_of(Glob): ("glob", {"type": ["string", *_OTHERWISE]}),
    reader_of(Variable): ("variable", _matching("[A-Z_][A-Z0-9_]{0,127}", examples=["OPSCTL_SHOP_DSN"])),
    reader_of(Zone): ("zone", {"type": ["string", "boolean"], "examples": ["Asia/Shanghai"]}),
    reader_of(TableName): ("table", {"type": ["string", "boolean"], "examples": ["dw.shop_daily"]}),
    reader_of(Expression): ("expression", {"type": ["string", "boolean"]}),
}
METRIC = reader_of(MetricId)
# The one value that may stand for a whole mapping or list.
SHORT_MODELS: Mapping[type[Record], Any] = {
    Name: Line,
    Words: Text,
    Goal: GoalValue,
    Requirement: Annotated[Whole, Requirement.model_fields["level"]],
    SourceColumn: Texts,
    SourceFile: Glob,
    StoreColumn: Id,
    When: Alias,
}
SHORT_FIELDS: Mapping[tuple[type[Record], str], Any] = {(Window, "lift"): Weight, (Source, "files"): Glob}
# What an adapter may give in their place need not be written.
SUPPLIED: frozenset[tuple[type[Record], str]] = frozenset({(Source, "store"), (Source, "metrics")})
# Each of the two languages may stand alone.
ANY_PART: tuple[type[Record], ...] = (Name, Words)
