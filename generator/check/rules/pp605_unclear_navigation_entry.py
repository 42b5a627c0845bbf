"""A navigation entry has both a section and a page, or neither.

What it does
    Asks each entry for one of `section`, made from records, and `page`, one of the site's own pages.

Why it matters
    An entry leads to one place.

Example
    # sites/broen/site.yml
    navigation:
      - section: programmes  # PP605
        page: about

Use instead
    # sites/broen/site.yml
    navigation:
      - section: programmes
      - page: about
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.site import Site


def check(context: Context) -> Iterator[Flaw]:
    """Yield entries that do not lead to exactly one place."""
    for site in context.catalog.of(Site):
        for index, entry in enumerate(site.navigation):
            if entry.section is not None and entry.page is not None:
                message, help = "this entry has a section and a page", "make two entries of it"
                yield Flaw(site, ("navigation", index), message, {}, help)
            if entry.section is None and entry.page is None:
                message, help = "this entry leads nowhere", "add section: or page:"
                yield Flaw(site, ("navigation", index), message, {}, help)


RULE = Rule("PP605", Severity.ERROR, "0.1", __doc__, check)
