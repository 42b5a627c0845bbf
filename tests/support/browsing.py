"""The built sites in a real browser: a server on loopback, Chromium, and the six sites with a page of every kind.

What a page must be like is not decided here.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.clock import read_clock
from generator.paths import PortalPaths
from generator.verdict.portal import check_portal
from tests.support.builds import ROOT
from tests.support.portal import TODAY

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its languages in order, and the file of one page of every kind in each of them.

    `path` is where its own address has it on its host, without slashes around; empty for the root. Of several
    pages of a kind the longest was taken.
    """

    id: str
    folder: Path
    path: str
    languages: tuple[str, ...]
    pages: dict[tuple[str, str], str]

    @property
    def default(self) -> str:
        """The language at the root."""
        return self.languages[0]

    def size(self, kind: str, language: str) -> int:
        """The length of the page in bytes."""
        return (self.folder / self.pages[kind, language]).stat().st_size

    def address(self, kind: str, language: str) -> str:
        """The address of the page below the site; empty for the home page of the default language."""
        return self.pages[kind, language].removesuffix("index.html")


def read_sites(output: Path) -> dict[str, Site]:
    """Return the sites that were built from the repository's content into `output`."""
    found = {}
    for plan in check_portal(PortalPaths(ROOT), read_clock(TODAY)).plans:
        folder = output / plan.id
        path = urlsplit(plan.addresses.base).path.strip("/")
        pages = {
            ("not-found", language): plan.addresses.path(language, "404.html") for language in plan.languages
        }
        for page in plan.pages:
            file = plan.addresses.path(page.language, page.route)
            rival = pages.setdefault((page.kind, page.language), file)
            if (folder / file).stat().st_size > (folder / rival).stat().st_size:
                pages[page.kind, page.language] = file
        found[plan.id] = Site(plan.id, folder, path, plan.languages, pages)
    return found


def pages_of(kind: str, sites: dict[str, Site]) -> dict[str, Site]:
    """Return for each language the site that has the longest page of the kind in it."""
    found: dict[str, Site] = {}
    for site in sites.values():
        for language in site.languages:
            rival = found.get(language, site)
            if (kind, language) in site.pages and site.size(kind, language) >= rival.size(kind, language):
                found[language] = site
    return found


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word, over connections that stay open."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        return

    def handle(self) -> None:
        # A browser that is closed drops the connections that it kept open, and pictures that are under way.
        with suppress(ConnectionResetError, BrokenPipeError):
            super().handle()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of loopback; give its address, with a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def hosted(site: Site, empty: Path) -> Iterator[str]:
    """Serve one site where its own address has it, with the help of an empty folder; give its address."""
    if not site.path:
        with served(site.folder) as root:
            yield root
        return
    (empty / site.path).parent.mkdir(parents=True, exist_ok=True)
    (empty / site.path).symlink_to(site.folder)
    with served(empty) as root:
        yield f"{root}{site.path}/"


def chromium() -> str:
    """Return the path of the system's Chromium, or fail: without it nothing is known about what readers see."""
    for name in (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name) if name else None
        if found:
            return found
    pytest.fail(
        "there is no Chromium: `sh tests/tools/need-chromium` installs it, or set CHROMIUM to its path"
    )


@contextmanager
def launched() -> Iterator[Browser]:
    """Start Chromium, which can reach nothing but loopback."""
    arguments = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        try:
            yield browser
        finally:
            browser.close()
