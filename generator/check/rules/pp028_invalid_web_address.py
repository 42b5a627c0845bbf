r"""A web address is not complete.

What it does
    Asks for an address with `https://` or `http://`, a host name, and no spaces. The address of a site ends
    before any `?` or `#`.

Why it matters
    Without `https://` a browser takes the address for a page of the same site.

Example
    # content/organisations/broen.yml
    website: broen.example.org  # PP028

Use instead
    # content/organisations/broen.yml
    website: https://broen.example.org/
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.site import Site


def check(context: Context) -> Iterator[Flaw]:
    """Yield addresses of sites to which no path can be added; other addresses are read by the model."""
    for site in context.catalog.of(Site):
        if "?" in site.url or "#" in site.url:
            message = 'the address of a site has no "?" and no "#": found "{found}"'
            help = "write {suggestion}"
            suggestion = site.url.partition("#")[0].partition("?")[0]
            yield Flaw(site, ("url",), message, {"found": site.url, "suggestion": suggestion}, help)


RULE = Rule("PP028", Severity.ERROR, "0.1", __doc__, check)
