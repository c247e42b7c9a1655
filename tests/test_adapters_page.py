"""The handbook's page of adapters is what the tool prints, in both languages, and names every adapter that ships."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from opsctl.cli.app import run
from opsctl.resources import adapters_root

REFERENCE = Path(__file__).resolve().parents[1] / "handbook" / "reference"


@pytest.mark.parametrize(("lang", "page"), [("en", "adapters.md"), ("zh", "adapters.zh.md")])
def test_the_page_is_what_the_tool_prints(
    lang: str, page: str, golden: Callable[[Path, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", lang, "source", "adapters", "--format", "markdown"]) == 0
    text = capsys.readouterr().out
    assert [f"## {file.stem}\n" in text for file in adapters_root().glob("*.yaml")].count(False) == 0
    golden(REFERENCE / page, text)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_adapter_is_explained_and_an_unknown_one_refused(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", lang, "source", "adapters", "amazon-business-asin"]) == 0
    assert "2026-W40.csv" in capsys.readouterr().out
    assert run(["--lang", lang, "source", "adapters", "no-such"]) == 2
    assert "opsctl source adapters" in capsys.readouterr().err
