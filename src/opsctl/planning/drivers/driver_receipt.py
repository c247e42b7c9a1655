"""The steps of a receipt where a number follows from another metric: a share by ratio, a difference, its months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from opsctl.diagnostics import Amount, Listed, Message, Phrase, message
from opsctl.metrics.drivers import solved_for
from opsctl.metrics.metric import Metric
from opsctl.planning.dividing.division import Limits
from opsctl.planning.drivers.driven import Driven
from opsctl.planning.drivers.month_plan import Follow
from opsctl.planning.figures import amount, figure, limited
from opsctl.planning.months import Cell
from opsctl.quantity import plain, rounded

Told = tuple[str, Message, Mapping[str, object]]
"""How a number arose, in a sentence, and as data that recomputes."""


def driven_steps(driven: Driven, metric: str, scope: str, above: str, graph: Mapping[str, Metric]) -> Iterator[Told]:
    """A scope's share of what follows from another metric, and the shares it was worked out together with."""
    if driven.ratios is None:
        yield _difference(driven, metric, scope, above, graph)
        for term, each in driven.terms.items():
            yield _share(each, term, scope, above)
    else:
        yield _share(driven, metric, scope, above)


def _difference(driven: Driven, metric: str, scope: str, above: str, graph: Mapping[str, Metric]) -> Told:
    signs = solved_for(metric, graph[driven.step.identity])
    units = {id_: driven.base[id_].get(scope, 0) for id_ in signs}
    share = figure(driven.shares[scope], driven.digits, metric)
    numbers = _signed({id_: figure(number, driven.digits, id_) for id_, number in units.items()}, signs)
    said = message("drivers.why_difference", scope=scope, share=share, formula=_formula(signs), sum=numbers)
    data = {
        "scope": scope, "above": above, "metric": metric, "units": driven.shares[scope], "digits": driven.digits,
        "terms": [{"metric": id_, "sign": sign, "units": units[id_]} for id_, sign in signs.items()],
        "total": driven.total, "results": dict(driven.shares),
    }  # fmt: skip
    return "difference", said, data


def _share(driven: Driven, metric: str, scope: str, above: str) -> Told:
    ratios = driven.ratios
    assert ratios is not None
    ((base_id, base),) = driven.base.items()
    upwards = driven.step.how == "ratio-numerator"
    share, known = driven.shares[scope], base[scope]
    exact = Fraction(share, 10**driven.digits), Fraction(known, 10**driven.base_digits)
    top, bottom = exact if upwards else exact[::-1]
    ratio = driven.step.identity
    reached = "—" if not bottom else _short(top / bottom * driven.factor, ratio)
    said = message(
        f"drivers.why_share_{ratios.sources[scope]}",
        scope=scope, above=above, total=figure(driven.total, driven.digits, metric),
        share=figure(share, driven.digits, metric), base_id=base_id, base=_short(exact[1], base_id),
        sign="×" if upwards else "÷", id=ratio,
        ratio=_short(Fraction(ratios.relative[scope]), ratio), reached=reached,
    )  # fmt: skip
    data = {
        "scope": scope, "above": above, "metric": metric, "units": share, "total": driven.total,
        "digits": driven.digits, "how": driven.step.how, "ratio": ratio, "factor": str(driven.factor),
        "base": {"metric": base_id, "digits": driven.base_digits, "units": dict(base)},
        "relative": {child: plain(ratio) for child, ratio in ratios.relative.items()},
        "sources": dict(ratios.sources), "fixed": {child: plain(ratio) for child, ratio in ratios.fixed.items()},
        "weights": dict(driven.weights), "hold": dict(driven.limits.held), "at_least": dict(driven.limits.least),
        "at_most": dict(driven.limits.most), "results": dict(driven.shares),
    }  # fmt: skip
    return "share", said, data


def follow_step(
    cell: Cell, follow: Follow, terms: Mapping[str, Cell], limits: Limits, months: list[int], year: int
) -> Told:
    """The year over its months along another metric, or as what the terms of a sum leave."""
    signs = dict(follow.terms)
    shown = []
    for month in months:
        parts = {id_: amount(terms[id_], terms[id_].months[month - 1]) for id_ in signs}
        after = amount(cell, cell.months[month - 1])
        shown.append(Phrase(f"{year}-{month:02d} ", _signed(parts, signs), " → ", after))
    texts = Listed(shown, "; ")
    data: dict[str, object] = {"scope": cell.scope, "metric": cell.metric, "units": cell.year, "digits": cell.digits,
                               "results": list(cell.months)}  # fmt: skip
    if follow.how == "difference":
        columns = [{"metric": id_, "sign": sign, "months": list(terms[id_].months)} for id_, sign in signs.items()]
        said = message("drivers.why_difference_months", metric=cell.metric, formula=_formula(signs), shares=texts)
        return "difference-months", said, {**data, "terms": columns}
    ((source, _),) = follow.terms
    params = {"metric": cell.metric, "source": source, "total": amount(cell, cell.year), "shares": texts}
    kind = "drivers.why_along_limits" if limits else "drivers.why_along"
    along = {"along": source, "weights": list(terms[source].months),
             "hold": dict(limits.held), "at_least": dict(limits.least), "at_most": dict(limits.most)}  # fmt: skip
    return "along", message(kind, **params, limits=limited(cell, limits)), {**data, **along}


def ratio_step(metric: Metric, top: tuple[str, Decimal], bottom: tuple[str, Decimal]) -> Told:
    """A ratio as the quotient of its parts' targets, which never is a target of its own."""
    value = Fraction(top[1]) / Fraction(bottom[1]) * metric.factor
    times = "" if metric.factor == 1 else f" × {metric.factor}"
    said = message(
        "drivers.why_ratio", id=metric.id, numerator=top[0], top=Amount(plain(top[1]), top[0]), denominator=bottom[0],
        bottom=Amount(plain(bottom[1]), bottom[0]), times=times, value=_short(value, metric.id),
    )  # fmt: skip
    data = {
        "numerator": {"metric": top[0], "value": plain(top[1])}, "factor": str(metric.factor),
        "denominator": {"metric": bottom[0], "value": plain(bottom[1])}, "value": str(value),
    }  # fmt: skip
    return "ratio", said, data


def _formula(signs: Mapping[str, int]) -> str:
    return _signed({id_: id_ for id_ in signs}, signs, named=False)


def _signed(parts: Mapping[str, str], signs: Mapping[str, int], named: bool = True) -> Phrase:
    named = named and len(parts) > 1
    pieces: list[str] = []
    for id_, text in parts.items():
        sign = " - " if signs[id_] < 0 else " + "
        pieces += [sign if pieces else sign.lstrip().removeprefix("+ "), text, f" ({id_})" if named else ""]
    return Phrase(*pieces)


def _short(value: Fraction, metric: str) -> Amount:
    """A number to as many places as tell it from its neighbours."""
    return Amount(f"{rounded(value, 2 if abs(value) >= 10 else 6).normalize():f}", metric)
