"""
A name is written with characters that look the same but are others.

An `é` can be one character or an `e` with an accent after it, and 神 has a second code for old character sets. Two such
names look alike and are not equal: a search misses one, a list shows both, and a map of spellings finds neither. What
is expected is Unicode's composed form, NFC. opsctl never changes a name by itself, because some people insist on theirs.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml people/rene.yaml
name: Rene\u0301
roles:
  - {role: owner, at: company, from: 2026-01-01}
```

```text
people/rene.yaml:1:7: warning REPO108 name-not-normalised: the name Rene\u0301 is written with U+0065 U+0301; U+00E9 is expected, so type it again
    1 | name: Rene\u0301
      |       ^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml people/rene.yaml
name: René
roles:
  - {role: owner, at: company, from: 2026-01-01}
```
"""  # noqa: E501

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.records import SETTINGS_FILE
from opsctl.records.base import Name
from opsctl.workspace import Workspace

CODE = "REPO108"
NAME = "name-not-normalised"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every name and alias that is not in the composed form."""
    for at, text in _names(workspace):
        if not unicodedata.is_normalized("NFC", text):
            first, usual = _odd(text)
            codes = " ".join(f"U+{ord(char):04X}" for char in first)
            wanted = " ".join(f"U+{ord(char):04X}" for char in usual)
            yield Problem(at, message("rules.name_not_normalised", name=text, codes=codes, wanted=wanted))


def _names(workspace: Workspace) -> Iterator[tuple[Place, str]]:
    yield from _both(Place(SETTINGS_FILE, ("name",)), workspace.settings.name)
    for record in workspace.records:
        name = getattr(record.data, "name", None)
        if isinstance(name, Name):
            yield from _both(record.at("name"), name)
        if record.kind == "metric":
            yield from ((record.at("aliases", index), alias) for index, alias in enumerate(record.data.aliases or ()))
        elif record.kind == "calendar":
            for index, event in enumerate(record.data.events):
                yield from _both(record.at("events", index, "name"), event.name)


def _both(at: Place, name: Name) -> Iterator[tuple[Place, str]]:
    if name.zh == name.en:
        yield at, name.zh
    else:
        yield from ((Place(at.file, (*at.path, lang)), name.in_(lang)) for lang in ("zh", "en"))


def _odd(text: str) -> tuple[str, str]:
    """The first character that is written otherwise, with the marks that belong to it, and its usual form."""
    start = 0
    # A mark belongs to the character before it.
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            usual = unicodedata.normalize("NFC", text[start:at])
            if usual != text[start:at]:
                return text[start:at], usual
            start = at
    return text, unicodedata.normalize("NFC", text)
