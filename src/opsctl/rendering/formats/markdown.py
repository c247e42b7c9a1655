"""
Diagnostics as a page for a pull request's comment or a step's summary: counts, then the findings file by file.

Comments have a limit at most code hosts, so what stands on changed lines comes first and the rest is counted. Words
out of records stay words: they make no links, call nobody and open no table.
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Diagnostic, Severity
from opsctl.locales import say, tell
from opsctl.rendering.formats.counts import set_aside, summary
from opsctl.rendering.formats.ordering import distance
from opsctl.rendering.formats.outcome import Outcome
from opsctl.rendering.markdown_escape import Code, markdown

LONGEST = 60_000
# By this line a program finds its own comment again.
MARKER = "<!-- opsctl-check -->"
_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}
# Room for the sentence that counts what was left out.
_KEPT = 200


def render(outcome: Outcome, lang: str) -> str:
    """Print the page, at most `LONGEST` characters of it."""
    page = _head(outcome, lang)
    left, room = len(outcome.diagnostics), LONGEST - _KEPT - len(page)
    for block, holds in _blocks(outcome, lang):
        if len(block) > room:
            break
        page, room, left = page + block, room - len(block), left - holds
    return page + (f"\n{say(lang, 'report.more', count=str(left))}\n" if left else "")


def _head(outcome: Outcome, lang: str) -> str:
    lines = [MARKER, f"### {say(lang, 'report.title')}", "", summary(outcome, lang)]
    for line in set_aside(outcome, lang):
        lines += ["", line]
    if outcome.diagnostics:
        lines += ["", f"| {say(lang, 'report.severity')} | {say(lang, 'report.count')} |", "|---|--:|"]
        lines += [f"| {_severity(each, lang)} | {outcome.count(each)} |" for each in reversed(Severity)]
    return "\n".join(lines) + "\n"


def _severity(severity: Severity, lang: str) -> str:
    return f"{_SIGNS[severity]} {say(lang, f'rules.severity_{severity}')}"


def _blocks(outcome: Outcome, lang: str) -> Iterator[tuple[str, int]]:
    """Pieces of the page in order, each with how many findings it holds."""
    for found_in_file in _files(outcome):
        heading = f"\n#### {markdown(Code(outcome.prefix + found_in_file[0].file))}\n\n"
        for found in found_in_file:
            yield heading + _item(found, lang), 1
            heading = ""


def _files(outcome: Outcome) -> list[list[Diagnostic]]:
    """Findings by file, the nearest to the change first."""
    files: dict[str, list[Diagnostic]] = {}
    for found in outcome.diagnostics:
        files.setdefault(found.file, []).append(found)
    near = {file: min(distance(found, outcome) for found in inside) for file, inside in files.items()}
    ordered = sorted(files, key=lambda file: near[file])
    return [sorted(files[file], key=lambda found: distance(found, outcome)) for file in ordered]


def _item(found: Diagnostic, lang: str) -> str:
    said = markdown(tell(lang, found.problem.message))
    line = say(lang, "report.line", line=str(found.span.line))
    return f"- {_severity(found.severity, lang)} · {line} · `{found.code}` {found.name}: {said}\n"
