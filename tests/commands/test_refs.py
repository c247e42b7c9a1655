"""`refs`: who points where, compared with a plain search of the files, and what a change may reach."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from opsctl.checking.explain import File
from opsctl.cli.app import run
from opsctl.commands.refs import Refs, refs
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.metrics import ALIASES

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
WORKSPACE = load(EXAMPLE).workspace
# Ids that are also words of their own would be found where they name nobody.
ORDINARY = {"company", "content", "douyin", "global", "jd", "service", "tmall"}
ADDRESSES = [
    f"{record.kind}:{record.id}"
    for record in WORKSPACE.records
    if record.kind in ("store", "person", "role", "source") and record.id not in ORDINARY
]
METRICS = ["net_sales", "refund_rate", "first_reply_sec", "inquiry_cvr", "ad_cost_ratio"]


def written(id_: str, own: str) -> set[tuple[str, int]]:
    """Every line of every record that says the id, found without reading YAML; comments and page text left out."""
    word = re.compile(rf"(?<![\w-]){re.escape(id_)}(?![\w-])")
    found = set()
    for path in sorted(EXAMPLE.rglob("*")):
        file = path.relative_to(EXAMPLE).as_posix()
        if path.suffix not in (".yaml", ".md") or file in (own, "README.md") or file.startswith("rules/"):
            continue
        text = path.read_text("utf-8")
        lines = (text.split("\n---\n")[0] if path.suffix == ".md" else text).splitlines()
        found |= {(file, at) for at, line in enumerate(lines, 1) if word.search(line.partition(" #")[0])}
    return found


def places(found: Refs) -> set[tuple[str, int]]:
    """The lines at which a record is named, without files that name it by where they lie."""
    return {(arrow.file, arrow.span.line) for arrow in found.incoming if arrow.key}


@pytest.mark.parametrize("address", [*ADDRESSES, *(f"metric:{metric}" for metric in METRICS)])
def test_a_text_search_finds_the_same_places(address: str) -> None:
    found = refs(EXAMPLE, address)
    assert places(found) == written(found.id, found.file or "")


def test_the_search_is_worth_comparing_with() -> None:
    assert len(ADDRESSES) > 25
    assert sum(len(places(refs(EXAMPLE, address))) for address in ADDRESSES) > 80
    assert not set(METRICS) & set(ALIASES)


def test_files_that_lie_under_a_scope_point_to_it() -> None:
    found = refs(EXAMPLE, "tmall-flagship")
    assert {arrow.file for arrow in found.incoming if not arrow.key} == {
        *(f"plans/2026-{period}/tmall-flagship.md" for period in ("W46", "W47")),
        *(f"reviews/2026-{period}/tmall-flagship.md" for period in ("10", "W43", "W44", "W45", "W46", "W47")),
        "targets/2026/tmall-flagship.yaml",
    }
    assert [(arrow.kind, arrow.id) for arrow in found.outgoing] == [("team", "tmall")]


def test_every_arrow_has_two_ends() -> None:
    ends = {(record.kind, record.id): refs(EXAMPLE, f"{record.kind}:{record.id}") for record in WORKSPACE.records}
    going = {(kind, id_, arrow.kind, arrow.id) for (kind, id_), found in ends.items() for arrow in found.outgoing}
    coming = {(arrow.kind, arrow.id, kind, id_) for (kind, id_), found in ends.items() for arrow in found.incoming}
    assert len(going) > 100
    assert {each for each in going if (each[2], each[3]) in ends} == {each for each in coming if each[0]}
    assert {each[1] for each in coming if not each[0]} == {"opsctl.yaml"}


@pytest.mark.parametrize(
    ("address", "sheets", "cells", "plans", "reviews"),
    [
        ("target:2026/jd-pop", [], ["company", "jd", "jd-pop", "sun-jie", "wu-tao", "zhao-min", "zhou-yu"],
         ["2026/company"], ["2026-W46/company", "2026-W47/company"]),
        ("target:2026/company", ["douyin-main", "jd-pop", "shopify-us", "tmall-flagship"], None, None, None),
        ("calendar:2026", ["company", "douyin-main", "jd-pop", "shopify-us", "tmall-flagship"], None, None, None),
        ("calendar:2025", [], [], [], []),
        ("person:li-na", [], ["li-na", "zhou-yu"], [], []),
        ("role:content-specialist", [], ["he-jing"], [], []),
        ("role:promotion-specialist", [], ["he-jing", "li-na", "wu-tao", "zhou-yu"], [], []),
        ("team:service", [], [], [], []),
        ("source:shop-daily", [], [], [], None),
        ("metric:first_reply_sec", ["tmall-flagship"],
         ["company", "li-na", "tmall", "tmall-flagship", "zhao-min", "zhou-yu"],
         ["2026-W46/tmall-flagship", "2026-W47/tmall-flagship", "2026/company"], None),
    ],
)  # fmt: skip
def test_what_a_change_may_reach(
    address: str, sheets: list[str], cells: list[str] | None, plans: list[str] | None, reviews: list[str] | None
) -> None:
    found = refs(EXAMPLE, address).touched
    everything = sorted(file.removeprefix("targets/2026/").removesuffix(".csv") for file in WORKSPACE.cells)
    assert [file.removeprefix("targets/2026/").removesuffix(".yaml") for file in found.sheets] == sheets
    assert sorted(file.removeprefix("targets/2026/").removesuffix(".csv") for file in found.cells) == (
        everything if cells is None else cells
    )
    assert [file.removeprefix("plans/").removesuffix(".md") for file in found.plans] == (
        sorted(WORKSPACE.all("plan")) if plans is None else plans
    )
    assert [file.removeprefix("reviews/").removesuffix(".md") for file in found.reviews] == (
        sorted(WORKSPACE.all("review")) if reviews is None else reviews
    )


def test_a_metric_reaches_what_is_computed_from_it() -> None:
    assert {"net_sales", "gross_margin"} <= set(refs(EXAMPLE, "gmv_paid").touched.metrics)
    assert refs(EXAMPLE, "净销售额").id == "net_sales"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_refs_for_people_and_programs(
    lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    assert run(["--lang", lang, "-C", str(EXAMPLE), "refs", "store:jd-pop"]) == 0
    page = capsys.readouterr().out
    assert run(["--lang", lang, "-C", str(EXAMPLE), "refs", "store:jd-pop", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)["data"]
    for arrow in (*data["from"], *data["to"]):
        assert f"{arrow['file']}:{arrow['line']}:{arrow['column']}" in page
    assert data["touches"]["cells"]
    assert all(name in page for names in data["touches"].values() for name in names)


@pytest.mark.parametrize("address", ["nobody", "store:li-na", "2026/company", "shop:x"])
def test_an_address_that_means_no_one_record_is_refused(address: str) -> None:
    with pytest.raises(OpsctlError):
        refs(EXAMPLE, address)


def test_circles_and_broken_records_do_not_hold_it_up(folder_from: Callable[[Iterable[File]], Path]) -> None:
    root = folder_from(
        [
            ("teams/a.yaml", "name: A\nparent: b\n"),
            ("teams/b.yaml", "name: B\nparent: a\n"),
            ("targets/2026/a.yaml", "owner: li-na\ngoals: {net_sales: 5}\n"),
            ("stores/torn.yaml", "name: [x"),
            ("waivers.yaml", "waivers: [{rule: x, record: 'team:a', reason: r, owner: li-na, approved_by: li-na, "
             "from: 2026-01-01, until: 2026-02-01}]\n"),
        ]
    )  # fmt: skip
    found = refs(root, "a")
    assert [(arrow.kind, arrow.id) for arrow in found.incoming] == [
        ("", "waivers.yaml"),
        ("target", "2026/a"),
        ("team", "b"),
    ]
    assert found.touched.sheets == ("targets/2026/a.yaml",)


@pytest.mark.parametrize(("fix", "reached"), [("", ()), ("fix: months, ", ("b",))])
def test_under_fixed_months_a_store_reaches_those_beside_it(
    folder_from: Callable[[Iterable[File]], Path], fix: str, reached: tuple[str, ...]
) -> None:
    store = "{name: S, platform: tmall, team: company}\n"
    goal = f"{{value: 5, {fix}split: {{weights: {{a: 1, b: 1}}}}}}"
    root = folder_from(
        [
            ("teams/company.yaml", "name: C\n"),
            ("stores/a.yaml", store),
            ("stores/b.yaml", store),
            ("targets/2026/company.yaml", f"owner: li-na\ngoals: {{net_sales: {goal}}}\n"),
            ("targets/2026/a.yaml", "{owner: li-na, goals: {net_sales: {value: inherited}}}\n"),
            ("targets/2026/b.yaml", "{owner: li-na, goals: {net_sales: {value: inherited}}}\n"),
        ]
    )  # fmt: skip
    assert refs(root, "target:2026/a").touched.sheets == tuple(f"targets/2026/{scope}.yaml" for scope in reached)
