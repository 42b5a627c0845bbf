"""A rule's page for the terminal.

Takes a code, returns the page or `None`; the page is the docstring of the rule's own file.
"""

from __future__ import annotations

import inspect

from generator.check.registry import BY_CODE
from generator.console.words import ENGLISH, Words

HEADS = ("What it does", "Why it matters", "Example", "Use instead", "What to do")
"""The parts of every rule's page."""


def rule_page(code: str, words: Words = ENGLISH) -> str | None:
    """Return the page of a rule: its code and title, then what it does, why it matters, examples.

    The frame is in the language of the run; the page itself is in English.
    """
    rule = BY_CODE.get(code.upper())
    if rule is None:
        return None
    _, _, body = inspect.cleandoc(rule.page).partition("\n")
    head = f"{rule.code}  {rule.title}"
    facts = words.say(
        "{severity}, since {version}", severity=words.say(rule.severity.value), version=rule.since
    )
    heads = {head: words.say(head) for head in HEADS}
    lines = "\n".join(heads.get(line, line) for line in body.rstrip().split("\n"))
    note = "" if words.language == "en" else words.say("This page is in English.") + "\n"
    return f"{head}\n{facts}\n{note}{lines}\n"


def known_codes() -> tuple[str, ...]:
    """Return all codes in order."""
    return tuple(sorted(BY_CODE))
