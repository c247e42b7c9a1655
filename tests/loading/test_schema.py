"""What a model refuses, in our words, at the key or value where it stands."""

from __future__ import annotations

from typing import Any

import pytest

from opsctl.diagnostics import Place
from opsctl.loading.modelkeys import keys_at
from opsctl.loading.schema import judge, without_free_keys
from opsctl.loading.yamltext import parse
from opsctl.locales import LANGUAGES, tell
from opsctl.records import BY_NAME
from opsctl.records.calendar import Calendar
from opsctl.records.store import Store
from opsctl.records.target import TargetSheet
from opsctl.workspace import Finding

PERSON = "name: 李娜\nroles:\n  - {role: store-manager, at: a, from: 2026-01-01}\n"


def findings(kind: str, text: str) -> list[tuple[str, tuple[str | int, ...], str, str]]:
    record, found = judge(BY_NAME[kind].model, parse(text).data, "f.yaml")
    assert (record is None) == bool(found)
    for finding in found:
        for lang in LANGUAGES:
            assert tell(lang, finding.problem.message).isprintable()
    return [(f.rule, f.problem.at.path, f.problem.at.on, f.problem.message.id) for f in found]


STORE = "name: a\nplatform: tmall\nteam: company\n"
CASES: dict[str, tuple[str, str, list[tuple[str, tuple[str | int, ...], str, str]]]] = {
    "good": ("store", STORE, []),
    "missing": ("store", "name: a\nteam: b\n", [("missing-key", ("platform",), "key", "load.key.missing")]),
    "missing in a list": (
        "person",
        "name: a\nroles: [{role: b, at: c}]\n",
        [("missing-key", ("roles", 0, "from"), "key", "load.key.missing")],
    ),
    "unknown, like a known one": (
        "store",
        STORE + "chanels: [a]\n",
        [("unknown-key", ("chanels",), "key", "load.key.unknown_close")],
    ),
    "unknown, like nothing": ("store", STORE + "zzz: 1\n", [("unknown-key", ("zzz",), "key", "load.key.unknown")]),
    "unknown without value after a comma": (
        "person",
        "name: a\nroles: [{role: b, at: c, from: 2026-01-01, 备注}]\n",
        [("unknown-key", ("roles", 0, "备注"), "key", "load.key.after_comma")],
    ),
    "bad day": ("store", STORE + "opened: 2026-02-30\n", [("bad-value", ("opened",), "value", "value.day")]),
    "empty value": ("store", STORE.replace(" tmall", ""), [("bad-value", ("platform",), "value", "value.id")]),
    "list for text": ("store", STORE.replace("tmall", "[a]"), [("bad-value", ("platform",), "value", "value.id")]),
    "bad choice": ("store", STORE + "drivers: x\n", [("bad-value", ("drivers",), "value", "load.shape.choice")]),
    "text for list": ("store", STORE + "channels: x\n", [("bad-value", ("channels",), "value", "load.shape.list")]),
    "text for mapping": ("target", "owner: a\ngoals: x\n", [("bad-value", ("goals",), "value", "load.shape.mapping")]),
    "one name, said once": (
        "store",
        STORE.replace("name: a", 'name: ""'),
        [("bad-value", ("name",), "value", "value.text")],
    ),
    "list for a name": (
        "store",
        STORE.replace("name: a", "name: [a]"),
        [("bad-value", ("name",), "value", "value.name")],
    ),
    "bare goal": (
        "target",
        "owner: a\ngoals: {cvr: x}\n",
        [("bad-value", ("goals", "cvr"), "value", "value.goal_value")],
    ),
    "bad key of a mapping": (
        "target",
        "owner: a\ngoals: {cvr: {value: 1, hold: {2026-13: {value: 1, reason: a, owner: b, until: 2026-01-01}}}}\n",
        [("bad-value", ("goals", "cvr", "hold", "2026-13"), "key", "value.period")],
    ),
    "bad key out of a choice": (
        "calendar",
        "curves: {a: {months: {13: 5%}}}\n",
        [("bad-value", ("curves", "a", "months", "13"), "key", "load.shape.choice")],
    ),
    "one lift read under another name": (
        "calendar",
        "events: [{id: a, name: a, windows: {all: {from: 2026-01-01, until: 2026-01-02, lift: x}}}]\n",
        [("bad-value", ("events", 0, "windows", "all", "lift"), "value", "value.factor")],
    ),
    "a lift of a trillion days": (
        "calendar",
        "events: [{id: a, name: a, windows: {all: {from: 2026-01-01, until: 2026-01-02, lift: 1000000000000}}}]\n",
        [("bad-value", ("events", 0, "windows", "all", "lift"), "value", "value.factor")],
    ),
    "too few": ("person", "name: a\nroles: []\n", [("bad-value", ("roles",), "value", "load.shape.too_short")]),
    "out of range": (
        "role",
        "name: a\ncompetencies: {skills: {x: 6}}\n",
        [("bad-value", ("competencies", "skills", "x"), "value", "load.shape.less_than_equal")],
    ),
    "everything at once": (
        "store",
        "name: a\nopened: x\nzzz: 1\n",
        [
            ("missing-key", ("platform",), "key", "load.key.missing"),
            ("missing-key", ("team",), "key", "load.key.missing"),
            ("bad-value", ("opened",), "value", "value.day"),
            ("unknown-key", ("zzz",), "key", "load.key.unknown"),
        ],
    ),
    "empty file": ("store", "", [("bad-value", (), "value", "load.shape.empty")]),
    "list of records": ("store", "- a\n", [("bad-value", (), "value", "load.shape.record")]),
}


