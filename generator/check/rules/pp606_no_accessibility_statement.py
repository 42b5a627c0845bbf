"""A public body's site has no accessibility statement.

What it does
    Asks sites of organisations with `public_body: true` in the EU and the EEA for `accessibility`, facts from
    which the page is made, `legal.accessibility`, a page of the site, or `legal.accessibility_url`. In Denmark
    and Norway only the last will do; the others may stand beside it. Facts must name the body to complain to,
    under `enforcement`.

Why it matters
    Directive (EU) 2016/2102 obliges public bodies to say what is not accessible and whom to tell. In Denmark
    and Norway the statement stands on a central service, and the foot of every page leads there. This is
    orientation, not legal advice.

Example
    # content/organisations/broen.yml
    public_body: true
    # sites/broen/site.yml
    organisation: broen  # PP606

Use instead
    # content/organisations/broen.yml
    public_body: true
    # sites/broen/site.yml
    legal:
      privacy: privacy
      accessibility_url: https://was.digst.dk/broen-example-org
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Phrase, Severity
from generator.model.organisation import Organisation
from generator.model.site import Site

_EEA = frozenset(
    (
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IS",
        "IT",
        "LI",
    )
) | {"LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"}
_CENTRAL_SERVICE = {"DK": "https://was.digst.dk/", "NO": "https://uustatus.no/"}

_WATCHING = {
    "DE": "the mediation service of the federation or of the Land (Schlichtungsstelle, Ombudsstelle)",
    "DK": "Digitaliseringsstyrelsen",
    "NO": "Tilsynet for universell utforming av ikt",
}


def _watching(country: str) -> Phrase:
    return Phrase(_WATCHING.get(country, "the body that the law of the country names"))


def check(context: Context) -> Iterator[Flaw]:
    """Yield sites of public bodies that name no statement."""
    for site in context.catalog.of(Site):
        body = context.catalog.get(Organisation, site.organisation)
        if body is None or not body.public_body or site.jurisdiction not in _EEA:
            continue
        if site.accessibility and not site.accessibility.enforcement:
            message = "{body} is a public body; its statement must name whom to complain to"
            help = "{watches} in {country}; write its organisation's record and add enforcement: under accessibility"
            values = {"body": body.id, "country": site.jurisdiction, "watches": _watching(site.jurisdiction)}
            yield Flaw(site, ("accessibility",), message, values, help, at_key=True)
        service = _CENTRAL_SERVICE.get(site.jurisdiction, "")
        has_page = bool(site.accessibility or site.legal.accessibility)
        if not site.legal.accessibility_url and (service or not has_page):
            message = "{body} is a public body; its site needs an accessibility statement"
            help = "write the facts under accessibility: and the page is made from them"
            if service:
                help = "make the statement at {service} and add accessibility_url: under legal"
            if service and has_page:
                message = (
                    "{body} is a public body; a page of the site does not replace the statement at {service}"
                )
            yield Flaw(site, ("organisation",), message, {"body": body.id, "service": service}, help)


RULE = Rule("PP606", Severity.ERROR, "0.1", __doc__, check)
