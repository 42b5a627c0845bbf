r"""A text is longer than its place allows.

What it does
    Counts the characters of one-line texts and of Markdown texts.

Why it matters
    A one-line text is a heading, a link or a search result. Nobody reads three hundred characters in a link,
    and they do not fit on a phone.

Example
    # content/organisations/broen.yml
    name: >-  # PP036
      Foreningen Broen, som er en lokal forening for frivillige mentorer og nye borgere på Fyn og i Østjylland,
      stiftet af en kreds af lærere, håndværkere, sygeplejersker og ingeniører, som selv er kommet til landet
      for år tilbage og gerne vil give noget af det videre, som andre dengang gav dem med på vejen i arbejdslivet

Use instead
    # content/organisations/broen.yml
    name: Foreningen Broen
    description: >-
      En lokal forening for frivillige mentorer og nye borgere på Fyn og i Østjylland, stiftet af en kreds af
      lærere, håndværkere, sygeplejersker og ingeniører, som selv er kommet til landet for år tilbage.
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP036", Severity.ERROR, "0.1", __doc__)
