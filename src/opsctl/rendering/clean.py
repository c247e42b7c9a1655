"""
Text from people's files made safe to print.

A record may hold characters that move the cursor, hide text or turn its direction, and a line of output that begins
with `::` is a command to some build servers. Everything that comes from a file goes through `clean`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from json.encoder import encode_basestring as _quoted

_JSON_COMMAND = re.compile(r"#(?=#(?:\[|vso\[))")
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
# `::` counts at the start of a line only; `##[` and `##vso[` are looked for anywhere, so they are broken in the middle.
_COMMAND = re.compile(r"^\s*(?=::)|#(?=#(?:\[|vso\[))")
# Joiners and variation selectors inside emoji and some scripts are letters to their readers.
_JOINERS = "\u200c\u200d"
# Python's spelling of what is met most, and JSON's.
_ATOMS = {"None": "null", "True": "true", "False": "false", "[]": "[]", "()": "[]", "{}": "{}"}


def clean(text: str) -> str:
    """Escape what cannot be seen, and break what a build server would take for a command."""
    if not text.isprintable():
        text = text.translate({ord(char): _escape(char) for char in set(text) if not _is_seen(char)})
    return _COMMAND.sub(lambda match: match.group() + "\\", text)


def json_text(document: object, indent: int | None = 2) -> str:
    """A document as JSON; what cannot be seen, and what begins a build server's command, stands there as an escape."""
    if indent is None:
        # Looking for circles, which no document of ours has, takes a sixth of the time.
        text = json.dumps(document, ensure_ascii=False, allow_nan=False, check_circular=False)
    else:
        text = _indented(document, "\n", " " * indent)
    if not text.replace("\n", "").isprintable():
        unseen = (char for char in set(text) if char != "\n" and not _is_seen(char))
        text = text.translate({ord(char): json.dumps(char)[1:-1] for char in unseen})
    return _JSON_COMMAND.sub(r"\\u0023", text) + "\n"


def _indented(document: object, line: str, deeper: str) -> str:
    """What `json.dumps` makes of it with an indent, in half the time; `line` begins a line of what it stands in.

    The standard library hands every bracket, key and value through as many generators as there are levels.
    """
    if isinstance(document, str):
        return _quoted(document)
    if document.__class__ is int:
        return str(document)
    if document and isinstance(document, dict):
        within = line + deeper
        pairs = [f"{_quoted(str(key))}: {_indented(value, within, deeper)}" for key, value in document.items()]
        return "{" + within + f",{within}".join(pairs) + line + "}"
    if document and isinstance(document, list | tuple):
        within = line + deeper
        return "[" + within + f",{within}".join([_indented(each, within, deeper) for each in document]) + line + "]"
    return _ATOMS.get(repr(document)) or json.dumps(document, allow_nan=False)


def _is_seen(char: str) -> bool:
    return char in _JOINERS or unicodedata.category(char) not in _UNSEEN


def _escape(char: str) -> str:
    code = ord(char)
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return named.get(char) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{{{code:x}}}")
