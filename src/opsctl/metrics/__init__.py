"""The KPI dictionary (data) and its algebra."""

from __future__ import annotations

from opsctl.metrics.algebra import additive, attainment, inputs, is_ratio, needs, value
from opsctl.metrics.builtin import BUILTIN
from opsctl.metrics.dictionary import ALIASES, folded, merged, resolve, spellings
from opsctl.metrics.drivers import Contradiction, Derived, Step, contradictions, derive
from opsctl.metrics.metric import Metric
from opsctl.metrics.soundness import MOST_METRICS, flaws, without

__all__ = [
    "ALIASES",
    "BUILTIN",
    "MOST_METRICS",
    "Contradiction",
    "Derived",
    "Metric",
    "Step",
    "additive",
    "attainment",
    "contradictions",
    "derive",
    "flaws",
    "folded",
    "inputs",
    "is_ratio",
    "merged",
    "needs",
    "resolve",
    "spellings",
    "value",
    "without",
]
