"""The server of the judges answers as a static host does."""

from __future__ import annotations

import gzip
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.judges.server import StaticSite, read_headers, serving

HEADERS = "# all\n/*\n  X-One: a: b\n  X-Two: c\n\n/assets/*\n  Cache-Control: max-age=60\n"


@pytest.fixture
def site(tmp_path: Path) -> StaticSite:
    """A site of a few files below /mentor/."""
    files = {
        "_headers": HEADERS,
        "index.html": "<p>home</p>",
        "404.html": "<p>lost</p>",
        "ar/index.html": "<p>ar</p>",
        "ar/404.html": "<p>lost in ar</p>",
        "assets/a.css": "p{}",
        "media/a.webp": "picture",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return StaticSite.read(tmp_path, "/mentor/")


def test_a_headers_file_gives_rules() -> None:
    """A path, then its headers; a value may have colons."""
    assert read_headers(HEADERS) == (
        ("/*", (("X-One", "a: b"), ("X-Two", "c"))),
        ("/assets/*", (("Cache-Control", "max-age=60"),)),
    )


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/mentor/", 200, b"<p>home</p>"),
        ("/mentor/ar/?x=1", 200, b"<p>ar</p>"),
        ("/mentor/ar", 301, b""),
        ("/mentor/nothing/", 404, b"<p>lost</p>"),
        ("/mentor/ar/nothing/", 404, b"<p>lost in ar</p>"),
        ("/mentor/../secret", 404, b"Not here.\n"),
        ("/other/", 404, b"Not here.\n"),
    ],
)
def test_addresses(site: StaticSite, path: str, status: int, body: bytes) -> None:
    """Folders end in a slash; what is not there gets the 404 page of its language."""
    found = site.answer(path, takes_gzip=False)
    assert (found.status, found.body) == (status, body)


def test_a_rule_holds_for_the_paths_that_fit(site: StaticSite) -> None:
    """The paths of `_headers` are below the site, whatever folder of its host the site is in."""
    home, style = (site.answer(f"/mentor/{name}", takes_gzip=False).headers for name in ("", "assets/a.css"))
    assert [("X-One" in found, "Cache-Control" in found) for found in (home, style)] == [
        (True, False),
        (True, True),
    ]


@pytest.mark.parametrize(
    ("path", "takes_gzip", "encoding"),
    [("", True, "gzip"), ("", False, None), ("media/a.webp", True, None)],
)
def test_text_is_compressed_for_those_who_take_it(
    site: StaticSite, path: str, takes_gzip: bool, encoding: str | None
) -> None:
    """Pictures are small already."""
    found = site.answer(f"/mentor/{path}", takes_gzip=takes_gzip)
    assert found.headers.get("Content-Encoding") == encoding


def test_it_serves_over_a_connection_that_stays_open(site: StaticSite) -> None:
    """Two requests on one connection, the second with compression and the right type."""
    with serving(site) as port:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("HEAD", "/mentor/")
        first = connection.getresponse()
        length = (first.read(), first.headers["Content-Length"])
        connection.request("GET", "/mentor/assets/a.css", headers={"Accept-Encoding": "gzip"})
        second = connection.getresponse()
        body, kind = gzip.decompress(second.read()), second.headers["Content-Type"]
        connection.close()
    assert (length, body, kind) == ((b"", "11"), b"p{}", "text/css; charset=utf-8")
