"""The page of the handbook that lists what a template may use: every value, every block, and the language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from opsctl.locales import say
from opsctl.rendering.templated.apart import MOST, SECONDS
from opsctl.rendering.templated.environment import FILTERS, GLOBALS, TESTS

NAMES = ("review.md.j2", "review.html.j2", "review.css", "review.docx")
VALUES = (
    "language", "scope.id", "scope.name", "period.label", "period.kind", "period.first", "period.last", "period.span",
    "data_until", "headline", "sheet.title", "sheet.facts", "sheet.first[]", "sheet.blocks[]", "sheet.onward",
    "commands[]", "blocks.NAME.name", "blocks.NAME.title", "blocks.NAME.heads[]", "blocks.NAME.rows[][]",
    "blocks.NAME.lines[]", "blocks.NAME.notes[]", "blocks.NAME.columns[].title", "blocks.NAME.columns[].cells[]",
    "blocks.NAME.columns[].right", "blocks.NAME.columns[].bars", "numbers.METRIC.name", "numbers.METRIC.actual",
    "numbers.METRIC.target", "numbers.METRIC.attainment", "numbers.METRIC.gap", "numbers.METRIC.met",
    "numbers.METRIC.previous", "numbers.METRIC.last_year",
)  # fmt: skip
PAGE_VALUES = ("tag", "top", "tiles[]", "sections[]", "charts.NAME", "words", "foot")
BLOCKS = (
    "objections", "exceptions", "figures", "pace", "forecast", "tiers", "parts", "days", "attribution",
    "attribution-stores", "attribution-mix", "attribution-channels", "attribution-receipts", "stores", "maturity",
    "restated", "channels", "product_roles", "people", "rates", "missing", "actions", "verdicts",
)  # fmt: skip


def reference(lang: str) -> str:
    """The page as Markdown."""
    return "\n".join(_lines(lang)) + "\n"


def _lines(lang: str) -> Iterator[str]:
    def said(id_: str, **params: str) -> str:
        return say(lang, f"template_values.{id_}", **params)

    yield from (f"# {said('title')}", "", said("made"), "", said("where"), "")
    uses = ((f"`{name}`", said(name.removesuffix(".j2").replace(".", "_"))) for name in NAMES)
    yield from _table((said("file"), said("use")), uses)
    yield from ("", said("start"), "", f"## {said('language')}", "", said("language_note"), "")
    for name, words in (("filters", FILTERS), ("tests", TESTS), ("functions", GLOBALS)):
        yield f"- {said(name)}{say(lang, 'page.colon')}{', '.join(f'`{word}`' for word in words)}"
    yield from ("", said("limits", seconds=f"{SECONDS}", megabytes=f"{MOST >> 20}"))
    yield from ("", f"## {said('values')}", "", said("how"), "")
    yield from _table((said("path"), said("what")), ((f"`{path}`", said(f"of.{path}")) for path in VALUES))
    yield from ("", f"## {said('page_values')}", "")
    yield from _table((said("path"), said("what")), ((f"`{path}`", said(f"of.{path}")) for path in PAGE_VALUES))
    yield from ("", f"## {said('blocks')}", "", said("blocks_note"), "")
    yield from _table((said("name"), said("what")), ((f"`{name}`", said(f"block.{name}")) for name in BLOCKS))


def _table(heads: tuple[str, str], rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f"| {heads[0]} | {heads[1]} |"
    yield "|---|---|"
    yield from (f"| {first} | {second} |" for first, second in rows)
