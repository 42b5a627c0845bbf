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

from generator.check.rule import Flaw, Rule
from generator.check.words import Words
from generator.diagnostics import Severity
from generator.model.site import SitePage

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)")
_HELP = "write the whole address, such as https://example.org/, mailto:… or tel:…"
_ALLOWED = ("https", "http", "mailto", "tel")


def own(words: Words) -> Iterator[Flaw]:
    """Yield links without a target that works everywhere."""
    is_page = isinstance(words.record, SitePage)
    for path, link in words.links:
        message = _fault(link.href, own_page=is_page)
        if message:
            scheme = link.href.partition(":")[0]
            values = {"text": link.text, "target": link.href, "scheme": scheme}
            yield Flaw(words.record, path, message, values, _HELP, line=link.line)


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


RULE = Rule("PP804", Severity.ERROR, "0.1", __doc__, own=own, of_parts=True)
