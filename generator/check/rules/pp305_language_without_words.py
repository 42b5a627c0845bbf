"""A site has a language for which the theme has no words.

What it does
    Looks for a catalogue of the theme, `locales/<language>/LC_MESSAGES/portal.po`, for each language of a site.

Why it matters
    Buttons, headings and notices would be English on pages in that language.

Example
    # sites/broen/site.yml
    languages:
      - da
      - en
      - fi  # PP305
    # sites/broen/site.fi.yml
    name: Sillan mentoriverkosto
    summary: Löydä mentori tai ryhdy mentoriksi Odensessa ja Aarhusissa.

Use instead
    # sites/broen/site.yml
    languages:
      - da
      - en
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import enumerated
from generator.check.languages import serves
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.site import Site


def check(context: Context) -> Iterator[Flaw]:
    """Yield languages of sites that the theme does not speak; nothing when its languages are not known."""
    if not context.theme_languages:
        return
    for site in context.catalog.of(Site):
        for index, language in enumerate(site.languages):
            if not serves(context.theme_languages, language):
                values = {
                    "language": language,
                    "known": enumerated(tuple(sorted(context.theme_languages)), most=12),
                }
                message = "the theme has no words in {language}; it has {known}"
                help = "copy theme/locales/en to theme/locales/{language} and translate its portal.po, or take it out"
                yield Flaw(site, ("languages", index), message, values, help)


RULE = Rule("PP305", Severity.ERROR, "0.1", __doc__, check)
