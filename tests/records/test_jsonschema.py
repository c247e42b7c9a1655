"""Schemas for editors: they accept every good record, refuse what points nowhere, and describe each key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from tests.records.editor_view import seen

from opsctl.commands.init import workspace_files
from opsctl.commands.schema import FOLDER, ids_in, schema_files
from opsctl.loading.frontmatter import Page, split
from opsctl.loading.read import load
from opsctl.loading.yamltext import parse
from opsctl.locales import LANGUAGES
from opsctl.locales.fields import SENTENCES
from opsctl.period import parse_period
from opsctl.records import BY_NAME, KINDS, SETTINGS_FILE
from opsctl.records.base import Record
from opsctl.records.fieldtypes import SHORT_MODELS
from opsctl.records.jsonschema import fields_of, schema_of, sentence_id
from opsctl.records.pointing import KEY_POINTERS, POINTERS
from opsctl.records.settings import Settings
from opsctl.records.waiver import WAIVERS_FILE, Waivers
from opsctl.resources import data_root
from opsctl.rules.references import Reference, references

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
MODELS: dict[str, type[Record]] = {
    **{kind.name: kind.model for kind in BY_NAME.values()},
    "opsctl": Settings,
    "waivers": Waivers,
}


@cache
def schemas() -> dict[str, Draft202012Validator]:
    """The example's schemas by the name of what they describe."""
    files = schema_files(load(EXAMPLE).workspace)
    return {
        name.removeprefix(f"{FOLDER}/").removesuffix(".schema.json"): Draft202012Validator(json.loads(text))
        for name, text in files.items()
    }


def kind_of(file: str) -> str:
    """What a file describes, by its place."""
    if file in (SETTINGS_FILE, WAIVERS_FILE):
        return file.removesuffix(".yaml")
    return next(kind.name for kind in KINDS if file.startswith(f"{kind.folder}/"))


def read(file: str, text: str) -> Any:
    """A record's data as an editor sees it."""
    page = split(text) if file.endswith(".md") else None
    return seen(parse(page.yaml if isinstance(page, Page) else text).data)


def records() -> list[str]:
    """The files of the example's records and settings."""
    return sorted(file for file in load(EXAMPLE).sources.texts if file.endswith((".yaml", ".md")) and "/" in file)


def models_below(model: type[Record]) -> Iterator[type[Record]]:
    """A model and every model of its parts."""
    yield model
    for _, _, info in fields_of(model):
        yield from models_in(info.annotation)


def models_in(annotation: Any) -> Iterator[type[Record]]:
    """The models that a type speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield from models_below(annotation)
    for part in get_args(annotation):
        yield from models_in(part)


def all_models() -> set[type[Record]]:
    """Every model that somebody's file is read by."""
    return {below for model in MODELS.values() for below in models_below(model)}


