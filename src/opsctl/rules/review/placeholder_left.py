"""
A review still has a text that was meant to be written over.

A section that says "write: …" was never written, and a cause that reads "why" is none. Looked for are the blanks of the
draft, in its front matter and its sections, and marks such as TODO, TBD and 待补. A review with `status: draft` may have
them.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
---
## 本期判断

<!-- 请写：哪里好、哪里不好、问题在哪里 -->
```

```text
reviews/2026-W23/company.md:6:1: warning REVIEW113 placeholder-left: “请写：哪里好、哪里不好、问题在哪里” was never written over; write it, or take the section out
    6 | <!-- 请写：哪里好、哪里不好、问题在哪里 -->
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
## 本期判断

访客没有掉，问题在货不在流量。
```
"""  # noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from opsctl.diagnostics import Message, Place, Problem, Severity, message
from opsctl.locales import LANGUAGES, say
from opsctl.reviewing.written.records import Written
from opsctl.rules.reviews import at_line, counting_reviews, people_wrote, text_of
from opsctl.workspace import Workspace

CODE = "REVIEW113"
NAME = "placeholder-left"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"
# Compiled by the first run that has a page to look through.
_MARKS = r"<!-- (?:请写：|write: )[^>]*-->|\b(?:TODO|TBD|FIXME)\b|待补充?|待填写?|(?<![A-Za-z])X{3,}(?![A-Za-z])"
_QUICK = ("请写：", "write: ", "TODO", "TBD", "FIXME", "待补", "待填", "XXX")
_BLANKS = ("because", "does", "expect", "evidence")
_LONG = 20


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every blank in a review that is no draft any more."""
    for review in counting_reviews(workspace):
        for at, value in _values(review):
            if value in _blanks():
                yield Problem(at, _said(value))
        yield from _on_the_page(workspace, review)


def _on_the_page(workspace: Workspace, review: Written) -> Iterator[Problem]:
    text = text_of(workspace, review)
    if not any(word in text for word in _QUICK):
        return
    for number, line in people_wrote(text):
        found = re.search(_MARKS, line)
        if found is not None:
            place, span = at_line(review.record.file, text, number)
            yield Problem(place, _said(found[0].removeprefix("<!-- ").removesuffix(" -->")), span=span)


def _said(text: str) -> Message:
    return message("rules.placeholder_left", text=text if len(text) <= _LONG else text[: _LONG - 1] + "…")


@lru_cache(maxsize=1)
def _blanks() -> frozenset[str]:
    names = (*_BLANKS, "why")
    return frozenset(say(lang, f"review_file.blank_{name}") for lang in LANGUAGES for name in names)


def _values(review: Written) -> Iterator[tuple[Place, str]]:
    for key in ("causes", "actions", "verdicts"):
        for index, entry in enumerate(getattr(review.data, key)):
            for name in _BLANKS:
                value = getattr(entry, name, None)
                if value is not None:
                    yield review.at(key, index, name), value
    for index, cause in enumerate(review.data.causes):
        yield from ((review.at("causes", index, "whys", at), why) for at, why in enumerate(cause.whys))
