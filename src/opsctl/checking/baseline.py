"""
The findings an old repository started with, `baseline.json`: they are counted, only new ones fail.

The file maps a record's address to rules and those to fingerprints, one a line, so that two branches that mend
different records merge without a conflict.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from opsctl.checking.aside import Aside, addresses, may_be_set_aside
from opsctl.diagnostics import Diagnostic, Place, Problem, message
from opsctl.errors import OpsctlError
from opsctl.loading.flaws import START
from opsctl.records import BASELINE_FILE
from opsctl.workspace import Finding, Workspace

VERSION = 1
# A third of a digest is enough to tell the findings of one repository apart.
_SHORT = 20
_OUTDATED = "outdated-baseline"

Known = Mapping[str, Mapping[str, tuple[str, ...]]]


def written(diagnostics: Iterable[Diagnostic], workspace: Workspace) -> str:
    """The text of a baseline that knows all of these findings."""
    known: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    known_as = addresses(workspace)
    for found in diagnostics:
        if may_be_set_aside(found):
            known[known_as.get(found.file, found.file)][found.name].append(found.fingerprint[:_SHORT])
    sorted_ = {record: {rule: sorted(rules[rule]) for rule in sorted(rules)} for record, rules in sorted(known.items())}
    return json.dumps({"opsctl": VERSION, "findings": sorted_}, ensure_ascii=False, indent=2) + "\n"


def parsed(text: str, file: str) -> Known:
    """Read a baseline; OpsctlError for text that is none."""
    try:
        data = json.loads(text)
        if data["opsctl"] != VERSION:
            raise ValueError
        return {
            str(record): {str(rule): tuple(map(str, prints)) for rule, prints in rules.items()}
            for record, rules in data["findings"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise OpsctlError(message("rules.bad_baseline", file=file), message("rules.bad_baseline_hint")) from error


def against(diagnostics: Iterable[Diagnostic], workspace: Workspace, known: Known, file: str = BASELINE_FILE) -> Aside:
    """Part the findings: those the baseline knows are set aside."""
    found = tuple(diagnostics)
    prints = {(record, rule, one) for record, rules in known.items() for rule, ones in rules.items() for one in ones}
    known_as = addresses(workspace)
    named = {(known_as.get(each.file, each.file), each.name, each.fingerprint[:_SHORT]): each for each in found}
    away = tuple(each for who, each in named.items() if who in prints and may_be_set_aside(each))
    gone = len(prints - named.keys())
    set_aside = {id(each) for each in away}
    kept = tuple(each for each in found if id(each) not in set_aside)
    return Aside(kept, away, tuple(_outdated(gone, file)))


def _outdated(gone: int, file: str) -> Iterator[Finding]:
    if gone:
        yield Finding(_OUTDATED, Problem(Place(file), message("rules.outdated_baseline", count=gone), span=START))
