"""A file has words in a language that its site does not have.

What it does
    Compares the languages of a site's own pages and of its translation files with the languages of the site.

Why it matters
    No reader ever sees these words, and whoever wrote them believes that they are published.

Example
    # sites/broen/site.de.yml
    name: Mentorennetzwerk der Brücke  # PP307

Use instead
    # sites/broen/site.en.yml (whole file)
    name: The Bridge mentor network
    summary: Find a mentor, or become one, in Odense and Aarhus.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.languages import serves
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Position, Severity
from generator.model.site import Site

_MESSAGE = "this file is in {language}, which is no language of the site {site}"
_HELP = "add {language} to the languages of the site, or delete this file"


def check(context: Context) -> Iterator[Flaw]:
    """Yield the files of sites that serve no reader."""
    for site in context.catalog.of(Site):
        for language, place in context.catalog.documents[site.key].languages:
            if not _is_used(site, language):
                values = {"language": language, "site": site.id}
                yield Flaw(site, (), _MESSAGE, values, _HELP, place=place)
    for page in context.catalog.pages:
        owner = context.catalog.get(Site, page.site)
        for language in page.body.languages if owner else ():
            if owner and not _is_used(owner, language):
                file = page.places["body", language].file
                values = {"language": language, "site": page.site}
                yield Flaw(page, (), _MESSAGE, values, _HELP, place=Position(file))


def _is_used(site: Site, language: str) -> bool:
    return any(serves({language}, shown) for shown in site.languages)


RULE = Rule("PP307", Severity.WARNING, "0.1", __doc__, check)
