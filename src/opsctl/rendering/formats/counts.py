"""What was found and looked at, counted in words: `1 error, 2 warnings in 3 files with 4 records`."""

from __future__ import annotations

from opsctl.diagnostics import Severity
from opsctl.locales import say
from opsctl.rendering.formats.outcome import Aside, Outcome


def counted(what: str, count: int, lang: str) -> str:
    """A number and its noun."""
    return say(lang, f"report.{what}_{'one' if count == 1 else 'many'}", count=str(count))


def summary(outcome: Outcome, lang: str) -> str:
    """One sentence about the whole check."""
    looked = {"files": counted("file", outcome.files, lang), "records": counted("record", outcome.records, lang)}
    severities = [each for each in reversed(Severity) if outcome.count(each)]
    if not severities:
        return say(lang, "report.clean", **looked)
    counts = [counted(each, outcome.count(each), lang) for each in severities]
    return say(lang, "report.summary", counts=say(lang, "report.comma").join(counts), **looked)


def fixable(outcome: Outcome, lang: str) -> list[str]:
    """Sentences about the findings that a command can repair, surely or by a guess; none where there are none."""
    safe = [each.problem.fix.safe for each in outcome.diagnostics if each.problem.fix is not None]
    counts = {"report.fixable": safe.count(True), "report.guessed": safe.count(False)}
    return [say(lang, id_, count=str(count)) for id_, count in counts.items() if count]


def set_aside(outcome: Outcome, lang: str) -> list[str]:
    """Sentences about the findings that do not count; none where there are none."""
    aside = outcome.aside
    counts = {"suppressed": str(aside.suppressed), "waived": str(aside.waived), "known": str(aside.known)}
    excepted = [] if aside == Aside(older=aside.older) else [say(lang, "rules.summary_aside", **counts)]
    return [*excepted, *([say(lang, "rules.summary_older", count=str(aside.older))] if aside.older else [])]
