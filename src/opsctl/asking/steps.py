"""How much work an expression may make: no file that somebody sends in can keep a check busy."""

from __future__ import annotations

from dataclasses import dataclass

from opsctl.asking.trouble import Stretch, refused

# About a second, whatever a rule asks, and room for half a dozen rules to look at every record there is.
STEPS, STEPS_A_RECORD = 200_000, 60
_LETTERS_A_STEP = 32


@dataclass(slots=True)
class Steps:
    """What is left to spend, counted down as expressions are answered."""

    limit: int
    left: int

    def spend(self, count: int, at: Stretch) -> None:
        """Take steps away; refuse to go on when there are none."""
        self.left -= count
        if self.left < 0:
            raise refused("too_costly", at, limit=self.limit)

    def read(self, *texts: str, at: Stretch) -> None:
        """Pay for looking through texts."""
        self.spend(sum(map(len, texts)) // _LETTERS_A_STEP, at)


def allowance(records: int) -> Steps:
    """The steps for all expressions that are asked of so many records."""
    limit = STEPS + STEPS_A_RECORD * records
    return Steps(limit, limit)
