"""The KPI dictionary that ships with opsctl.

Owners are letters: L head, S store manager, A advertising, C content, K service, P merchandise and operations,
G warehouse and logistics, F finance. Cadence is D, W, M or Q.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from opsctl.metrics.builtin_growth import ADS, CONTENT, CUSTOMERS
from opsctl.metrics.builtin_sales import SALES, TRAFFIC
from opsctl.metrics.builtin_service import GOODS, PROFIT, SERVICE
from opsctl.metrics.metric import Metric

TABLES = (SALES, TRAFFIC, ADS, CUSTOMERS, CONTENT, SERVICE, GOODS, PROFIT)

BUILTIN: Mapping[str, Metric] = MappingProxyType({metric.id: metric for table in TABLES for metric in table})
