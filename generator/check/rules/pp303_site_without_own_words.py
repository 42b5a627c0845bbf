"""A site lacks its own name or summary in one of its languages.

What it does
    Looks for the name and the summary of a site in each language that the site has.

Why it matters
    They head every page. With them in another language, readers believe that they are in the wrong place.

Example
    # sites/broen/site.en.yml (whole file)
    name: The Bridge mentor network
    # sites/broen/site.yml
    languages:
      - da
      - en  # PP303

Use instead
    # sites/broen/site.en.yml (whole file)
    name: The Bridge mentor network
    summary: Find a mentor, or become one, in Odense and Aarhus.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import enumerated
from generator.check.languages import serves
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.site import Site


def check(context: Context) -> Iterator[Flaw]:
    """Yield languages of a site in which it does not say what it is."""
    for site in context.catalog.of(Site):
        for index, language in enumerate(site.languages):
            texts = {"name": site.name, "summary": site.summary}
            missing = [key for key, text in texts.items() if not serves(text.languages, language)]
            if missing:
                values = {
                    "language": language,
                    "missing": enumerated(tuple(missing)),
                    "file": f"sites/{site.id}/site.{language}.yml",
                }
                message = "the site has no {missing} in {language}"
                yield Flaw(site, ("languages", index), message, values, "write {missing} in {file}")


RULE = Rule("PP303", Severity.ERROR, "0.1", __doc__, check)
