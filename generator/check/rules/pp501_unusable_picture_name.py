r"""A picture has a name that cannot be used.

What it does
    Asks for small letters, digits, hyphens and underscores, then `.png`, `.jpg`, `.webp` or `.avif`.

Why it matters
    The name becomes a web address. Spaces, capital letters and accents break links on some servers. Other
    formats can carry scripts or are not shown by every browser.

Example
    # content/media/conversation.yml
    file: Samtale 2.PNG  # PP501

Use instead
    # content/media/conversation.yml
    file: conversation.png
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP501", Severity.ERROR, "0.1", __doc__)
