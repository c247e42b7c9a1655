"""A derivation step as the equation a person would write: `visitors = buyers_paid ÷ cvr`."""

from __future__ import annotations

from collections.abc import Mapping

from opsctl.metrics.algebra import inputs
from opsctl.metrics.drivers import Step
from opsctl.metrics.metric import Metric


def equation(step: Step, metrics: Mapping[str, Metric]) -> str:
    """Write the equation that gave the step's value, in metric ids; every sign is in GBK."""
    identity = metrics[step.identity]
    if step.how == "sum":
        return f"{step.metric} = {_moved(step.metric, identity)}"
    if step.how == "complement":
        return f"{step.metric} = {complemented(step, identity, metrics)}"
    top, bottom = inputs(identity)
    times, over = ("", "") if identity.factor == 1 else (f" × {identity.factor}", f" ÷ {identity.factor}")
    if step.how == "ratio":
        return f"{step.metric} = {top} ÷ {bottom}{times}"
    if step.how == "ratio-numerator":
        return f"{step.metric} = {identity.id} × {bottom}{over}"
    return f"{step.metric} = {top} ÷ {identity.id}{times}"


def _moved(metric: str, total: Metric) -> str:
    """A signed sum solved for its total or for one of its parts."""
    if metric == total.id:
        return _signed(dict(total.parts))
    sign = dict(total.parts)[metric]
    rest = {total.id: sign, **{part: -sign * own for part, own in total.parts if part != metric}}
    return _signed(rest)


def complemented(step: Step, total: Metric, metrics: Mapping[str, Metric]) -> str:
    """A sum whose other parts are known shares of the one sought: total ÷ (1 - share); else both equations."""
    ratios = [
        metrics[id_] for id_, _ in step.inputs if id_ in metrics and len(inputs(metrics[id_])) == 2 and id_ != total.id
    ]
    signs = dict(total.parts)
    tied = [ratio for ratio in ratios if inputs(ratio)[1] == step.metric and inputs(ratio)[0] in signs]
    if len(tied) == len(ratios) == len(signs) - 1 and all(ratio.factor == 1 for ratio in tied):
        shares = "".join(f" {'+' if signs[inputs(ratio)[0]] > 0 else '-'} {ratio.id}" for ratio in tied)
        return f"{total.id} ÷ (1{shares})"
    written = [f"{ratio.id} = {' ÷ '.join(inputs(ratio))}" for ratio in ratios]
    given = {id_ for id_, _ in step.inputs}
    passed = [metrics[id_] for id_ in signs if id_ in metrics and metrics[id_].parts and id_ not in given]
    written += [f"{each.id} = {_signed(dict(each.parts))}" for each in passed if each.id != step.metric]
    return f"? in {total.id} = {_signed(signs)}, {', '.join(written)}"


def _signed(parts: Mapping[str, int]) -> str:
    text = "".join(f" {'-' if sign < 0 else '+'} {part}" for part, sign in parts.items())
    return text.removeprefix(" + ").strip()
