"""`opsctl check`: read a workspace and report what is wrong in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from opsctl.checking.baseline import Known, parsed, written
from opsctl.checking.engine import run
from opsctl.checking.gate import judge
from opsctl.checking.since import apart
from opsctl.commands.report import guide_of
from opsctl.diagnostics import Diagnostic, Severity, message
from opsctl.errors import OpsctlError
from opsctl.loading.git import merge_base
from opsctl.loading.read import LoadResult, load
from opsctl.loading.revision import load_revision
from opsctl.loading.transaction import write
from opsctl.records import BASELINE_FILE
from opsctl.rendering.formats import Aside, Outcome
from opsctl.rules import RULES
from opsctl.rules.rule_record import own_rules
from opsctl.rules.severity import severity_of

STALE = "stale-cells"
# The family of rules about what people wrote in reviews.
_WORDS = "REVIEW"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a check is asked: for which day and files, about the baseline, and whether to look into the private folder.

    What is found there must not reach the shared repository, its build logs or its reports.
    """

    today: date
    paths: tuple[Path, ...] = ()
    baseline: bool = True
    baseline_write: bool = False
    private: bool = False
    since: str | None = None
    dry_run: bool = False


def check(root: Path, asked: Asked) -> Outcome:
    """Check the whole workspace; with paths, report only what stands in those files and folders.

    A path counts from the folder opsctl runs in, or where that leads nowhere in the workspace, from its root. Rules
    always see every record: a change in one file may break another.
    """
    within = tuple(inside(root, path) for path in asked.paths)
    loaded = load(root, private=asked.private)
    verdict = judge(loaded, asked.today, _baseline(root, loaded, asked))
    found = tuple(each for each in verdict.diagnostics if lies_in(each.file, within))
    caused = found if asked.since is None else apart(found, _before(root, loaded, asked.since, asked.today))
    aside = Aside(len(verdict.suppressed), len(verdict.waived), len(verdict.known), len(found) - len(caused))
    return replace(outcome(loaded, caused), aside=aside)


def _before(root: Path, loaded: LoadResult, since: str, today: date) -> tuple[Diagnostic, ...]:
    """The findings there were where this change began."""
    return judge(load_revision(root, merge_base(root, since, "HEAD"), loaded), today).diagnostics


def _baseline(root: Path, loaded: LoadResult, asked: Asked) -> Known | None:
    """The findings that are known: as written, none, or all there are now, which are written first."""
    if asked.baseline_write:
        text = written(judge(loaded, asked.today).diagnostics, loaded.workspace)
        before = loaded.sources.texts.get(BASELINE_FILE)
        write(root, {BASELINE_FILE: text}, expected={} if before is None else {BASELINE_FILE: before})
        return parsed(text, BASELINE_FILE)
    text = loaded.sources.texts.get(BASELINE_FILE, "") if asked.baseline else ""
    return parsed(text, BASELINE_FILE) if text else None


def errors_of(loaded: LoadResult) -> tuple[Diagnostic, ...]:
    """The errors that make numbers wrong or unknown.

    Stale cells are only not written yet, and what a written review lacks moves no number.
    """
    workspace = loaded.workspace
    rules = (
        rule
        for rule in (*RULES, *own_rules(workspace))
        if rule.NAME != STALE
        and not rule.CODE.startswith(_WORDS)
        and severity_of(rule, workspace.settings) is Severity.ERROR
    )
    found = run(workspace, loaded.sources.span, tuple(rules))
    return tuple(each for each in found if each.severity is Severity.ERROR)


def outcome(loaded: LoadResult, diagnostics: tuple[Diagnostic, ...]) -> Outcome:
    """What a run found, with the texts that the formats quote."""
    return Outcome(
        diagnostics=diagnostics,
        files=len(loaded.sources.texts),
        records=len(loaded.workspace.records),
        texts=loaded.sources.texts,
        guide=guide_of(loaded.workspace),
        span_of=loaded.sources.span,
    )


def inside(root: Path, path: Path) -> str:
    """A path as diagnostics name it; `.` for the whole workspace. OpsctlError where it leads nowhere or outside."""
    top = root.resolve()
    found = [full for start in (Path(), root) if (full := (start / path).resolve()).exists()]
    if not found:
        raise OpsctlError(message("rules.no_such_path", path=str(path)))
    within = next((full for full in found if full.is_relative_to(top)), None)
    if within is None:
        raise OpsctlError(message("rules.path_outside", path=str(path), root=str(root)))
    return within.relative_to(top).as_posix()


def lies_in(file: str, within: tuple[str, ...]) -> bool:
    """Say whether a file is one of those named or below a folder named; every file where nothing is named."""
    return not within or any(place in (".", file) or file.startswith(f"{place}/") for place in within)
