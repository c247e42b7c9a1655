"""Which fixes other programs may apply: words that YAML reads as they stand, within one line."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from tests.rendering.formats.samples import CLOSER, finding, outcome

from opsctl.diagnostics import Edit, Fix, Span, message
from opsctl.rendering.formats.replacing import replacements


def fix(text: str, action: Literal["replace", "insert", "remove"] = "replace") -> Fix:
    """A fix that writes a text."""
    return Fix(message("rules.respell", meant=text), (Edit(CLOSER, text, action),), safe=True)


@pytest.mark.parametrize("text", ["company", "tmall-flagship", "store:jd-pop", "天猫组", "net_sales", "a.b", "x"])
def test_a_plain_word_is_a_replacement(text: str) -> None:
    found = finding(fix=fix(text))
    assert [each.text for each in replacements(found, outcome(found))] == [text]


@pytest.mark.parametrize(
    "text", ["618", "no", "True", "~", "a: b", "a #b", "- a", "", "a b", "[a]", "a:", "'a'", "a\nb"]
)
def test_what_would_need_quotes_is_none(text: str) -> None:
    found = finding(fix=fix(text))
    assert replacements(found, outcome(found)) == ()


def test_neither_is_what_reaches_over_lines_or_cannot_be_placed() -> None:
    found = finding(fix=fix("company"))
    assert replacements(found, replace(outcome(found), span_of=lambda place: Span(1, 1, 2, 1))) == ()
    assert replacements(found, replace(outcome(found), span_of=None)) == ()
    assert replacements(finding(), outcome()) == ()
    new_entry = finding(fix=fix("company", "insert"))
    assert replacements(new_entry, outcome(new_entry)) == ()
