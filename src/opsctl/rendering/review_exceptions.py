"""What stands out, in short sentences."""

from __future__ import annotations

from fractions import Fraction

from opsctl.locales import say
from opsctl.rendering.clean import clean
from opsctl.rendering.names import metric_name, scope_name
from opsctl.rendering.numbers import by_unit, percent
from opsctl.rendering.sheet import Block
from opsctl.reviewing.exceptions import Exceptional, exceptions
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace


def exceptions_block(review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """The three things to look at first, or that there are none."""
    lines = tuple(exception_line(each, review, workspace, lang) for each in exceptions(review))
    none = (say(lang, "review_numbers.no_exceptions"),)
    return Block(say(lang, "review_numbers.exceptions"), lines=lines, notes=() if lines else none, name="exceptions")


def exception_line(
    found: Exceptional, review: PeriodReview, workspace: Workspace, lang: str, *, longest: int = 0
) -> str:
    """One of them in a sentence; `longest` cuts names, zero leaves them whole."""
    row, unit = found.row, workspace.metrics[found.metric].unit

    def amount(value: Fraction | None) -> str:
        return by_unit(value, unit, lang, review.currency)

    words = {
        "scope": shortened(clean(scope_name(workspace, found.scope, lang)), longest),
        "metric": shortened(clean(metric_name(workspace, found.metric, lang)), longest),
    }
    if found.kind == "missing":
        return say(lang, "review_numbers.exception_missing", **words)
    if row is None:
        words |= {"actual": amount(found.actual), "limit": amount(found.limit)}
        return say(lang, "review_numbers.exception_limit", **words)
    words["attainment"] = percent(row.attainment)
    if found.kind == "store":
        return say(lang, "review_numbers.exception_store", gap=amount(abs(row.gap or Fraction(0))), **words)
    return say(
        lang, "review_numbers.exception_metric", actual=amount(row.actual.value), target=amount(row.target), **words
    )


def shortened(name: str, longest: int) -> str:
    """A name of at most so many characters; zero leaves it whole."""
    return name if not longest or len(name) <= longest else name[: longest - 1] + "…"
