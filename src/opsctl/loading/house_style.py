"""
The house style of records, as far as it changes spelling and nothing else.

Spaces at the ends of lines go, lines end the way most of the file's lines do, and the file ends with one line ending.
Texts in blocks and in quotes over several lines are somebody's words and stay as they are. What comes out holds the
same data, or the file is left alone.
"""

from __future__ import annotations

from opsctl.diagnostics import Span
from opsctl.loading.texts import Sources
from opsctl.loading.yamltext import parse

_CR = "\r"


def in_house_style(sources: Sources, file: str) -> str:
    """The text of a record in house style; as it is where that would change what it says or it cannot be read."""
    old = sources.texts[file]
    new = _styled(old, _words(sources, file), sources.yaml_lines(file))
    return new if _same(sources, file, new) else old


def _styled(text: str, kept: set[int], yaml: range) -> str:
    """Each line without the spaces at its end, all with one kind of ending; lines of texts keep their spaces."""
    lines = text.split("\n")
    windows = 2 * text.count(_CR + "\n") > text.count("\n")
    styled = []
    for number, line in enumerate(lines, 1):
        bare = line.removesuffix(_CR)
        styled.append(bare.rstrip(" \t") if number in yaml and number not in kept else bare)
    while len(styled) > 1 and not styled[-1] and not styled[-2] and len(styled) not in kept:
        styled.pop()
    if styled[-1]:
        styled.append("")
    return (_CR + "\n" if windows else "\n").join(styled)


def _words(sources: Sources, file: str) -> set[int]:
    """The numbers of the lines that belong to texts of several lines, the last line of each too."""
    spans = (span for span in sources.scalars(file) if span.end_line > span.line)
    return {line for span in spans for line in _lines(span)}


def _lines(span: Span) -> range:
    # A block text ends where the next line begins.
    return range(span.line, span.end_line + (span.end_column > 1))


def _same(sources: Sources, file: str, new: str) -> bool:
    before, after = (parse(Sources({file: text}).yaml(file)) for text in (sources.texts[file], new))
    sound = all(each.sound and not each.problems for each in (before, after))
    return sound and before.data == after.data
