"""
A record holds a password, a key or the address of a webhook.

Whoever can read the repository, or a copy of it years later, can use it: post into the group chat, read the warehouse,
spend the ad budget. Removing the line does not help, because git keeps it. Make the secret void where it was issued,
then name an environment variable instead. The finding does not show the secret again.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
x-report: https://report:s3cret-2026@shop.example/daily.csv
```

```text
stores/tmall-flagship.yaml:4:11: error REPO103 secret-in-record: an address with a user and a password stands here (https://…); change the password and name an environment variable, env:NAME
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
x-report: env:OPSCTL_TMALL_REPORT
```
"""  # noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.scanning import any_of, hits, problem, run_of
from opsctl.workspace import Workspace

CODE = "REPO103"
NAME = "secret-in-record"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

_WORDS = (
    "password", "PASSWORD", "passwd", "secret", "SECRET", "token", "TOKEN", "api_key", "api-key", "apikey", "API_KEY",
    "access_key", "access-key", "ACCESS_KEY", "密码", "口令", "密钥",
)  # fmt: skip
# Tokens whose issuers mark them, so that they can be known by their first letters.
_TOKENS = (
    r"gh[pousr]_[A-Za-z0-9]{36}",
    r"github_pat_\w{22}",
    r"glpat-[\w-]{20}",
    r"AKIA[A-Z2-7]{16}",
    r"ASIA[A-Z2-7]{16}",
    r"LTAI[A-Za-z0-9]{12}",
    r"AKID[A-Za-z0-9]{32}",
    r"AIza[\w-]{35}",
    r"xox[abeoprs]-[0-9A-Za-z-]{10}",
    r"shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}",
    r"sk-(?:ant-api[0-9]{2}-|proj-)?(?=[A-Za-z_]*[0-9])[A-Za-z0-9_]{20}",
    r"[sr]k_live_[A-Za-z0-9]{16}",
    r"npm_[A-Za-z0-9]{36}",
    r"pypi-AgEI[\w-]{20}",
    r"Atzr\|[\w-]{20}",
    r"SEC[0-9a-f]{64}",
    r"eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10}",
    r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----",
)
_HOOKS = (
    r"open\.(?:feishu\.cn|larksuite\.com)/open-apis/bot/v2/hook/[\w-]{8,}",
    r"oapi\.dingtalk\.com/robot/send\?\S{0,200}access_token=[\w-]{8,}",
    r"qyapi\.weixin\.qq\.com/cgi-bin/webhook/send\?\S{0,200}key=[\w-]{8,}",
    r"hooks\.slack\.com/(?:services|workflows|triggers)/[\w/-]{8,}",
    r"discord(?:app)?\.com/api/webhooks/[\w/-]{8,}",
    r"[\w.-]{0,80}webhook\.office\.com/\S{8,}",
)
# Short secrets stand beside a word; the others are long runs of letters and digits, which names and words are not.
_WORD = any_of("://", "assw", "密码", "口令", "-----BEGIN", "glpat-")
_LONG = run_of(re.compile("[A-Za-z0-9]"), 16)
# Every repetition is bounded, so that no text, however odd, makes the search slow.
_FULL = (
    rf"(?P<webhook>https?://(?:{'|'.join(_HOOKS)}))"
    r"|(?P<login>\b[A-Za-z][A-Za-z0-9+.-]{0,19}://[^\s/:@'\"<>]{0,99}:(?![$<*{%]|env:)[^\s/@'\"]{1,199}@)"
    rf"|(?P<token>(?<![A-Za-z0-9_-])(?:{'|'.join(_TOKENS)}))"
    rf"|(?<![A-Za-z0-9])(?:{'|'.join(_WORDS)})['\"]?[ \t]{{0,9}}[:=：][ \t]{{0,9}}['\"]?(?!env:|[<$*{{])"
    r"(?P<value>(?=[^\s'\",}\]]{0,199}[0-9])(?=[^\s'\",}\]]{0,199}[A-Za-z])[^\s'\",}\]\x80-\U0010ffff]{8,199})"
)


def _quick(text: str) -> bool:
    return _WORD(text) or _LONG(text)


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every secret in a text, without repeating it."""
    for file, match in hits(workspace, _quick, _FULL):
        kind = match.lastgroup or "value"
        said = message(f"rules.secret_in_record_{kind}", shown=_hidden(match[kind]))
        yield problem(file, match, said, group=kind, veiled=True)


def _hidden(secret: str) -> str:
    """Enough to find it by, and too little to use it."""
    scheme, mark, _ = secret.partition("://")
    return f"{scheme}{mark}…" if mark else f"{secret[:4]}…"
