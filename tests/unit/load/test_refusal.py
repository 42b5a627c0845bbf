"""The collector of findings and the helpers for messages."""

from generator.diagnostics import Position
from generator.limits import Limits
from generator.load.refusal import Refusals, error, nearest, shorten, too_large, unlisted


def test_findings_past_the_limit_are_counted_in_one_finding() -> None:
    """A file with five findings and a limit of two lists two and says that three are left."""
    refusals = Refusals("f.yml", Limits(findings_per_file=2))
    for line in range(1, 6):
        refusals.add("PP003", Position("f.yml", line), "again")
    found = refusals.result()
    assert [(each.code, each.position.line) for each in found] == [("PP003", 1), ("PP003", 2), ("PP007", 3)]
    assert found[-1].text == "3 more findings in this file are not listed; the limit is 2 per file."


def test_one_finding_past_the_limit_is_singular() -> None:
    """One more finding is."""
    expected = "1 more finding in this file is not listed; the limit is 2 per file."
    assert expected == unlisted(Position("a.yml"), 1, 2).text


def test_as_many_findings_as_the_limit_are_all_listed() -> None:
    """Exactly the limit is listed without a remark."""
    refusals = Refusals("f.yml", Limits(findings_per_file=2))
    for line in (1, 2):
        refusals.add("PP003", Position("f.yml", line), "again")
    assert [each.position.line for each in refusals.result()] == [1, 2]


def test_a_value_with_a_slot_in_it_is_not_filled_again() -> None:
    """What an editor wrote is never read as part of the template."""
    finding = error("PP003", Position("f.yml"), "“{key}” on line {line}", key="{line}", line=7)
    assert finding.text == "“{line}” on line 7"


def test_too_large_names_the_limit() -> None:
    """The message says how large a file may be."""
    assert too_large("f.yml").text == "This file is larger than 256 KiB, the limit for one file."


def test_nearest_finds_a_misspelled_name() -> None:
    """A name with two letters swapped leads to the name that exists."""
    assert nearest("langauges", ["languages", "name", "place"]) == "languages"


def test_nearest_stays_silent_without_a_likely_candidate() -> None:
    """A name like no other gets no suggestion."""
    assert nearest("xyz", ["languages", "name"]) is None


def test_nearest_with_very_many_names_only_forgives_case() -> None:
    """With thousands of names the costly comparison is left out."""
    names = [f"name-{number}" for number in range(5_000)]
    assert [nearest("NAME-4999", names), nearest("name_4999", names)] == ["name-4999", None]


def test_shorten_keeps_one_line_and_cuts_with_an_ellipsis() -> None:
    """Line breaks become spaces, and what is too long ends with an ellipsis."""
    assert [shorten("a\n  b"), shorten("a" * 1_000_000, 5)] == ["a b", "aaaa…"]
