"""Rules about written reviews: causes, actions, verdicts, lessons and number blocks."""

from __future__ import annotations

from opsctl.rules.review import (
    action_not_taken,
    all_causes_external,
    broken_fence,
    cause_without_action,
    closed_without_meeting,
    due_before_review,
    incomplete_action,
    lesson_without_home,
    miss_without_cause,
    missing_review,
    overdue_action,
    placeholder_left,
    review_before_data,
    short_why_chain,
    stale_block,
    vague_review,
    verdict_missing,
    verdict_without_evidence,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    missing_review,
    review_before_data,
    miss_without_cause,
    cause_without_action,
    all_causes_external,
    short_why_chain,
    incomplete_action,
    overdue_action,
    action_not_taken,
    verdict_missing,
    verdict_without_evidence,
    vague_review,
    placeholder_left,
    stale_block,
    broken_fence,
    lesson_without_home,
    closed_without_meeting,
    due_before_review,
)
