"""`portal serve` inside a test: the server with a portal of the test's own, and requests as a browser sends them.

What is served is not judged here.
"""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from generator.clock import read_clock
from generator.console.words import ENGLISH
from generator.paths import PortalPaths
from generator.serve.desk import State
from generator.serve.server import Serving
from generator.serve.snapshot import ServeOptions
from tests.support.portal import TODAY

PATIENCE = 60.0
"""Seconds after which what was waited for will not come any more."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def file(self) -> bytes:
        """The body without the script that the server puts into pages."""
        head, found, rest = self.body.partition(b'<script src="/_portal/live.js"')
        return head + rest.partition(b"</script>")[2] if found else self.body


@dataclass(slots=True)
class Heard:
    """Collects what the server says to the terminal."""

    states: list[State] = field(default_factory=list)
    files: list[frozenset[str]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def started(self, address: str, state: State) -> None:
        self.states.append(state)

    def changed(self, files: frozenset[str], seconds: float) -> None:
        self.files.append(files)
        self.seconds.append(seconds)

    def found(self, state: State) -> None:
        self.states.append(state)


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    serving: Serving
    heard: Heard
    port: int

    def get(self, target: str, method: str = "GET", host: str | None = None) -> Reply:
        """Send one request as it is written, without tidying the address."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, target, skip_host=True)
            connection.putheader("Host", f"127.0.0.1:{self.port}" if host is None else host)
            connection.endheaders()
            reply = connection.getresponse()
            headers = {name.lower(): value for name, value in reply.getheaders()}
            return Reply(reply.status, headers, reply.read())
        finally:
            connection.close()

    def news(self) -> dict[str, Any]:
        """Return what an open page is told first."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", "/_portal/events")
            reply = connection.getresponse()
            while not (line := reply.readline()).startswith(b"data: "):
                assert line, "the stream ended"
            found: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
            return found
        finally:
            connection.close()

    @property
    def state(self) -> State:
        """The sites and findings at this moment."""
        return self.serving.desk.state

    def after(self, change: Callable[[], object]) -> State:
        """Make a change and return the state once the server has read it."""
        before = len(self.heard.files)
        change()
        until(lambda: len(self.heard.files) > before)
        return self.state


def until(true: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)


@contextmanager
def serving(paths: PortalPaths, options: ServeOptions | None = None, today: str = TODAY) -> Iterator[Served]:
    """Serve a portal on a free port until the block ends."""
    heard = Heard()
    found = Serving(paths, options or ServeOptions(port=0), lambda: read_clock(today), ENGLISH, heard)
    with found:
        thread = threading.Thread(target=found.run, daemon=True)
        thread.start()
        yield Served(found, heard, int(found.address.rstrip("/").rpartition(":")[2]))
    thread.join(PATIENCE)
    assert not thread.is_alive()