@pytest.mark.parametrize("file", [SETTINGS_FILE, *records()])
def test_every_record_of_the_example_is_accepted(file: str) -> None:
    data = read(file, load(EXAMPLE).sources.texts[file])
    assert [error.message for error in schemas()[kind_of(file)].iter_errors(data)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_record_of_a_new_workspace_is_accepted(lang: str, tmp_path: Path) -> None:
    folder = data_root("templates") / "workspace" / "small" / lang
    texts = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.*") if path.is_file()
    }
    week = parse_period("2026-W47")
    assert week is not None
    files = {name: text for name, text in workspace_files(texts, "x", week).items() if name.endswith(".yaml")}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    made = schema_files(load(tmp_path).workspace)
    assert len(files) > 10
    for name, text in files.items():
        schema = json.loads(made[f"{FOLDER}/{kind_of(name)}.schema.json"])
        assert [error.message for error in Draft202012Validator(schema).iter_errors(read(name, text))] == [], name


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_schema_is_a_schema_and_the_same_each_time(lang: str, name: str) -> None:
    ids = ids_in(load(EXAMPLE).workspace)
    for known in (ids, {}):
        once, again = (schema_of(MODELS[name], "x", lang, known) for _ in range(2))
        Draft202012Validator.check_schema(once)
        assert json.dumps(once) == json.dumps(again)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("team", "purpose: no name"),
        ("team", "{name: x, nmae: y}"),
        ("team", "{name: x, parent: nobody}"),
        ("team", "{name: x, opened: 2026-6-1}"),
        ("team", "{name: {zh: x, fr: y}}"),
        ("team", "{name: {}}"),
        ("team", "[x]"),
        ("person", "{name: x, roles: []}"),
        ("person", "{name: x, roles: [{role: boss, at: company, from: 2026-01-01}]}"),
        ("person", "{name: x, roles: [{role: store-manager, at: company, from: 2026-01-01, fte: 1.5}]}"),
        ("store", "{name: x, platform: T Mall, team: company}"),
        ("store", "{name: x, platform: tmall, team: company, currency: rmb}"),
        ("store", "{name: x, platform: tmall, team: company, drivers: none}"),
        ("role", "{name: x, competencies: {skills: {selling: 6}}}"),
        ("role", "{name: x, competencies: {skills: {selling: {weight: 1}}}}"),
        ("metric", "{unit: kilograms}"),
        ("metric", "{parts: {gmv_paid: 2}}"),
        ("calendar", "{curves: {c: {months: {13: 5%}}}}"),
        ("calendar", "{curves: {c: {months: {1: 150%x}}}}"),
        (
            "calendar",
            "{events: [{id: 618, name: x, windows: {all: {from: 2026-06-01, until: 2026-06-18, lift: much}}}]}",
        ),
        ("target", "{owner: li-na, goals: {net_sales: lots}}"),
        ("target", "{owner: li-na, goals: {net_sales: {value: 1, hold: {June: {}}}}}"),
        ("target", "{owner: li-na, goals: {net_sales: {value: 1, split: {weights: {nowhere: 1}}}}}"),
        ("target", "{owner: li-na, goals: {'not a metric': 5}}"),
        ("target", "{owner: li-na, curve: straight}"),
        ("source", "{files: a.csv, store: {other: jd-pop}, metrics: {}}"),
        ("source", "{files: [], store: {other: jd-pop}, metrics: {gmv_paid: {sum: a}}}"),
        ("source", "{files: a.csv, store: {other: elsewhere}, metrics: {gmv_paid: {sum: a}}}"),
        ("review", "{owner: li-na, actions: [{id: a1}]}"),
        ("plan", "{owner: li-na, took_part: [somebody]}"),
        ("rule", "{name: x, code: SHOP101, select: shop, require: 'true', message: x}"),
        ("assessment", "{person: li-na, by: wang-lei, levels: {selling: 9}, evidence: x}"),
        ("opsctl", "{name: x}"),
        ("opsctl", "{opsctl: 2, name: x}"),
        ("waivers", "{waivers: [{rule: x, record: y}]}"),
    ],
)
def test_what_is_wrong_is_refused(kind: str, text: str) -> None:
    assert list(schemas()[kind].iter_errors(read("x.yaml", text))) != []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("team", "{name: x, x-note: [1, {a: b}], parent: , closed: }"),
        ("team", "{name: {zh: x}}"),
        ("event", "{events: [{id: 618, name: 618, windows: {all: {from: 2026-06-01, until: 2026-06-18, lift: 1.5}}}]}"),
        ("target", "{owner: li-na, goals: {销售额: 1_450_000, gmv_paid: 1.2亿, cvr: inherited}}"),
        (
            "target",
            "{owner: li-na, goals: {net_sales: {value: 5, hold: "
            "{2026: {value: 5, reason: x, owner: li-na, until: 2026-12-31}}}}}",
        ),
        ("role", "{name: x, competencies: {skills: {selling: 5, asking: {level: 2, weight: 0.5}}}}"),
        (
            "source",
            "{files: [{path: a.csv, where: [{column: a, in: x}, {column: a, in: [x, 5]}]}], "
            "store: {other: jd-pop}, metrics: {gmv_paid: {sum: -a * b}}}",
        ),
        (
            "waivers",
            "{waivers: [{rule: x, record: targets/2026/company.csv, reason: x, "
            "owner: li-na, approved_by: chen-dong, from: 2026-01-01, until: 2026-02-01}]}",
        ),
        ("opsctl", "{opsctl: '1', name: x, checks: {thresholds: {a: 5%}, severity: {GOAL101: off}}}"),
    ],
)
def test_what_is_right_is_accepted(kind: str, text: str) -> None:
    name = {"event": "calendar"}.get(kind, kind)
    assert [error.message for error in schemas()[name].iter_errors(read("x.yaml", text))] == []


def test_every_key_has_a_description_and_every_description_a_key() -> None:
    keys = {sentence_id(model, key) for model in all_models() for key, _, _ in fields_of(model)}
    assert len(keys) > 200
    described = {id_ for id_ in SENTENCES if id_.count(".") == 2}
    assert keys == described
    assert all(zh.strip() and en.strip() and zh != en for zh, en in (SENTENCES[key] for key in keys))


def test_the_tables_speak_of_fields_there_are() -> None:
    fields = {(model, name) for model in all_models() for _, name, _ in fields_of(model)}
    assert {*POINTERS, *KEY_POINTERS} - fields == set()
    assert set(SHORT_MODELS) <= all_models()


def changed(data: Any, reference: Reference) -> Any:
    """The same data with another id at the reference's place."""
    copy = json.loads(json.dumps(data))
    *above, last = reference.at.path
    here = copy
    for step in above:
        here = here[step]
    if reference.at.on == "key":
        here["no-such-id"] = here.pop(last)
    else:
        here[last] = "no-such-id"
    return copy


def test_an_editor_refuses_every_reference_that_the_rules_would_refuse() -> None:
    loaded = load(EXAMPLE)
    loose = ("channel", "record", "cause", "action")
    found = [each for each in references(loaded.workspace) if each.at.path and each.to not in loose]
    kinds = {each.to for each in found}
    assert kinds >= {"team", "role", "person", "place", "scope", "source", "curve", "child"}
    for reference in found:
        file = reference.at.file
        data = read(file, loaded.sources.texts[file])
        assert list(schemas()[kind_of(file)].iter_errors(changed(data, reference))) != [], reference.at
