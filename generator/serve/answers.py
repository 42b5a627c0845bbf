"""A request becomes an answer: which file, which type, which headers. Pure but for asking the desk.

Takes method, path and Host header; returns status, headers and body. Reads nothing from the disk by a path that
somebody sent: a path is only looked up among the files that the sites have.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import quote, unquote_to_bytes, urlsplit

from generator.render.policy import HEADERS
from generator.serve.desk import Desk

OWN = "_portal"
"""The first part of addresses that are the server's own; no site can be called so."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}
_UNKNOWN = "application/octet-stream"
_ID = re.compile(r"[a-z0-9-]+")
_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(:\d{1,5})?")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent."""

    status: int
    body: bytes = b""
    kind: str = TYPES[".html"]
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Own:
    """The server's own pages: the start page, one that says why there is no other, and files by name."""

    start: Callable[[], bytes]
    nothing: Callable[[str], bytes]
    files: dict[str, bytes]


def is_expected_host(header: str | None, host: str) -> bool:
    """Whether a request was meant for this server: by its number, as `localhost`, or by the name in `--host`.

    A page elsewhere can make a browser send requests here under a name of its own (DNS rebinding); numbers cannot
    be taken over in this way.
    """
    found = _HOST.fullmatch(header or "")
    if found is None:
        return False
    name = found[1].strip("[]").rstrip(".").casefold()
    if name == "localhost" or name.endswith(".localhost") or name == host.casefold():
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def read_path(target: str) -> tuple[str, ...] | None:
    """Return the parts of a request's path, decoded; the last one is empty after a slash at the end.

    `None` for what no address of a site can be: steps up, backslashes, control characters, no UTF-8.
    """
    try:
        path = unquote_to_bytes(urlsplit(target).path).decode()
    except ValueError:
        return None
    parts = tuple(path.removeprefix("/").split("/"))
    if not path.startswith("/") or any(character < " " or character in "\\\x7f" for character in path):
        return None
    if any(part in (".", "..") for part in parts) or "" in parts[:-1]:
        return None
    return parts


def answer(desk: Desk, own: Own, target: str, origin: str) -> Answer:
    """Answer a GET for `target`; `origin` is the server's own address, `http://127.0.0.1:8000`."""
    parts = read_path(target)
    if parts is None:
        return Answer(400, b"this is no address here\n", TYPES[".txt"])
    if parts == ("",):
        return Answer(200, with_script(own.start(), "", _start_key(desk)))
    if parts[0] == OWN:
        asset = own.files.get("/".join(parts[1:]))
        return Answer(200, asset, type_of(parts[-1])) if asset is not None else _text(404)
    site, path = parts[0], "/".join(parts[1:])
    face = desk.state.face(site)
    key = face.key if face else "-"
    file = f"{path}index.html" if not path or path.endswith("/") else path
    body = desk.file(site, file) if len(parts) > 1 else None
    if isinstance(body, bytes):
        return _found(file, body, site, key)
    if body is None and parts[-1] and isinstance(desk.file(site, f"{path}/index.html".lstrip("/")), bytes):
        return _moved("/" + "/".join(quote(part) for part in parts) + "/")
    if body is None and face is not None:
        language = parts[1] if parts[1:] and parts[1] in face.languages else face.languages[0]
        page = desk.not_found(site, language, f"{origin}/{site}/")
        if page is not None:
            return Answer(404, with_script(page, site, key), headers=dict(HEADERS))
    plain = site if _ID.fullmatch(site) else ""
    return Answer(503 if desk.state.errors else 404, with_script(own.nothing(plain), plain, key))


def with_script(page: bytes, site: str, key: str) -> bytes:
    """Return a page with the script that loads it again; nothing else in it is touched."""
    tag = f'<script src="/{OWN}/live.js" data-site="{site}" data-key="{key}" defer></script>'.encode()
    return page.replace(b"</head>", tag + b"</head>", 1)


def type_of(path: str) -> str:
    """Return the content type of a file."""
    return TYPES.get(PurePosixPath(path).suffix.lower(), _UNKNOWN)


def _start_key(desk: Desk) -> str:
    return str(desk.state.number)


def _found(path: str, body: bytes, site: str, key: str) -> Answer:
    kind = type_of(path)
    if kind != TYPES[".html"]:
        return Answer(200, body, kind)
    return Answer(200, with_script(body, site, key), kind, dict(HEADERS))


def _moved(place: str) -> Answer:
    return Answer(302, headers={"Location": place})


def _text(status: int) -> Answer:
    return Answer(status, b"there is no such file\n", TYPES[".txt"])
