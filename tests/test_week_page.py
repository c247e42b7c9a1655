"""The page about weekly sheets: its commands exist and its words are those of the sheet, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from opsctl.cli.app import run
from opsctl.locales.forms import SENTENCES as FORMS
from opsctl.locales.week import SENTENCES as WEEK

GUIDE = Path(__file__).resolve().parents[1] / "handbook" / "guide"
PAGES = [("week.zh.md", 0), ("week.md", 1)]


@pytest.mark.parametrize(("page", "lang"), PAGES)
def test_its_commands_and_options_exist(page: str, lang: int, capsys: pytest.CaptureFixture[str]) -> None:
    text = (GUIDE / page).read_text("utf-8")
    assert set(re.findall(r"opsctl week ([a-z]+)", text)) == {"sheet", "import"}
    for command, options in (("sheet", ("--scope",)), ("import", ("--yes", "--dry-run", "--format"))):
        assert run(["--lang", "en", "week", command, "--help"]) == 0
        known = capsys.readouterr().out
        assert all(option in known and option in text for option in options)


@pytest.mark.parametrize(("page", "lang"), PAGES)
def test_its_words_are_those_of_the_sheet(page: str, lang: int) -> None:
    text = (GUIDE / page).read_text("utf-8")
    words = [pair[lang] for id_, pair in WEEK.items() if re.match(r"week\.(status|verdict)_", id_)]
    words += [WEEK[f"week.{part}"][lang] for part in ("tasks", "verdicts", "causes")]
    assert [word for word in words if word not in text] == []
    for id_, found in (("forms.no_choice", "搞定"), ("forms.needed", "")):
        pattern = re.escape(FORMS[id_][lang]).replace(r"\{found\}", found).replace(r"\{words\}", "[^\n]+")
        assert re.search(pattern.replace(r"\{title\}", "[^\n]+"), text), id_
