"""A small client of a language server over stdio: it opens files and asks what an editor would show."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

_PATIENCE = 60


@dataclass
class Client:
    """A running server for one folder; `settings` are those of VS Code, `yaml.schemas` and so on."""

    command: tuple[str, ...]
    root: Path
    settings: Mapping[str, Any]
    locale: str
    _heard: queue.Queue[dict[str, Any]] = field(default_factory=queue.Queue)
    _wrong: dict[str, list[str]] = field(default_factory=dict)
    _last: int = 0

    def __enter__(self) -> Client:
        """Start the server and shake hands."""
        self._server = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        threading.Thread(target=self._listen, daemon=True).start()
        markdown = {"contentFormat": ["markdown"]}
        abilities = {"workspace": {"configuration": True}, "textDocument": {"hover": markdown}}
        folders = [{"uri": self.root.as_uri(), "name": "workspace"}]
        start = {"processId": None, "rootUri": self.root.as_uri(), "workspaceFolders": folders, "locale": self.locale}
        self.ask("initialize", {**start, "capabilities": abilities})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self._section("yaml")})
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Stop the server."""
        self._server.kill()
        self._server.wait()

    def open(self, file: str, text: str) -> None:
        """Open a file with that text."""
        document = {"uri": self._uri(file), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def complaints(self, file: str) -> list[str]:
        """What the server finds wrong with an open file; waits for something, for before it looks it says nothing."""
        uri = self._uri(file)
        while not self._wrong.get(uri):
            self._next()
        return self._wrong[uri]

    def at(self, method: str, file: str, line: int, character: int) -> Any:
        """Ask for `completion` or `hover` at a place, counted from 0."""
        place = {"line": line, "character": character}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": self._uri(file)}, "position": place})

    def ask(self, method: str, params: object) -> Any:
        """Send a request and wait for its answer."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            heard = self._next()
            if heard.get("id") == self._last and "method" not in heard:
                assert "error" not in heard, heard
                return heard["result"]

    def tell(self, method: str, params: object) -> None:
        """Send a notice, which nobody answers."""
        self._send({"method": method, "params": params})

    def _uri(self, file: str) -> str:
        return (self.root / file).as_uri()

    def _next(self) -> dict[str, Any]:
        """The next thing the server says; its own questions are answered and its complaints kept on the way."""
        heard = self._heard.get(timeout=_PATIENCE)
        if heard.get("method") == "textDocument/publishDiagnostics":
            found = heard["params"]["diagnostics"]
            self._wrong[heard["params"]["uri"]] = [each["message"] for each in found]
        if "id" in heard and "method" in heard:
            wanted = [self._section(item["section"]) for item in heard["params"].get("items", ())]
            asked = heard["method"] == "workspace/configuration"
            self._send({"id": heard["id"], "result": wanted if asked else None})
        return heard

    def _section(self, name: str) -> dict[str, Any]:
        """Settings below a name, in the nested form that VS Code sends."""
        found: dict[str, Any] = {}
        for key, value in self.settings.items():
            *above, last = key.split(".")
            if above[:1] == [name]:
                here = found
                for part in above[1:]:
                    here = here.setdefault(part, {})
                here[last] = value
        return found

    def _send(self, said: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **said}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._server.stdin.flush()

    def _listen(self) -> None:
        stream = self._server.stdout
        assert stream is not None
        while header := stream.readline():
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
                while stream.readline().strip():
                    pass
                self._heard.put(json.loads(stream.read(length)))
