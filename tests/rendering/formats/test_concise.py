"""One line a finding."""

from __future__ import annotations

from tests.rendering.formats.samples import STORE, finding, outcome

from opsctl.rendering.formats.concise import SHOWN, render


def test_a_finding_is_a_line_and_the_summary_is_the_last() -> None:
    assert render(outcome(finding()), "en").splitlines() == [
        f"{STORE}:2:6: error REF102 unknown-reference: no team has the id compny",
        "1 error in 3 files with 2 records",
    ]


def test_of_very_many_the_first_are_shown() -> None:
    lines = render(outcome(*(finding(line=line) for line in range(1, SHOWN + 3))), "en").splitlines()
    assert len(lines) == SHOWN + 2 and lines[-2] == "… and 2 more"
