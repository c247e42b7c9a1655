"""
A store keeps its books in a currency that has no budget rate for the year.

Money is added in one currency only, and targets are counted at the budget rate of the year. Without a rate a review
refuses every sum that the store is part of: 100 dollars and 100 yuan are not 200 of anything.

Fails:

```yaml stores/shopify-us.yaml
name: 美国独立站
platform: shopify
team: company
currency: USD
```

```yaml targets/2026/company.yaml
owner: li-na
```

```text
stores/shopify-us.yaml:4:11: error GOAL126 currency-without-rate: shopify-us uses USD and the workspace CNY, and 2026 has no budget rate for it, so its money cannot be added; write budget: {USD: …} in fx/2026.yaml
    4 | currency: USD
      |           ^^^
```

Passes:

```yaml stores/shopify-us.yaml
name: 美国独立站
platform: shopify
team: company
currency: USD
```

```yaml targets/2026/company.yaml
owner: li-na
```

```yaml fx/2026.yaml
budget: {USD: 7.15}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Listed, Place, Problem, Severity, message
from opsctl.records import SETTINGS_FILE
from opsctl.workspace import Loaded, Workspace

CODE = "GOAL126"
NAME = "currency-without-rate"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every store in another currency than the workspace's, with the years of targets that lack its rate."""
    home = workspace.settings.currency
    written = "currency" in workspace.settings.model_fields_set
    settings = Place(SETTINGS_FILE, ("currency",))
    related = ((settings, message("rules.currency_without_rate_home", home=home)),) if written else ()
    for store in workspace.all("store").values():
        currency = store.data.currency or home
        years = [] if currency == home else [year for year in workspace.years() if _lacks(workspace, store, year)]
        if years:
            said = message(
                "rules.currency_without_rate", store=store.id, currency=currency, home=home,
                years=Listed(f"{year}" for year in years), file=f"fx/{years[0]}.yaml",
            )  # fmt: skip
            yield Problem(store.at("currency"), said, related)


def _lacks(workspace: Workspace, store: Loaded, year: int) -> bool:
    rates = workspace.get("fx", f"{year}")
    if rates is None:
        return ("fx", f"{year}") not in workspace.broken
    return store.data.currency not in rates.data.budget
