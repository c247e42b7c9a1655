"""Words that can be claimed by everybody and checked by nobody, unless a number stands beside them."""

from __future__ import annotations

import re

# Compiled by the first run that has a statement to judge.
VAGUE = (
    r"(?i:加强|优化|提升|提高|完善|推进|做好|争取|尽快|大幅|显著|进一步|持续|最好|更好|更多|更快|更高|合理|适当|一定|相关"
    r"|\b(?:improv|optimi[sz]|enhanc|significant|maximi[sz]|noticeab|strengthen)\w*|\b(?:better|asap|best-in-class)\b)"
)
# Digits of any width, and written ones: 两千万 is a number, the 一 of 进一步 is not.
NUMBER = r"(?i:\d|[零一二两三四五六七八九十百千万亿]{2,}|百分之|翻[一二两三]?[番倍]|\b(?:double|triple|halve)\b)"


def vague_word(text: str) -> str | None:
    """The first vague word of a text that names no number; None where there is a number or no such word."""
    vague = None if re.search(NUMBER, text) else re.search(VAGUE, text)
    return vague[0] if vague else None
