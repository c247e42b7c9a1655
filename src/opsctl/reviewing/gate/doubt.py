"""What a check of the data gate says: a doubt, and the objection it becomes once its severity is settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from opsctl.diagnostics import Listed, Message, Severity, some

_RUNS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about the data that makes numbers doubtful.

    `source` is empty where it is about what several of them give together, `scope` where it is about a whole source.
    `metrics` and `days` name what must not be judged while this is an error; without them nothing is held back.
    `severity` is given where it hangs on the data, else the check's own counts.
    """

    message: Message
    source: str = ""
    scope: str = ""
    metrics: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    file: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Objection:
    """A doubt with the code and name of its check, and how much it matters here."""

    code: str
    name: str
    severity: Severity
    doubt: Doubt

    @property
    def order(self) -> tuple[str, int, str, str, tuple[date, ...], str]:
        """Sort key: by source, the worst first, so that output never depends on the order of work."""
        doubt = self.doubt
        return (doubt.source, -self.severity.rank, doubt.scope, self.code, doubt.days, repr(doubt.message))


def runs(days: tuple[date, ...]) -> list[tuple[date, date]]:
    """Days as runs of neighbours, first and last of each."""
    found: list[tuple[date, date]] = []
    for day in sorted(days):
        if found and day - found[-1][1] <= timedelta(days=1):
            found[-1] = found[-1][0], day
        else:
            found.append((day, day))
    return found


def dates(days: tuple[date, ...]) -> Listed:
    """Days as people write them in both languages, neighbours as one span, at most three spans."""
    return some([f"{first}" if first == last else f"{first}~{last}" for first, last in runs(days)], _RUNS_SHOWN)
