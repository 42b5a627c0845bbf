"""A site has no imprint where the law asks for one.

What it does
    Asks sites with the jurisdiction DE, AT or CH for `legal.imprint`, the name of one of the site's own pages.

Why it matters
    There everybody who publishes must say who they are, reachable from every page. Leaving it out can cost
    money. This is orientation, not legal advice.

Example
    # sites/broen/site.yml
    jurisdiction: DE  # PP603

Use instead
    # sites/broen/site.yml
    jurisdiction: DE
    legal:
      imprint: impressum
      privacy: privacy
    # sites/broen/pages/impressum.md
    ---
    title: Impressum
    ---

    Foreningen Broen, Eksempelvej 1, 5000 Odense.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.site import Site

_COUNTRIES = ("AT", "CH", "DE")


def check(context: Context) -> Iterator[Flaw]:
    """Yield sites in those countries that name no imprint."""
    for site in context.catalog.of(Site):
        if site.jurisdiction in _COUNTRIES and site.legal.imprint is None:
            values = {"country": site.jurisdiction, "site": site.id}
            message = "a site in {country} needs an imprint"
            help = "write sites/{site}/pages/imprint.md, then add imprint: imprint under legal"
            yield Flaw(site, ("jurisdiction",), message, values, help)


RULE = Rule("PP603", Severity.ERROR, "0.1", __doc__, check)
