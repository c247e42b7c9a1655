"""No expression raises, hangs or loses its meaning when it is written down again."""

from __future__ import annotations

import ast
import time
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.asking.company import company

from opsctl import asking
from opsctl.asking import FUNCTIONS, Link, Trouble, allowance, condition, parse, question, shown, value, written
from opsctl.asking.glob import glob_matches
from opsctl.asking.grammar import COMPARISONS
from opsctl.asking.names import ALL, kind_keys
from opsctl.asking.template import filled, template
from opsctl.asking.values import Value
from opsctl.locales.asking import SENTENCES

NAMES = sorted({key for kind in ALL for key in kind_keys(kind)} | {"it", "key", "record", "value", "due", "split"})
RECORDS = [
    Link("store", "tmall-flagship"),
    Link("team", "company"),
    Link("target", "2026/company"),
    Link("target", "2026/tmall-flagship"),
    Link("plan", "2026/company"),
    Link("review", "2026-W46/tmall-flagship"),
    Link("person", "li-na"),
    Link("metric", "cvr"),
    Link("calendar", "2026"),
    Link("source", "shop-daily"),
    Link("rule", "store-has-manager"),
    Link("role", "no-such-role"),
]

atoms = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(["1", "0", "12%", "120万", "1_000", "2026", "true", "false", "2026-06", "2026-06-18", "2026-W46"]),
    st.sampled_from(['"tmall"', '"inherited"', '""', "'2026'", "“旗舰”", '"*a*?"']),
)


def bigger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Expressions made of smaller ones, right in form and mostly senseless."""
    return st.one_of(
        st.builds(
            lambda a, s, b: f"({a} {s} {b})", inner, st.sampled_from([*COMPARISONS, *"+-*/", "and", "or"]), inner
        ),
        st.builds(lambda a, s, b: f"{a} {s} {b}", inner, st.sampled_from(["+", "-", "*", "/", "and", "or"]), inner),
        st.builds(lambda s, a: f"{s} ({a})", st.sampled_from(["not", "-"]), inner),
        st.builds(
            lambda f, many: f"{f}({', '.join(many)})", st.sampled_from(sorted(FUNCTIONS)), st.lists(inner, max_size=2)
        ),
        st.builds(lambda a, key: f"({a}).{key}", inner, st.sampled_from(NAMES)),
        st.builds(lambda a, b: f"({a})[{b}]", inner, inner),
        st.builds(lambda many: f"[{', '.join(many)}]", st.lists(inner, max_size=3)),
        st.builds(lambda kind, a: f'any(records("{kind}"), {a})', st.sampled_from(ALL), inner),
    )


expressions = st.recursive(atoms, bigger, max_leaves=12)


def answers(text: str, record: Link) -> Value | Trouble:
    """Ask one expression of one record, by both ways in."""
    asked = question(text, record.kind)
    if isinstance(asked, Trouble):
        return asked
    steps = allowance(10)
    condition(asked, record, company(), steps)
    return value(asked, record, company(), steps)


def assert_placed(found: Trouble, text: str) -> None:
    assert found.said.id in SENTENCES
    assert 0 <= found.at[0] <= found.at[1] <= len(text)


@given(
    st.text(max_size=60) | st.text(alphabet="ab.()[]\"'=<>!+-*/ ,01%万26-W且not in", max_size=60),
    st.sampled_from(RECORDS),
)
def test_any_text_is_read_or_refused_in_words(text: str, record: Link) -> None:
    found = answers(text, record)
    if isinstance(found, Trouble):
        assert_placed(found, text)


@given(expressions, st.sampled_from(RECORDS))
def test_any_expression_is_answered_or_refused_in_words(text: str, record: Link) -> None:
    found = answers(text, record)
    if isinstance(found, Trouble):
        assert_placed(found, text)
    else:
        assert isinstance(shown(found), str)


@given(expressions)
def test_what_is_written_down_reads_the_same(text: str) -> None:
    node = parse(text)
    if not isinstance(node, Trouble):
        once = written(node)
        again = parse(once)
        assert again == node
        assert not isinstance(again, Trouble)
        assert written(again) == once


@given(st.text(alphabet="ab*?", max_size=12), st.text(alphabet="ab*?", max_size=12))
def test_patterns_fit_as_a_slow_matcher_says(text: str, pattern: str) -> None:
    assert glob_matches(text, pattern) == slowly(text, pattern)


def slowly(text: str, pattern: str) -> bool:
    """The same question by the book, one character after the other."""
    if not pattern:
        return not text
    if pattern[0] == "*":
        return slowly(text, pattern[1:]) or bool(text and slowly(text[1:], pattern))
    return bool(text) and pattern[0] in ("?", text[0]) and slowly(text[1:], pattern[1:])


@given(st.text(alphabet='{}ab id"', max_size=30), st.sampled_from(RECORDS))
def test_sentences_with_gaps_are_read_or_refused(text: str, record: Link) -> None:
    parts = template(text, record.kind)
    if isinstance(parts, Trouble):
        assert_placed(parts, text)
    else:
        assert isinstance(filled(parts, record, company(), allowance(1), "en"), str | Trouble)


@pytest.mark.parametrize(
    "text",
    [
        'any(records("metric"), any(records("metric"), any(records("metric"), id = "x")))',
        'sum(records("metric"), sum(records("metric"), sum(records("metric"), 1 / 3 + len(id))))',
        'any(records("metric"), any(records("metric"), count(records("metric"), len(above) = 1) > 99))',
        'any(records("metric"), any(records("metric"), any(records("metric"), id matches "*e*e*e*e*x")))',
        'any(records("metric"), any(records("metric"), len(distinct(records("metric"))) = 1))',
        'any(records("metric"), any(records("metric"), any(records("store"), exists(refs_to) and len(stores) > 9)))',
    ],
)
def test_work_without_end_ends(text: str) -> None:
    asked = question(text, "team")
    assert not isinstance(asked, Trouble)
    steps, start = allowance(10), time.process_time()
    found = condition(asked, Link("team", "company"), company(), steps)
    assert time.process_time() - start < 5
    assert isinstance(found, Trouble)
    assert found.said.id == "asking.too_costly"
    # What is over is over: nothing else is worked out on the same allowance.
    assert isinstance(condition(asked, Link("team", "company"), company(), steps), Trouble)


def refusals() -> list[tuple[str, set[str | None]]]:
    """Every id that the room refuses with, and the names that fill its sentence."""
    found = []
    for path in sorted(Path(asking.__file__).parent.glob("*.py")):
        for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
            if getattr(call.func, "id", "") == "refused":
                given_ = {keyword.arg for keyword in call.keywords}
                first = call.args[0]
                ids = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                found += [(str(ast.literal_eval(id_)), given_) for id_ in ids]
    assert len(found) > 30
    return found


def test_every_refusal_has_its_sentence_and_every_sentence_a_refusal() -> None:
    asked = {
        id_: {name for text in pair for _, name, _, _ in Formatter().parse(text) if name}
        for id_, pair in SENTENCES.items()
    }
    assert [
        id_ for id_, names in refusals() if asked.get(f"asking.{id_}") is None or not asked[f"asking.{id_}"] <= names
    ] == []
    assert set(asked) == {f"asking.{id_}" for id_, _ in refusals()}
