"""`--against` and `--method` of the reviews: which gap is explained, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from opsctl.cli.choices import one_of

if TYPE_CHECKING:
    from opsctl.reviewing.attribution.view import Question


def question_of(against: str | None, method: str) -> Question:
    """What the two options ask for; OpsctlError for a word that is none of theirs."""
    from opsctl.reviewing.attribution.view import AGAINST, METHODS, Question

    spelled = {word.replace("_", "-"): word for word in AGAINST}
    asked = None if against is None else spelled[one_of("--against", against, tuple(spelled))]
    how = one_of("--method", method, METHODS)
    return Question(asked, next(word for word in METHODS if word == how))
