"""JUnit's XML as a real reader sees it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rendering.formats.samples import STORE, finding, hostile, outcome, small
from tests.rendering.formats.validators import package

from opsctl.rendering.formats.junit import render
from opsctl.rendering.formats.outcome import Outcome


def cases(found: Outcome) -> list[Any]:
    """The test cases that junitparser reads."""
    read = package("junitparser").JUnitXml.fromstring(render(found, "en").encode())
    return [case for suite in read for case in suite]


def test_an_error_is_a_failure_and_a_warning_only_says_something() -> None:
    failed, warned, told = cases(small())
    assert failed.classname == f"运营/{STORE}"
    assert failed.name == "REF102 unknown-reference: no team has the id compny"
    assert [each.message for each in failed.result] == ["no team has the id compny"]
    assert failed._elem.get("file") == f"运营/{STORE}" and failed._elem.get("line") == "2"
    assert warned.result == [] and warned.system_out.startswith("warning 运营/teams/b.yaml:4:6: REF102")
    assert told.result == [] and told.system_out.startswith("info ")


def test_the_counts_are_those_of_the_cases() -> None:
    suites = package("junitparser").JUnitXml.fromstring(render(hostile(), "en").encode())
    stated = (suites.tests, suites.failures)
    suites.update_statistics()
    assert stated == (suites.tests, suites.failures) == (19, 7)


def test_no_two_cases_have_one_name() -> None:
    names = [case.name for case in cases(outcome(finding(), finding(line=5), finding(line=7)))]
    assert names[0] + " (2)" == names[1] and len(set(names)) == 3


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_found_is_a_test_that_passed(lang: str) -> None:
    assert 'tests="1" failures="0"' in render(outcome(), lang)
    (case,) = cases(outcome())
    assert case.is_passed
