"""Hostile files, names and arguments: every call ends in a sentence and an exit status, whatever a stranger wrote."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any, cast

import pytest
from tests.hostile import badinputs
from tests.hostile.hostile import HEADER, LINE, SHOP, Answer, Change, answer, assert_sound, changed, small
from tests.hostile.kinds import COMMON, NOT_IN_PAGES, OFF, OTHERWISE, PLACES, Place, wrapped

from opsctl.sources.engine import Engine

SOURCE = "sources/shop-daily.yaml"
TEMPLATE = """\
name: @@NAME@@
parent: @@REF@@
purpose: @@TEXT@@
opened: @@DATE@@
"""
# One of each way to break a reader; the whole corpus is run with `badinputs.py run` (see its docstring).
RECORDS = (
    "ok-plain ok-crlf ok-bom ok-doc-markers ok-chinese-text ok-text-looks-like-markup ok-text-percent inj-html inj-env"
    " alias-bomb-9x9 alias-merge-bomb alias-self anchor-ten-thousand nest-flow-2000 nest-flow-open-100000"
    " many-keys-flow unclosed-quote-1mb date-feb-30 date-tz-overflow date-int tag-python-object tag-include tag-env"
    " only-null only-list multi-doc merge-conflict tabs-indent directive-9 dup-key key-list key-nan key-zero-width"
    " complex-flow-key name-is-list enc-utf16-le-bom enc-gbk enc-surrogate enc-nul enc-random ctl-raw-esc"
    " ctl-escape-esc ctl-escape-surrogate ctl-escape-beyond ctl-newline-in-name inj-formula-tab uni-bidi-raw-text"
    " uni-tag-chars ref-dotdot ref-missing"
)
PLACES_IN_TURN = tuple(PLACES)
TREES = (
    "name-newline name-gh-command name-escape name-bidi name-not-utf8 name-long-255 symlink-file-out symlink-dev-zero"
    " symlink-loop-file fifo"
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus for a team's record, with the defaults of a workspace made by `init`."""
    out = tmp_path_factory.mktemp("corpus")
    before = dict(badinputs.DEFAULTS)
    badinputs.DEFAULTS.update(REF="company", TEXT="ok")
    try:
        made = badinputs.Corpus(out, TEMPLATE, False)
        badinputs.yaml_cases(made)
        badinputs.name_cases(made)
        badinputs.tree_cases(made)
        made.finish()
    finally:
        badinputs.DEFAULTS.update(before)
    return out


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A fresh small workspace."""
    return small(tmp_path / "workspace")


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small workspace for calls that change nothing."""
    return small(tmp_path_factory.mktemp("untouched") / "workspace")


def reviewed(root: Path, *options: str) -> Answer:
    """The review of a week that the samples hold."""
    return answer("-C", str(root), "review", "weekly", "2026-W46", *options)


def troubles(root: Path) -> Mapping[str, str]:
    """What the review says about each file, by the sentence's id."""
    found = reviewed(root, "--format", "json")
    assert_sound(found)
    return {each["message"]["id"]: each["file"] for each in json.loads(found.out)["data"]["troubles"]}


@pytest.mark.parametrize("id_", [*RECORDS.split(), *TREES.split()])
def test_a_check_of_hostile_files_ends_in_a_sentence(id_: str, corpus: Path, root: Path) -> None:
    case = next(case for case in badinputs.read_manifest(corpus) if case.id == id_)
    source = corpus / case.path
    if source.is_dir():
        badinputs.copy_tree(source, root / "teams")
    else:
        shutil.copy(source, root / "teams" / "sales.yaml")
    found = answer("-C", str(root), "check")
    assert_sound(found)
    assert badinputs.CANARY not in found.text
    assert not [text for text in case.forbid if text in found.text]
    if case.expect != "survive":
        assert found.status == (1 if case.expect == "reject" else 0), found.text


