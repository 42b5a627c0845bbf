"""A link in one of a site's own pages leads nowhere.

What it does
    Follows the links in own pages to other pages of the site, and to headings of the same page, in every
    language that shows the text. Links that start with `/` are refused.

Why it matters
    Readers would meet an error. A link that starts with `/` breaks when the site stands in a folder.

Example
    # sites/broen/pages/about.md
    ---
    title: Om os
    ---

    Læs om [mentor](../programmes/broen-mentr/).  # PP609

Use instead
    # sites/broen/pages/about.md
    ---
    title: Om os
    ---

    Læs om [mentor](../programmes/broen-mentor/).
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP609", Severity.ERROR, "0.1", __doc__)
