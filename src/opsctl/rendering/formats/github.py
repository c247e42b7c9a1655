"""
Diagnostics as annotations of a pull request, in the commands that GitHub's runner reads from the log.

Ten annotations of a level are shown for a step, so the ones on changed lines come first and the rest is counted.
"""

from __future__ import annotations

from itertools import islice

from opsctl.diagnostics import Diagnostic, Severity
from opsctl.locales import say, tell
from opsctl.rendering.clean import clean
from opsctl.rendering.formats.counts import summary
from opsctl.rendering.formats.ordering import changed_first
from opsctl.rendering.formats.outcome import Outcome

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# One notice is kept for the number of those left out.
_MOST = {Severity.ERROR: 10, Severity.WARNING: 10, Severity.INFO: 9}


def render(outcome: Outcome, lang: str) -> str:
    """Print the first findings of each level, how many more there are, and the summary."""
    ordered = changed_first(outcome)
    lines = []
    for severity in reversed(Severity):
        same = (found for found in ordered if found.severity is severity)
        lines += [_command(found, outcome, lang) for found in islice(same, _MOST[severity])]
    more = len(ordered) - len(lines)
    if more:
        lines.append("::notice title=opsctl::" + _data(say(lang, "report.more", count=str(more))))
    return "\n".join((*lines, summary(outcome, lang))) + "\n"


def _command(found: Diagnostic, outcome: Outcome, lang: str) -> str:
    span = found.span
    file = clean(outcome.prefix + found.file)
    properties = {"file": file, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:
        # Columns are only understood where they lie in one line.
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = f"{found.code} {found.name}"
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    said = f"{file}:{span.line}:{span.column}: {clean(tell(lang, found.problem.message))}"
    return f"::{_COMMANDS[found.severity]} {written}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
