"""Channels, products and people of a scope in words, side by side."""

from __future__ import annotations

from fractions import Fraction

from opsctl.locales import say
from opsctl.rendering.names import metric_name, scope_name
from opsctl.rendering.numbers import by_unit, change, difference, percent
from opsctl.rendering.review_columns import column, heads, missed
from opsctl.rendering.review_words import is_yearly, of_kind
from opsctl.rendering.sheet import Block, Column
from opsctl.reviewing.view import MemberRow, MemberTable, PeriodReview
from opsctl.workspace import Workspace


def members_block(table: MemberTable, review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """The members of a dimension: actual, target, gap, attainment, share of the whole, and earlier periods."""
    rows, unit = table.rows, workspace.metrics[table.metric].unit

    def amount(value: Fraction | None) -> str:
        return by_unit(value, unit, lang, review.currency, even=True)

    shares = [row.attainment for row in rows]
    earlier = [Column(say(lang, "review.last_year"), tuple(change(row.last_year) for row in rows))]
    if not is_yearly(review.period):
        cells = tuple(change(row.previous) for row in rows)
        earlier.insert(0, Column(of_kind("previous", review.period, lang), cells))
    gaps = [difference(row.gap, unit, lang, review.currency, even=True) for row in rows]
    columns = (
        heads([_named(row, lang) for row in rows], table.dimension, lang, area="review_numbers"),
        column("actual", rows, lang, lambda row: amount(row.actual.value), leading=True),
        column("target", rows, lang, lambda row: amount(row.target), leading=True),
        Column(say(lang, "review.gap"), tuple(gaps)),
        Column(say(lang, "review.attainment"), tuple(percent(share) for share in shares), marked=missed(shares)),
        Column(say(lang, "review_numbers.of_whole"), tuple(percent(row.share) for row in rows)),
        *earlier,
    )
    title = say(lang, f"review_numbers.by_{table.dimension}", metric=metric_name(workspace, table.metric, lang))
    told = table.measured
    note = say(lang, "review_numbers.note_members" if told else f"review_numbers.no_{table.dimension}_data")
    name = "channels" if table.dimension == "channel" else "product_roles"
    return Block(title, columns if told else columns[:1] + columns[2:3], notes=(note,), name=name)


def people_block(review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """People with what their roles own here."""
    rows = review.people
    units = [workspace.metrics[row.metric].unit for row in rows]

    def amounts(values: list[Fraction | None]) -> tuple[str, ...]:
        return tuple(by_unit(value, unit, lang, review.currency) for value, unit in zip(values, units, strict=True))

    gaps = tuple(difference(row.gap, unit, lang, review.currency) for row, unit in zip(rows, units, strict=True))
    shares = [row.attainment for row in rows]
    unknown = any(row.actual.value is None for row in rows)
    return Block(
        say(lang, "review_numbers.people"),
        (
            heads([scope_name(workspace, row.person, lang) for row in rows], "person", lang, area="review_numbers"),
            column("metric", rows, lang, lambda row: metric_name(workspace, row.metric, lang), right=False),
            Column(say(lang, "review.actual"), amounts([row.actual.value for row in rows]), leading=True),
            Column(say(lang, "review.target"), amounts([row.target for row in rows]), leading=True),
            Column(say(lang, "review.gap"), gaps),
            Column(say(lang, "review.attainment"), tuple(percent(share) for share in shares), marked=missed(shares)),
        ),
        notes=(say(lang, "review_numbers.note_people"),) if unknown else (),
        name="people",
    )


def _named(row: MemberRow, lang: str) -> str:
    return row.member or say(lang, f"review_numbers.{row.whose}")
