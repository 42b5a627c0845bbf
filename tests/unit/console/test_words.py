"""How a run speaks to editors."""

from generator.console.words import Words
from generator.diagnostics import Finding, Position, Severity

GERMAN = Words("de", {"{n} error": "{n} Fehler", "{n} errors": "{n} Fehler", "no {what}": "kein {what}"})


def test_a_message_is_said_in_the_language_of_the_run() -> None:
    """The template is looked up, the values are filled in afterwards."""
    finding = Finding("PP001", Severity.ERROR, Position("a.yml"), "no {what}", {"what": "{n} error"})
    assert GERMAN.message(finding) == "kein {n} error"


def test_what_the_catalogue_lacks_is_said_in_english() -> None:
    """An unknown template is English, not empty."""
    assert GERMAN.say("{n} sites", n=2) == "2 sites"


def test_no_advice_stays_empty() -> None:
    """A finding without help has none in any language, even where a catalogue has a header entry."""
    finding = Finding("PP001", Severity.ERROR, Position("a.yml"), "x")
    assert Words("de", {"": "Project-Id-Version: x"}).help(finding) == ""


def test_counts_have_singular_and_plural() -> None:
    """One of something is told apart from several."""
    assert [GERMAN.number_of(n, "{n} site", "{n} sites") for n in (1, 0, 2)] == [
        "1 site",
        "0 sites",
        "2 sites",
    ]
