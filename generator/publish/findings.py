"""The findings of verification: codes PP901 to PP909, their sentences, and the line they point to.

Takes a code and values and gives a `Finding`. All are errors: a tree that has one is not switched to. They
mean a fault of the theme or the program far more often than one of the content.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generator.diagnostics import Finding, Position, Severity

_HELP: Mapping[str, str] = MappingProxyType(
    {
        "PP901": "look for a page that the engine dropped, or for two pages on one path",
        "PP902": "correct the link, or publish what it points to",
        "PP903": "the template sets <html lang dir> from the page's language",
        "PP904": "the template writes these from the plan: address, alternates, indexable",
        "PP905": "publish the file with the site, or make it a plain link",
        "PP906": "find the template or feed that shows it; nothing about this person may be published",
        "PP907": "rename one of them: links and screen readers find only the first",
        "PP908": "remove it, or plan it",
        "PP909": "move the code into a file of theme/scripts; the policy itself is in generator/render/policy.py",
    }
)


class Place:
    """One output file, as people see it and as it lies in the staged tree."""

    __slots__ = ("_folder", "_name", "shown")

    def __init__(self, folder: Path, name: str, shown: str) -> None:
        """`name` is the path below `folder`."""
        self._folder = folder
        self._name = name
        self.shown = shown

    def line_of(self, text: str, occurrence: int = 1) -> int:
        """Return the line, from 1, of the n-th `text`, as it is or escaped; 1 when there is none."""
        try:
            data = (self._folder / self._name).read_bytes()
        except OSError:
            return 1
        for form in dict.fromkeys((text, html.escape(text))):
            parts = data.split(form.encode(), occurrence) if form else []
            if len(parts) > occurrence:
                return sum(part.count(b"\n") for part in parts[:-1]) + form.count("\n") * (occurrence - 1) + 1
        return 1


def finding(code: str, place: Place, message: str, line: int = 1, **values: object) -> Finding:
    """Return the error `code` at a line of an output file; `values` fill the slots of `message`."""
    return Finding(code, Severity.ERROR, Position(place.shown, line), message, values, _HELP[code])
