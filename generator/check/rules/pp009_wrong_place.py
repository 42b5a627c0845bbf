r"""A file stands where nothing reads it.

What it does
    Looks at every file and folder below `content/` and `sites/`: folders must be kinds of records, file names
    must be an id with the ending `.yml` (`.md` for pages), and links to other places are not followed. A record with
    the keys of another kind, or a translation named like a record, stands in the wrong place as well.

Why it matters
    A file with the wrong ending looks like content, but is on no site, and nobody would notice.

Example
    # content/places/svendborg.yaml
    name: Svendborg  # PP009

Use instead
    # content/places/svendborg.yml
    language: da
    name: Svendborg
    place_type: city
    country: DK
"""

from __future__ import annotations

from generator.check.rule import Rule
from generator.diagnostics import Severity

RULE = Rule("PP009", Severity.ERROR, "0.1", __doc__)
