"""Laws of the way out and back: untouched changes nothing, and one cell changes one key."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from opsctl.commands.filling import FormResult, fill_in
from opsctl.forms.celltext import as_cell, fits
from opsctl.forms.form import Column, Form, Line
from opsctl.forms.passport import Passport, passport
from opsctl.forms.tabs import Tab
from opsctl.forms.weekly import week_form
from opsctl.loading.edits import data_of
from opsctl.loading.read import LoadResult, load
from opsctl.locales import tell
from opsctl.period import Period, parse_period
from opsctl.rendering.xlsx.form_book import form_book
from opsctl.sources.opening import forms

# Whatever people write: marks that YAML, workbooks or spreadsheets take for something else, and signs nobody sees.
_MARKS = st.sampled_from("断货 ,:#-[]{}'\"&*!|>%@=+~?\n\u3000，。_x00A√→😀é")
_SIGNS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp"])
TEXTS = st.text(st.one_of(_MARKS, _SIGNS), min_size=1, max_size=24).filter(lambda text: bool(as_cell(text)))
CELLS = TEXTS.map(as_cell).filter(lambda text: fits(text) and "\n" not in text)
STATUS = st.sampled_from(["todo", "doing", "done", "dropped"])
PLAN, REVIEW = "plans/2026-W47/company.md", "reviews/2026-W47/company.md"


def week() -> Period:
    period = parse_period("2026-W47")
    assert period is not None
    return period


@st.composite
def companies(draw: st.DrawFn) -> dict[str, str]:
    """A plan and a review, in brackets or as blocks, with comments, with line feeds or carriage returns."""
    flow, ending = draw(st.booleans()), draw(st.sampled_from(["\n", "\r\n"]))
    tasks = [
        {"id": f"T{at}", "does": draw(TEXTS), "owner": "li-na", "due": "2026-11-20", "status": draw(STATUS)}
        for at in range(draw(st.integers(1, 3)))
    ]
    causes = [
        {"id": f"C{at}", "metric": "gmv_paid", "because": draw(TEXTS), "kind": "internal",
         "whys": draw(st.lists(TEXTS, min_size=1, max_size=3))}
        for at in range(draw(st.integers(0, 2)))
    ]  # fmt: skip
    pages = {PLAN: _page({"tasks": tasks}, flow), REVIEW: _page({"causes": causes}, flow)}
    return {file: text.replace("\n", ending) for file, text in pages.items()}


def _page(lists: Mapping[str, list[dict[str, Any]]], flow: bool) -> str:
    lines = ["---", "owner: li-na  # 负责人"]
    for key, entries in lists.items():
        lines += [f"{key}:"] if entries else []
        for entry in entries:
            lines += ["  # 一条"]
            # Without a space behind its marks JSON is YAML too, but no mapping in brackets of ours.
            if flow:
                lines += [f"  - {{{', '.join(f'{name}: {_json(value)}' for name, value in entry.items())}}}   # 尾"]
            else:
                lines += [f"  {'-' if not at else ' '} {name}: {_json(value)}  # 尾"
                          for at, (name, value) in enumerate(entry.items())]  # fmt: skip
    return "\n".join([*lines, "---", "# 正文", "", "- id: C9 不是记录", ""])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forms")
    for file, text in {
        "opsctl.yaml": "opsctl: 1\nname: 例\ntop: company\n",
        "teams/company.yaml": "name: 例\n",
        "roles/owner.yaml": "name: Owner\n",
        "people/li-na.yaml": "name: 李娜\nroles: [{role: owner, at: company, from: 2020-01-01}]\n",
    }.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text, "utf-8")
    return folder


def written(root: Path, pages: Mapping[str, str]) -> LoadResult:
    for file, text in pages.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(text.encode())
    return load(root)


def out_and_back(root: Path, form: Form, lang: str = "zh") -> tuple[Passport, list[Tab]]:
    """Through a real workbook, read in this process."""
    path = root / "form.xlsx"
    path.write_bytes(form_book(form, lang, date(2026, 11, 16)))
    tabs = [forms.tab(json.loads(json.dumps(each))) for each in forms.read(path)]
    found = passport(tabs)
    assert isinstance(found, Passport)
    return found, tabs


@given(pages=companies(), lang=st.sampled_from(["zh", "en"]))
def test_untouched_changes_nothing(root: Path, pages: dict[str, str], lang: str) -> None:
    loaded = written(root, pages)
    assume(not loaded.workspace.broken)
    form = week_form(loaded.workspace, week(), None)
    result = fill_in(loaded, form, *out_and_back(root, form, lang))
    assert (result.new, result.troubles, result.lost) == ({}, (), 0)


def _open_cells(form: Form) -> Iterator[tuple[Line, Column]]:
    """Every cell of an entry that may be written."""
    for part, line in form.lines().values():
        if line.makes is None:
            yield from ((line, column) for column in part.columns if line.may_change(column))


@given(pages=companies(), data=st.data())
def test_one_cell_changes_one_key(root: Path, pages: dict[str, str], data: st.DataObject) -> None:
    loaded = written(root, pages)
    assume(not loaded.workspace.broken)
    form = week_form(loaded.workspace, week(), None)
    known, tabs = out_and_back(root, form)
    line, column = data.draw(st.sampled_from([*_open_cells(form)]))
    new: str | list[str]
    if column.choices:
        choice = data.draw(st.sampled_from(column.choices))
        new, text = choice.value, tell(data.draw(st.sampled_from(["zh", "en"])), choice.word)
    elif column.lines:
        new = data.draw(st.lists(CELLS, min_size=1, max_size=4))
        text = "\n".join(new)
    else:
        new = text = data.draw(CELLS)
    result = fill_in(loaded, form, known, [_changed(tab, line, column, text) for tab in tabs])
    _only_that_key(loaded, result, line, column, new)


def _changed(tab: Tab, line: Line, column: Column, text: str) -> Tab:
    """The sheet with one cell of a line written."""
    row = next((row for (row, at), each in tab.cells.items() if at == 0 and each == line.id), None)
    if row is None or tab.name.startswith("_"):
        return tab
    head = max(row_ for (row_, at), each in tab.cells.items() if at == 0 and each.startswith("#") and row_ < row)
    at = next(at for (row_, at), each in tab.cells.items() if row_ == head and each == tell("zh", column.title))
    return Tab(tab.name, {**tab.cells, (row, at): text})


def _only_that_key(loaded: LoadResult, result: FormResult, line: Line, column: Column, new: str | list[str]) -> None:
    old = loaded.sources.texts[line.file]
    assert [trouble for trouble in result.troubles if trouble.said.id != "forms.no_place"] == []
    before: Any = data_of(line.file, old)
    key, at = line.route
    assert isinstance(at, int)
    was = before[key][at].get(column.key)
    if was == new or (column.lines and line.values[column.key] == "\n".join(new)):
        assert result.new == {}
        return
    assert not result.troubles, f"{old!r} takes no {new!r}"
    assert result.new.keys() == {line.file}
    text = result.new[line.file]
    before[key][at][column.key] = new
    assert repr(data_of(line.file, text)) == repr(before)
    lines, others = old.split("\n"), text.split("\n")
    assert len(lines) == len(others)
    changed = [number for number, (one, other) in enumerate(zip(lines, others, strict=True)) if one != other]
    assert len(changed) == 1
    assert text.count("\r\n") == old.count("\r\n")
    for number in changed:
        assert others[number].rstrip("\r").endswith("# 尾")


@given(text=st.text(max_size=40))
def test_a_text_that_fits_is_what_a_cell_holds(text: str) -> None:
    held = as_cell(text)
    assert as_cell(held) == held
    assert fits(text) <= (held == text)
