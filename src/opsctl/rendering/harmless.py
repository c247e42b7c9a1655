"""Words out of people's files on one line, safe to print."""

from __future__ import annotations

import re

from opsctl.rendering.clean import clean

_BREAKS = re.compile(r"[ \t]*[\n\r\v\f\x85\u2028\u2029\t][ \t\n\r\v\f\x85\u2028\u2029]*")


def harmless(text: str) -> str:
    """A text without line breaks, and cleaned."""
    return clean(_BREAKS.sub(" ", text))
