"""A site has two accessibility statements.

What it does
    Finds sites that have both `accessibility`, the facts from which the page is made, and a page in the site's
    own words: one named by `legal.accessibility`, or `pages/accessibility.md`, which has the same address.

Why it matters
    The foot of every page leads to one statement. The other one would grow old where nobody looks.

Example
    # sites/broen/site.yml
    legal:
      privacy: privacy
      accessibility: about  # PP610
    accessibility:
      conformance: partial
      standards: [WCAG 2.2 AA]
      not_accessible:
        - id: screen-reader
          text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
          reason: not_met
      prepared_on: 2026-11-20
      method: self_assessment

Use instead
    # sites/broen/site.yml
    legal:
      privacy: privacy
    accessibility:
      conformance: partial
      standards: [WCAG 2.2 AA]
      not_accessible:
        - id: screen-reader
          text: {da: Ikke prøvet med skærmlæser endnu., en: Not tried with a screen reader yet.}
          reason: not_met
      prepared_on: 2026-11-20
      method: self_assessment
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.site import Site

_STATEMENT = "accessibility"
"""The name of the page that is made from facts."""


def check(context: Context) -> Iterator[Flaw]:
    """Yield keys and files that give the statement as a page where it is given as facts."""
    for site in context.catalog.of(Site):
        if site.accessibility and site.legal.accessibility:
            message = 'the statement is given twice: as facts under accessibility, and as the page "{page}"'
            values = {"page": site.legal.accessibility}
            help = "keep one of them; the facts make a page in every language"
            yield Flaw(site, ("legal", "accessibility"), message, values, help)
    for page in context.catalog.pages:
        owner = context.catalog.get(Site, page.site)
        if owner and owner.accessibility and page.name == _STATEMENT:
            message = (
                "the statement is given twice: as facts under accessibility in site.yml, and as this page"
            )
            help = "move what only the page says into accessibility: and delete pages/{name}.md"
            yield Flaw(page, (), message, {"name": page.name}, help)


RULE = Rule("PP610", Severity.ERROR, "0.1", __doc__, check)
