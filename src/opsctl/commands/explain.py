"""`opsctl explain`: the page of one rule, or the list of all, with those of the workspace where there is one."""

from __future__ import annotations

from pathlib import Path

from opsctl.checking.explain import (
    EXPLAINED,
    Explained,
    chinese_page,
    find_rule,
    nearest_rule,
    own_page_text,
    page_of,
    page_text,
)
from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.loading.read import find_root, load
from opsctl.rendering.clean import clean
from opsctl.rules.nearest import nearest
from opsctl.rules.rule_record import Own, own_rules


def explain(wanted: str, lang: str, folder: Path | None = None) -> str:
    """Give the Markdown page of the rule with that code or name; a folder may lie in a workspace with own rules."""
    return _page(_named(wanted, folder), lang)


def explained(wanted: str | None, lang: str, folder: Path | None = None) -> list[dict[str, str]]:
    """Code, name, title, what it counts for and Markdown page of the rule with that code or name, or of every rule.

    OpsctlError where there is no such rule.
    """
    rules = (*EXPLAINED, *_own(folder)) if wanted is None else (_named(wanted, folder),)
    return [
        {
            "code": rule.CODE,
            "name": rule.NAME,
            "title": _title(rule, lang),
            "severity": str(rule.SEVERITY),
            "since": rule.SINCE,
            "rigor": rule.RIGOR,
            "error_from": rule.ERROR_FROM,
            "page": _page(rule, lang),
        }
        for rule in rules
    ]


def rule_titles(lang: str, folder: Path | None = None) -> tuple[tuple[str, str, str, str], ...]:
    """Code, name, least rigor and title of every rule, in the order they run."""
    return tuple((rule.CODE, rule.NAME, rule.RIGOR, _title(rule, lang)) for rule in (*EXPLAINED, *_own(folder)))


def _page(rule: Explained | Own, lang: str) -> str:
    if not isinstance(rule, Own):
        return page_text(rule, lang)
    return "".join(f"{clean(line)}\n" for line in own_page_text(rule, lang).splitlines())


def _title(rule: Explained | Own, lang: str) -> str:
    if isinstance(rule, Own):
        return clean(rule.record.data.name.in_(lang))
    return page_of(rule).title if lang == "en" else chinese_page(rule).strip().split("\n")[0]


def _own(folder: Path | None) -> tuple[Own, ...]:
    """The rules of the workspace that the folder lies in; none where it lies in no workspace."""
    try:
        return () if folder is None else own_rules(load(find_root(folder)).workspace)
    except OpsctlError:
        return ()


def _named(wanted: str, folder: Path | None) -> Explained | Own:
    rule = find_rule(wanted)
    if rule is not None:
        return rule
    own = _own(folder)
    folded = wanted.strip().casefold()
    for each in own:
        if folded in (each.CODE.casefold(), each.NAME):
            return each
    meant = nearest_rule(wanted) or nearest(folded, (each.NAME for each in own))
    hint = message("rules.known_rules", codes=Listed(each.CODE for each in (*EXPLAINED, *own)))
    if meant is None:
        raise OpsctlError(message("rules.no_such_rule", wanted=wanted), hint)
    raise OpsctlError(message("rules.no_such_rule_near", wanted=wanted, meant=meant), hint)
