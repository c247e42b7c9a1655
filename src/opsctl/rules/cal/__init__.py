"""Rules about curves and events."""

from __future__ import annotations

from opsctl.rules.cal import (
    contradictory_holidays,
    curve_shares_not_100,
    event_in_empty_month,
    event_moved_curve_kept,
    fiscal_key_without_effect,
    freeze_outside_windows,
    goals_without_curve,
    lift_outside_window,
    month_without_days,
    overlapping_events,
    phase_outside_window,
    promotion_that_lowers,
    provisional_holidays,
    unknown_platform,
    unused_curve,
    window_outside_year,
    window_reversed,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    overlapping_events,
    curve_shares_not_100,
    window_reversed,
    window_outside_year,
    lift_outside_window,
    freeze_outside_windows,
    unknown_platform,
    goals_without_curve,
    unused_curve,
    promotion_that_lowers,
    event_in_empty_month,
    event_moved_curve_kept,
    phase_outside_window,
    provisional_holidays,
    contradictory_holidays,
    fiscal_key_without_effect,
    month_without_days,
)
