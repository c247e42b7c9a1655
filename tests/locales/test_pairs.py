"""The catalogue: every sentence in both languages, with equal placeholders, and every message of the code in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from opsctl.locales import AREAS, LANGUAGES, say

SRC = Path(__file__).resolve().parents[2] / "src" / "opsctl"
Pairs = Mapping[str, tuple[str, str]]
PAIRS: dict[str, Pairs] = {area: import_module(f"opsctl.locales.{area}").SENTENCES for area in AREAS}
CATALOGUE: Pairs = {id_: pair for pairs in PAIRS.values() for id_, pair in pairs.items()}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Two words in a row that are no id, path, command or placeholder make a sentence somebody has to be able to read.
WORDS = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")


def placeholders(sentence: str) -> set[str]:
    """The names a sentence is filled with."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def wrong_pairs(area: str, pairs: Pairs) -> Iterator[str]:
    """Find sentences that one language lacks, that differ in placeholders, or that were left in English."""
    for id_, (zh, en) in pairs.items():
        if not id_.startswith(f"{area}."):
            yield f"{id_}: not of this area"
        if not zh.strip() or not en.strip():
            yield f"{id_}: empty"
        if placeholders(zh) != placeholders(en):
            yield f"{id_}: {placeholders(zh) ^ placeholders(en)} in one language only"
        if not CHINESE.search(zh) and WORDS.search(re.sub(r"\{[^}]*\}", "", zh)):
            yield f"{id_}: no Chinese in {zh!r}"
        if len(CHINESE.findall(en)) > len(re.findall("[A-Za-z]", en)) / 2:
            yield f"{id_}: Chinese in {en!r}"


def wrong_calls(where: str, tree: ast.AST, catalogue: Pairs) -> Iterator[str]:
    """Find messages built with an id that is not in the catalogue, or with other names than it asks for."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "id", "")
        if name not in ("message", "say") or not call.args:
            continue
        id_ = call.args[0 if name == "message" else -1]
        given = {keyword.arg for keyword in call.keywords}
        candidates = list(_ids(id_, catalogue))
        if not candidates and isinstance(id_, ast.Constant | ast.JoinedStr):
            yield f"{where}:{call.lineno}: {ast.unparse(id_)} is not in the catalogue"
        if candidates and None not in given and not _fits(id_, given, [_asked(catalogue[each]) for each in candidates]):
            yield f"{where}:{call.lineno}: {ast.unparse(id_)} is not filled by {sorted(map(str, given))}"


def _asked(pair: tuple[str, str]) -> set[str]:
    return placeholders(pair[0]) | placeholders(pair[1])


def _fits(id_: ast.expr, given: set[str | None], asked: list[set[str]]) -> bool:
    """Every value is used and every gap filled; of an id made of parts, only some of the ids it could be are meant."""
    enough = any if isinstance(id_, ast.JoinedStr) else all
    whole = all(isinstance(part, ast.Constant | ast.JoinedStr) for part in _branches(id_))
    return enough(names <= given for names in asked) and (given <= set().union(*asked) or not whole)


def _branches(id_: ast.expr) -> Iterator[ast.expr]:
    """What a conditional expression chooses from; anything else is its own only branch."""
    if isinstance(id_, ast.IfExp):
        yield from (*_branches(id_.body), *_branches(id_.orelse))
    else:
        yield id_


def _ids(id_: ast.expr, catalogue: Pairs) -> Iterator[str]:
    """The ids an expression can stand for, as far as they are written out: a text, a text with gaps, a choice."""
    for branch in _branches(id_):
        if isinstance(branch, ast.Constant) and branch.value in catalogue:
            yield str(branch.value)
        elif isinstance(branch, ast.JoinedStr):
            parts = [
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w-]+" for part in branch.values
            ]
            pattern = re.compile("".join(parts))
            yield from (known for known in catalogue if pattern.fullmatch(known))


def trees() -> list[tuple[str, ast.Module]]:
    """Every module that may build a message."""
    paths = sorted(SRC.rglob("*.py"))
    found = [(path.relative_to(SRC).as_posix(), ast.parse(path.read_text("utf-8"))) for path in paths]
    assert len(found) > 50
    return found


def test_there_are_sentences() -> None:
    assert len(CATALOGUE) > 200
    assert len(LANGUAGES) == 2
    assert sum(len(pairs) for pairs in PAIRS.values()) == len(CATALOGUE)


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_say_the_same(area: str) -> None:
    assert list(wrong_pairs(area, PAIRS[area])) == []


def test_every_message_the_code_builds_is_in_the_catalogue() -> None:
    wrong = [found for where, tree in trees() for found in wrong_calls(where, tree, CATALOGUE)]
    assert wrong == []


@pytest.mark.parametrize(
    "pair",
    [
        ("", "text"),
        ("文字", " "),
        ("文字 {a}", "text {b}"),
        ("文字 {a}", "text"),
        ("left in English", "text"),
        ("文字", "中文"),
    ],
)
def test_a_planted_pair_is_found(pair: tuple[str, str]) -> None:
    assert list(wrong_pairs("rules", {"rules.planted": pair})) != []


def test_a_sentence_in_the_wrong_area_is_found() -> None:
    assert list(wrong_pairs("plan", {"rules.planted": ("文字", "text")})) == ["rules.planted: not of this area"]


@pytest.mark.parametrize(
    "code",
    [
        "message('rules.nobody_wrote_this')",
        "message(f'nowhere.{x}')",
        "message('rules.duplicate_id')",
        "message('rules.duplicate_id', id=1, more=2)",
        "message('rules.duplicate_id' if x else 'rules.respell', id=1)",
        "say(lang, 'rules.more', number='1')",
        "message(f'rules.unknown_reference_{x}_near', id=1)",
    ],
)
def test_a_planted_call_is_found(code: str) -> None:
    assert list(wrong_calls("planted.py", ast.parse(code), CATALOGUE)) != []


@pytest.mark.parametrize(
    "code",
    [
        "message('rules.duplicate_id', id=1)",
        "message('rules.duplicate_id', **values)",
        "message(chosen, id=1)",
        "message('rules.duplicate_id' if x else chosen, id=1, more=2)",
        "message(f'plan.clash_{x}', total=1, least=2, most=3)",
        "say(lang, 'rules.page_fails')",
    ],
)
def test_a_right_call_is_left_alone(code: str) -> None:
    assert list(wrong_calls("right.py", ast.parse(code), CATALOGUE)) == []


def test_an_unknown_id_is_a_bug_and_not_a_silence() -> None:
    with pytest.raises(KeyError):
        say("en", "rules.nobody_wrote_this")
    with pytest.raises(KeyError):
        say("en", "nowhere.at_all")
