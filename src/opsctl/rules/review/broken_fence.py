"""
The marks around a number block do not pair.

`review … --write` changes only what stands between `<!-- opsctl:begin NAME -->` and `<!-- opsctl:end -->`, each alone on its
line. Where one of them is missing, nobody can tell where people's words begin, so nothing is written at all.

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
- 支付金额 ￥31.85万

## 本期判断
```

```text
reviews/2026-W23/company.md:4:1: error REVIEW115 broken-fence: the block headline never ends; a line <!-- opsctl:end --> is expected
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

## 本期判断
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.reviewing.written.fences import fences_in
from opsctl.reviewing.written.records import written_reviews
from opsctl.rules.reviews import at_line, text_of
from opsctl.workspace import Workspace

CODE = "REVIEW115"
NAME = "broken-fence"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every mark that pairs with none."""
    for review in written_reviews(workspace):
        text = text_of(workspace, review)
        for mark in fences_in(text)[1]:
            place, span = at_line(review.record.file, text, mark.line)
            yield Problem(place, message(f"rules.broken_fence_{mark.what}", name=mark.name), span=span)
