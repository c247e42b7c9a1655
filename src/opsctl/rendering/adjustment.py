"""What the months left would become if they were planned anew, as a diff inside a review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opsctl.locales import say
from opsctl.period import month
from opsctl.planning.cascade import cascade
from opsctl.planning.replans.moved import Planned
from opsctl.quantity import from_units
from opsctl.rendering.markdown_escape import markdown
from opsctl.rendering.numbers import exact
from opsctl.rendering.replan_text import Replanned
from opsctl.rendering.sheet_markdown import command_line


def adjustment_markdown(result: Replanned, scope: str, metrics: Sequence[str], command: str, lang: str) -> str:
    """The months that move, each as it is planned and as it would be; empty where none does."""
    lines = [line for metric in dict.fromkeys(metrics) for line in _lines(result.before, result, scope, metric)]
    if not lines:
        return ""
    head = f"## {markdown(say(lang, 'review_file.adjustment'))}\n\n```diff\n"
    told = say(lang, "review_file.adjustment_how")
    return head + "".join(f"{line}\n" for line in lines) + f"```\n\n{markdown(told)}\n\n{command_line(command)}"


def no_adjustment_markdown(why: str, lang: str) -> str:
    """Why nothing can be proposed."""
    told = say(lang, "review_file.adjustment_none", why=why)
    return f"## {markdown(say(lang, 'review_file.adjustment'))}\n\n{markdown(told)}\n"


def _lines(before: Planned, result: Replanned, scope: str, metric: str) -> Iterator[str]:
    first = result.asked.first
    was, cell = before.get((scope, metric)), cascade(result.after, first.start.year).cells.get((scope, metric))
    if was is None or cell is None or was == cell.months:
        return
    unit = result.after.metrics[metric].unit
    for at in range(first.start.month - 1, 12):
        label = f"{metric} {month(first.start.year, at + 1).label}"
        for mark, units in (
            (("-", was[at]), ("+", cell.months[at])) if was[at] != cell.months[at] else ((" ", was[at]),)
        ):
            yield f"{mark}{label}  {exact(from_units(units, cell.digits), unit, '')}"
