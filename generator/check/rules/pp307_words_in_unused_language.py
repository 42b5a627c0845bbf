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

from generator.check.languages import is_read, meant_instead
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Position, Severity
from generator.model.fields.tables import is_language
from generator.model.file_names import renamed
from generator.model.site import Site, SitePage

_MESSAGE = "this file is in {language}, which is no language of the site {site}"
_HELP = "add {language} to the languages of the site, or delete this file"


def check(context: Context) -> Iterator[Flaw]:
    """Yield the files of sites that serve no reader. With another code for the same language it is an error."""
    for site in context.catalog.of(Site):
        for language, place in context.catalog.documents[site.key].languages:
            if not is_read(language, site.languages) and is_language(language):
                yield _flaw(site, site, language, place)
    for page in context.catalog.pages:
        owner = context.catalog.get(Site, page.site)
        for language in page.body.languages if owner else ():
            if owner and not is_read(language, owner.languages):
                yield _flaw(page, owner, language, Position(page.places["body", language].file))


def _flaw(record: Site | SitePage, site: Site, language: str, place: Position) -> Flaw:
    values = {"language": language, "site": site.id}
    meant = meant_instead(language, site.languages)
    if meant is None:
        return Flaw(record, (), _MESSAGE, values, _HELP, place=place)
    values |= {"meant": meant, "file": renamed(place.file, language, meant)}
    help = "did you mean {meant}? Rename the file to {file}"
    return Flaw(record, (), _MESSAGE, values, help, severity=Severity.ERROR, place=place)


RULE = Rule("PP307", Severity.WARNING, "0.1", __doc__, check)
