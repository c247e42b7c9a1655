"""A headless Chromium driven over its debugging pipe, with the standard library alone; skipped where there is none."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_LAUNCH = "import os, sys; [os.dup2(int(sys.argv[1 + n]), 3 + n) for n in (0, 1)]; os.execv(sys.argv[3], sys.argv[3:])"
# A machine with other work to do.
_PATIENCE = 120.0


@dataclass
class Browser:
    """One page of a running browser: what it is told, and what it said of itself since the last visit."""

    to: int
    back: int
    session: str = ""
    events: list[dict[str, Any]] = field(default_factory=list)
    _last: int = 0
    _rest: bytes = b""

    def tell(self, method: str, **params: Any) -> dict[str, Any]:
        """Give one command and wait for its answer."""
        self._last += 1
        said = {"id": self._last, "method": method, "params": params}
        os.write(self.to, json.dumps(said | ({"sessionId": self.session} if self.session else {})).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._last:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def visit(self, page: Path, width: int, *, dark: bool = False, height: int = 800) -> None:
        """Open a file as a screen of that width shows it."""
        self.events.clear()
        scheme = "dark" if dark else "light"
        self.tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.tell(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=width < 600
        )
        self.tell("Page.navigate", url=page.resolve().as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._next())

    def ask(self, expression: str) -> Any:
        """The value of an expression in the page."""
        return self.tell("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def shot(self, to: Path) -> None:
        """A picture of the whole page."""
        taken = self.tell("Page.captureScreenshot", captureBeyondViewport=True)
        to.write_bytes(base64.b64decode(taken["data"]))

    def printed(self, to: Path) -> None:
        """The page as it comes out of a printer, on A4."""
        made = self.tell("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        to.write_bytes(base64.b64decode(made["data"]))

    @property
    def complaints(self) -> list[str]:
        """Errors and warnings of the console since the last visit, refusals of the page's policy among them."""
        wrong = [event for event in self.events if event.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")]
        return [json.dumps(event["params"]) for event in wrong]

    @property
    def requests(self) -> list[str]:
        """Every address that was asked for since the last visit."""
        sent = (event for event in self.events if event.get("method") == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"] for event in sent]

    def _next(self) -> dict[str, Any]:
        end = time.monotonic() + _PATIENCE
        while b"\0" not in self._rest:
            assert select.select([self.back], [], [], max(end - time.monotonic(), 0))[0], "the browser says nothing"
            more = os.read(self.back, 1 << 20)
            assert more, "the browser is gone"
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(line)
        return found


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser with an empty profile; skips where there is none."""
    program = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("no Chromium here: apt-get install chromium fonts-noto-cjk")
    fcntl = pytest.importorskip("fcntl", reason="Windows hands its pipes to a browser another way")
    to_read, to_write = os.pipe()
    back_read, back_write = os.pipe()
    options = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
               "--no-first-run", "--disable-background-networking", "--remote-debugging-pipe")  # fmt: skip
    command = [program, *options, f"--user-data-dir={profile}", "about:blank"]
    # Out of the way of 3 and 4, which the browser reads its commands from and answers on.
    wired = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_read, back_write)]
    launched = [sys.executable, "-c", _LAUNCH, *map(str, wired), *command]
    running = subprocess.Popen(launched, pass_fds=wired, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for end in (to_read, back_write, *wired):
        os.close(end)
    try:
        yield _first_page(Browser(to_write, back_read))
    finally:
        os.close(to_write)
        os.close(back_read)
        running.terminate()
        running.wait(30)


def _first_page(made: Browser) -> Browser:
    target = made.tell("Target.createTarget", url="about:blank")["targetId"]
    made.session = made.tell("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ("Page", "Network", "Log", "Runtime"):
        made.tell(f"{domain}.enable")
    return made
