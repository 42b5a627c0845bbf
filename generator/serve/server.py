"""`portal serve`, top to bottom: start the builder, read, listen; read again after each change, make pages ahead.

Takes a portal, options, a clock and whoever listens; runs until it is interrupted. Writes nothing but the store of
pictures, least of all into `public/`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from generator.clock import Clock
from generator.errors import UsageError
from generator.paths import PortalPaths
from generator.serve.builder import Builder
from generator.serve.desk import Desk, State
from generator.serve.news import News, Speaker
from generator.serve.own_pages import own_pages
from generator.serve.snapshot import ServeOptions
from generator.serve.watch import Watch
from generator.serve.web import Server, Site, listen

_QUIET = 0.4
"""Seconds after a change that belong to whoever looks at a page."""


class Listener(Protocol):
    """Somebody who wants to know what happens."""

    def started(self, address: str, state: State) -> None:
        """Say where the sites are."""

    def changed(self, files: frozenset[str], seconds: float) -> None:
        """Say which files were read anew, and how long that took."""

    def found(self, state: State) -> None:
        """Say what is wrong; called when the findings or the sites are others than before."""


class Serving:
    """A server that listens; a context manager that ends it."""

    def __init__(
        self,
        paths: PortalPaths,
        options: ServeOptions,
        clock: Callable[[], Clock],
        speaker: Speaker,
        listener: Listener,
    ) -> None:
        """Read the portal once and listen. Raises `UsageError`."""
        self._paths = paths
        self._clock = clock
        self._listener = listener
        self._builder = Builder(paths, options)
        self._watch = Watch(paths, notices=options.notices)
        self._ahead = threading.Event()
        self._ended = False
        self._told = 0
        self.desk = Desk(paths, self._builder, self._watch.wake.set)
        news = News(paths, speaker)
        site = Site(self.desk, own_pages(self.desk, news, speaker), news, options.host)
        try:
            self._server = listen(options.host, options.port, site)
            self._read()
            self._refuse()
        except BaseException:
            self._close_builder()
            raise
        self.address = _address(self._server, options.host)

    def __enter__(self) -> Serving:
        work: tuple[tuple[Callable[[], None], str], ...] = (
            (lambda: self._server.serve_forever(0.1), "web"),
            (self._make_ahead, "ahead"),
        )
        for target, name in work:
            threading.Thread(target=target, name=f"portal-{name}", daemon=True).start()
        self._ahead.set()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended = True
        self._ahead.set()
        self._watch.wake.set()
        self._server.shutdown()
        self._server.server_close()
        self._close_builder()

    def run(self) -> None:
        """Say where the sites are; read again after each change, until interrupted."""
        self._told = self.desk.state.number
        self._listener.started(self.address, self.desk.state)
        while not self._ended:
            self.step(self._watch.interval)

    def step(self, seconds: float) -> None:
        """Wait for a change, at most so long, and read what there is to read."""
        files = self._watch.changes(seconds)
        until = self.desk.snapshot.until
        if files or self.desk.is_outdated or (until is not None and self._clock().now >= until):
            begun = time.monotonic()
            self._read()
            self._ahead.set()
            if files:
                self._listener.changed(files, time.monotonic() - begun)
        state = self.desk.state
        if state.number != self._told:
            self._told = state.number
            self._listener.found(state)

    def _read(self) -> None:
        self.desk.read(self._clock())

    def _refuse(self) -> None:
        refused = self.desk.snapshot.refused
        if refused:
            raise UsageError(*refused)

    def _make_ahead(self) -> None:
        """Make what nobody has asked for yet, one language of one site after the other."""
        while not self._ended:
            self._ahead.wait()
            self._ahead.clear()
            time.sleep(_QUIET)
            for face in self.desk.state.faces:
                parts = () if self.desk.is_complete(face) else (None, *face.languages)
                good = [self._is_made(face.id, face.key, part) for part in parts]
                if self.desk.state.face(face.id) == face and all(good):
                    self.desk.complete(face.id, face.key)

    def _is_made(self, site: str, key: str, language: str | None) -> bool:
        face = self.desk.state.face(site)
        if self._ended or face is None or face.key != key:
            return False  # another state has come; it is made in its turn
        return self.desk.make_ahead(site, language)

    def _close_builder(self) -> None:
        try:
            self._watch.close()
        finally:
            with suppress(OSError):
                self._builder.close()


def _address(server: Server, host: str) -> str:
    """The address to open: a server for all addresses is reached at the machine's own, too."""
    everywhere = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 - nothing is bound here
    shown = everywhere.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{server.server_address[1]}/"
