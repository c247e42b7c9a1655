"""Answers in JSON with a code: zero is sent, some codes mean too fast, all others are refusals."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection

from opsctl.sending.service import Verdict


def by_code(key: str, words: str, limits: Collection[int]) -> Callable[[bytes], Verdict]:
    """Read the code under `key` and the service's words under `words`; what is no such JSON is a refusal."""

    def verdict(body: bytes) -> Verdict:
        try:
            said = json.loads(body)
            code = said[key]
        except (ValueError, KeyError, TypeError):
            return Verdict(False, "", body[:200].decode("utf-8", "replace"))
        told = str(said.get(words, ""))[:200]
        return Verdict(code == 0, str(code), told, code in limits)

    return verdict
