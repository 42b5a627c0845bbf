"""Private texts in files."""

from __future__ import annotations

import gzip
import html
import json
from urllib.parse import quote

import pytest

from generator.publish.private import PrivateTexts, masked

NAME = "Åse O'Brien & Søn"


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("index.html", f"<p>\n{NAME}</p>".encode()),
        ("index.html", f"<p>\n{html.escape(NAME)}</p>".encode()),
        ("index.html", f"<p>\n{html.escape(NAME, quote=False)}</p>".encode()),
        ("index.html", "<p>\nÅse&nbsp;O&#x27;Brien\u00a0&amp;  Søn</p>".encode()),
        ("index.json", ("\n" + json.dumps({"text": NAME})).encode()),
        ("index.html", f"\n<a href='?name={quote(NAME)}'>".encode()),
        ("contact.vcf", "\r\nFN:Åse O'Br\r\n ien & Søn\r\n".encode()),
        ("CONTACT.ICS", "\r\nSUMMARY:Åse O'Br\r\n ien & Søn\r\n".encode()),
        ("contact.ics.gz", gzip.compress("\r\nSUMMARY:Åse O'Br\r\n ien & Søn\r\n".encode(), mtime=0)),
        ("index.html", f"<p>\0\n{NAME.replace(' ', '&nbsp;')}</p>".encode()),
        ("sitemap.xml.gz", gzip.compress(f"\n{NAME}".encode(), mtime=0)),
        ("picture.jpg", b"\xff\xd8\n" + NAME.encode("utf-16-le")),
        ("feed.xml", f"\n{NAME}".replace("Å", "A\u030a").encode()),
    ],
)
def test_text_is_found_in_every_form(path: str, data: bytes) -> None:
    """However a file writes a private text, it is found, with its line."""
    assert PrivateTexts([NAME, "not there"]).found_in(path, data) == ((NAME, 2),)


def test_other_text_is_not_found() -> None:
    """A file without the text has no finding, a broken archive included."""
    texts = PrivateTexts([NAME])
    assert (texts.found_in("a.html", "Åse O'Brien og Søn".encode()), texts.found_in("a.gz", b"no")) == (
        (),
        (),
    )


@pytest.mark.parametrize("texts", [[], ["", "  "]])
def test_nothing_private_finds_nothing(texts: list[str]) -> None:
    """Without private texts, or with empty ones, every file passes."""
    private = PrivateTexts(texts)
    assert (bool(private), private.found_in("a.html", b"any text")) == (False, ())


def test_masked_text_is_not_the_text() -> None:
    """What is printed names the text without publishing it."""
    assert masked(NAME) == "Å… (17 characters)"


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("Rosa", "Rosa ringer.", True),
        ("Rosa", "Rosas telefon", True),
        ("Rosa", r'{"text":"Ja.\nRosa"}', True),
        ("Rosa", "Rosalind ringer.", False),
        ("Rosa", "MaRosa", False),
        ("Mai", "Den 1. Mai", False),
        ("Mai Ek", "Spørg Mai Ek.", True),
        ("anna@example.org", "Joanna@example.org", False),
        ("anna@example.org", "anna@example.org.uk", False),
        ("anna@example.org", "Skriv til Anna@example.org.", True),
        ("+4532123456", "+45 32 12 34 56", True),
        ("+4532123456", 'href="tel:+45-32-12-34-56"', True),
        ("+4532123456", "0045 32.12.34.56", True),
        ("+4532123456", "Ring 3212 3456", True),
        ("+4532123456", "+45 32 12 34 567", False),
        ("+4532123456", "+46 32 12 34 56", False),
        ("+4532123456", "932123456", False),
        ("+4915123456789", "01512 3456789", True),
        ("+4915123456789", "+49 (0) 1512-345 67 89", True),
    ],
)
def test_traces_end_at_their_boundaries(text: str, line: str, found: bool) -> None:
    """A name is whole words, a number whole in any notation, an address not part of a longer one."""
    assert found is bool(PrivateTexts([text]).found_in("index.html", line.encode()))


@pytest.mark.parametrize("path", ["site.css", "lunr.min.js"])
def test_code_is_not_searched_for_names(path: str) -> None:
    """Words and digits in the theme's own files are no traces of people."""
    texts = PrivateTexts(["Rosa", "+4532123456"])
    assert texts.found_in(path, b"Rosa 32123456") == ()
