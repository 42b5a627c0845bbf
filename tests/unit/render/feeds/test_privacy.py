"""No file tells what nobody may read: tokens in every private place, looked for in every file of the site."""

from __future__ import annotations

from functools import cache

import pytest

from generator.model.catalog import Catalog
from generator.publish.private import PrivateTexts
from generator.select.private import private_texts
from tests.support.feeds import PERSON, PORTAL, files, portal
from tests.support.records import (
    CALL,
    COORDINATOR,
    DAY,
    MEDIA,
    ORGANISATION,
    PROGRAMME,
    SITE,
    TESTIMONIAL,
    catalog_of,
    changed,
)

CONSENT = "{{basis: consent, scope: [{}], given_on: 2026-01-01{}}}"
HIDDEN = {
    "programmes/bridge.yml": changed(PROGRAMME, places="[odense]", tags="[canary-tag]"),
    "programmes/far.yml": changed(PROGRAMME, name="canary far programme"),
    "calls/far.yml": changed(CALL, programme="far", name="canary far call"),
    "organisations/far.yml": changed(ORGANISATION, name="canary far organisation"),
    "coordinators/odense.yml": changed(
        PERSON,
        name="Canary Unnamed",
        consent=CONSENT.format("email", ", expires_on: 2037-07-07"),
        photo="face",
    ),
    "coordinators/left.yml": changed(
        COORDINATOR,
        name="Canary Left",
        email="left@canary.example.org",
        phones="[{number: 21 43 65 87}]",
        valid_to="2026-11-20",
        role="canary left role",
    ),
    "coordinators/soon.yml": changed(
        COORDINATOR,
        name="Canary Soon",
        email="soon@canary.example.org",
        valid_from="2026-12-24",
    ),
    "coordinators/withdrawn.yml": changed(
        COORDINATOR,
        name="Canary Withdrawn",
        email="withdrawn@canary.example.org",
        consent=CONSENT.format("name, email", ", withdrawn_on: 2026-11-01"),
    ),
    "testimonials/gone.yml": changed(
        TESTIMONIAL,
        quotation="canary words",
        name="Canary Voice",
        consent=CONSENT.format("quotation, name", ", expires_on: 2026-11-01"),
    ),
    "media/face.yml": changed(
        MEDIA, alt="canary face", consent=CONSENT.format("photo", ", expires_on: 2026-11-01")
    ),
    "sites/portal.yml": changed(SITE, languages="[en, da]", select="[{programmes: [bridge]}]"),
}
"""What a site on 21 November 2026 may not tell: other sites' records, lapsed people, names without consent."""

TOKENS = (
    "canary",
    "2143 6587",
    "21436587",
    "21 43 65 87",
    "expires",
    "withdrawn",
    "given_on",
    "consent_",
    "role_ends",
)


@cache
def written() -> dict[str, bytes]:
    """All files of the site."""
    changes = {path.removesuffix(".yml").replace("/", "__"): text for path, text in HIDDEN.items()}
    return files(portal(**changes))


def catalog() -> Catalog:
    """The records of the site."""
    return catalog_of({**PORTAL, **HIDDEN})


@pytest.mark.parametrize("token", TOKENS)
def test_no_file_holds_a_private_token(token: str) -> None:
    """Calendars, cards, feeds, open data, schemas apart from their words; folding and case do not hide it."""
    found = [
        path
        for path, data in written().items()
        if not path.endswith(".woff2")  # a font is no text
        and "/schema/" not in path
        and token in data.replace(b"\r\n ", b"").decode().casefold()
    ]
    assert found == []


def test_verification_finds_nothing_in_them() -> None:
    """What `portal build` looks for before anything goes live."""
    texts = private_texts(catalog(), DAY)
    looking = PrivateTexts(texts)
    assert {"Canary Left", "left@canary.example.org", "Canary Soon", "Canary Voice"} <= texts
    assert [path for path, data in written().items() if looking.found_in(path, data)] == []


def test_the_tokens_would_be_found() -> None:
    """On the day before, the one who left stands in card, page and data: the look-out sees what it must."""
    changes = {path.removesuffix(".yml").replace("/", "__"): text for path, text in HIDDEN.items()}
    changes["coordinators__left"] = changed(HIDDEN["coordinators/left.yml"], valid_to="2027-01-01")
    shown = files(portal(**changes))
    found = {path for path, data in shown.items() if b"left@canary.example.org" in data}
    assert found == {"feeds/left.vcf", "da/feeds/left.vcf", "api/coordinators.json"}
