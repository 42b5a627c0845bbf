"""Requests become answers: what is meant for the server, what an address may be, what is sent with a file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.serve.answers import is_expected_host, read_path, type_of, with_script
from tests.support.portal import copy_small
from tests.support.serving import Served, serving


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A small portal, served."""
    with serving(copy_small(tmp_path_factory.mktemp("answers") / "portal")) as found:
        yield found


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("127.0.0.1:8000", True),
        ("localhost:8000", True),
        ("LOCALHOST", True),
        ("kvinfo.localhost:8000", True),
        ("[::1]:8000", True),
        ("192.0.2.7:8000", True),
        ("my-machine:8000", True),
        ("evil.example.org", False),
        ("127.0.0.1.example.org", False),
        ("localhost.example.org:8000", False),
        ("", False),
        (None, False),
        ("127.0.0.1:8000, evil.example.org", False),
    ],
)
def test_host(header: str | None, expected: bool) -> None:
    """A request under a name that somebody else can point here is none for this server."""
    assert is_expected_host(header, "my-machine") == expected


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("/", ("",)),
        ("/kvinfo/", ("kvinfo", "")),
        ("/kvinfo/calls/x.ics?a=b#c", ("kvinfo", "calls", "x.ics")),
        ("/kvinfo/%C3%A6/", ("kvinfo", "æ", "")),
        ("/kvinfo/../secret", None),
        ("/kvinfo/%2e%2e/secret", None),
        ("/kvinfo/..%2fsecret", None),
        ("/kvinfo//x", None),
        ("//evil.example.org/", ("",)),
        ("/kvinfo/%00", None),
        ("/kvinfo/a%5cb", None),
        ("/kvinfo/%ff", None),
        ("http://[", None),
        ("*", None),
    ],
)
def test_path(target: str, parts: tuple[str, ...] | None) -> None:
    """An address is taken apart after decoding; what leads elsewhere is none."""
    assert read_path(target) == parts


def test_script_is_all_that_is_added() -> None:
    """The script stands at the end of the head, once; the rest of the page is as it was."""
    page = b"<html><head><title>x</title></head><body></head></body></html>"
    tag = b'<script src="/_portal/live.js" data-site="a" data-key="k" defer></script>'
    assert with_script(page, "a", "k") == page.replace(b"</head>", tag + b"</head>", 1)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("feeds/events.ics", "text/calendar; charset=utf-8"),
        ("feeds/a.vcf", "text/vcard; charset=utf-8"),
        ("api/calls.json", "application/json; charset=utf-8"),
        ("feeds/calls.xml", "application/xml; charset=utf-8"),
        ("media/a.WEBP", "image/webp"),
        ("_headers", "application/octet-stream"),
    ],
)
def test_type(path: str, kind: str) -> None:
    """A file's type follows from its name; texts are UTF-8."""
    assert type_of(path) == kind


def test_headers_of_a_page(served: Served) -> None:
    """A page comes with the site's policy, and nobody keeps it."""
    headers = served.get("/broen/").headers
    named = ("content-type", "cache-control", "x-content-type-options", "x-frame-options")
    assert [headers[name] for name in named] == ["text/html; charset=utf-8", "no-store", "nosniff", "DENY"]
    assert "script-src 'self'" in headers["content-security-policy"]


def test_head(served: Served) -> None:
    """HEAD gives the length and no body."""
    page, head = served.get("/broen/"), served.get("/broen/", "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == page.headers["content-length"] == str(len(page.body))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_only_reading(served: Served, method: str) -> None:
    """Nothing but GET and HEAD is answered."""
    assert served.get("/broen/", method).status == 501


def test_strange_host(served: Served) -> None:
    """A request under another name gets nothing of the portal."""
    reply = served.get("/broen/", host="evil.example.org")
    assert (reply.status, b"Broen" in reply.body) == (421, False)


@pytest.mark.parametrize(
    ("target", "place"),
    [("/broen", "/broen/"), ("/broen/about", "/broen/about/"), ("/broen/en/about?x=1", "/broen/en/about/")],
)
def test_missing_slash(served: Served, target: str, place: str) -> None:
    """The address of a page without its slash leads to the page."""
    reply = served.get(target)
    assert (reply.status, reply.headers["location"]) == (302, place)


@pytest.mark.parametrize(
    ("target", "language"),
    [("/broen/nothing/", "da"), ("/broen/en/nothing.txt", "en"), ("/broen/en/a/b/", "en")],
)
def test_not_found(served: Served, target: str, language: str) -> None:
    """A missing page is the site's own 404 page in the language of the address; its links stay on the server."""
    reply = served.get(target)
    page = reply.body.decode()
    assert (reply.status, f'<html lang="{language}"' in page) == (404, True)
    assert 'href="/broen/assets/portal/portal.css"' in page
    assert 'href="/assets' not in page


@pytest.mark.parametrize(
    "target", ["/nothing/", "/nothing", "/favicon.ico", "/_portal/nothing.js", "/_portal/"]
)
def test_no_site(served: Served, target: str) -> None:
    """Where no site is, there is a 404 page of the server."""
    assert served.get(target).status == 404


@pytest.mark.parametrize(
    "target", ["/broen/../../etc/passwd", "/_portal/%2e%2e/server.py", "/broen/%2e%2e%2fx"]
)
def test_no_way_out(served: Served, target: str) -> None:
    """No address leads to another file of the machine."""
    assert served.get(target).status == 400


def test_news(served: Served) -> None:
    """An open page is told the keys of all sites at once, and that nothing is wrong."""
    news = served.news()
    assert news["sites"] == {"": str(served.state.number), "broen": served.state.faces[0].key}
    assert news["problems"] == []
