"""Lists inside sentences have the marks of the language, whoever joins them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from opsctl.diagnostics import Listed, Message, message, some
from opsctl.locales import listed, say, tell

SOURCE = Path(__file__).parents[2] / "src" / "opsctl"
# What is no sentence: SQL, YAML, expressions of rules and cells of tables; and what the function itself is made of.
NO_SENTENCES = {
    "loading/placing.py", "commands/replan_sheets.py",
    "rendering/record_columns.py", "rendering/record_tree.py", "sources/compile.py",
    "sources/lookups.py", "sources/months.py", "sources/repeats.py",
    "sources/tables.py", "sources/orders.py", "sources/restating.py",
}  # fmt: skip


@pytest.mark.parametrize(("lang", "shown"), [("zh", "a、b"), ("en", "a, b")])
def test_a_list_has_the_comma_of_the_language(lang: str, shown: str) -> None:
    assert listed(["a", "b"], lang) == shown
    said = message("cli.commands", names=Listed(["a", "b"]))
    assert shown in tell(lang, said) and shown in say(lang, "cli.commands", names=Listed(["a", "b"]))
    assert shown in tell(lang, pickle.loads(pickle.dumps(said)))


@pytest.mark.parametrize(("lang", "shown"), [("zh", "1, 2；3"), ("en", "1, 2; 3")])
def test_words_with_commas_of_their_own_stand_between_semicolons(lang: str, shown: str) -> None:
    assert shown in tell(lang, message("cli.commands", names=Listed(["1, 2", "3"], "; ")))


def test_as_data_a_list_is_the_text_it_always_was() -> None:
    assert message("cli.commands", names=Listed(["a", "b"])) == Message("cli.commands", (("names", "a, b"),))


@pytest.mark.parametrize(("most", "counted", "shown"), [(2, False, "a、b"), (1, False, "a …"), (1, True, "a … (+1)")])
def test_the_first_few_say_that_there_are_more(most: int, counted: bool, shown: str) -> None:
    assert listed(some(["a", "b"], most, counted=counted), "zh") == shown


def test_nobody_joins_a_list_without_the_function() -> None:
    joining = {
        file.relative_to(SOURCE).as_posix()
        for file in SOURCE.rglob("*.py")
        if any(f'"{mark}".join' in file.read_text("utf-8") for mark in (", ", "; ", "、", "；"))
    }
    assert joining == NO_SENTENCES
