"""The logic around the Nu Html Checker: its JSON, the filters, the summary. The checker itself is not run."""

from __future__ import annotations

import json

import pytest

from tests.judges.nu import FILTERS, Message, judge, read_filters, read_messages, summary

FILTER = """
[[filter]]
pattern = 'CSS: “new-(a|b)”: .*'
reason = "The checker is older than the property."
[[filter]]
pattern = 'Inline script .*'
extract = 'ld\\+json'
reason = "Data is no script."
"""


def error(text: str, extract: str = "") -> Message:
    return Message("error", text, "http://host/a/", 3, extract)


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        ({"type": "error"}, "error"),
        ({"type": "error", "subType": "fatal"}, "error"),
        ({"type": "non-document-error", "subType": "io"}, "error"),
        ({"type": "info", "subType": "warning"}, "warning"),
        ({"type": "info"}, "info"),
    ],
    ids=str,
)
def test_levels(kind: dict[str, str], level: str) -> None:
    """A page that could not be read is an error like any other; a hint is less than a warning."""
    found = read_messages(json.dumps({"messages": [{**kind, "message": "m"}]}))
    assert [message.level for message in found] == [level]


def test_a_message_keeps_its_place() -> None:
    """Address and line, and the source on one line."""
    told = {"type": "error", "message": "m", "url": "http://host/a/", "lastLine": 3, "extract": "<p>\n  <p>"}
    assert read_messages(json.dumps({"messages": [told]})) == (error("m", "<p> <p>"),)


def test_errors_warnings_and_explained_messages_are_parted() -> None:
    """Hints are in no heap; a filter explains errors and warnings alike."""
    ours, explained = error("Stray end tag."), error("CSS: “new-a”: no such property.")
    warning = Message("warning", "Duplicate.", "", 0, "")
    hint = Message("info", "Here.", "", 0, "")
    found = judge([ours, explained, warning, hint], read_filters(FILTER))
    assert (found.ours, found.warnings, found.filtered) == ((ours,), (warning,), (explained,))


@pytest.mark.parametrize(
    ("text", "extract", "is_ours"),
    [
        ("Inline script bad", '<script type="application/ld+json">', False),
        ("Inline script bad", "<script>", True),
        ("An Inline script bad", '<script type="application/ld+json">', True),
    ],
)
def test_a_filter_fits_the_whole_message_and_its_source(text: str, extract: str, is_ours: bool) -> None:
    """What merely resembles an explained message stays an error of ours."""
    assert bool(judge([error(text, extract)], read_filters(FILTER)).ours) is is_ours


def test_a_filter_without_use_is_told() -> None:
    """When the checker learns better, the list gets shorter."""
    found = judge([error("CSS: “new-b”: x")], read_filters(FILTER))
    assert [entry.reason for entry in found.unused] == ["Data is no script."]


def test_a_filter_needs_a_reason() -> None:
    """Nothing is left out without saying why."""
    with pytest.raises(KeyError, match="reason"):
        read_filters("[[filter]]\npattern = 'x'\n")


def test_the_filters_in_use_can_be_read() -> None:
    """Each of them compiles and has a reason of some length."""
    assert min(len(entry.reason) for entry in read_filters(FILTERS.read_text("utf-8"))) > 20


def test_summary_shows_errors_one_by_one_and_counts_the_rest() -> None:
    """An error comes with its place; a hundred equal warnings are one line."""
    warning = Message("warning", "Duplicate.", "", 0, "")
    found = judge([error("Stray end tag.", "</p>"), warning, warning], ())
    assert summary(found) == "http://host/a/:3  Stray end tag.\n    </p>\n2 × warning: Duplicate."
