"""Workspaces in a few lines: a path, two spaces, and the record as flow YAML; behind `‖` a page, `¶` ends its lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from opsctl.checking.baseline import parsed
from opsctl.checking.explain import File
from opsctl.checking.gate import judge
from opsctl.diagnostics import Diagnostic
from opsctl.loading.read import LoadResult
from opsctl.records import BASELINE_FILE

DAY = date(2999, 12, 1)


@dataclass(frozen=True, slots=True)
class Case:
    """Files, and what the rule underlines, `file: text`; nothing for a case in which it must stay silent."""

    rule: str
    id: str
    text: str
    expects: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[File, ...]:
        """The files of the text; a page gets its record as front matter, a table its cells line by line."""
        return tuple(_files(self.text))


def judged(loaded: LoadResult) -> tuple[Diagnostic, ...]:
    """Check as `opsctl check` does, on a day far ahead of most waivers."""
    baseline = loaded.sources.texts.get(BASELINE_FILE)
    return judge(loaded, DAY, parsed(baseline, BASELINE_FILE) if baseline else None).diagnostics


def _files(text: str) -> Iterator[File]:
    for line in filter(None, (line.strip() for line in text.splitlines())):
        path, _, record = line.partition("  ")
        if path.endswith(".md"):
            front, _, page = record.partition("‖")
            yield path, f"---\n{front.strip()}\n---\n{page.replace('¶', chr(10))}"
        else:
            yield path, record.strip().replace(";", "\n") + "\n"
