"""A site's own page has a name that is taken.

What it does
    Compares the names of own pages with those of sections and of folders that the program makes, and with the
    codes of the languages of the site and of the theme.

Why it matters
    `/search/` and `/en/` are there already. The page would be written over, or hide a whole language.

Example
    # sites/broen/pages/search.md
    ---  # PP608
    title: Find os
    ---

    Du finder os i Odense.

Use instead
    # sites/broen/pages/find-us.md
    ---
    title: Find os
    ---

    Du finder os i Odense.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Phrase, Severity
from generator.model.site import Site

_SECTIONS = frozenset(("programmes", "places", "coordinators", "calls", "guides", "stories"))
RESERVED = _SECTIONS | {
    "testimonials",
    "search",
    "assets",
    "media",
    "api",
    "feeds",
    "credits",
    "404",
    "index",
}


def check(context: Context) -> Iterator[Flaw]:
    """Yield own pages with a reserved name."""
    for page in context.catalog.pages:
        site = context.catalog.get(Site, page.site)
        folders = {
            language.lower() for language in (*context.theme_languages, *(site.languages if site else ()))
        }
        if page.name in RESERVED or page.name in folders:
            what = "a part of the site" if page.name in RESERVED else "a language"
            values = {"name": page.name, "what": Phrase(what)}
            help = "rename the file, for example about-{name}.md"
            yield Flaw(page, (), "/{name}/ is the address of {what}", values, help)


RULE = Rule("PP608", Severity.ERROR, "0.1", __doc__, check)
