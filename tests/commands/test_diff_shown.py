"""What `diff` prints: Markdown that renders, hides nothing hostile and stays in size, and both languages."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from tests.repository import committed, example, replaced

from opsctl.changes.view import Difference
from opsctl.commands.diff import Asked, diff
from opsctl.rendering.diff_markdown import MARK, MOST, diff_markdown
from opsctl.rendering.diff_text import diff_text

TODAY = date(2026, 7, 20)
COMPANY = "targets/2026/company.yaml"


def compared(root: Path) -> Difference:
    return diff(root, Asked("HEAD", None, TODAY))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return example(tmp_path, data=False)


HOSTILE = "<script>x</script> | @boss #12 `a` [x](javascript:1) **b** </details>"


def test_markdown_renders_as_tables_and_hides_nothing_hostile(root: Path) -> None:
    replaced(root, COMPANY, "value: 2000万", "value: 2100万")
    store = (root / "stores/tmall-flagship.yaml").read_text("utf-8")
    (root / "stores/tmall-flagship.yaml").write_text(re.sub("name: .*", f"name: '{HOSTILE}'", store, count=1), "utf-8")
    text = diff_markdown(compared(root), "zh")
    assert text.startswith(MARK + "\n")
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert html.count("<details>") == html.count("</details>") == text.count("<summary>") > 5
    assert "<script" not in html and "<a " not in html and "<strong>b" not in html
    assert "@boss" not in text and "#12" not in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    widths = {line: len(re.findall(r"(?<!\\)\|", line)) for line in rows}
    # The months of a person may have one metric only: two columns, three bars.
    assert set(widths.values()) <= set(range(3, 12))
    assert "&lt;script&gt;" in html


def test_markdown_stays_under_its_size(tmp_path: Path) -> None:
    root = tmp_path / "w"
    stores = {f"stores/s{number}.yaml": f"name: 店{number}\nplatform: jd\nteam: company\n" for number in range(300)}
    weights = ", ".join(f"s{number}: 1" for number in range(300))
    sheet = (
        "owner: li\ngoals:\n  net_sales: {{value: {value}, split: {{over: stores, weights: {{" + weights + "}}}}}}\n"
    )
    committed(root, {
        "opsctl.yaml": "opsctl: 1\nname: X\n", "teams/company.yaml": "name: 总部\n", "roles/boss.yaml": "name: B\n",
        "people/li.yaml": "name: 李\nroles: [{role: boss, at: company, from: 2020-01-01}]\n",
        "targets/2026/company.yaml": sheet.format(value="1亿"), **stores,
    })  # fmt: skip
    (root / "targets/2026/company.yaml").write_text(sheet.format(value="2亿"), "utf-8")
    for number in range(300):
        (root / f"stores/s{number}.yaml").write_text(f"name: 新店{number}\nplatform: jd\nteam: company\n", "utf-8")
    found = compared(root)
    assert len(found.moves) == 301 and len(found.records) == 301
    for lang, more in (("zh", "另有"), ("en", "more")):
        text = diff_markdown(found, lang)
        assert 20_000 < len(text) < 60_000 and more in text.splitlines()[-1]
        assert len(text) <= MOST + 100
        assert text.count("<details>") == text.count("</details>")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_both_languages_say_the_numbers(root: Path, lang: str) -> None:
    replaced(root, COMPANY, "value: 2000万", "value: 2100万")
    found = compared(root)
    for text in (diff_text(found, lang, width=200), diff_markdown(found, lang)):
        assert "+5.0%" in text
        assert ("2,100万" if lang == "zh" else "21,000,000") in text
        assert "diff." not in text
