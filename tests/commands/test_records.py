"""Finding records: kinds in two languages, addresses, metrics by any name, and what is said when nothing fits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from opsctl.commands.init import init
from opsctl.commands.records import kind_named, kind_words, list_kind, show, words_of
from opsctl.errors import OpsctlError
from opsctl.metrics import BUILTIN
from opsctl.records import KINDS, PRIVATE_KINDS

CHINESE = {
    "团队": "team",
    "角色": "role",
    "人员": "person",
    "店铺": "store",
    "指标": "metric",
    "日历": "calendar",
    "目标": "target",
    "数据源": "source",
    "计划": "plan",
    "复盘": "review",
    "规则": "rule",
    "情景": "scenario",
}

Refusal = tuple[str, dict[str, str], str, dict[str, str]]
Refused = Callable[[str], Refusal]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small workspace."""
    return init(tmp_path_factory.mktemp("shop") / "shop", "en", "small", date(2026, 11, 24), dry_run=False).folder


@pytest.fixture
def refused(shop: Path) -> Refused:
    """Show an address, and return the refusal as its id, parameters and hint."""

    def ask(address: str) -> Refusal:
        with pytest.raises(OpsctlError) as error:
            show(shop, address)
        said, hint = error.value.said, error.value.hint
        assert hint is not None
        return said.id, dict(said.params), hint.id, dict(hint.params)

    return ask


@pytest.mark.parametrize(
    ("word", "kind"), [*CHINESE.items(), ("stores", "store"), ("metrics", "metric"), (" Team ", "team")]
)
def test_a_kind_is_known_by_each_of_its_words(word: str, kind: str) -> None:
    assert kind_named(word) == kind


def test_no_word_means_two_kinds() -> None:
    words = [word for kind in (*KINDS, *PRIVATE_KINDS) for word in words_of(kind)]
    assert len(words) == len(set(words)) == len(kind_words())
    assert {"店铺", "stores", "target sheets", "复盘"} <= set(words)


@pytest.mark.parametrize(("word", "meant"), [("stroe", "store"), ("指标库", "metric"), ("goal", None)])
def test_a_wrong_kind_gets_the_nearest_one_or_all(word: str, meant: str | None) -> None:
    with pytest.raises(OpsctlError) as error:
        kind_named(word)
    assert error.value.hint is not None
    hint = error.value.hint
    if meant is not None:
        assert (hint.id, dict(hint.params)) == ("commands.meant", {"name": meant})
    else:
        assert dict(hint.params)["names"].split(", ") == [kind.name for kind in KINDS]


def test_a_list_is_sorted_and_of_one_kind(shop: Path) -> None:
    assert list_kind(shop, "person").ids == ("li-na", "wang-lei", "zhao-min")
    assert list_kind(shop, "目标").ids == ("2026/company", "2026/tmall-flagship")
    assert list_kind(shop, "plan").ids == ()


def test_the_list_of_metrics_is_the_whole_dictionary(shop: Path) -> None:
    assert list_kind(shop, "metric").ids == tuple(BUILTIN)


def test_what_cannot_be_read_is_named_and_not_passed_over(tmp_path: Path) -> None:
    folder = init(tmp_path / "shop", "en", "small", date(2026, 11, 24), dry_run=False).folder
    (folder / "stores" / "douyin-main.yaml").write_text("name: [", "utf-8")
    listing = list_kind(folder, "store")
    assert (listing.ids, listing.unreadable) == (("tmall-flagship",), ("douyin-main",))
    with pytest.raises(OpsctlError) as error:
        show(folder, "douyin-main")
    assert dict(error.value.said.params) == {"file": "stores/douyin-main.yaml"}


@pytest.mark.parametrize(
    ("address", "kind", "id_"),
    [
        ("company", "team", "company"),
        ("team:company", "team", "company"),
        ("团队:company", "team", "company"),
        ("店铺：tmall-flagship", "store", "tmall-flagship"),
        ("2026/company", "target", "2026/company"),
        ("2026", "calendar", "2026"),
        ("gmv_paid", "metric", "gmv_paid"),
        ("uv", "metric", "visitors"),
        ("指标:客单价", "metric", "aov_buyer"),
        ("metric:CVR", "metric", "cvr"),
    ],
)
def test_an_address_finds_its_record(shop: Path, address: str, kind: str, id_: str) -> None:
    found = show(shop, address)
    assert (found.kind, found.id) == (kind, id_)


def test_an_id_of_two_kinds_needs_its_kind(tmp_path: Path) -> None:
    folder = init(tmp_path / "shop", "en", "small", date(2026, 11, 24), dry_run=False).folder
    plan = folder / "plans" / "2026" / "company.md"
    plan.parent.mkdir(parents=True)
    plan.write_text("---\nowner: zhao-min\n---\n", "utf-8")
    with pytest.raises(OpsctlError) as error:
        show(folder, "2026/company")
    assert error.value.hint is not None
    assert dict(error.value.hint.params) == {"names": "target:2026/company, plan:2026/company"}
    assert show(folder, "plan:2026/company").kind == "plan"


def test_an_address_of_nothing_names_the_nearest(refused: Refused) -> None:
    assert refused("tmall-flagshp")[2:] == ("commands.meant", {"name": "tmall-flagship"})
    assert refused("store:li-na")[2:] == ("commands.list_instead", {"kind": "store"})
    assert refused("qqq")[:2] == ("commands.no_record", {"id": "qqq"})
    assert refused("shop:tmall-flagship")[0] == "commands.no_kind"
    assert refused("")[0] == "commands.no_record"
    assert refused("store:uv")[0] == "commands.no_record"
