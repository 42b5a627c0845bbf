"""Two sites have the same address.

What it does
    Compares the `url` of all sites; capital letters in the host, `http` or `https`, and a slash at the end make
    no difference.

Why it matters
    One of the two would overwrite the other where they are hosted, and search engines would mix them up.

Example
    # sites/arkiv/site.yml
    language: da
    name: Broens arkiv
    summary: Det, der var.
    organisation: broen
    url: https://broen.example.org/
    languages:
      - da
    jurisdiction: DK
    timezone: Europe/Copenhagen
    select:
      - programmes:
          - broen-mentor
    brand:
      colour: "#0b5c7a"
    # sites/broen/site.yml
    url: https://Broen.example.org  # PP607

Use instead
    # sites/broen/site.yml
    url: https://broen.example.org/mentor/
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.model.site import Site


def check(context: Context) -> Iterator[Flaw]:
    """Yield sites whose address a site before them, by id, already has."""
    owners: dict[str, Site] = {}
    for site in context.catalog.of(Site):
        parts = urlsplit(site.url)
        owner = owners.setdefault(parts.netloc.lower() + parts.path.rstrip("/"), site)
        if owner is not site:
            values = {"other": owner.id}
            message = "the site {other} has this address already"
            help = "give one of the two another host or folder"
            yield Flaw(site, ("url",), message, values, help)


RULE = Rule("PP607", Severity.ERROR, "0.1", __doc__, check)
