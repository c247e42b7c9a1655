"""Nothing of an address that is secret is told, by whichever command, in whichever shape, whatever goes wrong."""

from __future__ import annotations

import socket
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.sources.warehouse.engines import PASSWORD, USER, mariadb, postgres, use_spark

from opsctl.checking.explain import File
from opsctl.cli.app import run
from opsctl.sources.warehouse.address import Address, address_in
from opsctl.sources.warehouse.ask import Refused, asking

Folder = Callable[[str | Iterable[File]], Path]

VARIABLE = "OPSCTL_TEST_SECRET"
SECRETS = (PASSWORD, unquote(PASSWORD), "wrong-secret", USER, "tok-secret-9")
SOURCE = """\
connection: {env: OPSCTL_TEST_SECRET}
table: daily
grain: days
columns: {day: day, gmv: paid}
store: tmall-flagship
day: day
metrics: {gmv_paid: {sum: gmv}}
freshness: {warn_after: 2d}
"""
COMMANDS = (
    ("actuals", "check", "2026-06", "--format", "text"),
    ("actuals", "check", "2026-06", "--format", "json"),
    ("actuals", "check", "2026-06", "--format", "markdown"),
    ("actuals", "show", "2026-06", "--format", "json"),
    ("actuals", "load", "--format", "json"),
    ("review", "week", "2026-W23", "--format", "json"),
)


@pytest.fixture(scope="module")
def addresses() -> Iterator[dict[str, str]]:
    """Addresses that give no answer, by what is wrong with them, of two real servers and one that says nothing."""
    with postgres() as (_, post), mariadb() as (_, maria), silent() as port:
        found: dict[str, str] = {}
        for name, url, waits in (("postgresql", post, "?connect_timeout=2"), ("mariadb", maria, "?read_timeout=1")):
            at = url.partition("@")[2].partition("/")[0]
            found[f"{name} password"] = url.replace(PASSWORD, "wrong-secret")
            found[f"{name} user"] = url
            found[f"{name} host"] = url.replace(at, "no-such-host.invalid:1")
            found[f"{name} refused"] = url.replace(at, "127.0.0.1:1")
            found[f"{name} time"] = url.replace(at, f"127.0.0.1:{port}") + waits
            found[f"{name} broken"] = url.replace(at, "127.0.0.1:99999999")
        yield found


@contextmanager
def silent() -> Iterator[int]:
    """The port of a server that takes up connections and never says a word."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(8)
        yield int(server.getsockname()[1])


WRONG = ("password", "user", "host", "refused", "time", "broken")


@pytest.mark.parametrize("engine", ["postgresql", "mariadb"])
@pytest.mark.parametrize("wrong", WRONG)
def test_a_database_tells_no_secret(
    addresses: dict[str, str],
    folder_from: Folder,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    engine: str,
    wrong: str,
) -> None:
    told(
        addresses[f"{engine} {wrong}"],
        folder_from,
        monkeypatch,
        capfd,
        COMMANDS if wrong == "password" else COMMANDS[1:2],
    )


@pytest.mark.parametrize(
    "url",
    [
        "sc://127.0.0.1:1/;user_id=opsctl_reader;token=tok-secret-9",
        "sc://127.0.0.1:1/wrong-secret;token=tok-secret-9",
        "sc://127.0.0.1:port/;token=tok-secret-9",
    ],
    ids=["refused", "path", "port"],
)
def test_spark_connect_tells_no_secret(
    folder_from: Folder, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], url: str
) -> None:
    use_spark()
    told(url, folder_from, monkeypatch, capfd, COMMANDS[1:2])


def told(
    url: str,
    folder_from: Folder,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    commands: Iterable[tuple[str, ...]],
) -> None:
    """Look for secrets in what commands print, and in the traceback of what is raised underneath."""
    monkeypatch.setenv(VARIABLE, url)
    store = ("stores/tmall-flagship.yaml", "name: 天猫旗舰店\nplatform: tmall\nteam: company\n")
    root = folder_from([store, ("sources/warehouse.yaml", SOURCE)])
    capfd.readouterr()
    for lang in ("en", "zh"):
        for command in commands:
            run(["--lang", lang, "-C", str(root), *command])
            shown = "".join(capfd.readouterr())
            assert VARIABLE in shown or command[:2] != ("actuals", "check"), shown
            hidden(shown)
    address = address_in(VARIABLE, {VARIABLE: url})
    assert isinstance(address, Address)
    with pytest.raises(Refused) as refused, asking(address) as warehouse:
        warehouse.rows("SELECT * FROM daily")
    assert refused.value.__suppress_context__
    hidden("".join(traceback.format_exception(refused.value)) + repr(refused.value.said) + repr(address))
    hidden("".join(capfd.readouterr()))


def hidden(shown: str) -> None:
    """Nothing secret stands in a text."""
    assert [secret for secret in SECRETS if secret in shown] == []
