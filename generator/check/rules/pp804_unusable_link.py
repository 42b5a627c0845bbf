"""A link in a text leads nowhere.

What it does
    Looks at the Markdown links in all texts. Their target must start with `https:`, `http:`, `mailto:` or
    `tel:`. In a site's own pages it may also be another page or a heading.

Why it matters
    A record is shown on many pages and sites, in feeds and in e-mails: an address without its beginning fits
    none of them. Other beginnings, such as `javascript:`, are taken out.

Example
    # content/programmes/broen-mentor.yml
    not_offered: Ring til [egen læge eller 1813](1813) ved sygdom.  # PP804

Use instead
    # content/programmes/broen-mentor.yml
    not_offered: Ring til [egen læge eller 1813](tel:1813) ved sygdom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.check.walk import prose_of
from generator.diagnostics import Severity
from generator.model.site import SitePage

_LINK = re.compile(r"\[([^\[\]]{0,300})\](?:\(\s*([^()\s]{0,2000})|: *(\S{0,2000}))")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)")
_ALLOWED = ("https", "http", "mailto", "tel")


def check(context: Context) -> Iterator[Flaw]:
    """Yield links without a target that works everywhere."""
    for record in (*context.catalog, *context.catalog.pages):
        for path, text in prose_of(record):
            for language, string in text.items():
                for found in _LINK.finditer(string):
                    target = found[2] or found[3] or ""
                    message = _fault(target, own_page=isinstance(record, SitePage))
                    if message:
                        values = {"text": found[1], "target": target, "scheme": target.partition(":")[0]}
                        help = "write the whole address, such as https://example.org/, mailto:… or tel:…"
                        yield Flaw(record, (*path, language), message, values, help)


def _fault(target: str, *, own_page: bool) -> str:
    if not target:
        return 'the link "{text}" has no target'
    scheme = _SCHEME.fullmatch(target)
    if scheme and scheme[1].lower() not in _ALLOWED:
        return 'the link "{text}" starts with {scheme}:, which is not allowed'
    if scheme and not scheme[2].strip("/"):
        return 'the link "{text}" has no target'
    if not scheme and not own_page:
        return 'the link "{text}" leads to "{target}", which is no whole address'
    return ""


RULE = Rule("PP804", Severity.ERROR, "0.1", __doc__, check)
