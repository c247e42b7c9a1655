"""Rules about teams, roles and people."""

from __future__ import annotations

from opsctl.rules.org import (
    approver_below_owner,
    circular_hierarchy,
    dates_reversed,
    duty_with_two_accountables,
    duty_without_accountable,
    duty_without_authority,
    empty_team,
    org_depth,
    over_full_time,
    owner_not_active,
    reports_to_nobody,
    role_at_closed_place,
    role_at_wrong_place,
    seat_held_twice,
    span_of_control,
    store_without_manager,
    team_without_lead,
    top_without_approver,
    unmanned_role,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    circular_hierarchy,
    store_without_manager,
    owner_not_active,
    seat_held_twice,
    dates_reversed,
    over_full_time,
    unmanned_role,
    role_at_wrong_place,
    role_at_closed_place,
    span_of_control,
    org_depth,
    team_without_lead,
    duty_with_two_accountables,
    duty_without_accountable,
    duty_without_authority,
    top_without_approver,
    approver_below_owner,
    reports_to_nobody,
    empty_team,
)
