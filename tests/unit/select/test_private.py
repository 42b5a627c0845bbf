"""Names and addresses of people who have lapsed are private, unless somebody who is shown uses them too."""

from __future__ import annotations

from generator.select.private import private_texts
from tests.support.records import CALL, COORDINATOR, DAY, ORGANISATION, TESTIMONIAL, catalog_of, changed

ANNA = changed(COORDINATOR, name="Anna Eksempel", email="anna@example.org", phones="[{number: 32 12 34 56}]")
YES = "{basis: consent, scope: [name, email, phone], given_on: 2025-01-01}"
GONE = changed(ANNA, valid_to="2026-11-20")
WITHDRAWN = "{basis: consent, scope: [name], given_on: 2025-01-01, withdrawn_on: 2026-11-01}"


def test_everything_about_somebody_who_left_is_private() -> None:
    """Name, mailbox and number."""
    assert private_texts(catalog_of({"coordinators/anna.yml": GONE}), DAY) == {
        "Anna Eksempel",
        "anna@example.org",
        "+4532123456",
    }


def test_somebody_who_is_shown_is_not_private() -> None:
    """On the last day of the role nothing is private yet."""
    catalog = catalog_of({"coordinators/anna.yml": changed(ANNA, valid_to="2026-11-21", consent=YES)})
    assert private_texts(catalog, DAY) == frozenset()


def test_a_shared_mailbox_is_not_private() -> None:
    """A number or address that a colleague or the organisation uses may stay."""
    files = {
        "coordinators/anna.yml": GONE,
        "coordinators/bo.yml": changed(COORDINATOR, email="anna@example.org"),
        "organisations/association.yml": changed(ORGANISATION, phone="32 12 34 56"),
    }
    assert private_texts(catalog_of(files), DAY) == {"Anna Eksempel"}


def test_the_mailbox_of_a_call_is_not_private() -> None:
    """An address in a field of its own stays, whoever used it before: the day alone stops no build."""
    call = changed(CALL, apply="{email: anna@example.org}")
    files = {"coordinators/anna.yml": GONE, "calls/call.yml": call}
    assert private_texts(catalog_of(files), DAY) == {"Anna Eksempel", "+4532123456"}


def test_what_the_consent_leaves_out_is_private() -> None:
    """The number of somebody who agreed to name and address only."""
    consent = YES.replace(", phone", "")
    catalog = catalog_of({"coordinators/anna.yml": changed(ANNA, consent=consent)})
    assert private_texts(catalog, DAY) == {"+4532123456"}


def test_the_name_behind_a_withdrawn_testimonial_is_private() -> None:
    """Somebody who took their words back is not named anywhere."""
    text = changed(TESTIMONIAL, name="Cy Eksempel", consent=WITHDRAWN)
    assert private_texts(catalog_of({"testimonials/voice.yml": text}), DAY) == {"Cy Eksempel"}


def test_a_testimonial_without_name_is_not_private() -> None:
    """A role alone names nobody."""
    text = changed(TESTIMONIAL, consent=WITHDRAWN)
    assert private_texts(catalog_of({"testimonials/voice.yml": text}), DAY) == frozenset()
