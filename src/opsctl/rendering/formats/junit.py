"""
Diagnostics as JUnit's XML, which the test pages of nearly every build server show.

Errors are failed tests. Warnings and notes are tests that passed and have something to say, because they do not fail
a check by themselves. Names are told apart by a number: a viewer shows two tests of one name once.
"""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element, SubElement, tostring

from opsctl.diagnostics import Diagnostic, Severity
from opsctl.locales import say, tell
from opsctl.rendering.clean import clean
from opsctl.rendering.formats.counts import summary
from opsctl.rendering.formats.outcome import Outcome

_FAILS = Severity.ERROR


def render(outcome: Outcome, lang: str) -> str:
    """Print one suite with a test for each finding, or with one test that passed."""
    counts = {
        "tests": str(len(outcome.diagnostics) or 1),
        "failures": str(outcome.count(_FAILS)),
        "errors": "0",
    }
    suites = Element("testsuites", {"name": "opsctl check", **counts})
    suite = SubElement(suites, "testsuite", {"name": "opsctl check", **counts, "skipped": "0"})
    seen: Counter[tuple[str, str]] = Counter()
    for found in outcome.diagnostics:
        _case(suite, found, outcome, lang, seen)
    if not outcome.diagnostics:
        SubElement(suite, "testcase", {"classname": "opsctl", "name": "opsctl check", "time": "0"})
    SubElement(suite, "system-out").text = summary(outcome, lang)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _case(suite: Element, found: Diagnostic, outcome: Outcome, lang: str, seen: Counter[tuple[str, str]]) -> None:
    file = clean(outcome.prefix + found.file)
    said = clean(tell(lang, found.problem.message))
    name = f"{found.code} {found.name}: {said}"
    seen[file, name] += 1
    again = f" ({seen[file, name]})" if seen[file, name] > 1 else ""
    where = {"file": file, "line": str(found.span.line)}
    case = SubElement(suite, "testcase", {"classname": file, "name": name + again, **where, "time": "0"})
    text = f"{file}:{found.span.line}:{found.span.column}: {found.code} {found.name}: {said}"
    if found.severity is _FAILS:
        SubElement(case, "failure", {"type": found.name, "message": said}).text = text
    else:
        SubElement(case, "system-out").text = f"{say(lang, f'rules.severity_{found.severity}')} {text}"