@pytest.mark.parametrize("name", CASES)
def test_findings(name: str) -> None:
    kind, text, expected = CASES[name]
    assert findings(kind, text) == expected


def one(model_text: str) -> Finding:
    (finding,) = judge(Store, parse(model_text).data, "f.yaml")[1]
    return finding


def test_a_close_key_carries_a_safe_fix() -> None:
    fix = one(STORE + "chanels: [a]\n").problem.fix
    assert fix is not None and fix.safe
    assert [(edit.place, edit.text) for edit in fix.edits] == [(Place("f.yaml", ("chanels",), "key"), "channels")]


def test_a_key_that_is_already_there_is_not_proposed() -> None:
    assert one(STORE + "nam: b\n").problem.fix is None


def test_two_close_keys_carry_no_fix() -> None:
    bounds = {"reason": "a", "owner": "b", "at_lost": "1"}
    found = judge(TargetSheet, {"owner": "a", "goals": {"m": {"value": "1", "bounds": {"2026-01": bounds}}}}, "f.yaml")[
        1
    ]
    (problem,) = [finding.problem for finding in found]
    assert (problem.message.id, problem.fix) == ("load.key.unknown_close", None)


def test_values_in_messages_are_short_and_harmless() -> None:
    (finding,) = judge(Store, parse(STORE + 'opened: "' + "\\x1bx\\n" * 90 + '"\n').data, "f.yaml")[1]
    value = dict(finding.problem.message.params)["value"]
    assert value.isprintable() and len(value) < 60 * 4 and value.startswith("\\x1bx\\n")


def test_keys_of_the_model_at_any_depth() -> None:
    assert keys_at(Calendar, ("events", 0, "windows", "all")) == ("from", "until", "lift", "phases", "usual")
    assert "metric" in keys_at(TargetSheet, ("goals", "cvr", "guardrails", 3))
    assert keys_at(TargetSheet, ("goals",)) == ()


def test_free_keys_are_nobodys_business() -> None:
    data: Any = parse("x-a: 1\nb: {x-c: 2, d: [{x-e: 3, f: 4}]}\n").data
    assert without_free_keys(data) == {"b": {"d": [{"f": "4"}]}}


def test_a_hostile_file_does_not_fill_the_screen() -> None:
    data = {f"k{number}": "1" for number in range(5_000)}
    assert len(judge(Store, data, "f.yaml")[1]) == 100
