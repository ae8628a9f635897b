"""A small client for a language server over standard input and output, with a bound on every wait."""

import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds for one answer of a machine that is busy with other things
SETTINGS = {
    "yaml": {"schemaStore": {"enable": False}, "validate": True, "hover": True, "completion": True},
    "http": {},
    "[yaml]": {"editor.tabSize": 2},
}


class Client:
    """One server and the documents opened in it."""

    def __init__(self, command: list[str], root: Path) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=root
        )
        self.messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.number = 0
        self.version = 1
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        threading.Thread(target=self._listen, daemon=True).start()
        capabilities = {
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
            },
            "workspace": {"configuration": True, "didChangeWatchedFiles": {"dynamicRegistration": True}},
        }
        folders = [{"uri": root.as_uri(), "name": "root"}]
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities,
                                "workspaceFolders": folders})  # fmt: skip
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while True:
            length = 0
            while (line := stream.readline().strip()) != b"":
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                self.messages.put(None)
                return
            self.messages.put(json.loads(stream.read(length)))

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _next(self) -> dict[str, Any]:
        """The next message; the server's own questions are answered, its diagnostics kept."""
        message = self.messages.get(timeout=PATIENCE)
        assert message is not None, "the server has ended"
        if "method" in message and "id" in message:
            wanted = message.get("params", {}).get("items", [])
            result = [SETTINGS.get(item.get("section"), {}) for item in wanted] if wanted else None
            self._send({"id": message["id"], "result": result})
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """A question, and its answer."""
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def tell(self, method: str, params: dict[str, Any]) -> None:
        """A message without an answer."""
        self._send({"method": method, "params": params})

    def open(self, path: Path, text: str | None = None) -> list[dict[str, Any]]:
        """Opens a document, or gives it another text, and waits for what the server says of it."""
        uri = path.as_uri()
        text = path.read_text(encoding="utf-8") if text is None else text
        self.version += 1
        if uri in self.diagnostics:
            changes = [{"text": text}]
            document = {"uri": uri, "version": self.version}
            self.diagnostics.pop(uri)
            self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
        else:
            document = {"uri": uri, "languageId": "yaml", "version": self.version, "text": text}
            self.tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self.diagnostics:
            self._next()
        return self.diagnostics[uri]

    def complete(self, path: Path, line: int, column: int) -> list[dict[str, Any]]:
        """What the server proposes at a place, counted from 0."""
        place = {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}
        found = self.ask("textDocument/completion", place)
        return found["items"] if isinstance(found, dict) else found or []

    def hover(self, path: Path, line: int, column: int) -> str:
        """The words shown over a place, counted from 0."""
        place = {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}
        found = self.ask("textDocument/hover", place)
        return found["contents"]["value"] if found else ""

    def changed(self, path: Path) -> None:
        """Tells the server that a file has changed on the disk."""
        self.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": path.as_uri(), "type": 2}]})

    def close(self) -> None:
        """Ends the server, kindly and then firmly."""
        try:
            self.ask("shutdown", {})
            self.tell("exit", {})
            self.process.wait(5)
        except Exception:  # noqa: BLE001 - whatever happened, it must not live on
            self.process.kill()
        finally:
            self.process.kill()
            self.process.wait(10)
            for stream in (self.process.stdin, self.process.stdout):
                if stream:
                    stream.close()
