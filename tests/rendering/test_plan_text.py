"""What `plan split` and `plan why` answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from tests.rendering.example import workspace

from opsctl.diagnostics import message
from opsctl.period import Period, week
from opsctl.planning.receipt import ReceiptStep
from opsctl.planning.tiers import Tier
from opsctl.rendering.plan_text import split_json, split_text, why_json, why_text
from opsctl.workspace import Workspace

STRADDLING = week(2026, 23)


@dataclass(frozen=True)
class Split:
    """What a split did."""

    stale: Mapping[str, str | None]
    written: bool
    year: int = 2026
    files: Mapping[str, str] = field(default_factory=lambda: {f"targets/2026/{id_}.csv": "" for id_ in "abc"})


@dataclass(frozen=True)
class Why:
    """A receipt."""

    steps: tuple[ReceiptStep, ...]
    value: Decimal = Decimal(7)
    member: str | None = None
    tier: Tier | None = None
    metric: str = "gmv_paid"
    period: Period = STRADDLING
    scope: str = "tmall-flagship"
    workspace: Workspace = field(default_factory=workspace)


CHANGED: Mapping[str, str | None] = {"targets/2026/a.csv": "x", "targets/2026/z.csv": None}


@pytest.mark.parametrize(
    ("result", "check", "lines"),
    [
        (Split({}, True), False, ["All 3 files agree with the target sheets."]),
        (
            Split(CHANGED, True),
            False,
            [
                "2 files changed, 2 agree with the target sheets.",
                "targets/2026/a.csv  written",
                "targets/2026/z.csv  removed",
            ],
        ),
        (
            Split(CHANGED, False),
            False,
            [
                "2 files do not agree with the target sheets, 2 do.",
                "targets/2026/a.csv  would be written",
                "targets/2026/z.csv  would be removed",
                "opsctl plan split 2026",
            ],
        ),
        (
            Split(CHANGED, False),
            True,
            ["targets/2026/a.csv  stale", "targets/2026/z.csv  left over", "opsctl plan split 2026"],
        ),
    ],
    ids=["fresh", "written", "dry-run", "check"],
)
def test_split(result: Split, check: bool, lines: list[str]) -> None:
    text = split_text(result, "en", check=check, width=80)
    assert text.startswith("Targets of 2026, split\n")
    assert [line for line in lines if line not in [shown.strip() for shown in text.splitlines()]] == []
    assert "b.csv" not in text


def test_a_long_list_of_files_is_cut_and_counted() -> None:
    many = {f"targets/2026/{number:03d}.csv": "x" for number in range(53)}
    text = split_text(Split(many, True), "en", width=80)
    assert "049.csv" in text
    assert "050.csv" not in text
    assert "and 3 more; --format json names them all" in text


def test_split_as_data() -> None:
    status = [{"file": "targets/2026/a.csv", "status": "stale"}, {"file": "targets/2026/b.csv", "status": "unchanged"}]
    status += [
        {"file": "targets/2026/c.csv", "status": "unchanged"},
        {"file": "targets/2026/z.csv", "status": "left_over"},
    ]
    assert split_json(Split(CHANGED, False)) == {"year": 2026, "written": False, "files": status}


def test_why() -> None:
    said = message("plan.why_typed", scope="s", metric="gmv_paid", total="7.00")
    result = Why((ReceiptStep("typed", said, {"units": 700, "digits": 2}), ReceiptStep("typed", said, {})))
    assert why_text(result, "en", width=80) == (
        "paid GMV · Tmall flagship · 2026-W23 (2026-06-01 to 2026-06-07)\n"
        "\n"
        "Target ￥7.00, and where it comes from:\n"
        "\n"
        "1. s's sheet sets gmv_paid = 7.00\n"
        "2. s's sheet sets gmv_paid = 7.00\n"
    )
    step = why_json(result)["steps"][0]  # type: ignore[index]
    params = {"metric": "gmv_paid", "scope": "s", "total": "7.00"}
    assert step == {
        "how": "typed",
        "message": {"id": "plan.why_typed", "params": params},
        "data": {"units": 700, "digits": 2},
    }


def test_all_of_it_prints_on_a_gbk_console() -> None:
    for lang in ("zh", "en"):
        for text in (split_text(Split(CHANGED, False), lang), why_text(Why(()), lang)):
            assert text.encode("gbk").decode("gbk") == text
