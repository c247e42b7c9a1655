"""`list KIND --where`: what is listed, and a mistake shown under the place where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from opsctl.cli.app import run

EXAMPLE = str(Path(__file__).resolve().parents[2] / "examples" / "chenhe-home")


def listed(capsys: pytest.CaptureFixture[str], kind: str, where: str) -> list[str]:
    """The ids that are listed."""
    assert run(["-C", EXAMPLE, "list", kind, "--where", where, "--format", "json"]) == 0, capsys.readouterr().err
    return [record["id"] for record in json.loads(capsys.readouterr().out)["data"]["records"]]


@pytest.mark.parametrize(
    ("kind", "where", "ids"),
    [
        ("store", 'platform = "tmall" and len(channels) > 3', ["tmall-flagship"]),
        ("店铺", 'team.parent = "company" 且 opened < 2023-01-01', ["jd-pop", "tmall-flagship"]),
        ("person", 'any(roles, role = "store-manager" and at = "jd-pop")', ["sun-jie"]),
        ("target", "any(goals, exists(hold))", ["2026/tmall-flagship"]),
        ("team", "exists(stores) and not exists(parent)", ["company"]),
        ("store", "closed < 2026-01-01", []),
        ("store", "", ["douyin-main", "jd-pop", "shopify-us", "tmall-flagship"]),
        ("rule", 'select = "store"', ["store-has-manager"]),
    ],
)
def test_what_is_listed(capsys: pytest.CaptureFixture[str], kind: str, where: str, ids: list[str]) -> None:
    assert listed(capsys, kind, where) == ids


def test_metrics_are_asked_of_the_whole_dictionary(capsys: pytest.CaptureFixture[str]) -> None:
    found = listed(capsys, "metric", 'unit = "percent" and denominator = "visitors"')
    assert "cvr" in found
    assert "net_sales" not in found


def test_none_that_fit(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "-C", EXAMPLE, "list", "store", "--where", "id = 'x'"]) == 0
    assert "None of them meet the condition." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (
            'platform = tmall and id = "x"',
            ("there is no tmall here", "  platform = tmall and id = \"x\"\n             ^^^^^\n"),
        ),
        ("名称 = “天猫” 且 opened <", ("there is no 名称 here", None)),
        ("name = “天猫” 且 opened <", ("not finished", "  name = “天猫” 且 opened <\n" + " " * 27 + "^\n")),
        ("opened = 'x'", ("cannot be compared", "  opened = 'x'\n  ^^^^^^^^^^^^\nasked of store:douyin-main")),
        ("id = 'x'\nand\x1b[31m", ("has no sign", "id = 'x'\\nand\\x1b[31m\n               ^^^^\n")),
        ("id = 'x' and " * 20, ("not finished", "…")),
    ],
)  # fmt: skip
def test_a_mistake_is_underlined(capsys: pytest.CaptureFixture[str], where: str, said: tuple[str, str | None]) -> None:
    if said[1] is None:
        where = where.removesuffix("opened <") + "id = 'x'"
    assert run(["--lang", "en", "-C", EXAMPLE, "list", "store", "--where", where]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert all(part in captured.err for part in said if part)


def test_a_program_gets_the_column(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", EXAMPLE, "list", "store", "--where", "id = 'x' and nmae", "--format", "json"]) == 2
    [diagnostic] = json.loads(capsys.readouterr().out)["diagnostics"]
    assert diagnostic["message"]["id"] == "asking.unknown_name_near"
    assert diagnostic["message"]["params"]["column"] == "14"
