"""Patterns with `*` for any run of characters and `?` for one; there is no other pattern a file may bring in."""

from __future__ import annotations


def glob_matches(text: str, pattern: str) -> bool:
    """Say whether the whole text fits the pattern; the work is at most their lengths multiplied."""
    at = place = 0
    star, resume = -1, 0
    while at < len(text):
        if place < len(pattern) and pattern[place] == "*":
            star, resume = place, at
            place += 1
        elif place < len(pattern) and pattern[place] in ("?", text[at]):
            at, place = at + 1, place + 1
        elif star >= 0:
            resume += 1
            at, place = resume, star + 1
        else:
            return False
    return set(pattern[place:]) <= {"*"}
