"""`opsctl explain`: the page of one rule, or the list of all."""

from __future__ import annotations

from opsctl.checking.explain import find_rule, nearest_rule, page_of, page_text
from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.locales.rules_zh import PAGES
from opsctl.rules import RULES


def explain(wanted: str, lang: str) -> str:
    """Give the Markdown page of the rule with that code or name."""
    rule = find_rule(wanted)
    if rule is not None:
        return page_text(rule, lang)
    meant = nearest_rule(wanted)
    hint = message("rules.known_rules", codes=", ".join(each.CODE for each in RULES))
    if meant is None:
        raise OpsctlError(message("rules.no_such_rule", wanted=wanted), hint)
    raise OpsctlError(message("rules.no_such_rule_near", wanted=wanted, meant=meant), hint)


def rule_titles(lang: str) -> tuple[tuple[str, str, str], ...]:
    """Code, name and title of every rule, in the order they run."""
    return tuple(
        (rule.CODE, rule.NAME, page_of(rule).title if lang == "en" else PAGES[rule.CODE].strip().split("\n")[0])
        for rule in RULES
    )
