"""
A record holds somebody's identity number, mobile number or bank card.

Records are read by everybody with access to the repository, and git never forgets. Personal data has no place there,
and the law wants it to be deleted on request, which git cannot do. Found are Chinese resident identity numbers with a
right check digit, Chinese mobile numbers, and card numbers with a right check digit beside a word such as 卡号 or
account. The finding shows only the ends of the number.

Fails:

```yaml people/wang-lei.yaml
name: 王磊
x-phone: "13800138000"
roles:
  - {role: owner, at: company, from: 2026-01-01}
```

```text
people/wang-lei.yaml:2:11: error REPO104 personal-number: a mobile number stands here (138…00); no personal data is expected, so remove it
```

Passes:

```yaml people/wang-lei.yaml
name: 王磊
handles: {feishu: wanglei}
roles:
  - {role: owner, at: company, from: 2026-01-01}
```
"""  # noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.scanning import hits, problem, run_of
from opsctl.workspace import Workspace

CODE = "REPO104"
NAME = "personal-number"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

_QUICK = run_of(re.compile("[0-9]"), 11, b" -")
# Not within a longer number, a link, an order number or a price.
_BEFORE, _AFTER = r"(?<![0-9A-Za-z_/=.%#-])", r"(?![0-9A-Za-z_]|[.,-][0-9])"
_MOBILE = r"1(?:3[0-9]|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8[0-9]|9[0-35-9])"
_FULL = (
    rf"{_BEFORE}(?:(?P<identity>[1-9][0-9]{{5}}(?:19|20)[0-9]{{9}}[0-9Xx])"
    rf"|(?P<mobile>(?:\+?86[ -]?)?{_MOBILE}(?P<gap>[ -]?)[0-9]{{4}}(?P=gap)[0-9]{{4}})"
    rf"|(?P<card>(?:62|4[0-9]|5[1-5]|2[2-7]|3[47])[0-9]{{2}}(?:[ -]?[0-9]{{4}}){{2,3}}[ -]?[0-9]{{1,7}})){_AFTER}"
)
_CARD_WORD = re.compile(r"卡|银行|账号|账户|帐号|card|account|bank", re.IGNORECASE)
# A whole plain value there is an amount.
_AMOUNT_FOLDERS = ("targets/", "plans/")
_PLAIN_VALUE = re.compile(r"(?<![\w-])(?!x-)[\w-]+:[ ]*$")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every number that identifies somebody."""
    for file, match in hits(workspace, _QUICK, _FULL, counts=_counts):
        kind, number = _read(match)
        said = message(f"rules.personal_number_{kind}", shown=f"{number[:3]}…{number[-2:]}")
        yield problem(file, match, said, veiled=True)


def _counts(file: str, match: re.Match[str]) -> bool:
    kind, number = _read(match)
    before = _before(match)
    amount = file.startswith(_AMOUNT_FOLDERS) and _PLAIN_VALUE.search(before) is not None
    return not amount and _JUDGES[kind](number, before)


def _read(match: re.Match[str]) -> tuple[str, str]:
    """Which sort of number it is, and its digits."""
    kind = next(kind for kind in _JUDGES if match[kind])
    return kind, re.sub("[ -]", "", match[kind])


def _before(match: re.Match[str]) -> str:
    """What stands before a match on its line, as far back as a word that belongs to it may be."""
    return match.string[max(match.start() - 80, 0) : match.start()].rpartition("\n")[2]


def _identity(number: str, _: str) -> bool:
    """A birthday that exists and the check digit of ISO 7064 MOD 11-2."""
    try:
        date.fromisoformat(f"{number[6:10]}-{number[10:12]}-{number[12:14]}")
    except ValueError:
        return False
    total = sum((10 if digit in "Xx" else int(digit)) * (1 << 17 - at) for at, digit in enumerate(number))
    return total % 11 == 1


def _mobile(_: str, __: str) -> bool:
    return True


def _card(number: str, before: str) -> bool:
    """The check digit of Luhn, and a word that says it is a card; order numbers are as long and one in ten passes."""
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(number))]
    total = sum(digit - 9 if digit > 9 else digit for digit in doubled)
    return 15 <= len(number) <= 19 and total % 10 == 0 and _CARD_WORD.search(before) is not None


_JUDGES = {"identity": _identity, "mobile": _mobile, "card": _card}
