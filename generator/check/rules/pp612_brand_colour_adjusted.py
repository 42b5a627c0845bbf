"""The brand colour is too pale for text.

What it does
    Measures the contrast of `colour` on white and on the pale ground that is made from it. Below 4.5:1, links and
    buttons of light pages get a darker tone of the same hue; this note says which. Yellow becomes brown that way.

Why it matters
    WCAG 1.4.3 asks for 4.5:1 so that people with low vision, or with a phone in the sun, can read. The colour itself
    stays where it only decorates: the bar above every page, the lines beside quotations and notices. Whoever knows
    the brand wants to know that a link has another tone than the logo.

Example
    # sites/broen/site.yml
    brand:
      colour: "#ffd400"  # PP612

Use instead
    # sites/broen/site.yml
    brand:
      colour: "#7a6500"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Flaw, Rule
from generator.check.words import Words
from generator.diagnostics import Severity
from generator.model.site import Site
from generator.model.tones import adjustment, tones


def own(words: Words) -> Iterator[Flaw]:
    """Yield brand colours of which links and buttons take a darker tone."""
    site = words.record
    if not isinstance(site, Site):
        return
    found = adjustment(site.brand.colour)
    if found:
        values = {
            "colour": site.brand.colour,
            "contrast": found.contrast,
            "ground": found.ground,
            "tone": found.tone,
            "dark": tones(site.brand.colour, "dark").strong,
        }
        message = (
            "links and buttons are darkened to {tone}, because {colour} has a contrast of only {contrast}:1"
            " on {ground}; text needs 4.5:1"
        )
        help = (
            "nothing has to be done: {colour} itself stays in the bar above every page and in lines beside"
            " quotations; dark pages have {dark}. For one tone everywhere, write {tone} here"
        )
        yield Flaw(site, ("brand", "colour"), message, values, help)


RULE = Rule("PP612", Severity.NOTE, "0.1", __doc__, own=own)
