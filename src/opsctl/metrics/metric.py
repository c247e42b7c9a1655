"""One entry of the KPI dictionary."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

AGGREGATIONS = ("sum", "distinct", "ratio", "stock", "score", "weighted")
DIRECTIONS = ("up", "down", "band")
BASES = ("ordered", "paid", "net_refund_date", "net_pay_date", "settled")


@dataclass(frozen=True, slots=True)
class Metric:
    """What a KPI is called, how it is counted and which way is better.

    `aggregation` says what happens over time and scopes: `sum` adds; `distinct` adds as a labelled proxy, because
    de-duplicated counts over-count; `ratio` and `weighted` are recomputed from numerator and denominator; `stock`
    takes the last value in time and adds over scopes; `score` is a platform's number and never adds.
    """

    id: str
    zh: str
    en: str
    unit: str
    aggregation: str
    direction: str
    numerator: str | None = None
    denominator: str | None = None
    factor: int | Fraction = 1
    parts: tuple[tuple[str, int], ...] = ()
    basis: str | None = None
    owners: tuple[str, ...] = ()
    cadence: str = "D"
    aliases: tuple[str, ...] = ()
    note_zh: str = ""
    note_en: str = ""
    weight: str | None = None
    scale: int | None = None
    matures_after: int | None = None

    @property
    def formula(self) -> str:
        """How it follows from other metrics, in their ids; empty where it is counted directly."""
        if self.numerator and self.denominator:
            times = "" if self.factor == 1 else f" × {self.factor}"
            return f"{self.numerator} / {self.denominator}{times}"
        signed = "".join(f" {'−' if sign < 0 else '+'} {part}" for part, sign in self.parts)
        return signed.removeprefix(" + ").strip()

    def name(self, lang: str) -> str:
        """The name in `zh` or `en`."""
        return self.zh if lang == "zh" else self.en

    def note(self, lang: str) -> str:
        """The definition (口径) in `zh` or `en`."""
        return self.note_zh if lang == "zh" else self.note_en


def row(
    id: str,
    zh: str,
    en: str,
    unit: str,
    aggregation: str,
    direction: str,
    owners: str,
    cadence: str,
    note_zh: str,
    note_en: str,
    *,
    of: tuple[str, str] | None = None,
    factor: int = 1,
    parts: tuple[tuple[str, int], ...] = (),
    basis: str | None = None,
    aliases: tuple[str, ...] = (),
    scale: int | None = None,
) -> Metric:
    """One line of the built-in tables; `of` is (numerator, denominator), owners are letters such as `LS`."""
    numerator, denominator = of or (None, None)
    return Metric(
        id=id, zh=zh, en=en, unit=unit, aggregation=aggregation, direction=direction,
        numerator=numerator, denominator=denominator, factor=factor, parts=parts, basis=basis,
        owners=tuple(owners), cadence=cadence, aliases=aliases, note_zh=note_zh, note_en=note_en,
        weight=denominator if aggregation == "weighted" else None, scale=scale,
    )  # fmt: skip
