"""The handbook has the page of every rule as it is now."""

from __future__ import annotations

from generator.console.explain import known_codes
from tests.support.rule_pages import PAGE, text


def test_the_handbook_has_every_rule() -> None:
    """Written anew, the page is the same; each code has a heading."""
    now = PAGE.read_text("utf-8")
    assert now == text(), "write it anew: python -m tests.support.rule_pages"
    assert [code for code in known_codes() if f"\n## {code} " not in now] == []
