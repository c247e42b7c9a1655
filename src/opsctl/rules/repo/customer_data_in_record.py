"""
A record holds the name, address or account of a buyer.

Plans and reviews need counts and shares, never who it was. A complaint that is copied into a review with the buyer's
name stays in every clone for good. Looked at are keys and labels such as 收货人 or buyer_name with something behind
them. The columns that a source maps have a rule of their own, and numbers have `personal-number`.

Fails:

```yaml reviews/2026-W23/company.md
---
owner: li-na
---
差评一条，买家昵称：小王爱家居，已退款。
```

```text
reviews/2026-W23/company.md:4:6: error REPO107 customer-data-in-record: 买家昵称 is followed by somebody's data; no buyers' data is expected, so remove it
```

Passes:

```yaml reviews/2026-W23/company.md
---
owner: li-na
---
差评一条，因色差，已退款。
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.scanning import NAMING_FOLDERS, any_of, hits, problem
from opsctl.workspace import Workspace

CODE = "REPO107"
NAME = "customer-data-in-record"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

# One character is found faster than two.
_QUICK = any_of("收", "买", "旺", "顾", "户", "buyer", "receiver", "recipient", "customer", "shipping")
_FULL = (
    r"(?P<key>(?:收货|收件)(?:人|人姓名|人手机|人电话|地址)"
    r"|买家(?:昵称|姓名|电话|手机|会员名|账号|地址|旺旺)|旺旺(?:号|名|昵称)|(?:顾客|客户)(?:姓名|电话|手机|地址|手机号)"
    r"|(?:buyer|receiver|recipient|customer)[_ -](?:name|nick|nickname|phone|mobile|email|address)"
    r"|shipping[_ -]address)[\"']?[ \t]{0,9}[:：=][ \t]{0,9}(?![~\-—{\[]|null|无|略|\*|\s)\S"
)


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every label of buyers' data that has something behind it."""
    for file, match in hits(workspace, _QUICK, _FULL, skipped=NAMING_FOLDERS):
        said = message("rules.customer_data_in_record", label=match["key"])
        yield problem(file, match, said, group="key", veiled=True)
