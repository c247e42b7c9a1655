"""The review in a few lines for a group chat: what to read first, who is furthest behind, what is being done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from opsctl.locales import listed, say
from opsctl.rendering.harmless import harmless
from opsctl.rendering.names import scope_name
from opsctl.rendering.numbers import by_unit, percent
from opsctl.rendering.review_sheet import review_sheet
from opsctl.reviewing.view import PeriodReview, StoreRow
from opsctl.workspace import Workspace

MOST = 800
_STORES, _ACTIONS = 3, 3


@dataclass(frozen=True, slots=True)
class Digest:
    """A title and lines of plain text, at most 800 characters together; `mood` says how the headline stands."""

    title: str
    lines: tuple[str, ...]
    mood: Literal["good", "bad", "plain"]


def digest(workspace: Workspace, review: PeriodReview, lang: str) -> Digest:
    """Take as many lines as fit, the most important first."""
    sheet = review_sheet(review, workspace, lang)
    title = _cut(harmless(sheet.title), MOST // 4)
    lines = (sheet.facts, *sheet.first, *_behind(review, workspace, lang), *_actions(review, workspace, lang))
    return Digest(title, _fitting([harmless(line) for line in lines if line], MOST - len(title)), _mood(review))


def _fitting(lines: Sequence[str], room: int) -> tuple[str, ...]:
    """The lines that fit with their line ends; the first one that does not is cut."""
    kept: list[str] = []
    for line in lines:
        room -= 1
        if room <= 1:
            break
        kept.append(_cut(line, room))
        room -= len(kept[-1])
    return tuple(kept)


def _behind(review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[str]:
    """The stores with the largest gaps."""
    short = [store for store in review.stores if _gap(store) > 0]
    if not short:
        return
    worst = sorted(short, key=lambda store: (-_gap(store), store.scope))[:_STORES]
    words = [
        say(
            lang,
            "digest.store",
            store=scope_name(workspace, store.scope, lang),
            attainment=percent(store.headline.attainment),
            gap=by_unit(_gap(store), store.headline.unit, lang, review.currency),
        )
        for store in worst
    ]
    yield say(lang, "digest.stores", stores=listed(words, lang, "; "))


def _gap(store: StoreRow) -> Fraction:
    """How much a store lacks of what it should reach; nothing where less is better or nothing is known."""
    row = store.headline
    return row.gap if row.gap is not None and row.direction == "up" else Fraction(0)


def _actions(review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[str]:
    record = workspace.get("review", f"{review.period.label}/{review.scope}")
    actions = () if record is None else record.data.actions
    for action in actions[:_ACTIONS]:
        person = workspace.get("person", action.owner)
        owner = action.owner if person is None else str(person.data.name.in_(lang))
        yield say(lang, "digest.action", does=action.does, owner=owner, due=f"{action.due}")
    if len(actions) > _ACTIONS:
        yield say(lang, "digest.more_actions", count=f"{len(actions) - _ACTIONS}")


def _mood(review: PeriodReview) -> Literal["good", "bad", "plain"]:
    row = next((row for row in review.rows if row.metric == review.headline), None)
    if row is None or row.attainment is None:
        return "plain"
    return "good" if row.attainment >= 1 else "bad"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
