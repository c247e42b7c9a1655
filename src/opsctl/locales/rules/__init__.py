"""What the rules say, a module a family: the sentences of its messages, and the Chinese page of each of its rules."""

from __future__ import annotations

from opsctl.locales.rules import (
    cal,
    data,
    exc,
    file,
    goal,
    goal_cascade,
    goal_numbers,
    goal_rates,
    goal_smart,
    metr,
    org,
    ref,
    repo,
    report,
    review,
)  # fmt: skip

FAMILIES = (
    file,
    ref,
    org,
    metr,
    goal,
    goal_smart,
    goal_cascade,
    goal_numbers,
    goal_rates,
    cal,
    data,
    review,
    repo,
    exc,
)

SENTENCES: dict[str, tuple[str, str]] = {
    id_: pair for module in (report, *FAMILIES) for id_, pair in module.SENTENCES.items()
}
PAGES: dict[str, str] = {code: page for module in FAMILIES for code, page in module.PAGES.items()}
