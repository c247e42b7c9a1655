"""The known word that somebody most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from opsctl.diagnostics import Edit, Fix, Place, message


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Find the known word closest to the written one; None where nothing is close."""
    return _nearest(written, frozenset(known))


@lru_cache(maxsize=4096)
def _nearest(written: str, known: frozenset[str]) -> str | None:
    # Sorted, because a set has no order of its own and the first of equally close words is taken.
    found = get_close_matches(written, sorted(known), n=1, cutoff=0.6)
    return found[0] if found else None


def respell(at: Place, meant: str) -> Fix:
    """Offer to write the word that was probably meant; never unseen, because the guess may be wrong."""
    return Fix(message("rules.respell", meant=meant), (Edit(at, meant, quote=True),), safe=False)
