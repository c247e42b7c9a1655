"""`source new`: each platform's export is recognised, what is not understood is said, and what is written passes."""

from __future__ import annotations

import json
import shutil
from itertools import islice
from pathlib import Path

import pytest
from tests.simulator.platforms.everything import exports
from tests.simulator.platforms.export import Export
from tests.simulator.simulate import simulate

from opsctl.cli.app import run
from opsctl.resources import adapters_root

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
ADAPTERS = sorted(path.stem for path in adapters_root().glob("*.yaml"))
# The same files, cut into channels or products; the whole store's is proposed, these are named beside it.
CUTS = {
    "alimama-wanxiang-scenes": "alimama-wanxiang",
    "alimama-wanxiang-products": "alimama-wanxiang",
    "tmall-sycm-channels": "tmall-sycm-traffic",
}
OWN = """\
日期,店铺名称,支付金额,访客数,支付转化率,买家昵称,天气
2026-10-05,晨禾家居旗舰店,"1,234.50",100,1.2%,小王,晴
2026-10-05,新店,10,100,1.2%,小李,晴
"""


@pytest.fixture(scope="module")
def written() -> dict[str, Export]:
    return dict(exports(simulate()))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("stores", "teams", "people", "roles"):
        shutil.copytree(EXAMPLE / folder, tmp_path / "shop" / folder)
    shutil.copy(EXAMPLE / "opsctl.yaml", tmp_path / "shop")
    return tmp_path / "shop"


def called(root: Path, capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, str]:
    assert run(["--lang", "en", "-C", str(root), "source", "new", *words]) == code
    printed = capsys.readouterr()
    return printed.out, printed.err


def proposal(root: Path, capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> dict[str, object]:
    data = json.loads(called(root, capsys, *words, "--format", "json", code=code)[0])["data"]
    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize("id_", ADAPTERS)
def test_every_platforms_export_is_recognised(
    id_: str, written: dict[str, Export], root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, data in islice(written[id_].files.items(), 2):
        (tmp_path / name).write_bytes(data)
        found = proposal(root, capsys, "--from", str(tmp_path / name))
        adapter = found["adapter"]
        assert isinstance(adapter, dict) and adapter["id"] == CUTS.get(id_, id_)
        assert id_ in (adapter["id"], *found["others"])  # type: ignore[misc]
        assert f"adapter: {adapter['id']}\n" in str(found["text"])


def test_names_of_people_are_told_and_never_part_of_the_record(
    written: dict[str, Export], root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "orders.csv").write_bytes(written["shopify-orders"].files["orders_export.csv"])
    found = proposal(root, capsys, "--from", str(tmp_path / "orders.csv"))
    personal = found["personal"]
    assert isinstance(personal, list) and {"Email", "Billing Name", "Shipping Phone", "Phone", "Notes"} <= set(personal)
    out, err = called(root, capsys, "--from", str(tmp_path / "orders.csv"))
    assert "Email" in err and "git" in err and "Email" not in out and "Jane" not in out + err


def test_without_an_adapter_columns_named_like_metrics_are_mapped(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own.csv").write_text(OWN, encoding="gb18030")
    found = proposal(root, capsys, "--from", str(tmp_path / "own.csv"))
    assert found["adapter"] is None
    assert (found["unknown"], found["ratios"], found["personal"]) == (["天气"], ["支付转化率"], ["买家昵称"])
    assert found["unknown_stores"] == ["晨禾家居旗舰店", "新店"]
    assert "gmv_paid: {sum: gmv_paid}" in str(found["text"]) and "visitors: 访客数" in str(found["text"])


def test_stores_are_known_by_what_other_sources_call_them(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(EXAMPLE / "sources", root / "sources")
    (tmp_path / "own.csv").write_text(OWN, encoding="utf-8")
    found = proposal(root, capsys, "--from", str(tmp_path / "own.csv"), "--id", "own")
    assert found["stores"] == {"晨禾家居旗舰店": "tmall-flagship"}
    assert found["unknown_stores"] == ["新店"]


def test_nothing_is_written_unless_asked_and_once_only(
    written: dict[str, Export], root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, data = next(iter(written["tmall-sycm-shop"].files.items()))
    (root / "actuals" / "sycm").mkdir(parents=True)
    file = root / "actuals" / "sycm" / name
    file.write_bytes(data)
    out, err = called(root, capsys, "--from", str(file))
    assert "--write" in err and not (root / "sources").exists()
    assert 'files: "actuals/sycm/生意参谋店铺整体日报-*.xlsx"' in out
    assert "store: tmall-flagship" in out
    _, err = called(root, capsys, "--from", str(file), "--write")
    assert (root / "sources" / "tmall-sycm-shop.yaml").read_text("utf-8") == out
    assert "opsctl actuals check" in err
    assert run(["-C", str(root), "check", "sources/tmall-sycm-shop.yaml"]) == 0
    capsys.readouterr()
    _, err = called(root, capsys, "--from", str(file), "--write", code=2)
    assert "--id" in err
    called(root, capsys, "--from", str(file), "-o", "sources/again.yaml")
    assert (root / "sources" / "again.yaml").is_file()
    called(root, capsys, "--from", str(file), "-o", "elsewhere/again.yaml", code=2)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("absent.csv", None, "no file"),
        ("empty.csv", b"", "no header"),
        ("strange.csv", b"a,b\n1,2\n", "a, b"),
        ("broken.xlsx", b"PK\x03\x04" + bytes(200), "broken.xlsx"),
    ],
)
def test_what_cannot_be_read_is_said(
    name: str, content: bytes | None, says: str, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert says in called(root, capsys, "--from", str(tmp_path / name), code=2)[1]


def test_a_store_has_to_be_named_where_nothing_says_which(
    written: dict[str, Export], root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "woo.csv"
    file.write_bytes(written["woocommerce-revenue"].files["revenue.csv"])
    assert "--store" in called(root, capsys, "--from", str(file), "--write", code=2)[1]
    called(root, capsys, "--from", str(file), "--write", "--store", "shopify-us")
    assert "store: shopify-us\ncurrency: CNY" in (root / "sources" / "woocommerce-revenue.yaml").read_text("utf-8")


def test_rows_that_sum_up_others_are_told(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "shop.csv").write_text(OWN + "合计,,1,1,,,\n", "utf-8")
    _, talk = called(root, capsys, "--from", str(tmp_path / "shop.csv"))
    assert "1 rows sum up others (such as “合计”) and are left out" in talk
    found = proposal(root, capsys, "--from", str(tmp_path / "shop.csv"))
    assert found["left_out"] == [{"id": "sources.totals", "params": {"count": "1", "label": "合计"}}]
