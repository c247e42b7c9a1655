"""Names of rules and thresholds, written in settings, waivers and comments, that nothing answers to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from opsctl.diagnostics import Listed, Message, Place, Problem, Span, message
from opsctl.loading.comments import Ignore
from opsctl.records import SETTINGS_FILE
from opsctl.records.waiver import WAIVERS_FILE
from opsctl.rules import RULES
from opsctl.rules.nearest import nearest
from opsctl.rules.severity import severity_of
from opsctl.rules.thresholds import DEFAULTS
from opsctl.workspace import Finding, Workspace

_NAME = "unknown-rule"


def unknown_names(workspace: Workspace, comments: Iterable[Ignore]) -> Iterator[Finding]:
    """Yield every such name where it stands."""
    known = rule_names(workspace)
    for name in workspace.settings.checks.severity:
        yield from _unknown(name, known, Place(SETTINGS_FILE, ("checks", "severity", name), "key"))
    for name in workspace.settings.checks.thresholds:
        if name not in DEFAULTS:
            at = Place(SETTINGS_FILE, ("checks", "thresholds", name), "key")
            yield Finding(_NAME, Problem(at, _no_threshold(name)))
    for index, waiver in enumerate(workspace.waivers):
        yield from _unknown(waiver.rule, known, Place(WAIVERS_FILE, ("waivers", index, "rule")))
    for comment in comments:
        for name in comment.rules:
            yield from _unknown(name, known, Place(comment.file), comment.span)


def rule_names(workspace: Workspace) -> Collection[str]:
    """Every code and name by which a rule may be called in a workspace."""
    own = workspace.all("rule").items()
    return {word for rule in RULES for word in (rule.CODE, rule.NAME)} | {
        word for id_, rule in own for word in (id_, rule.data.code)
    }


def active_names(workspace: Workspace) -> Collection[str]:
    """The codes and names of the rules that run at the workspace's rigor and severities."""
    off = {word for rule in RULES if severity_of(rule, workspace.settings) is None for word in (rule.CODE, rule.NAME)}
    return frozenset(rule_names(workspace)) - off


def _unknown(name: str, known: Collection[str], at: Place, span: Span | None = None) -> Iterator[Finding]:
    if name not in known:
        meant = nearest(name, known)
        if meant is None:
            yield Finding(_NAME, Problem(at, message("rules.unknown_rule", name=name), span=span))
        else:
            said = message("rules.unknown_rule_near", name=name, meant=meant)
            yield Finding(_NAME, Problem(at, said, span=span))


def _no_threshold(name: str) -> Message:
    meant = nearest(name, DEFAULTS)
    if meant is None:
        return message("rules.unknown_threshold", name=name, known=Listed(DEFAULTS))
    return message("rules.unknown_threshold_near", name=name, meant=meant)
