"""
A rule's page: its docstring in English, its twin in `locales/rules/`, one set of examples for both.

A page is a title line, why it matters, and the sections `Fails:`, `Passes:` and, where there is a repair, `Fix:`.
Files are fenced blocks that name their path; a block of text after the failing files is the exact output.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from opsctl.diagnostics import Severity
from opsctl.locales import gate_pages, say
from opsctl.locales.rules import PAGES
from opsctl.reviewing.gate.check import Check
from opsctl.reviewing.gate.checks import CHECKS
from opsctl.rules import RULES, Rule
from opsctl.rules.nearest import nearest
from opsctl.rules.rule_record import Own

_BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<path>[^\n]+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_SECTION = re.compile(r"^(Fails|Passes|Fix):", re.MULTILINE)
_FIX = re.compile(r"\s*(?P<safety>safe|unsafe)\. (?P<says>.+)", re.DOTALL)

Explained = Rule | Check
EXPLAINED: tuple[Explained, ...] = (*RULES, *CHECKS)
"""What has a page: the rules of `check` and the checks of the data gate."""

File = tuple[str, str]
"""A path in the workspace and the text that stands there."""


@dataclass(frozen=True, slots=True)
class Page:
    """One rule's page in parts; `fix` is empty where there is none, else what it does, and `safe` belongs to it."""

    title: str
    body: str
    fails: tuple[File, ...]
    output: str
    passes: tuple[File, ...]
    fix: str = ""
    safe: bool = False


def page_of(rule: Explained) -> Page:
    """Read a rule's docstring."""
    head, *rest = _SECTION.split(rule.__doc__ or "")
    sections = dict(zip(rest[::2], rest[1::2], strict=True))
    title, _, body = head.strip().partition("\n")
    fix = _FIX.fullmatch(sections.get("Fix", "").rstrip())
    return Page(
        title=title,
        body=body.strip(),
        fails=files_in(sections.get("Fails", "")),
        output="".join(match["text"] for match in _BLOCK.finditer(sections.get("Fails", "")) if not match["path"]),
        passes=files_in(sections.get("Passes", "")),
        fix=" ".join(fix["says"].split()) if fix else "",
        safe=bool(fix and fix["safety"] == "safe"),
    )


def chinese_page(rule: Explained) -> str:
    """The Chinese page, title first."""
    return PAGES.get(rule.CODE) or gate_pages.PAGES[rule.CODE]


def files_in(text: str) -> tuple[File, ...]:
    """The fenced blocks that name a path, in order."""
    return tuple((match["path"], match["text"]) for match in _BLOCK.finditer(text) if match["path"])


def page_text(rule: Explained, lang: str) -> str:
    """A rule's page as Markdown."""
    page = page_of(rule)
    title, body = title_and_body(rule, lang)
    facts = say(lang, f"rules.page_{rule.SEVERITY}", since=rule.SINCE)
    more = [say(lang, "rules.page_rigor", rigor=rule.RIGOR)] if rule.RIGOR != "start" else []
    if rule.ERROR_FROM != "draft" and rule.SEVERITY is Severity.ERROR:
        more.append(say(lang, "rules.page_error_from", status=rule.ERROR_FROM))
    parts = [f"# {rule.CODE} {rule.NAME}", title, " ".join((facts, *more)), body]
    parts += [say(lang, "rules.page_fails"), *map(_fenced, page.fails), f"```text\n{page.output}```"]
    parts += [say(lang, "rules.page_passes"), *map(_fenced, page.passes)]
    if page.fix:
        parts.append(say(lang, "rules.page_fix_safe" if page.safe else "rules.page_fix_unsafe"))
    return "\n\n".join(parts) + "\n"


def own_page_text(rule: Own, lang: str) -> str:
    """The page of a rule of the team's own: its name, why, and what it asks."""
    data = rule.record.data
    severity = say(lang, f"rules.severity_{rule.SEVERITY}")
    asked = [f"{key}: {getattr(data, key)}" for key in ("select", "where", "require") if getattr(data, key)]
    parts = [f"# {rule.CODE} {rule.NAME}", data.name.in_(lang)]
    parts.append(say(lang, "rules.page_own", file=rule.record.file, severity=severity))
    parts += [] if rule.RIGOR == "start" else [say(lang, "rules.page_rigor", rigor=rule.RIGOR)]
    parts += [data.why.in_(lang).strip()] if data.why else []
    return "\n\n".join([*parts, "```text\n" + "\n".join(asked) + "\n```"]) + "\n"


def find_rule(wanted: str) -> Explained | None:
    """The rule, or the check of the data gate, with that code or name, whatever the case."""
    folded = wanted.strip().casefold()
    return next((rule for rule in EXPLAINED if folded in (rule.CODE.casefold(), rule.NAME)), None)


def nearest_rule(wanted: str) -> str | None:
    """The code or name that was most likely meant."""
    code = nearest(wanted.strip().upper(), (rule.CODE for rule in EXPLAINED))
    return code or nearest(wanted.strip().casefold(), (rule.NAME for rule in EXPLAINED))


def title_and_body(rule: Explained, lang: str) -> tuple[str, str]:
    """What a rule says in one sentence, and why it matters."""
    if lang == "en":
        page = page_of(rule)
        return page.title, page.body
    title, _, body = chinese_page(rule).strip().partition("\n")
    return title, body.strip()


def _fenced(file: File) -> str:
    path, text = file
    return f"```{path.rpartition('.')[2]} {path}\n{text}```"
