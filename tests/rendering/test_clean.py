"""Text from files made safe to print."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.diagnostics import Severity
from opsctl.rendering.clean import clean, json_text


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\x00\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("\u202egpj", "\\u{202e}gpj"),
        ("a\u200bb\ufeff", "a\\u{200b}b\\u{feff}"),
        ("\U000e0041", "\\u{e0041}"),
        ("\ud800", "\\u{d800}"),
        ("::error::no", "\\::error::no"),
        ("  ::add-mask::no", "  \\::add-mask::no"),
        ("said ##[group]", "said #\\#[group]"),
        ("##vso[task.x]", "#\\#vso[task.x]"),
    ],
)
def test_what_could_steer_is_shown_instead(given: str, printed: str) -> None:
    assert clean(given) == printed


@pytest.mark.parametrize(
    "text",
    ["", "net_sales", "天猫旗舰店, 120万", "ÄÖÜ é", "👩‍👧 ❤️", "a::b", "## heading", "全角　空格", "C:\\path", "12 %"],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


_NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
_SCALARS = st.none() | st.booleans() | st.sampled_from(Severity) | _NUMBERS | st.text('a"\\\n中/')
JSON = st.recursive(_SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text('a"中'), inner), max_leaves=12)


@given(JSON)
def test_json_is_indented_as_the_standard_library_does(document: object) -> None:
    assert json_text(document) == json.dumps(document, ensure_ascii=False, indent=2) + "\n"
