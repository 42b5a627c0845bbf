"""The search for many private texts names every text that a pattern would find."""

from __future__ import annotations

import re

import pytest

from generator.check.sought import Sought
from generator.check.traces import trace_of

PRIVATE = [
    *("Anna Berg", "Jørgen Åse-Holm", "Zoé", "Séan O'Neill", "N. N. Person", "Ö", "李小龙"),
    *("anna.berg@example.org", "Post@Example.org", "+4532123456", "+493012345678", "+4791234567"),
]
TEXTS = [
    *(
        "Call Anna Berg today",
        "Call Anna  Bergs office",
        "see Anna+Berg",
        "say %20Anna%20Berg",
        r"\nAnna Berg",
    ),
    *(
        "J\u00f8rgen A\u030ase-Holm",
        "J\u00f8rgen \u00c5se-Holm",
        "Zoe\u0301s stol",
        "Zo\u00e9",
        "Séan O&#x27;Neill",
    ),
    *(
        "N. N. Person",
        "mail ANNA.BERG@example.ORG",
        "x post@example.org.",
        "32 12 34 56",
        "0045 (0) 32123456",
    ),
    *(
        "tel. +45 32-12-34-56!",
        "030 12345678",
        "912 34 567",
        "李小龙",
        "nobody at all",
        "Hanna Berg",
        "3 212 345",
    ),
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_pattern_finds_is_possible(text: str) -> None:
    """Every private text whose pattern matches is among those named, in the order in which they were given."""
    traces = [(private, re.compile(trace)) for private in PRIVATE if (trace := trace_of(private))]
    found = [private for private, pattern in traces if pattern.search(text)]
    named = [private for private, _ in Sought(PRIVATE).possible_in(text)]
    assert set(found) <= set(named)
    assert named == [private for private, _ in traces if private in named]


def test_most_texts_are_not_searched() -> None:
    """A text without any of the names, addresses and numbers needs no search, which is what this is for."""
    assert (
        Sought(PRIVATE).possible_in("The network meets every month in the library, 12 people at a time.")
        == []
    )


def test_the_texts_above_are_found() -> None:
    """The examples hold what they are examples of: at least half of them are found by some pattern."""
    traces = [re.compile(trace) for private in PRIVATE if (trace := trace_of(private))]
    assert sum(any(pattern.search(text) for pattern in traces) for text in TEXTS) >= len(TEXTS) // 2
