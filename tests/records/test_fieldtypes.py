"""What an editor lets stand for a value: all that records read, and little else."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError
from tests.records.editor_view import seen

from opsctl.records.fieldtypes import TYPES

FORMS = (
    r"[+-]?[0-9]{1,4}(_[0-9]{1,3})?(\.[0-9]{1,2})? ?[%万亿d]?",
    r"(19|20)[0-9]{2}(-([WQH][0-9]{1,2}|[01][0-9](-[0-3][0-9])?))?",
    r"[a-z0-9]([a-z0-9-]{0,6}[a-z0-9])?",
    r"[A-Z]{1,4}[0-9]{0,3}",
    r"(\.\./){1,2}[a-z]{1,3}(/[a-z]{1,3})?",
    r"-?[a-z]{1,3}( ?\* ?[a-z]{1,3}){0,2}",
    r"[\w./*客单价 ]{1,8}",
)
EXAMPLES = (
    "text 文字", "tmall-flagship", "618", "客单价", "A014", "CNY", "1_450_000", "1.2亿", "-5", "12%", "0.5",
    "inherited", "2026-06-18", "7d", "../private", "true", "2026-W23", "+1", "SHOP101", "actuals/*.csv",
    "-price * quantity", "target:2026/company", "within 3%", "headcount", "goal visitors",
)  # fmt: skip
NAMES = {kind: (reader, Draft202012Validator(dict(made))) for reader, (kind, made) in TYPES.items()}


def reads(kind: str, text: str) -> bool:
    """Whether a record reads the text as a value of that type."""
    try:
        TypeAdapter(Annotated[Any, NAMES[kind][0]]).validate_python(text)
    except ValidationError:
        return False
    return True


def refused(text: str) -> list[str]:
    """The types that read a text which an editor would mark as wrong."""
    value = seen(text)
    # What YAML reads as nothing or as a word needs quotes, and has them wherever somebody means the text.
    value = text if value is None else value
    return [kind for kind, (_, schema) in NAMES.items() if reads(kind, text) and not schema.is_valid(value)]


@given(text=st.one_of(*(st.from_regex(form, fullmatch=True) for form in FORMS), st.sampled_from(EXAMPLES)))
def test_an_editor_refuses_no_value_that_a_record_reads(text: str) -> None:
    assert refused(text) == []


@pytest.mark.parametrize("kind", NAMES)
def test_the_examples_speak_of_every_type(kind: str) -> None:
    assert [text for text in EXAMPLES if reads(kind, text)] != []


def test_what_an_editor_offers_as_an_example_is_read_and_accepted() -> None:
    offered = [(kind, each) for kind, (_, schema) in NAMES.items() for each in schema.schema.get("examples", ())]
    assert len(offered) > 10
    assert [each for each in offered if not reads(each[0], str(each[1]))] == []
    assert [each for each in offered if not NAMES[each[0]][1].is_valid(each[1])] == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("text", None),
        ("id", "Tmall"),
        ("metric_id", "a b"),
        ("task_id", "a014"),
        ("currency", "RMB¥"),
        ("amount", "1,450,000"),
        ("weight", -1),
        ("rate", "a lot"),
        ("share", 1.01),
        ("number", True),
        ("goal_value", "inherit"),
        ("day", "2026/06/18"),
        ("whole", 1.5),
        ("days", 7),
        ("beside", "private"),
        ("flag", "yes"),
        ("period", "2026-W"),
        ("sign", 2),
        ("code", "SHOP1"),
        ("alias", ""),
        ("glob", ["x"]),
        ("expression", 5),
    ],
)
def test_an_editor_marks_what_is_plainly_wrong(kind: str, value: object) -> None:
    assert not NAMES[kind][1].is_valid(value)
