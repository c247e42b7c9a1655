"""What is said beside targets: how far ad spend goes, and which visitors are added though platforms count unlike."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from opsctl.locales import say
from opsctl.planning.drivers.remarks import PaidTraffic, UnlikeTraffic
from opsctl.quantity import plain, rounded
from opsctl.rendering.exact_json import Json, exact_text
from opsctl.rendering.names import metric_name
from opsctl.rendering.numbers import Number, count
from opsctl.workspace import Workspace

_MILLION = 1_000_000


def remark_lines(
    workspace: Workspace, paid: PaidTraffic | None, unlike: tuple[UnlikeTraffic, ...], lang: str
) -> Iterator[str]:
    """The sentences, for a terminal."""
    if paid is not None:
        yield _plausible(paid, lang)
    for each in unlike:
        between = say(lang, "drivers.between")
        parts = [
            say(lang, f"drivers.counted_{part.tree}", value=_people(part.value, lang), scopes=between.join(part.scopes))
            for part in each.parts
        ]
        name = metric_name(workspace, each.metric, lang)
        yield say(lang, "drivers.unlike_traffic", metric=name, parts=say(lang, "drivers.beside").join(parts))


def remarks_json(paid: PaidTraffic | None, unlike: tuple[UnlikeTraffic, ...]) -> Json:
    """The numbers behind the sentences, as exact decimals; shares to six places."""
    traffic = None if paid is None else {
        "ad_spend": plain(paid.spend), "cpc": plain(paid.cpc), "clicks": exact_text(paid.clicks),
        "visitors": plain(paid.visitors), "clicks_on_visitors": exact_text(paid.reach),
        "ad_cost_ratio": None if paid.share is None else exact_text(paid.share),
    }  # fmt: skip
    kinds = [
        {"metric": each.metric,
         "parts": [{"drivers": part.tree, "scopes": list(part.scopes), "value": plain(part.value)}
                   for part in each.parts]}
        for each in unlike
    ]  # fmt: skip
    return {"paid_traffic": traffic, "unlike_traffic": kinds}


def _plausible(paid: PaidTraffic, lang: str) -> str:
    numbers = {
        "clicks": _people(paid.clicks, lang), "cpc": f"{rounded(paid.cpc, 2):f}",
        "visitors": _people(paid.visitors, lang), "reach": _share(paid.reach, 1),
    }  # fmt: skip
    ending = "free" if paid.reach < 1 else "enough"
    if paid.share is None:
        spend = say(lang, "drivers.spend_buys", spend=f"{paid.spend:,f}", **numbers)
    else:
        spend = say(lang, "drivers.share_buys", share=_share(paid.share, 2), **numbers)
    return spend + say(lang, f"drivers.plausible_{ending}")


def _share(value: Fraction, places: int) -> str:
    text = f"{rounded(value * 100, places):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"


def _people(value: Number, lang: str) -> str:
    """A large count by the word people use for it."""
    if lang == "zh" or value < _MILLION:
        return count(value, lang)
    return say(lang, "drivers.million", number=f"{rounded(Fraction(value) / _MILLION, 2):f}")
