"""
The comparison as a comment on a pull request, in the Markdown that GitHub, GitLab and Gitee all read.

The first line is a mark by which a job finds its comment again and updates it. What matters most comes first, for a
comment has a largest size: blocks that no longer fit are counted instead. Nothing at all is said where nothing changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opsctl.changes.view import Difference, Move, RecordChange
from opsctl.locales import say
from opsctl.period import Period
from opsctl.period import year as year_period
from opsctl.rendering import diff_words as words
from opsctl.rendering.markdown_escape import in_html, markdown
from opsctl.rendering.names import scope_name

MARK = "<!-- opsctl-diff -->"
# GitHub takes 65,536 characters; a job may put a few words of its own around ours.
MOST = 59_500
_ROWS, _CASES, _FINDINGS = 60, 5, 10
_RIGHT, _LEFT = "---:", "---"


def diff_markdown(found: Difference, lang: str) -> str:
    """Lay the comparison out; an empty text where there is nothing to say."""
    if not found:
        return ""
    head = f"{MARK}\n### {say(lang, 'diff.title')}\n\n{markdown(words.counts(found, lang))}\n"
    parts, size, left = [head], len(head), 0
    for block in _blocks(found, lang):
        # Shorter blocks behind a long one may still fit, but would stand in for what was more important.
        if left or size + len(block) + 1 > MOST:
            left += 1
        else:
            parts.append(block)
            size += len(block) + 1
    if left:
        parts.append(say(lang, "diff.more", count=str(left)) + "\n")
    return "\n".join(parts)


def _blocks(found: Difference, lang: str) -> Iterator[str]:
    for guard in found.guards:
        name = say(lang, f"diff.name_{guard.name}")
        title = f"**{say(lang, 'diff.guards')} · {name}** `{guard.name}`"
        yield _lines(title, words.guard_lines(guard, found, lang), _CASES, lang)
    levels = words.levels(found.moves, found)
    for year, kind, moves in levels:
        title = say(lang, f"diff.targets_{kind}" if kind else "diff.targets", year=str(year))
        table = _moves(moves, found, lang)
        yield _details(title, len(moves), table) if kind else f"#### {title}\n\n{table}"
    owners = words.owner_lines(found, lang)
    if owners:
        yield _details(say(lang, "diff.owners"), len(owners), _list(owners, _ROWS, lang))
    for name, diagnostics in (("caused", found.caused), ("fixed", found.fixed)):
        if diagnostics:
            lines = [words.finding_line(one, lang) for one in diagnostics]
            yield _details(say(lang, f"diff.{name}", count=str(len(lines))), 0, _list(lines, _FINDINGS, lang))
    for change in found.records:
        yield _record(change, lang)
    for _, _, moves in levels:
        yield from _periods(moves, found, lang)


def _moves(moves: Sequence[Move], found: Difference, lang: str) -> str:
    stretched = any(move.stretch is not None for move in moves)
    rows = [words.move_row(move, found, lang, stretched) for move in moves[:_ROWS]]
    aligned = (_LEFT, _LEFT, _RIGHT, _RIGHT, _RIGHT, *((_LEFT,) if stretched else ()))
    return _table(words.move_heads(lang, stretched), aligned, rows, len(moves) - len(rows), lang)


def _record(change: RecordChange, lang: str) -> str:
    title = words.record_title(change, lang)
    if not change.fields:
        return f"- {markdown(title)}\n"
    rows = [words.field_row(field, lang) for field in change.fields[:_ROWS]]
    heads = tuple(say(lang, f"diff.{name}") for name in ("field", "old", "new"))
    return _details(title, 0, _table(heads, (_LEFT,) * 3, rows, len(change.fields) - len(rows), lang))


def _periods(moves: Sequence[Move], found: Difference, lang: str) -> Iterator[str]:
    """Each scope's quarters and months, one column a metric; what stayed is left out."""
    scopes = dict.fromkeys((move.year, move.scope) for move in moves if move.old_months and move.new_months)
    for year, scope in scopes:
        own = [m for m in moves if (m.year, m.scope) == (year, scope) and m.old_months and m.new_months]
        workspace = words.side_of(own[0], found)
        heads = (say(lang, "diff.period"), *(words.moved_name(move, workspace, lang) for move in own))
        rows = [_period_row(period, own, found, lang) for period in _parts(year)]
        kept = [row for row in rows if any(row[1:])]
        title = say(lang, "diff.months", scope=scope_name(workspace, scope, lang), year=str(year))
        yield _details(title, 0, _table(heads, (_LEFT, *(_RIGHT for _ in own)), kept, 0, lang))


def _parts(year: int) -> Iterator[Period]:
    whole = year_period(year)
    for quarter in whole.parts("quarter"):
        yield quarter
        yield from quarter.parts("month")


def _period_row(period: Period, moves: Sequence[Move], found: Difference, lang: str) -> words.Row:
    first, last = period.start.month - 1, period.last.month
    cells = []
    for move in moves:
        old, new = sum(move.old_months[first:last]), sum(move.new_months[first:last])
        shown = words.pair(old, new, move.metric, words.side_of(move, found), lang)
        cells.append(" → ".join(shown) if old != new else "")
    return (period.label, *cells)


def _details(title: str, count: int, body: str) -> str:
    """A part that opens when asked; the empty lines make what is inside Markdown again."""
    number = f" ({count})" if count else ""
    return f"<details><summary>{in_html(title)}{number}</summary>\n\n{body}\n</details>\n"


def _table(heads: words.Row, aligned: words.Row, rows: Sequence[words.Row], more: int, lang: str) -> str:
    lines = [_line(heads), "|" + "|".join(aligned) + "|", *(_line(row) for row in rows)]
    if more > 0:
        lines.append(_line((say(lang, "diff.more", count=str(more)), *("" for _ in heads[1:]))))
    return "\n".join(lines) + "\n"


def _line(cells: words.Row) -> str:
    return "| " + " | ".join(markdown(cell) for cell in cells) + " |"


def _lines(title: str, lines: Sequence[str], most: int, lang: str) -> str:
    return f"{title}\n\n{_list(lines, most, lang)}"


def _list(lines: Sequence[str], most: int, lang: str) -> str:
    shown = [f"- {markdown(line)}" for line in lines[:most]]
    if len(lines) > most:
        shown.append("- " + say(lang, "diff.more", count=str(len(lines) - most)))
    return "\n".join(shown) + "\n"
