"""What `list KIND` and `show ID` answer."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.rendering import example

from opsctl.records import BY_NAME, KINDS
from opsctl.rendering.record_text import list_json, list_text, show_json, show_text
from opsctl.workspace import Loaded, Workspace

STORE = "tmall-flagship"
WRITTEN: dict[str, dict[str, Any]] = {
    "role": {"store-manager": {"name": {"zh": "店长", "en": "Store manager"}, "owns": ["gmv_paid", "cvr"]}},
    "person": {
        "li-na": {
            "name": "李娜",
            "roles": [
                {"role": "store-manager", "at": STORE, "from": "2021-05-01", "fte": "70%"},
                {"role": "store-manager", "at": "jd-pop", "from": "2020-01-01", "until": "2021-04-30"},
            ],
        }
    },
    "calendar": {
        "2026": {
            "curves": {"cn": {"months": {"1": "100%"}}},
            "events": [
                {
                    "id": "618",
                    "name": "618",
                    "windows": {"all": {"from": "2026-06-01", "until": "2026-06-18", "lift": "1.5"}},
                }
            ],
        }
    },
    "target": {
        f"2026/{STORE}": {
            "owner": "li-na",
            "goals": {
                "gmv_paid": {
                    "value": "120万",
                    "hold": {"2026-06": {"value": "10万", "reason": "a", "owner": "li-na", "until": "2026-12-31"}},
                }
            },
        }
    },
    "source": {
        "daily": {
            "files": "a/*.csv",
            "columns": {"day": "日期", "price": "p", "quantity": "q"},
            "store": {"other": STORE},
            "day": "day",
            "metrics": {"gmv_paid": {"sum": "-price * quantity"}},
        }
    },
    "plan": {f"2026/{STORE}": {"owner": "li-na", "title": "规划"}},
    "review": {f"2026-W46/{STORE}": {"owner": "li-na", "data_until": "2026-11-15"}},
    "rule": {
        "named": {
            "name": "店名",
            "code": "SHOP101",
            "select": "store",
            "require": "exists(name)",
            "message": "没有店名",
        }
    },
}


def workspace(name: str = "天猫旗舰店") -> Workspace:
    """One record of every kind."""
    base = example.workspace(name)
    more = [
        Loaded(kind, id_, BY_NAME[kind].file(id_), BY_NAME[kind].model.model_validate(text))
        for kind, records in WRITTEN.items()
        for id_, text in records.items()
    ]
    return Workspace(base.settings, tuple(sorted((*base.records, *more), key=lambda record: (record.kind, record.id))))


@dataclass(frozen=True)
class Listed:
    """The records of one kind."""

    kind: str
    ids: tuple[str, ...]
    unreadable: tuple[str, ...] = ()
    where: str = ""
    workspace: Workspace = field(default_factory=workspace)


@dataclass(frozen=True)
class Shown:
    """One record."""

    kind: str
    id: str
    workspace: Workspace = field(default_factory=workspace)


def ids(kind: str) -> tuple[str, ...]:
    """Some ids of a kind."""
    return ("cvr", "gmv_paid", "net_sales") if kind == "metric" else tuple(workspace().all(kind))


def test_list_stores() -> None:
    assert list_text(Listed("store", ids("store"), ("broken",)), "zh", width=80) == (
        "店铺   2\n"
        "\n"
        "id              名称        平台   团队     开店  关店\n"
        "──────────────────────────────────────────────────────\n"
        "jd-pop          京东店      jd     company  —     —\n"
        "tmall-flagship  天猫旗舰店  tmall  company  —     —\n"
        "读不了：broken（opsctl check 会说明原因）\n"
    )


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("team", "company  Chenhe Home  —            2"),
        ("role", "store-manager  Store manager  —                 1  gmv_paid, cvr"),
        ("person", "li-na  李娜  store-manager @ tmall-flagship, store-manager @ jd-pop"),
        ("metric", "net_sales  net sales        money    sum          up      gmv_paid - refund_amount"),
        ("calendar", "2026  cn           1"),
        ("target", "2026/tmall-flagship  li-na  —          1"),
        ("source", "daily  gmv_paid  tmall-flagship"),
        ("plan", "2026/tmall-flagship  规划   li-na      0"),
        ("review", "2026-W46/tmall-flagship  li-na  2026-11-15        0"),
        ("rule", "named  店名  SHOP101  error     store"),
    ],
)
def test_list(kind: str, row: str) -> None:
    assert row in [line.strip() for line in list_text(Listed(kind, ids(kind)), "en", width=160).splitlines()]


def test_an_empty_kind_says_so() -> None:
    assert list_text(Listed("store", ()), "en", width=80) == "Stores   0\n\nNone yet.\n"


def test_show_a_store() -> None:
    assert show_text(Shown("store", STORE), "zh", width=100) == (
        "store:tmall-flagship   stores/tmall-flagship.yaml\n"
        "\n"
        "内容\n"
        "name: 天猫旗舰店\n"
        "platform: tmall\n"
        "team: company\n"
        "\n"
        "所在位置\n"
        "- 上级：晨禾家居 (company)\n"
        "- 目标表：targets/2026/tmall-flagship.yaml\n"
        "\n"
        "任职的人\n"
        "人员          岗位           在              从          到  投入\n"
        "─────────────────────────────────────────────────────────────────\n"
        "李娜 (li-na)  store-manager  tmall-flagship  2021-05-01  —    70%\n"
    )


def test_show_speaks_the_keys_of_the_file() -> None:
    text = show_text(Shown("calendar", "2026"), "en", width=80)
    assert "        from: 2026-06-01\n        until: 2026-06-18\n        lift: 1.5\n" in text
    text = show_text(Shown("source", "daily"), "en", width=80)
    assert "    sum: -price * quantity\n" in text
    text = show_text(Shown("target", f"2026/{STORE}"), "en", width=80)
    assert "  gmv_paid:\n    value: 1200000\n    hold:\n      2026-06:\n        value: 100000\n" in text


def test_show_a_metric_of_the_dictionary() -> None:
    text = show_text(Shown("metric", "net_sales"), "en", width=80)
    assert text.startswith("metric:net_sales\n")
    assert "name: net sales\nformula: gmv_paid - refund_amount\ndefinition: paid GMV less refunds\n" in text


def test_data_is_of_no_language_and_exact() -> None:
    data: Any = show_json(Shown("store", STORE))
    assert data["record"]["name"] == {"zh": "天猫旗舰店", "en": "Tmall flagship"}
    assert data["people"][0]["held"] == {"role": "store-manager", "at": STORE, "from": "2021-05-01", "fte": "0.7"}
    goals: Any = show_json(Shown("target", f"2026/{STORE}"))
    assert goals["record"]["goals"]["gmv_paid"]["value"] == "1200000"


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_kind_lists_shows_and_prints_anywhere(kind: str) -> None:
    for lang in ("zh", "en"):
        texts = [list_text(Listed(kind, ids(kind)), lang, width=60)]
        texts += [show_text(Shown(kind, id_), lang, width=60) for id_ in ids(kind)]
        for text in texts:
            assert text.encode("gbk").decode("gbk") == text
    data = [list_json(Listed(kind, ids(kind))), *(show_json(Shown(kind, id_)) for id_ in ids(kind))]
    assert json.loads(json.dumps(data)) == data


def test_a_hostile_name_stays_on_its_line() -> None:
    hostile = workspace("a\x1b[2J\n::error::b")
    text = show_text(Shown("store", STORE, hostile), "zh", width=80)
    assert "name: a\\x1b[2J ::error::b\n" in text
