"""Skeletons of new records: the same text, whether `new` fills its blanks or somebody in an editor does."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from opsctl.commands.blanks import BLANKS
from opsctl.commands.skeletons import blanks_of, filled, skeleton, snippet
from opsctl.locales import LANGUAGES
from opsctl.records import KINDS, Kind

_STOP = re.compile(r"\\(?P<plain>[\\$])|\$\{[0-9]+:(?P<name>[a-z]+)\}|\$\{TM_FILENAME_BASE\}")


def typed(text: str, values: Mapping[str, str]) -> str:
    """What stands in the file after somebody typed the values at the stops of a snippet."""
    return _STOP.sub(lambda stop: stop["plain"] or values[stop["name"] or "id"], text)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_ways_give_the_same_text(lang: str, kind: Kind) -> None:
    text = skeleton(kind, lang)
    values = {name: f"{name}-value" for name in (*blanks_of(text), "id")}
    assert typed(snippet(text), values) == filled(text, values).rstrip("\n")
    assert "@" not in filled(text, values)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_both_languages_have_the_same_blanks_and_all_are_known(kind: Kind) -> None:
    asked = {frozenset(blanks_of(skeleton(kind, lang))) for lang in LANGUAGES}
    assert len(asked) == 1
    assert asked.pop() <= {*BLANKS, "id"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: @NAME@\nb: @TEAM@\nc: @NAME@\n", "a: ${1:name}\nb: ${2:team}\nc: ${1:name}"),
        ("a: @ID@-1\n", "a: ${TM_FILENAME_BASE}-1"),
        ("a: $5 \\ {b: c}\n", "a: \\$5 \\\\ {b: c}"),
    ],
)
def test_a_snippet_stops_at_blanks_only(text: str, expected: str) -> None:
    assert snippet(text) == expected
