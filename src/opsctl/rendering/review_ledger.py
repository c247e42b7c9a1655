"""The ledger of actions as a sheet of words, as Markdown with an anchor an action, and as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from opsctl.locales import say
from opsctl.rendering.console import render
from opsctl.rendering.exact_json import exact_text
from opsctl.rendering.markdown_escape import markdown
from opsctl.rendering.names import metric_name, scope_name
from opsctl.rendering.numbers import NOTHING, by_unit, percent
from opsctl.rendering.review_file_blocks import person_name
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_markdown import block_markdown, headline_markdown
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.reviewing.written.ledger import OUTCOMES, Entry, Tally, tallies
from opsctl.workspace import Workspace

Key = Callable[[Entry], "str | None"]
_KEYS: tuple[tuple[str, Key], ...] = (
    ("area", lambda entry: entry.area),
    ("owner", lambda entry: entry.taken.action.owner),
    ("scope", lambda entry: entry.taken.review.scope),
)
_ANSWERS = {True: "review_file.yes", False: "review_file.no"}


def ledger_text(entries: Sequence[Entry], label: str, workspace: Workspace, lang: str, *, width: int = 0) -> str:
    """The ledger for a terminal."""
    return render(*sheet_parts(_sheet(entries, label, workspace, lang)), width=width)


def ledger_markdown(entries: Sequence[Entry], label: str, workspace: Workspace, lang: str) -> str:
    """The ledger as a page; every action has an anchor of its own number, which a plan can link to."""
    sheet = _sheet(entries, label, workspace, lang)
    anchors = "".join(f'<a id="{entry.taken.action.id.lower()}"></a>\n' for entry in entries)
    blocks = "".join(f"\n{block_markdown(block)}" for block in sheet.blocks)
    return f"# {markdown(sheet.title)}\n\n{headline_markdown(sheet)}\n{anchors}{blocks}"


def ledger_json(entries: Sequence[Entry]) -> dict[str, object]:
    """Every action in full, and the sums by area, owner and scope."""
    return {
        "actions": [_entry_json(entry) for entry in entries],
        **{f"by_{name}": [_tally_json(tally) for tally in tallies(entries, key)] for name, key in _KEYS},
    }


def _entry_json(entry: Entry) -> dict[str, object]:
    action, verdicts = entry.taken.action, entry.taken.verdicts
    return {
        "address": entry.address,
        "action": action.id,
        "scope": entry.taken.review.scope,
        "period": entry.taken.review.period.label,
        "does": action.does,
        "area": entry.area,
        "owner": action.owner,
        "due": None if action.due is None else f"{action.due}",
        "metric": entry.metric or action.metric,
        "expect": action.expect,
        "outcome": entry.outcome,
        "evidence": verdicts[-1].verdict.evidence if verdicts else None,
        "before": exact_text(entry.before),
        "after": exact_text(entry.after),
        "change": exact_text(entry.change),
        "came_true": entry.came_true,
    }


def _tally_json(tally: Tally) -> dict[str, object]:
    return {
        "key": tally.key,
        "total": tally.total,
        **dict(tally.counts),
        "hit_rate": exact_text(tally.hit_rate),
        "came_true": tally.came_true,
        "compared": tally.compared,
    }


def _sheet(entries: Sequence[Entry], label: str, workspace: Workspace, lang: str) -> Sheet:
    judged = [entry for entry in entries if entry.outcome in ("met", "not_met", "worse")]
    met = sum(entry.outcome == "met" for entry in judged)
    counts = {"total": f"{len(entries)}", "judged": f"{len(judged)}", "met": f"{met}"}
    first = [say(lang, "review_ledger.first" if entries else "review_ledger.nothing", **counts)]
    compared = [entry.came_true for entry in entries if entry.came_true is not None]
    if compared:
        first.append(say(lang, "review_ledger.compared", true=f"{sum(compared)}", count=f"{len(compared)}"))
    return Sheet(
        say(lang, "review_ledger.title", year=label),
        first=tuple(first),
        blocks=tuple(_blocks(entries, workspace, lang)) if entries else (),
    )


def _blocks(entries: Sequence[Entry], workspace: Workspace, lang: str) -> Iterator[Block]:
    yield Block(
        say(lang, "review_ledger.actions"),
        tuple(_columns(entries, workspace, lang)),
        notes=(say(lang, "review_ledger.how"), say(lang, "review_ledger.cite")),
        name="actions",
    )
    for name, key in _KEYS:
        found = tallies(entries, key)
        titles = tuple(_name(name, tally.key, workspace, lang) for tally in found)
        yield Block(
            say(lang, f"review_ledger.by_{name}"), tuple(_tally_columns(found, titles, lang)), name=f"by-{name}"
        )


def _columns(entries: Sequence[Entry], workspace: Workspace, lang: str) -> Iterator[Column]:
    def column(key: str, cell: Callable[[Entry], str], *, right: bool = False, spare: bool = False) -> Column:
        return Column(say(lang, key), tuple(cell(entry) for entry in entries), right=right, spare=spare)

    currency = workspace.settings.currency

    def shown(entry: Entry, value: Fraction | None) -> str:
        unit = workspace.metrics[entry.metric].unit if entry.metric else "count"
        return by_unit(value, unit, lang, currency)

    def metric(entry: Entry) -> str:
        return metric_name(workspace, entry.metric, lang) if entry.metric else entry.taken.action.metric or NOTHING

    def evidence(entry: Entry) -> str:
        verdicts = entry.taken.verdicts
        return (verdicts[-1].verdict.evidence if verdicts else None) or NOTHING

    def measured(entry: Entry) -> str:
        if entry.before is None or entry.after is None:
            return NOTHING
        return f"{shown(entry, entry.before)} → {shown(entry, entry.after)}"

    yield column("review_file.action", lambda entry: entry.taken.action.id)
    yield column(
        "review_status.scope",
        lambda entry: f"{scope_name(workspace, entry.taken.review.scope, lang)} {entry.taken.review.period.label}",
    )
    yield column("review_file.does", lambda entry: entry.taken.action.does)
    yield column("review_file.owner", lambda entry: person_name(workspace, entry.taken.action.owner, lang))
    yield column("review_file.metric", metric)
    yield column("review_file.effect", lambda entry: entry.taken.action.expect or NOTHING)
    yield column("review_ledger.evidence", evidence, spare=True)
    yield column("review_ledger.measured", measured)
    yield column("review_ledger.outcome", lambda entry: say(lang, f"review_ledger.{entry.outcome}"))
    yield column(
        "review_ledger.came_true",
        lambda entry: NOTHING if entry.came_true is None else say(lang, _ANSWERS[entry.came_true]),
    )


def _name(key: str, value: str | None, workspace: Workspace, lang: str) -> str:
    if value is None:
        return NOTHING
    return say(lang, f"review_ledger.area_{value}") if key == "area" else scope_name(workspace, value, lang)


def _tally_columns(found: Sequence[Tally], titles: tuple[str, ...], lang: str) -> Iterator[Column]:
    yield Column("", titles, right=False)
    yield Column(say(lang, "review_ledger.total"), tuple(f"{tally.total}" for tally in found))
    for at, outcome in enumerate(OUTCOMES):
        yield Column(say(lang, f"review_ledger.{outcome}"), tuple(f"{tally.counts[at][1]}" for tally in found))
    yield Column(say(lang, "review_ledger.hit_rate"), tuple(percent(tally.hit_rate, 0) for tally in found))
    shares = tuple(f"{tally.came_true}/{tally.compared}" if tally.compared else NOTHING for tally in found)
    yield Column(say(lang, "review_ledger.came_true"), shares)
