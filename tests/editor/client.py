"""A client of yaml-language-server over standard input and output: the program behind YAML in most editors.

Takes a folder, opens files in it; returns what an editor would show: diagnostics, hover texts, completions.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SERVER = HERE / "node_modules/yaml-language-server/bin/yaml-language-server"
_SECONDS = 30.0

Mark = tuple[int, int, str]
"""Line and column, from 1, and the message."""


def need_server() -> str:
    """Return the command that runs the server's program; say how to get what is missing."""
    node = shutil.which("node")
    assert node, "the editor's language server needs Node.js 20 or newer: apt-get install nodejs npm"
    assert SERVER.is_file(), (
        "the editor's language server is not installed: make tests/editor/node_modules/.installed"
    )
    return node


class LanguageServer:
    """One running server. Use it as a context."""

    def __init__(self, root: Path, settings: dict[str, Any] | None = None) -> None:
        self._root = root
        self._settings = {
            "validate": True,
            "hover": True,
            "completion": True,
            "schemaStore": {"enable": False},
            **(settings or {}),
        }
        self._answers: dict[int, queue.Queue[Any]] = {}
        self._diagnostics: dict[str, queue.Queue[list[dict[str, Any]]]] = {}
        self._number = 0
        self._lock = threading.Lock()

    def __enter__(self) -> LanguageServer:
        environment = {**os.environ, "NODE_OPTIONS": "", "HOME": str(self._root)}
        self._process = subprocess.Popen(
            [need_server(), str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        threading.Thread(target=self._read, daemon=True).start()
        uri = self._root.as_uri()
        self._ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": uri,
                "capabilities": {
                    "workspace": {
                        "configuration": True,
                        "didChangeConfiguration": {"dynamicRegistration": True},
                    },
                    "textDocument": {"hover": {"contentFormat": ["markdown"]}},
                },
                "workspaceFolders": [{"uri": uri, "name": "portal"}],
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": self._settings}})
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    def diagnostics(self, names: Iterable[str]) -> dict[str, list[Mark]]:
        """Open files of the folder and return what is marked in each."""
        opened = {name: self._open(name, (self._root / name).read_text("utf-8")) for name in names}
        return {name: self._marks(uri) for name, uri in opened.items()}

    def marks(self, folder: str, text: str) -> list[Mark]:
        """Return what is marked in a new file with this text in a folder."""
        return self._marks(self._new(folder, text))

    def marks_of(self, name: str, text: str) -> list[Mark]:
        """Return what is marked in the file of this name when it has this text."""
        return self._marks(self._open(name, text))

    def hover(self, folder: str, text: str, line: int, column: int) -> str:
        """Return what an editor shows for the word at a place of a new file, in Markdown."""
        answer = self._ask("textDocument/hover", self._at(folder, text, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def completions(self, folder: str, text: str, line: int, column: int) -> dict[str, str]:
        """Return what an editor offers at a place of a new file: labels with the text that is inserted."""
        answer = self._ask("textDocument/completion", self._at(folder, text, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: item.get("insertText", "") for item in items}

    def _at(self, folder: str, text: str, line: int, column: int) -> dict[str, Any]:
        uri = self._new(folder, text)
        return {"textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}}

    def _new(self, folder: str, text: str) -> str:
        self._number += 1
        return self._open(f"{folder}/new-{self._number}.yml", text)

    def _open(self, name: str, text: str) -> str:
        uri = (self._root / name).as_uri()
        self._diagnostics[uri] = queue.Queue()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _marks(self, uri: str) -> list[Mark]:
        found = self._diagnostics[uri].get(timeout=_SECONDS)
        places = [(one["range"]["start"], one["message"]) for one in found]
        return sorted((place["line"] + 1, place["character"] + 1, message) for place, message in places)

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._number += 1
        number = self._number
        self._answers[number] = queue.Queue()
        self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        return self._answers[number].get(timeout=_SECONDS)

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode()
        stream = self._process.stdin
        assert stream is not None
        with self._lock:
            stream.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
            stream.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            length = 0
            while (line := stream.readline().strip()) != b"":
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            if not length:
                return
            self._handle(json.loads(stream.read(length)))

    def _handle(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method is None:
            self._answers[message["id"]].put(message.get("result"))
        elif method == "textDocument/publishDiagnostics":
            waiting = self._diagnostics.get(message["params"]["uri"])
            if waiting is not None:
                waiting.put(message["params"]["diagnostics"])
        elif "id" in message:
            self._send({"jsonrpc": "2.0", "id": message["id"], "result": self._answer(message)})

    def _answer(self, message: dict[str, Any]) -> Any:
        """Answer what the server asks: its settings; everything else is granted."""
        if message["method"] != "workspace/configuration":
            return None
        sections = [item.get("section") for item in message["params"]["items"]]
        return [self._settings if section == "yaml" else {} for section in sections]
