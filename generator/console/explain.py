"""A rule's page for the terminal.

Takes a code, returns the page or `None`; the page is the docstring of the rule's own file.
"""

from __future__ import annotations

import inspect

from generator.check.registry import BY_CODE


def rule_page(code: str) -> str | None:
    """Return the page of a rule: its code and title, then what it does, why it matters, examples."""
    rule = BY_CODE.get(code.upper())
    if rule is None:
        return None
    _, _, body = inspect.cleandoc(rule.page).partition("\n")
    head = f"{rule.code}  {rule.title}"
    facts = f"{rule.severity.value}, since {rule.since}"
    return f"{head}\n{facts}\n{body.rstrip()}\n"


def known_codes() -> tuple[str, ...]:
    """Return all codes in order."""
    return tuple(sorted(BY_CODE))
