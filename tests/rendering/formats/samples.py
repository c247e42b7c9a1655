"""Outcomes for the tests of formats: a small one that never changes, and one whose every text is hostile."""

from __future__ import annotations

from dataclasses import replace

from opsctl.diagnostics import Diagnostic, Edit, Fix, Place, Problem, Severity, Span, message
from opsctl.rendering.formats.outcome import Aside, Guide, Outcome

STORE = "stores/天猫 旗舰店#1 100%.yaml"
TEXT = "name: 店\n负责人: compny  # 天\nparent: 店\n"
CLOSER = Place(STORE, ("负责人",))
RESPELL = Fix(message("rules.respell", meant="company"), (Edit(CLOSER, "company"),), safe=False)
HOSTILE = (
    "\n::error::planted\r\n##[error]planted",
    "]]></failure><x/>&amp;\x00\x1b[31m\x0b\ufffe",
    "| a | b |\n|---|---|\n# head\n- item\n<script>alert(1)</script>",
    "@all @张三 #12 !34 [link](https://example.org) ![i](x) `code` **b**",
    "\u202egnp.exe \u2028 \ud800 \U000e0041 100%,title=x::y",
    "[text](1) {0} {text}",
)


def finding(
    severity: Severity = Severity.ERROR,
    file: str = STORE,
    line: int = 2,
    said: str = "compny",
    fix: Fix | None = None,
    fingerprint: str = "f1",
) -> Diagnostic:
    """A finding about a word in columns 6 to 11 of a line."""
    span = Span(line, 6, line, 12)
    problem = Problem(Place(file), message("rules.unknown_reference_team", id=said), fix=fix)
    return Diagnostic("REF102", "unknown-reference", severity, file, span, problem, fingerprint=fingerprint)


def guide(code: str, lang: str) -> Guide:
    """The same few words about every rule."""
    title = {"zh": "没有这条记录。", "en": "There is no such record."}[lang]
    return Guide(title, f"{code} because.", f"# {code}\n\n{title}\n", Severity.ERROR)


def outcome(*found: Diagnostic) -> Outcome:
    """An outcome of these findings."""
    return Outcome(found, 3, 2, {STORE: TEXT}, guide=guide, span_of=lambda place: Span(2, 6, 2, 12))


def small() -> Outcome:
    """Two files with three findings, one with a fix and one with a related place, and some set aside."""
    related = (("teams/a.yaml", Span(1, 1, 1, 5), message("rules.duplicate_id_first", id="b")),)
    warning = finding(Severity.WARNING, "teams/b.yaml", 4, "100%: a, b", fingerprint="f2")
    made = outcome(
        finding(fix=RESPELL),
        replace(warning, related=related),
        finding(Severity.INFO, "teams/b.yaml", 9, fingerprint="f3"),
    )
    return Outcome(
        made.diagnostics, 3, 1, made.texts, Aside(1, 2, 3, 4), made.guide, made.span_of, "运营/", {"teams/b.yaml": ()}
    )


def hostile() -> Outcome:
    """Every text a trap, in messages, file names and texts, at every severity."""
    found = [
        finding(severity, f"stores/{text}.yaml", 2, text, fingerprint=f"{severity}{number}")
        for severity in Severity
        for number, text in enumerate(HOSTILE)
    ]
    return outcome(*found, finding(said="@all", fingerprint="z"))
