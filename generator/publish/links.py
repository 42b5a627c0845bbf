"""Where an address in a page leads, without asking a network.

Takes the absolute address of a site and its list of files, and resolves relative, root-relative and absolute
addresses as a browser and a plain file host would. It reads no file and knows nothing of fragments' targets.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Collection
from enum import Enum
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = frozenset({"http", "https", "webcal"})
_NO_REQUEST = frozenset({"about", "blob", "data", "geo", "javascript", "mailto", "sms", "tel", "xmpp"})


class Kind(Enum):
    """What an address leads to."""

    FILE = "a file of the site"
    MISSING = "inside the site, but no file"
    NEIGHBOUR = "the site's host, outside the site"
    ELSEWHERE = "another host"
    NO_REQUEST = "nothing that is asked for over the web"


class Target(NamedTuple):
    """Where an address leads: for a file or a missing one its path below the site, and the fragment."""

    kind: Kind
    path: str = ""
    fragment: str = ""


class Resolver:
    """Resolves the addresses of one site; remembers what it has resolved."""

    def __init__(self, url: str, files: Collection[str]) -> None:
        """`url` is the site's absolute address with a slash at the end, `files` are paths below the site."""
        parts = urlsplit(url)
        self._host = parts.netloc.casefold()
        self._base = _decoded(parts.path) or "/"
        self._files = files
        self._known: dict[tuple[str, str], Target] = {}

    def resolve(self, page: str, url: str) -> Target:
        """Return where `url` leads from the file `page`. An empty address means the page itself."""
        url = url.strip()
        address, _, fragment = url.partition("#")
        address = address.partition("?")[0]
        if not address:
            return Target(Kind.FILE, page, _fragment(fragment))
        key = _from_folder(page.rpartition("/")[0], address)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._locate(*key)
        return known if not fragment else known._replace(fragment=_fragment(fragment))

    def _locate(self, folder: str, address: str) -> Target:
        scheme = _SCHEME.match(address) if ":" in address else None
        if scheme and scheme[1].casefold() in _NO_REQUEST:
            return Target(Kind.NO_REQUEST)
        if scheme and scheme[1].casefold() not in _WEB:
            return Target(Kind.ELSEWHERE)
        if scheme or address.startswith("//"):
            return self._absolute(address)
        path = _decoded(address)
        if path.startswith("/"):
            inside = path.startswith(self._base)
            return self._file(path.removeprefix(self._base)) if inside else Target(Kind.MISSING, path)
        return self._file(posixpath.join(folder, path))

    def _absolute(self, address: str) -> Target:
        try:
            parts = urlsplit(address)
        except ValueError:
            return Target(Kind.ELSEWHERE)
        if parts.netloc.casefold() != self._host:
            return Target(Kind.ELSEWHERE)
        path = _decoded(parts.path) or "/"
        if not path.startswith(self._base):
            return Target(Kind.NEIGHBOUR)
        return self._file(path.removeprefix(self._base))

    def _file(self, path: str) -> Target:
        is_folder = path.rpartition("/")[2] in {"", ".", ".."}
        path = posixpath.normpath(path) if path else "."
        if is_folder:
            path = "index.html" if path == "." else f"{path}/index.html"
        return Target(Kind.FILE if path in self._files else Kind.MISSING, path)


def _from_folder(folder: str, address: str) -> tuple[str, str]:
    """Go up as many folders as the address begins with steps up: what is left is the same for many pages."""
    if address[0] == "/" or (":" in address and _SCHEME.match(address)):
        return "", address
    if ":" in address or "//" in address:  # what is left could be taken for a scheme, or begin at the root
        return folder, address
    while folder and address.startswith("../"):
        folder, address = folder.rpartition("/")[0], address[3:] or "./"
    if folder and address[0] not in "/." and "%" not in address:
        return "", f"{folder}/{address}"
    return folder, address


def _decoded(path: str) -> str:
    return unicodedata.normalize("NFC", unquote(path)) if "%" in path or not path.isascii() else path


def _fragment(text: str) -> str:
    return unquote(text.partition(":~:")[0])
