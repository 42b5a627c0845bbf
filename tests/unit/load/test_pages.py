"""A site's own Markdown pages."""

from pathlib import Path

import pytest

from generator.diagnostics import Finding
from generator.limits import LIMITS
from generator.load.files import PageFile
from generator.load.node import to_plain
from generator.load.pages import PageDocument, read_page

FILE = PageFile("network", "about", "da", Path("about.da.md"), "about.da.md")


def read(data: bytes) -> PageDocument:
    """Return the page in correct data."""
    page, findings = read_page(FILE, data)
    assert findings == ()
    assert page is not None
    return page


def places(data: bytes) -> list[tuple[str, int, int]]:
    """Return code, line and column of each finding, and make sure that no page came with them."""
    page, findings = read_page(FILE, data)
    assert (page is None) == bool(findings)
    return [_place(each) for each in findings]


def _place(finding: Finding) -> tuple[str, int, int]:
    return finding.code, finding.position.line, finding.position.column


@pytest.mark.parametrize(
    ("source", "front", "body", "line"),
    [
        (b"", {}, "", 1),
        (b"# About\n", {}, "# About\n", 1),
        (b"---\ntitle: Om\n---\n# Om os\n", {"title": "Om"}, "# Om os\n", 4),
        (b"---\r\ntitle: Om\r\n---\r\n# Om\r\nos\r\n", {"title": "Om"}, "# Om\nos\n", 4),
        (b"--- \ntitle: Om\n---\t\n\nx", {"title": "Om"}, "\nx", 4),
        (b"---\n---\nx\n", {}, "x\n", 3),
        (b"---\n# remark\n---\nx\n", {}, "x\n", 4),
        (b"---\ntitle: no\n---", {"title": "no"}, "", 4),
        (b"x\n---\ny\n---\n", {}, "x\n---\ny\n---\n", 1),
        (b"---\na: b\n---\nx\n\n---\n\ny\n", {"a": "b"}, "x\n\n---\n\ny\n", 4),
        (b"----\nx\n", {}, "----\nx\n", 1),
    ],
)
def test_front_matter_and_body_are_told_apart(source: bytes, front: object, body: str, line: int) -> None:
    """Only a first line of three hyphens starts front matter; the body keeps its text and its line."""
    page = read(source)
    assert (to_plain(page.front), page.body, page.body_line) == (front, body, line)


def test_a_page_knows_where_it_belongs() -> None:
    """Site, name, language and file come from the file's place."""
    page = read(b"x")
    assert (page.site, page.name, page.language, page.file) == ("network", "about", "da", "about.da.md")


def test_positions_in_front_matter_are_those_of_the_file() -> None:
    """The first entry stands in line two."""
    entry = read(b"---\ntitle: Om\nmenu: Hej\n---\nx").front.get("menu")
    assert entry is not None
    assert (entry.key_position.line, entry.value.position.line, entry.value.position.column) == (3, 3, 7)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (b"---\ntitle: Om\ntitle: To\n---\nx", [("PP003", 3, 1)]),
        (b"---\ntitle: a: b\n---\nx", [("PP002", 2, 9)]),
        (b"---\ntitle: &a b\n---\nx", [("PP004", 2, 8)]),
        (b"---\n- a\n---\nx", [("PP008", 2, 1)]),
        (b"---\ntitle: Om\n", [("PP002", 1, 1)]),
        (b"---", [("PP002", 1, 1)]),
        (b"x\ny\xe9\n", [("PP001", 2, 2)]),
        ("---\ntitle: Om\n---\nx \u202ey\n".encode(), [("PP001", 4, 3)]),
        (b"\xef\xbb\xbfx\n", [("PP001", 1, 1)]),
        (b"\xef\xbb\xbf---\na: 1\na: 2\n---\n", [("PP001", 1, 1), ("PP003", 3, 1)]),
        ("x".encode("utf-16"), [("PP001", 1, 1)]),
        (b"x" * (LIMITS.file_bytes + 1), [("PP007", 1, 1)]),
        (b"---\na: b\n---\n" + b"x" * (LIMITS.prose_characters + 1), [("PP007", 4, 1)]),
    ],
)
def test_a_faulty_page_is_refused_where_it_is_faulty(
    source: bytes, expected: list[tuple[str, int, int]]
) -> None:
    """Front matter obeys the rules of records, the body those of characters and length."""
    assert places(source) == expected


def test_a_page_of_exactly_the_limit_is_read() -> None:
    """The limit itself is allowed."""
    assert len(read(b"x" * LIMITS.prose_characters).body) == LIMITS.prose_characters
