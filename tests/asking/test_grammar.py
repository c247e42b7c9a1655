"""How expressions are read: what binds how strongly, every spelling, and what is said where of those that are wrong."""

from __future__ import annotations

import pytest

from opsctl.asking import Trouble, parse, path_of, written
from opsctl.asking.grammar import DEEPEST
from opsctl.asking.tokens import LONGEST, MOST_TOKENS
from opsctl.asking.tree import Node


def tree(text: str) -> Node:
    """Read an expression that has to be right."""
    node = parse(text)
    assert not isinstance(node, Trouble), node
    return node


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("a or b and c", "a or (b and c)"),
        ("a and b or c", "(a and b) or c"),
        ("not a and b", "(not a) and b"),
        ("not a = b", "not (a = b)"),
        ("not not a", "not (not a)"),
        ("a = b and c != d", "(a = b) and (c != d)"),
        ("a + b = c", "(a + b) = c"),
        ("a - b - c", "(a - b) - c"),
        ("a / b / c", "(a / b) / c"),
        ("a + b * c", "a + (b * c)"),
        ("-a * b", "(-a) * b"),
        ("-a.b", "-(a.b)"),
        ("a.b[0].c", "((a.b)[0]).c"),
        ("a in b and c", "(a in b) and c"),
        ("a not in b", "not (a in b)"),
        ("a = b or c", "(a = b) or c"),
        ("a contains b or c matches d", "(a contains b) or (c matches d)"),
        ("a < b + 1", "a < (b + 1)"),
        ("2026 - 06", "(2026) - (06)"),
    ],
)
def test_what_binds_how_strongly(text: str, means: str) -> None:
    # `not in` is one comparison and not a `not` in front of one; both ask the same.
    if " not in " in text:
        assert written(tree(text)) == text
    else:
        assert tree(text) == tree(means)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a == 1", "a = 1"),
        ("a ≤ 1", "a <= 1"),
        ("a ≥ 1", "a >= 1"),
        ("a ≠ 1", "a != 1"),
        ("a ！＝ 1", "a != 1"),
        ("（a ＞ 1） 且 非 b 或 c", "a > 1 and not b or c"),
        ("any（a，b）", "any(a, b)"),
        ("a in ［1，2］", "a in [1, 2]"),
        ("a = “天猫”", 'a = "天猫"'),
        ("a = '天猫'", 'a = "天猫"'),
        ("a × 2 ÷ 3", "a * 2 / 3"),
        ("((a))", "a"),
        ("(a and b) and c", "(a and b) and c"),
        ("a\n  and b", "a and b"),
        ("2026-06-30 - 30", "2026-06-30 - 30"),
        ("2026-W23", "2026-W23"),
        ("1_450_000 + 120万 + 12%", "1_450_000 + 120万 + 12%"),
        ('a = "it\'s"', 'a = "it\'s"'),
        ("a = 'say \"x\"'", "a = 'say \"x\"'"),
        ("a-b", "a - b"),
        ("5-3", "5 - 3"),
        ("x.in.and", "x.in.and"),
    ],
)
def test_spellings(text: str, plain: str) -> None:
    assert written(tree(text)) == plain
    assert tree(plain) == tree(text)


@pytest.mark.parametrize(
    ("text", "id_", "part"),
    [
        ("", "unfinished", ""),
        ("a and", "unfinished", ""),
        ("a = = b", "unexpected", "="),
        ("a b", "unexpected", "b"),
        ("a and and b", "unexpected", "and"),
        ("(a", "missing_at_end", ""),
        ("any(a, b", "missing_at_end", ""),
        ("any(a b)", "missing_sign", "b"),
        ("[1 2]", "missing_sign", "2"),
        ("a[1", "missing_at_end", ""),
        ("a < b < c", "two_comparisons", "<"),
        ("a = b not in c", "two_comparisons", "not"),
        ("a.", "key_after_dot", ""),
        ("a.1", "key_after_dot", "1"),
        ('a = "b', "open_quote", '"b'),
        ('a = “b"', "open_quote", '“b"'),
        ("a ; b", "strange_sign", ";"),
        ("a = $b", "strange_sign", "$"),
        ("a && b", "strange_sign", "&"),
        ("2026-13", "no_such_time", "2026-13"),
        ("2026-02-30", "no_such_time", "2026-02-30"),
        ("2026-W54", "no_such_time", "2026-W54"),
        ("12abc", "no_number", "12abc"),
        ("1.2.3", "key_after_dot", "3"),
        ("1" * 30, "no_number", "1" * 30),
        ("٣", "strange_sign", "٣"),
        ("(" * 60 + "a" + ")" * 60, "too_deep", "("),
        ("not " * 60 + "a", "too_deep", "not"),
        (" + ".join("a" * 60), "too_deep", " + ".join("a" * DEEPEST) + " + a"[:0]),
        ("a" * (LONGEST + 5), "too_long", "a" * 5),
        ("[" + ",".join("1" * MOST_TOKENS) + "]", "too_many_parts", None),
    ],
    ids=lambda value: None if not isinstance(value, str) or len(value) > 30 else value,
)
def test_what_is_wrong_is_said_where_it_stands(text: str, id_: str, part: str | None) -> None:
    found = parse(text)
    assert isinstance(found, Trouble)
    assert found.said.id == f"asking.{id_}"
    assert 0 <= found.at[0] <= found.at[1] <= len(text)
    if part is not None and id_ != "too_deep":
        assert text[slice(*found.at)] == part


def test_long_chains_of_conditions_are_not_deep() -> None:
    assert not isinstance(parse(" or ".join("abc"[at % 3] for at in range(200))), Trouble)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("goals.net_sales.value", ("goals", "net_sales", "value")),
        ("tasks[0].due", ("tasks", 0, "due")),
        ('weights["tmall-flagship"]', ("weights", "tmall-flagship")),
        ("hold[2026-06]", ("hold", "2026-06")),
        ("lift[2026-06-18]", ("lift", "2026-06-18")),
        ("team", ("team",)),
    ],
)
def test_a_route_of_keys(text: str, path: tuple[str | int, ...]) -> None:
    assert path_of(text) == path


@pytest.mark.parametrize("text", ["a + b", "a[b]", "len(a)", "a[0.5]", "1", "a[true]", "a."])
def test_what_is_no_route_of_keys(text: str) -> None:
    assert isinstance(path_of(text), Trouble)
