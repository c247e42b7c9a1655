"""`opsctl explain`: the page of one rule, or the list of all."""

from __future__ import annotations

from opsctl.checking.explain import find_rule, nearest_rule, page_of, page_text
from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.locales.rules import PAGES
from opsctl.rules import RULES, Rule


def explain(wanted: str, lang: str) -> str:
    """Give the Markdown page of the rule with that code or name."""
    return page_text(_named(wanted), lang)


def explained(wanted: str | None, lang: str) -> list[dict[str, str]]:
    """Code, name, title and Markdown page of the rule with that code or name, or of every rule.

    OpsctlError where there is no such rule.
    """
    rules = RULES if wanted is None else (_named(wanted),)
    return [
        {"code": rule.CODE, "name": rule.NAME, "title": _title(rule, lang), "page": page_text(rule, lang)}
        for rule in rules
    ]


def rule_titles(lang: str) -> tuple[tuple[str, str, str], ...]:
    """Code, name and title of every rule, in the order they run."""
    return tuple((rule.CODE, rule.NAME, _title(rule, lang)) for rule in RULES)


def _title(rule: Rule, lang: str) -> str:
    return page_of(rule).title if lang == "en" else PAGES[rule.CODE].strip().split("\n")[0]


def _named(wanted: str) -> Rule:
    rule = find_rule(wanted)
    if rule is not None:
        return rule
    meant = nearest_rule(wanted)
    hint = message("rules.known_rules", codes=", ".join(each.CODE for each in RULES))
    if meant is None:
        raise OpsctlError(message("rules.no_such_rule", wanted=wanted), hint)
    raise OpsctlError(message("rules.no_such_rule_near", wanted=wanted, meant=meant), hint)
