"""Every check of the data gate: one that is not listed here does not run."""

from __future__ import annotations

from opsctl.reviewing.gate import (
    basis,
    buyers,
    currency,
    future,
    gap,
    header,
    impossible,
    overlap,
    refunds,
    repeated,
    shares,
    shut,
    spend,
    stale,
    stores,
    swapped,
    twice,
    unread,
    unusable,
    unvisited,
)
from opsctl.reviewing.gate.check import Check

CHECKS: tuple[Check, ...] = (
    stale,
    gap,
    repeated,
    overlap,
    header,
    unread,
    impossible,
    buyers,
    unvisited,
    refunds,
    shares,
    shut,
    basis,
    currency,
    future,
    spend,
    swapped,
    stores,
    twice,
    unusable,
)
