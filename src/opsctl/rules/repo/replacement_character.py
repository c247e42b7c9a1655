"""
A text holds the mark of characters that were lost.

Where a program read a text in the wrong encoding, it wrote `U+FFFD` or 锟斤拷 in place of what it did not understand. What
stood there cannot be guessed from the text: a store's name, half of a reason. Copy it again from where it came,
as UTF-8.

Fails:

```yaml teams/tmall.yaml
name: 天猫组
parent: company
purpose: 负责天猫旗\ufffd\ufffd店
```

```text
teams/tmall.yaml:3:15: warning REPO109 replacement-character: characters were lost here (U+FFFD); copy the text again from where it came, as UTF-8
    3 | purpose: 负责天猫旗\ufffd\ufffd店
      |                    ^^
```

Passes:

```yaml teams/tmall.yaml
name: 天猫组
parent: company
purpose: 负责天猫旗舰店
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.scanning import any_of, hits, problem
from opsctl.workspace import Workspace

CODE = "REPO109"
NAME = "replacement-character"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

_LOST = "\ufffd+|锟斤拷(?:锟斤拷)*"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every run of lost characters."""
    for file, match in hits(workspace, any_of("\ufffd", "锟斤拷"), _LOST):
        gbk = match[0].startswith("锟")
        said = message("rules.replacement_character_gbk") if gbk else message("rules.replacement_character")
        yield problem(file, match, said)
