"""
Assessments, appraisals, hiring scorecards or people costs stand in the shared workspace.

Everybody with access to the repository reads what a manager wrote about a colleague. These records live in a second
folder or repository, which `private:` in `opsctl.yaml` names and fewer people can read; everything passes without it.
Move the folder there, and take it out of git's history if it was committed.

Fails:

```yaml assessments/2026-06-30-wang-lei.yaml
person: wang-lei
by: li-na
levels: {data-analysis: 3}
```

```text
assessments:1:1: error REPO106 private-kind-in-shared: assessments is in the shared workspace; a second folder or repository is expected, which private names
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
private: ../example-private
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.workspace import Workspace

CODE = "REPO106"
NAME = "private-kind-in-shared"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

PRIVATE = ("assessments", "appraisals", "scorecards", "people-costs", "payroll", "salaries")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every folder of a private kind."""
    for folder in PRIVATE:
        if folder in workspace.folders:
            private = workspace.settings.private
            said = message("rules.private_kind_in_shared" + ("_to" if private else ""), folder=folder, to=private or "")
            yield Problem(Place(folder), said)
