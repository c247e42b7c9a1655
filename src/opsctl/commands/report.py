"""What `check` writes besides its answer: reports for build servers and code hosts, several in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from opsctl.checking.explain import find_rule, own_page_text, page_text, title_and_body
from opsctl.diagnostics import Listed, Message, message
from opsctl.errors import OpsctlError
from opsctl.loading.flaws import shown
from opsctl.loading.reportfile import report_file, write_report
from opsctl.loading.repository import prefix, touched
from opsctl.rendering.formats import FORMATS, TERMINAL, Guide, Outcome
from opsctl.rules.nearest import nearest
from opsctl.rules.rule_record import Own, own_rules
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Report:
    """One `--output`: in which format, to which file."""

    format: str
    file: Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a check's answer looks like: on standard output and in files, and since which revision lines are new."""

    format: str
    reports: tuple[Report, ...] = ()
    base: str | None = None
    coloured: bool = False


def reports_of(values: Iterable[str]) -> tuple[Report, ...]:
    """Read what `--output` was given; OpsctlError for a format nobody knows or a place where nothing may be written."""
    found: dict[Path, Report] = {}
    for value in values:
        report = _report(value)
        if report.file in found:
            raise OpsctlError(message("report.twice", file=shown(str(report.file))))
        found[report.file] = report
    return tuple(found.values())


def _report(value: str) -> Report:
    name, colon, file = value.partition(":")
    if not colon or not file:
        raise OpsctlError(message("report.no_colon", value=shown(value)), _known())
    if name not in FORMATS:
        meant = nearest(name.casefold(), FORMATS)
        said = message("report.bad_format", name=shown(name))
        raise OpsctlError(message("report.bad_format_near", name=shown(name), meant=meant) if meant else said, _known())
    if file == "-":
        raise OpsctlError(message("report.stdout"))
    return Report(name, report_file(Path(file)))


def _known() -> Message:
    return message("report.formats", names=Listed(FORMATS))


def answer(outcome: Outcome, root: Path, wanted: Wanted, lang: str) -> str:
    """Write the reports that are wanted; give back what goes to standard output."""
    if wanted.reports or wanted.format not in TERMINAL:
        outcome = _placed(outcome, root, wanted.base)
    _write(outcome, root, wanted.reports, lang)
    return FORMATS[wanted.format](replace(outcome, coloured=wanted.coloured), lang)


def _placed(outcome: Outcome, root: Path, base: str | None) -> Outcome:
    """The outcome as code hosts need it; a base that git does not know is as good as none, for it only sorts."""
    changed: dict[str, tuple[range, ...]] = {}
    if base:
        try:
            changed = touched(root, base)
        except OpsctlError:
            changed = {}
    return replace(outcome, prefix=prefix(root), changed=changed)


def _write(outcome: Outcome, root: Path, reports: tuple[Report, ...], lang: str) -> None:
    """Write all reports; none where one of them would replace a record."""
    if not reports:
        return
    top = root.resolve()
    records = {top / file for file in outcome.texts}
    for report in reports:
        if report.file in records:
            raise OpsctlError(message("report.is_record", file=shown(str(report.file))))
    for report in reports:
        write_report(report.file, FORMATS[report.format](outcome, lang))


def guide_of(workspace: Workspace) -> Callable[[str, str], Guide | None]:
    """What there is to say about a rule, by code and language; pages are made when somebody asks."""

    def guide(code: str, lang: str) -> Guide | None:
        rule = find_rule(code)
        if rule is not None:
            return Guide(*title_and_body(rule, lang), page_text(rule, lang), rule.SEVERITY)
        return next((_own_guide(own, lang) for own in own_rules(workspace) if code == own.CODE), None)

    return guide


def _own_guide(rule: Own, lang: str) -> Guide:
    data = rule.record.data
    why = data.why.in_(lang).strip() if data.why else ""
    return Guide(data.name.in_(lang), why, own_page_text(rule, lang), rule.SEVERITY)
