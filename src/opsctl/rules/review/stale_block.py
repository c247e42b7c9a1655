"""
A number block of a review is not what opsctl wrote, or its targets have changed.

Number blocks are renewed on every run of `review … --write`; a number typed into one is gone with the next, and until then
it stands where everybody believes it. Each block carries a seal of its contents and of the targets of its period. A
check reads no actual values: whether those have changed, `review … --check` says. A closed review keeps its numbers.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
---
<!-- opsctl:begin headline -->
- 支付金额 ￥36万，达成 101.0%
<!-- opsctl:end 4db44bd04300-ddd9c40767f9 -->
```

```text
reviews/2026-W23/company.md:4:1: warning REVIEW114 stale-block: the block headline was changed by hand; run opsctl review … --write, own words are expected outside
    4 | <!-- opsctl:begin headline -->
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
---
<!-- opsctl:begin headline -->
- 支付金额 ￥31.85万，达成 95.3%
<!-- opsctl:end 4db44bd04300-ddd9c40767f9 -->
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Message, Problem, Severity, message
from opsctl.reviewing.written.fences import Fence, fences_in
from opsctl.reviewing.written.records import Written, written_reviews
from opsctl.reviewing.written.targets_seal import targets_seal
from opsctl.rules.reviews import at_line, text_of
from opsctl.workspace import Workspace

CODE = "REVIEW114"
NAME = "stale-block"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every block that somebody changed, and one where the targets did, once a review."""
    for review in written_reviews(workspace):
        text = text_of(workspace, review)
        fences = fences_in(text)[0] if review.data.status not in ("closed", "superseded") else ()
        moved = False
        for fence in fences:
            said = _changed(fence)
            if said is None and not moved and fence.seal is not None:
                moved = fence.seal[1] != targets_seal(workspace, review.scope, review.period)
                said = _targets(fence, review) if moved else None
            if said is not None:
                place, span = at_line(review.record.file, text, fence.line)
                yield Problem(place, said, span=span)


def _changed(fence: Fence) -> Message | None:
    if fence.is_as_sealed:
        return None
    return message("rules.stale_block_changed" if fence.content else "rules.stale_block_empty", name=fence.name)


def _targets(fence: Fence, review: Written) -> Message:
    return message("rules.stale_block_targets", name=fence.name, period=review.period.label)
