"""Rules about the repository: what must not be in it, and what is not there as it was written."""

from __future__ import annotations

from opsctl.rules.repo import (
    customer_data_in_record,
    name_not_normalised,
    order_export_in_git,
    pay_in_record,
    personal_number,
    planted_state,
    private_kind_in_shared,
    replacement_character,
    secret_in_record,
    unfinished_write,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unfinished_write,
    planted_state,
    secret_in_record,
    personal_number,
    pay_in_record,
    private_kind_in_shared,
    customer_data_in_record,
    name_not_normalised,
    replacement_character,
    order_export_in_git,
)
