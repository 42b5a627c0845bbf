"""The web server: requests in, answers out, and a stream of news for open pages (Server-Sent Events).

Takes a desk and the server's own pages. Listens where it is told, only reads, and answers only requests that were
meant for it. Which file answers which address is `answers`' affair.
"""

from __future__ import annotations

import errno
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

from generator.diagnostics import Phrase
from generator.errors import UsageError
from generator.serve.answers import OWN, TYPES, Answer, Own, answer, is_expected_host
from generator.serve.desk import Desk
from generator.serve.news import News

_BEAT = 15.0
"""Seconds after which a silent stream says that it is still there, and notices that its page is not."""
_TRIED = 50
"""How many ports above a busy one are tried for a proposal."""


@dataclass(frozen=True, slots=True)
class Site:
    """What requests are answered from."""

    desk: Desk
    own: Own
    news: News
    host: str


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server_version = "portal"
    sys_version = ""
    timeout = 60
    site: ClassVar[Site]

    def do_GET(self) -> None:
        """Answer with a body."""
        self._respond(with_body=True)

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self._respond(with_body=False)

    def handle(self) -> None:
        """Serve until the other end has gone, which browsers do without a word."""
        with suppress(ConnectionError, TimeoutError):
            super().handle()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for findings."""

    def _respond(self, *, with_body: bool) -> None:
        if not is_expected_host(self.headers.get("Host"), self.site.host):
            reply = Answer(421, b"this server answers to localhost and its own address\n", TYPES[".txt"])
            self._send(reply, with_body)
        elif self.path.partition("?")[0] == f"/{OWN}/events" and with_body:
            self._stream()
        else:
            origin = f"http://{self.headers.get('Host')}"
            self._send(answer(self.site.desk, self.site.own, self.path, origin), with_body)

    def _send(self, reply: Answer, with_body: bool) -> None:
        self._head(reply.status, reply.kind, reply.headers)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(reply.body)

    def _head(self, status: int, kind: str, headers: dict[str, str]) -> None:
        self.send_response(status)
        usual = {"Content-Type": kind, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        for name, value in (usual | headers).items():
            self.send_header(name, value)

    def _stream(self) -> None:
        self.close_connection = True
        self._head(200, "text/event-stream; charset=utf-8", {"Connection": "close"})
        self.end_headers()
        number = -1
        with suppress(OSError):
            while True:
                state = self.site.desk.wait(number, _BEAT)
                if state.number == number:
                    self.wfile.write(b": here\n\n")
                else:
                    number = state.number
                    self.wfile.write(b"event: state\ndata: " + self.site.news.of(state) + b"\n\n")
                self.wfile.flush()


class Server(ThreadingHTTPServer):
    """Listens on one address; its threads end with the program."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = sys.platform != "win32"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a connection that broke; what is wrong with a page is among the findings."""


def listen(host: str, port: int, site: Site) -> Server:
    """Return a server that has its port. Raises `UsageError` when it cannot have it, with one that is free."""
    handler = type("SiteHandler", (Handler,), {"site": site})
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    kind = type("SiteServer", (Server,), {"address_family": family})
    try:
        found: Server = kind((host, port), handler)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise UsageError("port {port} is in use", _proposal(host, port, family), port=port) from None
        reason = error.strerror or str(error)
        raise UsageError(
            "cannot listen on {host} port {port}: {reason}",
            "name others: --host, --port",
            host=host,
            port=port,
            reason=reason,
        ) from None
    return found


def _proposal(host: str, port: int, family: socket.AddressFamily) -> Phrase:
    for other in range(port + 1, min(port + _TRIED, 65536)):
        with suppress(OSError), socket.socket(family) as probe:
            probe.bind((host, other))
            said = "port {other} is free: portal serve --port {other}; perhaps `portal serve` runs already"
            return Phrase(said, {"other": other})
    return Phrase("name another one with --port")
