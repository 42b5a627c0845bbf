"""What is wrong with a translator's file."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.text.catalogues import check_catalogue

HEADER = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
NAME = 'msgid "Answer by {name}"\n'
DAYS = 'msgid "in {n} day"\nmsgid_plural "in {n} days"\n'


def codes(folder: Path, text: str | bytes) -> list[tuple[str, int]]:
    """Codes and lines of the findings in a file of this text."""
    path = folder / "portal.po"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [(finding.code, finding.position.line) for finding in check_catalogue(path)]


@pytest.mark.parametrize(
    "body",
    [
        NAME + 'msgstr "Antwort von {name}"',
        NAME + 'msgstr ""',
        DAYS + 'msgstr[0] "in einem Tag"\nmsgstr[1] "in {n} Tagen"',
        DAYS + 'msgstr[0] ""\nmsgstr[1] ""',
        'msgid "A & B"\nmsgstr "A & B; \\"C\\""',
        'msgid "Line\\nLine"\nmsgstr "Zeile\\nZeile"',
        'msgid "half"\nmsgstr "نیم\u200cفاصله"',
    ],
)
def test_good_translations_have_no_findings(tmp_path: Path, body: str) -> None:
    """Complete, missing and one-word plural forms are in order, and so are joiners inside words."""
    assert codes(tmp_path, HEADER + body + "\n") == []


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("PP350", NAME + 'msgstr "Antwort"'),
        ("PP350", NAME + 'msgstr "Antwort von {nam}"'),
        ("PP350", NAME + 'msgstr "Antwort von {name} {extra}"'),
        ("PP350", NAME + 'msgstr "Antwort von {name} {0.__class__}"'),
        ("PP350", NAME + 'msgstr "Antwort von {name} {"'),
        ("PP350", 'msgid "Menu"\nmsgstr "{}"'),
        ("PP351", NAME + 'msgstr "<b>Antwort</b> von {name}"'),
        ("PP351", NAME + 'msgstr "Antwort&nbsp;von {name}"'),
        ("PP351", NAME + 'msgstr "Antwort&#x3c;von {name}"'),
        ("PP351", NAME + 'msgstr "Antwort \u202evon {name}"'),
        ("PP351", NAME + 'msgstr "Antwort \u0007von {name}"'),
        ("PP352", DAYS + 'msgstr[0] "in {n} Tag"\nmsgstr[1] ""'),
        ("PP352", DAYS + 'msgstr[0] "in {n} Tag"'),
        ("PP353", "#, fuzzy\n" + NAME + 'msgstr "Antwort von {name}"'),
        ("PP355", NAME + f'msgstr "{"x" * 10_000} {{name}}"'),
    ],
)
def test_each_fault_has_its_code_and_line(tmp_path: Path, code: str, body: str) -> None:
    """A translator is led to the line of the message."""
    line = 5 + body.startswith("#,")
    assert codes(tmp_path, HEADER + body + "\n") == [(code, line)]


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("nplurals=2; plural=n/0;", "PP352"),
        ("nplurals=2; plural=n;", "PP352"),
        ("nplurals=2; plural=foo(n);", "PP352"),
        ("nplurals=999999999; plural=0;", "PP354"),
        ("nplurals=x; plural=0;", "PP354"),
    ],
)
def test_a_wrong_plural_rule_is_found(tmp_path: Path, rule: str, code: str) -> None:
    """A rule that divides by zero, leaves the forms or is none does not reach a page."""
    assert codes(tmp_path, f'msgid ""\nmsgstr ""\n"Plural-Forms: {rule}\\n"\n') == [(code, 1)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEADER + 'msgid "a"\nmsgstr "b"\nwhat is this\n', 7),
        (HEADER.encode() + b'msgid "a"\nmsgstr "\xe6"\n', 6),
        (HEADER + DAYS + 'msgstr[0] "in {n} Tag"\nmsgstr[1] "in {n} Tagen"\nmsgstr[2] "in {n} Tagen"\n', 5),
    ],
)
def test_an_unreadable_file_says_where(tmp_path: Path, text: str | bytes, line: int) -> None:
    """Syntax, encoding and surplus forms are one finding with a line."""
    assert codes(tmp_path, text) == [("PP354", line)]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["msgid", "msgstr", "msgid_plural", "msgstr[0]", "msgstr[9]", "msgctxt", '"', '""', '"a"']
        )
        | st.sampled_from(
            ["\n", " ", "#, fuzzy", "#~ ", "\\", "{n}", '"Plural-Forms: nplurals=1; plural=0;\\n"']
        )
        | st.text(string.printable + "é\u202e", max_size=5),
        max_size=40,
    )
)
def test_any_file_gives_findings_and_no_fault(tmp_path: Path, parts: list[str]) -> None:
    """Whatever a translator's tool writes, the answer is a list of known codes."""
    found = {code for code, _ in codes(tmp_path, "".join(parts).encode("utf-8", "ignore"))}
    assert found <= {"PP350", "PP351", "PP352", "PP353", "PP354", "PP355"}
