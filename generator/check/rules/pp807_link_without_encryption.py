"""A link leads to an address without encryption.

What it does
    Looks at web addresses that begin with http: in fields and in texts.

Why it matters
    Many browsers warn of such a page or refuse it, and whoever shares the reader's network sees what is read and
    written there: forms for applications above all.

Example
    # content/organisations/broen.yml
    website: http://broen.example.org/  # PP807

Use instead
    # content/organisations/broen.yml
    website: https://broen.example.org/
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Flaw, Rule
from generator.check.walk import addresses_of
from generator.check.words import Words
from generator.diagnostics import Severity


def own(words: Words) -> Iterator[Flaw]:
    """Yield such addresses."""
    for path, address in addresses_of(words.record):
        if _is_bare(address):
            yield Flaw(words.record, path, _MESSAGE, {"address": address}, _HELP)
    for path, link in words.links:
        if _is_bare(link.href):
            yield Flaw(words.record, path, _MESSAGE, {"address": link.href}, _HELP, line=link.line)


def _is_bare(address: str) -> bool:
    return address.lower().startswith("http:")


_MESSAGE = "{address} is not encrypted"
_HELP = "try it with https: at the beginning; almost every website has that today"
RULE = Rule("PP807", Severity.NOTE, "0.1", __doc__, own=own, of_parts=True)
