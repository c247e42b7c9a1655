"""
A record says what somebody is paid.

Pay is agreed between two people. In a shared repository everybody reads it, and git keeps every former amount. opsctl
needs the rule and the score, never the amount; a budget for people as a whole may stand in a plan. Looked at are keys
such as 底薪 or salary with an amount, also under `x-`, and a monthly or yearly salary in the written text.

Fails:

```yaml people/wang-lei.yaml
name: 王磊
x-salary: 12000
roles:
  - {role: owner, at: company, from: 2026-01-01}
```

```text
people/wang-lei.yaml:2:3: error REPO105 pay-in-record: salary stands here with an amount; no pay is expected in a repository, so keep the rule and the score only
```

Passes:

```yaml people/wang-lei.yaml
name: 王磊
x-grade: P5
roles:
  - {role: owner, at: company, from: 2026-01-01}
```
"""  # noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.scanning import NAMING_FOLDERS, any_of, hits, problem
from opsctl.workspace import Workspace

CODE = "REPO105"
NAME = "pay-in-record"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

_KEYS = (
    r"(?:base[-_ ]|monthly[-_ ]|annual[-_ ])?(?:salary|salaries|wages?)|(?:base|monthly|annual)[-_ ]pay"
    r"|bonus(?:es)?|commission[-_]amount|payroll"
    r"|(?:基本|应发|实发|税前|税后)?(?:工资|薪资|薪水|薪酬)|底薪|月薪|年薪|时薪|年终奖|奖金|提成金额|提成额"
)
# Every repetition is bounded, so that no text makes the search slow. A share is a rule, a date no amount.
_NO_SHARE = r"(?![0-9.,_]{0,20}[ \t]{0,9}%|[0-9]{0,20}-)"
_AMOUNT = rf"[\"']?(?:[￥¥$€£]|CNY|RMB|USD)?[ \t]{{0,9}}[0-9][0-9_,]{{0,15}}(?:\.[0-9]{{1,9}})?{_NO_SHARE}"
_QUICK = any_of("薪", "工资", "奖", "提成", "salar", "wage", "pay", "bonus", "commission")
_FULL = (
    rf"(?m:^|[{{,])[ \t]{{0,9}}(?:- )?[\"']?(?:x-)?(?P<key>{_KEYS})[\"']?[ \t]{{0,9}}[:：][ \t]{{0,9}}{_AMOUNT}"
    rf"|(?P<said>(?:月薪|年薪|底薪|时薪)[ \t]{{0,9}}(?:为|是|[:：])?[ \t]{{0,9}}{_AMOUNT}"
    rf"|\b(?:monthly|annual|base|yearly) (?:salary|pay|wage)(?: of|:)? {_AMOUNT})"
)


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every key with an amount of pay, and every salary in a sentence."""
    for file, match in hits(workspace, _QUICK, _FULL, skipped=NAMING_FOLDERS):
        group = match.lastgroup or "key"
        word = match[group] if group == "key" else re.split(r"[\s0-9:：￥¥$€£]", match[group])[0]
        yield problem(file, match, message("rules.pay_in_record", word=word), group=group, veiled=True)
