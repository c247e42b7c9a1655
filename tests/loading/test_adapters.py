"""A shipped mapping under what a source writes: merged map by map, and every fault at a place in the user's file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from opsctl.loading.adapters import adapter_ids, merged, read_adapter
from opsctl.loading.read import load
from opsctl.workspace import Loaded, Workspace

OWN = "adapter: tmall-sycm-shop\nfiles: actuals/*.csv\nstore: shop-a\n"


def loaded(folder: Path, text: str) -> Workspace:
    """A workspace with one store and one source."""
    for name, content in {
        "opsctl.yaml": 'opsctl: "1"\nname: x\n',
        "teams/company.yaml": "name: x\n",
        "stores/shop-a.yaml": "{name: A, platform: tmall, team: company}\n",
        "sources/shop.yaml": text,
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return load(folder).workspace


def source(folder: Path, text: str) -> Loaded:
    """The source of that text, which has to be sound."""
    workspace = loaded(folder, text)
    assert workspace.findings == ()
    found = workspace.get("source", "shop")
    assert found is not None
    return found


def test_a_source_may_take_its_whole_mapping_from_an_adapter(tmp_path: Path) -> None:
    found = source(tmp_path, OWN)
    assert found.data.store.scopes == ("shop-a",)
    assert found.data.columns["gmv"].header == ("支付金额",)
    assert found.data.money.basis == "paid"
    assert (found.at("metrics", "gmv_paid").path, found.at("store", "other").path) == (("adapter",), ("adapter",))
    assert found.at("store").path == ("store",)


def test_what_a_source_writes_lies_over_it(tmp_path: Path) -> None:
    found = source(tmp_path, OWN + "columns: {gmv: 成交金额}\nmetrics: {visitors: , clicks: {sum: views}}\n")
    assert found.data.columns["gmv"].header == ("成交金额",)
    assert found.data.columns["visitors"].may_miss
    assert "visitors" not in found.data.metrics and "clicks" in found.data.metrics and "gmv_paid" in found.data.metrics
    assert found.at("metrics", "clicks").path == ("metrics", "clicks")


@pytest.mark.parametrize(
    ("text", "said", "path"),
    [
        ("adapter: tmall-sycm-shp\nfiles: a.csv\nstore: a\n", "adapters.unknown_close", ("adapter",)),
        ("adapter: nothing-like-it\nfiles: a.csv\nstore: a\n", "adapters.unknown", ("adapter",)),
        ("adapter: Not An Id\nfiles: a.csv\nstore: a\n", "adapters.unknown", ("adapter",)),
        ("adapter: tmall-sycm-shop\nstore: shop-a\n", "load.key.missing", ("files",)),
        ("adapter: tmall-sycm-shop\nfiles: a.csv\n", "load.key.missing", ("store",)),
        (OWN + "sheets: a\n", "load.key.unknown_close", ("sheets",)),
        (OWN + "metrics: {clicks: {sum: nothing}}\n", "value.unknown_alias", ("metrics", "clicks", "sum")),
        (OWN + "columns: {gmv: }\n", "value.unknown_alias", ("adapter",)),
    ],
)
def test_a_fault_stands_in_the_file_of_the_source(tmp_path: Path, text: str, said: str, path: tuple[str, ...]) -> None:
    (finding,) = loaded(tmp_path, text).findings
    assert finding.problem.at.file == "sources/shop.yaml"
    assert (finding.problem.message.id, finding.problem.at.path) == (said, path)


def test_a_fault_of_a_merged_mapping_names_the_place_in_the_adapter(tmp_path: Path) -> None:
    (finding,) = loaded(tmp_path, OWN + "columns: {gmv: }\n").findings
    (note,) = finding.problem.related
    assert dict(note[1].params) == {"adapter": "tmall-sycm-shop", "path": "metrics.gmv_paid.sum"}


@pytest.mark.parametrize(
    ("given", "written", "made"),
    [
        ({"a": {"x": "1", "y": "2"}}, {"a": {"y": "3"}}, {"a": {"x": "1", "y": "3"}}),
        ({"a": ["1", "2"]}, {"a": ["3"]}, {"a": ["3"]}),
        ({"a": {"x": "1"}}, {"a": "b"}, {"a": "b"}),
        ({"a": "b"}, {"a": {"x": "1"}}, {"a": {"x": "1"}}),
        ({"a": "b", "c": "d"}, {"a": None}, {"c": "d"}),
        ({}, {"a": None}, {"a": None}),
    ],
)
def test_maps_merge_and_all_else_replaces(given: Any, written: Any, made: Any) -> None:
    assert merged(given, written) == made


@pytest.mark.parametrize("id_", adapter_ids())
def test_every_shipped_adapter_is_a_sound_mapping(tmp_path: Path, id_: str) -> None:
    column = read_adapter(id_).get("store", {}).get("column")
    store = "store: shop-a" if column is None else "store: {other: shop-a}"
    assert source(tmp_path, f"adapter: {id_}\nfiles: a.csv\n{store}\n").data.adapter == id_
    assert set(read_adapter(id_)["name"]) == set(read_adapter(id_)["about"]) == {"zh", "en"}
    assert not {"files", "connection", "adapter"} & set(read_adapter(id_))
