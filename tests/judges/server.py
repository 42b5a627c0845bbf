"""A site as a static host gives it: gzip, content types, `_headers` as response headers, its own 404 pages.

Takes a site's folder and the path of its address; returns answers, and serves them on a free port of loopback.
With a certificate it speaks HTTPS. Nothing here knows what the pages say.
"""

from __future__ import annotations

import gzip
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ics": "text/calendar; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
_ALREADY_SMALL = (".webp", ".avif", ".png", ".woff2")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: status, headers in order, and the body as it goes over the line."""

    status: int
    headers: dict[str, str]
    body: bytes = b""


Rules = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Patterns of paths below the site, and the headers that each of them adds."""


def read_headers(text: str) -> Rules:
    """Return the rules of a `_headers` file: a line with a path, then indented lines with a header each."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            rules.append((line.strip(), []))
            continue
        name, _, value = line.strip().partition(":")
        rules[-1][1].append((name.strip(), value.strip()))
    return tuple((pattern, tuple(headers)) for pattern, headers in rules)


@dataclass(frozen=True)
class StaticSite:
    """A site's folder below the path `prefix`, which begins and ends with a slash."""

    folder: Path
    prefix: str = "/"
    rules: Rules = field(default=())

    @classmethod
    def read(cls, folder: Path, prefix: str = "/") -> StaticSite:
        """Return the site with the rules of its `_headers`, if it has any."""
        file = folder / "_headers"
        return cls(folder, prefix, read_headers(file.read_text("utf-8")) if file.is_file() else ())

    def answer(self, target: str, *, takes_gzip: bool) -> Answer:
        """Return what a static host answers to GET `target`."""
        path = unquote(urlsplit(target).path)
        if not path.startswith(self.prefix) or ".." in PurePosixPath(path).parts:
            return Answer(404, {"Content-Type": TYPES[".txt"]}, b"Not here.\n")
        below = path.removeprefix(self.prefix)
        file = self.folder / below
        if file.is_dir() and below and not below.endswith("/"):
            return Answer(301, {"Location": f"{path}/"})
        if file.is_dir():
            file /= "index.html"
        if file.is_file():
            return self._file(200, file, below, takes_gzip=takes_gzip)
        return self._file(404, self._not_found(below), below, takes_gzip=takes_gzip)

    def _not_found(self, below: str) -> Path:
        language = self.folder / below.partition("/")[0] / "404.html"
        return language if language.is_file() else self.folder / "404.html"

    def _file(self, status: int, file: Path, below: str, *, takes_gzip: bool) -> Answer:
        headers = {"Content-Type": TYPES.get(file.suffix, "application/octet-stream")}
        for pattern, added in self.rules:
            if fnmatchcase(f"/{below}", pattern):
                headers |= dict(added)
        body = file.read_bytes()
        if takes_gzip and file.suffix not in _ALREADY_SMALL:
            body = gzip.compress(body, 6, mtime=0)
            headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        return Answer(status, headers, body)


def _handler(site: StaticSite) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._send(with_body=True)

        def do_HEAD(self) -> None:
            self._send(with_body=False)

        def _send(self, *, with_body: bool) -> None:
            takes_gzip = "gzip" in self.headers.get("Accept-Encoding", "")
            answer = site.answer(self.path, takes_gzip=takes_gzip)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if with_body:
                self.wfile.write(answer.body)

        def log_message(self, format: str, *args: Any) -> None:
            return

        def handle(self) -> None:
            with suppress(ConnectionError, ssl.SSLError):  # a browser drops the connections that it kept
                super().handle()

    return Handler


@contextmanager
def serving(site: StaticSite, certificate: Path | None = None) -> Iterator[int]:
    """Serve a site; give the port. `certificate` is a PEM file with key and certificate."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(site)) as server:
        server.daemon_threads = True
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            # the handshake belongs to the connection's own thread, else one slow client stops all others
            server.socket = context.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()
