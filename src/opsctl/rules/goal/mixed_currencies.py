"""
A store keeps its books in another currency than the workspace.

Amounts are added as they stand, one to one: 100 dollars and 100 yuan would be 200. Until exchange rates are kept,
record the store's amounts in the currency of the workspace at the budget rate, and say so.

Fails:

```yaml stores/shopify-us.yaml
name: 美国独立站
platform: shopify
team: company
currency: USD
```

```text
stores/shopify-us.yaml:4:11: warning GOAL126 mixed-currencies: shopify-us uses USD and the workspace CNY, so amounts would be added one to one; record them in CNY at the budget rate
    4 | currency: USD
      |           ^^^
```

Passes:

```yaml stores/shopify-us.yaml
name: 美国独立站
platform: shopify
team: company
currency: CNY   # budget rate 7.15
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.records import SETTINGS_FILE
from opsctl.workspace import Workspace

CODE = "GOAL126"
NAME = "mixed-currencies"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every store whose currency is not that of the workspace."""
    home = workspace.settings.currency
    related = ((Place(SETTINGS_FILE, ("currency",)), message("rules.mixed_currencies_home", home=home)),)
    for store in workspace.all("store").values():
        written = store.data.currency
        if written is not None and written != home:
            said = message("rules.mixed_currencies", store=store.id, currency=written, home=home)
            yield Problem(
                store.at("currency"), said, related if "currency" in workspace.settings.model_fields_set else ()
            )
