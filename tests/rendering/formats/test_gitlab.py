"""GitLab's code quality report: findings keep their fingerprints while lines move, and no two share one."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

from tests.rendering.formats.samples import STORE, small

from opsctl.commands.check import Asked, check
from opsctl.rendering.formats.gitlab import render

BROKEN = Path(__file__).resolve().parents[3] / "examples" / "broken"
DAY = date(2026, 6, 8)


def prints(folder: Path) -> list[str]:
    """The fingerprints of a folder's report, in order."""
    return [issue["fingerprint"] for issue in json.loads(render(check(folder, Asked(DAY)), "en"))]


def test_an_issue_says_what_and_where() -> None:
    assert json.loads(render(small(), "en"))[0] == {
        "description": "REF102 unknown-reference: no team has the id compny",
        "check_name": "unknown-reference",
        "fingerprint": "f1",
        "severity": "major",
        "location": {"path": f"运营/{STORE}", "lines": {"begin": 2, "end": 2}},
    }
    assert [issue["severity"] for issue in json.loads(render(small(), "en"))] == ["major", "minor", "info"]


def test_no_two_findings_share_a_fingerprint() -> None:
    found = prints(BROKEN)
    assert len(found) == len(set(found)) > 20


def test_fingerprints_stay_when_lines_move(tmp_path: Path) -> None:
    moved = shutil.copytree(BROKEN, tmp_path / "moved")
    sheet = moved / "targets" / "2026" / "company.yaml"
    sheet.write_text("# a line\n# and another\n" + sheet.read_text("utf-8"), "utf-8", newline="")
    assert prints(moved) == prints(BROKEN)
