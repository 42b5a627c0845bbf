"""What of a text counts for its translations: words and numbers, with the signs that change what they say."""

from __future__ import annotations

import pytest

from generator.history.normal import digest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10 % less", "10 less"),
        ("at -5 degrees", "at 5 degrees"),
        ("at −5 degrees", "at 5 degrees"),
        ("level B1+", "level B1"),
        ("x < 5", "x > 5"),
        ("±2 hours", "2 hours"),
        ("½ hour", "12 hours"),
        ("2 × 3", "2 3"),
        ("50 €", "50 $"),
    ],
)
def test_signs_of_numbers_count(one: str, other: str) -> None:
    """A percent sign, a minus, a plus or a comparison is a part of what is said."""
    assert digest(one) != digest(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("- one\n- two", "+ one\n+ two"),
        ("> quoted", "quoted"),
        ("Title\n=====", "# Title"),
        ("~~gone~~", "gone"),
        ("<https://example.org/>", "https://example.org/"),
        ("4-12 months", "4–12 months"),
        ("- 5 kroner", "* 5 kroner"),
        ("at −5 degrees", "at -5 degrees"),
        ("mentor-mentee", "mentor mentee"),
        ("10 %", "10 %"),
    ],
)
def test_markup_and_dashes_do_not(one: str, other: str) -> None:
    """Marks of lists, quotations, headings and links change nothing, nor does the kind of a dash."""
    assert digest(one) == digest(other)