@pytest.mark.parametrize("kind", PLACES)
def test_every_kind_of_record_meets_the_corpus(kind: str, tmp_path: Path) -> None:
    place = PLACES[kind]
    root = changed(small(tmp_path / "workspace"), {"opsctl.yaml": lambda text: text + OFF})
    wrong = []
    for case in _cases_of(place, tmp_path / "corpus", PLACES_IN_TURN.index(kind)):
        changed(root, {place.file: wrapped(place, (tmp_path / "corpus" / case.path).read_bytes())})
        found = answer("-C", str(root), "check", "--no-cache", "--today", "2026-01-15")
        assert_sound(found)
        assert badinputs.CANARY not in found.text
        assert not [text for text in case.forbid if text in found.text]
        expected = {"reject": 1, "accept": 0}.get(case.expect, found.status)
        if found.status != expected and (kind, case.id) not in OTHERWISE:
            wrong.append((case.id, case.expect, found.text))
    assert wrong == []


def _cases_of(place: Place, corpus: Path, turn: int) -> list[badinputs.Case]:
    """The record cases of a kind: all of them in a long run, else every twelfth, others for each kind."""
    before = dict(badinputs.DEFAULTS)
    badinputs.DEFAULTS.update({**COMMON, **place.values})
    try:
        made = badinputs.Corpus(corpus, place.template, False)
        badinputs.yaml_cases(made)
        made.finish()
    finally:
        badinputs.DEFAULTS.update(before)
    cases = [case for case in badinputs.read_manifest(corpus) if case.kind == "record"]
    cases = [case for case in cases if not (place.file.endswith(".md") and case.id in NOT_IN_PAGES)]
    assert len(cases) > 250
    return cases if os.environ.get("OPSCTL_FUZZ") else cases[turn % 12 :: 12]


@pytest.mark.parametrize(
    ("glob", "status"),
    [
        ("actuals/**x/*.csv", 1),
        ("a**b.csv", 1),
        ("*" * 200 + ".csv", 1),
        ("x" * 300 + ".csv", 1),
        ("a/" * 3000 + "x.csv", 1),
        ("actuals/**/*.csv", 0),
    ],
)
def test_a_path_that_the_system_refuses_is_a_finding(glob: str, status: int, root: Path) -> None:
    changed(root, {SOURCE: lambda text: text.replace(f"files: {SHOP}*.csv", f'files: "{glob}"')})
    found = answer("-C", str(root), "check")
    assert_sound(found)
    assert found.status == status
    assert_sound(reviewed(root))


def test_names_that_are_no_text_are_spelled_out(root: Path) -> None:
    path = os.path.join(os.fsencode(root), b"actuals/shop-daily/caf\xe9.csv")
    try:
        Path(os.fsdecode(path)).write_text(HEADER + LINE + "2026-11-10\n")
    except OSError:
        return  # macOS and Windows have no such names.
    assert troubles(root)["opening.row_length"] == "actuals/shop-daily/caf\\xe9.csv"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["a\u202eb.csv", "##vso[task.x]y.csv", "a\x9bb.csv", "[red]x[bold].csv", "a'b{c}.csv"])
def test_a_file_name_steers_no_output(name: str, root: Path) -> None:
    changed(root, {SHOP + name: HEADER + LINE + "2026-11-10\n"})
    assert troubles(root)["opening.row_length"] == SHOP + name
    for form in ("text", "markdown"):
        assert_sound(reviewed(root, "--format", form))


def test_names_that_differ_in_case_only_stay_apart(root: Path) -> None:
    plain = _spend(root)
    changed(
        root,
        {
            SOURCE: lambda text: (
                text.replace("gmv: paid amount", "spenD: paid amount")
                .replace("{sum: gmv}", "{sum: spenD, of: ALL}")
                .replace("{sum: spend}", "{sum: spend, of: all}")
                .replace("metrics:", "rows: {ALL: [], all: [{column: spend, above: 0}]}\nmetrics:")
            )
        },
    )
    assert _spend(root) == plain


def _spend(root: Path) -> dict[str, str]:
    found = reviewed(root, "--format", "json")
    rows = json.loads(found.out)["data"]["metrics"]
    return {row["metric"]: row["actual"]["value"] for row in rows if row["metric"] in ("gmv_paid", "ad_spend")}


def test_one_wrong_date_among_order_lines_costs_no_memory(root: Path) -> None:
    old = LINE.replace("2026-11-09", "1900-01-01")
    changed(root, {SHOP + "old.csv": HEADER + old, SOURCE: lambda text: text.replace("grain: days", "grain: lines")})
    assert "sources.too_long" in troubles(root)


