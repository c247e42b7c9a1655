"""`list` and `show` as a user meets them, in both languages and as data."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from opsctl.cli import records
from opsctl.cli.app import run
from opsctl.commands.init import init
from opsctl.locales import LANGUAGES
from opsctl.metrics import BUILTIN
from opsctl.records import KINDS

WORDS = {
    "zh": ("团队", "角色", "人员", "店铺", "指标", "日历", "目标", "数据源", "计划", "复盘", "规则", "情景"),
    "en": tuple(kind.name for kind in KINDS),
}


@pytest.fixture(autouse=True)
def as_piped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the width of a pipe, whatever the terminal that the tests run in."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A small workspace, from afar."""
    made = init(tmp_path_factory.mktemp("shop") / "shop", "zh", "small", date(2026, 11, 24), dry_run=False)
    return str(made.folder)


@pytest.mark.parametrize(("lang", "word"), [(lang, word) for lang in LANGUAGES for word in WORDS[lang]])
def test_every_kind_is_listed_under_its_word(
    shop: str, lang: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", lang, "-C", shop, "list", word]) == 0
    captured = capsys.readouterr()
    assert captured.out.strip()
    assert captured.err == ""


def test_a_list_has_every_record_with_its_name(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "zh", "-C", shop, "list", "店铺"]) == 0
    page = capsys.readouterr().out
    assert all(word in page for word in ("tmall-flagship", "天猫旗舰店", "douyin-main", "抖音官方店"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_dictionary_is_listed(shop: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", lang, "-C", shop, "list", "metric"]) == 0
    page = capsys.readouterr().out
    assert [metric.id for metric in BUILTIN.values() if metric.id not in page or metric.name(lang) not in page] == []
    assert "gmv_paid - refund_amount" in page


def test_a_list_as_data(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", shop, "list", "person", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["schema_version"], answer["command"], answer["data"]["kind"]) == (1, "list", "person")
    assert [record["id"] for record in answer["data"]["records"]] == ["li-na", "wang-lei", "zhao-min"]


def test_data_is_the_same_in_both_languages(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["list", "metric"], ["list", "store"], ["show", "company"], ["show", "gmv_paid"]):
        pages = []
        for lang in LANGUAGES:
            assert run(["--lang", lang, "-C", shop, *command, "--format", "json"]) == 0
            pages.append(capsys.readouterr().out)
        assert pages[0] == pages[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_metric_is_shown_with_definition_and_formula(
    shop: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", lang, "-C", shop, "show", "gmv_paid"]) == 0
    page = capsys.readouterr().out
    assert BUILTIN["gmv_paid"].name(lang) in page
    assert BUILTIN["gmv_paid"].note(lang)[:20] in page
    assert run(["--lang", lang, "-C", shop, "show", "客单价"]) == 0
    assert "gmv_paid / buyers_paid" in capsys.readouterr().out


def test_a_record_is_shown_with_its_file(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "-C", shop, "show", "store:tmall-flagship"]) == 0
    page = capsys.readouterr().out
    assert all(word in page for word in ("stores/tmall-flagship.yaml", "天猫旗舰店", "platform: tmall", "li-na"))


def test_every_record_can_be_shown(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = 0
    for kind in KINDS:
        assert run(["-C", shop, "list", kind.name, "--format", "json"]) == 0
        for record in json.loads(capsys.readouterr().out)["data"]["records"]:
            if kind.name == "metric" and record["id"] != "net_sales":
                continue
            for form in ("text", "json"):
                assert run(["-C", shop, "show", f"{kind.name}:{record['id']}", "--format", form]) == 0
                assert record["id"] in capsys.readouterr().out
                shown += 1
    assert shown == 2 * 14


def test_the_workspace_is_found_from_below(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(Path(shop) / "stores"), "list", "store"]) == 0
    assert "tmall-flagship" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["list", "stroe"], ("there is no kind stroe", "did you mean store?")),
        (["list", "goal"], ("there are: team, role",)),
        (["show", "tmal-flagship"], ("there is no tmal-flagship", "did you mean tmall-flagship?")),
        (["show", "store:qqq"], ("there is no store:qqq", "opsctl list store")),
        (["show", "shop:qqq"], ("there is no kind shop",)),
        (["list", "store", "--format", "yaml"], ("--format is yaml",)),
        (["list"], ("KIND is missing",)),
        (["show"], ("ID is missing",)),
    ],
)
def test_what_is_not_there_is_exit_2_and_a_way_on(
    shop: str, arguments: list[str], said: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", "en", "-C", shop, *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert all(sentence in captured.err for sentence in said), captured.err


def test_outside_a_workspace_there_is_nothing_to_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "-C", str(tmp_path), "list", "store"]) == 2
    assert "opsctl init" in capsys.readouterr().err


def test_the_help_page_names_every_kind() -> None:
    assert tuple(kind.name for kind in KINDS) == records.KINDS
