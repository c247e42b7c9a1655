"""
Diagnostics as SARIF 2.1.0, which GitHub's code scanning and many editors read.

Columns count code points and say so, because the format would otherwise mean UTF-16. Paths are relative to the top of
the repository and percent-encoded. Findings that were set aside are left out: not every reader knows what that means.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from opsctl import __version__
from opsctl.diagnostics import Diagnostic, Severity, Span
from opsctl.locales import say, tell
from opsctl.rendering.clean import clean, json_text
from opsctl.rendering.formats.ordering import changed_first
from opsctl.rendering.formats.outcome import Outcome
from opsctl.rendering.formats.replacing import Replacement, replacements

SHOWN = 5000
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_ROOT = "%SRCROOT%"
# Code hosts cut a rule's descriptions here.
_LONGEST = 1000
# Chinese has no space where a line of it ends.
_CHINESE_BREAK = re.compile(r"(?<=[^\x00-\x7f])\n(?=[^\x00-\x7f])")


def render(outcome: Outcome, lang: str) -> str:
    """Print one run with its rules and results."""
    ordered = changed_first(outcome)
    shown = ordered[:SHOWN]
    codes = {found.code: found for found in sorted(shown, key=lambda found: found.code)}
    index = {code: number for number, code in enumerate(codes)}
    driver = {
        "name": "opsctl",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(found, outcome, lang) for found in codes.values()],
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "opsctl/check/"},
        "columnKind": "unicodeCodePoints",
        "language": _LANGUAGES[lang],
        "originalUriBaseIds": {_ROOT: {"description": {"text": say(lang, "report.top")}}},
        "invocations": [{"executionSuccessful": True, **_left_out(len(ordered) - len(shown), lang)}],
        "results": [_result(found, index, outcome, lang) for found in shown],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=None)


def _left_out(more: int, lang: str) -> dict[str, Any]:
    if not more:
        return {}
    said = say(lang, "report.more", count=str(more))
    return {"toolExecutionNotifications": [{"level": "note", "message": {"text": said}}]}


def _rule(found: Diagnostic, outcome: Outcome, lang: str) -> dict[str, Any]:
    """A rule by one of its findings; where nobody knows more of it, its name has to do."""
    guide = outcome.guide(found.code, lang)
    title = _cut(guide.title) if guide else found.name
    page = _page(guide.page) if guide else found.name
    return {
        "id": found.code,
        "name": found.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": _cut(guide.why) or title if guide else title},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[guide.severity if guide else found.severity]},
    }


def _page(text: str) -> str:
    """Several lines, each of them cleaned."""
    return "\n".join(map(clean, text.split("\n")))


def _cut(text: str) -> str:
    line = clean(" ".join(_CHINESE_BREAK.sub("", text).split()))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _result(found: Diagnostic, index: Mapping[str, int], outcome: Outcome, lang: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index[found.code],
        "level": _LEVELS[found.severity],
        "message": _message(tell(lang, found.problem.message)),
        "locations": [_location(found.file, found.span, outcome)],
        "partialFingerprints": {"primaryLocationLineHash": found.fingerprint},
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": number, **_location(file, span, outcome), "message": _message(tell(lang, said))}
            for number, (file, span, said) in enumerate(found.related, start=1)
        ]
    made = replacements(found, outcome)
    if made and found.problem.fix:
        result["fixes"] = [_fix(made, tell(lang, found.problem.fix.title), outcome)]
    return result


def _message(text: str) -> dict[str, str]:
    # A bracket before a parenthesis would make a link out of somebody's words.
    return {"text": clean(text).replace("](", "] (")}


def _fix(made: tuple[Replacement, ...], title: str, outcome: Outcome) -> dict[str, Any]:
    files = dict.fromkeys(each.file for each in made)
    return {
        "description": _message(title),
        "artifactChanges": [
            {
                "artifactLocation": _artifact(file, outcome),
                "replacements": [
                    {"deletedRegion": _region(each.span), "insertedContent": {"text": each.text}}
                    for each in made
                    if each.file == file
                ],
            }
            for file in files
        ],
    }


def _location(file: str, span: Span, outcome: Outcome) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(file, outcome), "region": _region(span)}}


def _artifact(file: str, outcome: Outcome) -> dict[str, str]:
    return {"uri": _uri(outcome.prefix + file), "uriBaseId": _ROOT}


@lru_cache(maxsize=1024)
def _uri(path: str) -> str:
    return "/".join(quote(part, safe="", errors="surrogatepass") for part in path.split("/"))


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