def test_ctrl_c_inside_the_engine_is_an_interruption(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted:
        def execute(self, *_: object) -> None:
            # DuckDB's own words when Ctrl-C comes while it computes.
            raise RuntimeError("Query interrupted")

    monkeypatch.setattr("opsctl.sources.tasks.connected", lambda *_: nullcontext(Engine(cast(Any, Interrupted()))))
    assert reviewed(root).status == 130


SUM = "name: A\nunit: money\naggregation: sum\ndirection: up\n"
FORMULAS: Mapping[str, Mapping[str, Change]] = {
    "parts-of-itself": {"metrics/gmv_paid.yaml": "parts: {net_sales: 1, refund_amount: 1}\n"},
    "ratio-of-itself": {"metrics/gmv_paid.yaml": "aggregation: ratio\nnumerator: gmv_paid\ndenominator: gmv_paid\n"},
    "unknown-half": {"metrics/cvr.yaml": "denominator: nothing\n"},
    "unknown-part": {"metrics/net_sales.yaml": "parts: {nothing: 1}\n"},
    "chain": {f"metrics/m{at}.yaml": f"{SUM}parts: {{m{at + 1}: 1}}\n" for at in range(300)},
    "doubling": {
        f"metrics/{name}{at}.yaml": f"{SUM}parts: {{m{at + 1}: 1, n{at + 1}: 1}}\n" for at in range(40) for name in "mn"
    },
}


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_that_never_ends_is_a_finding(name: str, root: Path) -> None:
    changed(root, FORMULAS[name])
    if name in ("chain", "doubling"):
        last = 300 if name == "chain" else 40
        changed(root, {f"metrics/{letter}{last}.yaml": SUM for letter in "mn"})
        changed(root, {"targets/2026/company.yaml": lambda text: text.replace("goals:", "goals:\n  m0: 100", 1)})
    found = answer("-C", str(root), "check")
    assert_sound(found)
    assert "METR10" in found.text
    for command in ("review weekly 2026-W46", "plan show 2026", "plan why gmv_paid/company/2026", "list metric"):
        assert_sound(answer("-C", str(root), *command.split()))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_settings_that_are_a_pipe_hang_nothing(root: Path) -> None:
    changed(root, {"opsctl.yaml": None})
    os.mkfifo(root / "opsctl.yaml")
    assert_sound(answer("-C", str(root), "check"))


@pytest.mark.parametrize(
    "hostile", ["a\n::error::x", "\x1b[2J", "##vso[task.x]", "\u202ex", "x" * 5000, "", "\udcff", "0001-01-01"]
)
@pytest.mark.parametrize(
    "words",
    [
        "check {}",
        "show {}",
        "list {}",
        "explain {}",
        "plan why {}",
        "plan show {}",
        "review weekly {}",
        "review weekly 2026-W46 --data {}",
        "review weekly --scope {}",
        "review weekly --today {}",
        "check --format {}",
        "plan show {} --format json",
    ],
)
def test_a_hostile_argument_is_answered(words: str, hostile: str, untouched: Path) -> None:
    assert_sound(answer("-C", str(untouched), *(word.format(hostile) for word in words.split())))


@pytest.mark.parametrize(
    "name", ["[/]", "[link=http://x.example]x[/link]", "::error::x", "##[error]x", "<script>", "|`x`"]
)
def test_a_hostile_name_is_only_a_name(name: str, root: Path) -> None:
    for file in ("opsctl.yaml", "teams/company.yaml", "stores/tmall-flagship.yaml"):
        changed(root, {file: lambda text: "\n".join(_named(line, name) for line in text.split("\n"))})
    for command in ("check", "list store", "show tmall-flagship", "list store --format json", "review weekly 2026-W46"):
        assert_sound(answer("-C", str(root), *command.split()))
    report = root.parent / "report.md"
    assert_sound(reviewed(root, "-o", str(report)))
    assert "<script" not in report.read_text("utf-8")


def _named(line: str, name: str) -> str:
    return f"name: {json.dumps(name)}" if line.startswith("name:") else line
