"""The handbook's page of templates is what the tool prints, and names every value and block that a template gets."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from opsctl.cli import review_templates
from opsctl.cli.app import run
from opsctl.commands.review import review_of
from opsctl.rendering.html.page import page_values
from opsctl.rendering.templated import reference
from opsctl.rendering.templated.reference import BLOCKS, PAGE_VALUES, VALUES

ROOT = Path(__file__).resolve().parents[1]
# Below these, every key is a name of somebody's.
_NAMED = {"blocks": "NAME", "numbers": "METRIC", "charts": "NAME"}


@pytest.mark.parametrize(("lang", "page"), [("en", "templates.md"), ("zh", "templates.zh.md")])
def test_the_page_is_what_the_tool_prints(
    lang: str, page: str, golden: Callable[[Path, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", lang, "review", "templates"]) == 0
    golden(ROOT / "handbook" / "reference" / page, capsys.readouterr().out)


def paths(value: Any, path: str = "") -> Iterator[str]:
    """Where every word of the values stands."""
    key: str
    if isinstance(value, dict):
        for key, below in value.items():
            step = _NAMED.get(path) or key
            yield from paths(below, f"{path}.{step}" if path else step)
    elif isinstance(value, list):
        for below in value:
            yield from paths(below, f"{path}[]")
    else:
        yield path


def test_every_value_a_template_gets_is_listed_and_nothing_else() -> None:
    found = review_of(ROOT / "examples" / "chenhe-home", "weekly", "2026-W46", None, date(2026, 11, 24), None)
    values = page_values(found.workspace, found.review, "zh")
    whole = {"sheet.blocks[]", *(path for path in PAGE_VALUES if path != "charts.NAME")}
    met = {next((one for one in whole if path.startswith(one)), path) for path in paths(values)}
    assert met == {*VALUES, *PAGE_VALUES}


def block_names(tree: ast.Module) -> set[str]:
    """The names that a module gives to its blocks; both of two where it depends."""
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "Block"]
    given = [each.value for call in calls for each in call.keywords if each.arg == "name"]
    assert len(given) == len(calls), "a block without a name"
    if any(isinstance(each, ast.Name) for each in given):
        assigned = (
            n for n in ast.walk(tree) if isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") == "name"
        )
        given += [side for each in assigned if isinstance(each.value, ast.IfExp)
                  for side in (each.value.body, each.value.orelse)]  # fmt: skip
    return {str(each.value) for each in given if isinstance(each, ast.Constant)}


def test_every_block_that_a_review_may_have_is_listed() -> None:
    rendering = ROOT / "src" / "opsctl" / "rendering"
    sheet = ast.parse((rendering / "review_sheet.py").read_text("utf-8"))
    files = [rendering / "html" / "actions.py"]
    for node in ast.walk(sheet):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("opsctl.rendering."):
            files.append(rendering / f"{str(node.module).rpartition('.')[2]}.py")
    made = {name for file in files for name in block_names(ast.parse(file.read_text("utf-8")))}
    assert made == set(BLOCKS)


def test_the_command_knows_the_names_without_loading_the_engine() -> None:
    assert review_templates.NAMES == reference.NAMES


@pytest.mark.parametrize("name", ["review.md.j2", "review.html.j2", "review.css"])
def test_a_template_that_ships_is_given_to_start_from(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "templates" / "review" / name
    assert run(["review", "templates", name, "-o", str(target)]) == 0
    assert target.read_bytes() == (ROOT / "templates" / "review" / name).read_bytes()
    assert run(["review", "templates", name]) == 0
    assert capsys.readouterr().out.strip() == target.read_text("utf-8").strip()


def test_an_unknown_template_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "review", "templates", "nothing.j2"]) == 2
    assert "review.html.j2" in capsys.readouterr().err
