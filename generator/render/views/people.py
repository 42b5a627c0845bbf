"""Coordinator cards and the directory: city first, then who answers there and how.

Takes a voice and coordinators that the site shows. Of a person only what the consent covers appears.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.model.area import wider_places
from generator.model.coordinator import Coordinator
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.state import may_tell
from generator.plan.pages import place_has_page
from generator.plan.routes import contact_card_route, section_route
from generator.render.views.parts import (
    Link,
    Picture,
    address_lines,
    organisation_link,
    picture,
    place_links,
    programme_link,
)
from generator.render.voice import TextView, Voice, shared
from generator.text.formats import date_range, list_and, weekday
from generator.text.messages import mark

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_A_MONDAY = date(2024, 1, 1)
_PHONE_WORDS = {"voice": mark("Phone"), "cell": mark("Mobile"), "text": mark("Text message")}


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as people read it and as a `tel:` link."""

    label: str
    shown: str
    uri: str
    description: TextView | None


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to somebody: whom, the number or address as people read it, and as a link.

    With `in_words`, `shown` is a sentence in the reader's language, and not a number or an address.
    """

    role: TextView
    shown: str
    uri: str
    is_phone: bool
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """Days of the week in words, and from when to when; the numbers keep their own direction."""

    days: str
    hours: str


@dataclass(frozen=True, slots=True)
class Closed:
    """Days on which the hours do not hold, and why where it is said."""

    days: str
    reason: TextView | None


@dataclass(frozen=True, slots=True)
class CoordinatorCard:
    """Everything that a reader needs to get in touch. `id` is the anchor; a second card of somebody has none."""

    key: str
    id: str
    role: TextView
    name: str
    area: TextView | None
    places: tuple[Link, ...]
    programmes: tuple[Link, ...]
    organisation: Link | None
    languages: str
    email: str
    phones: tuple[Phone, ...]
    address: tuple[str, ...]
    appointment_url: str
    office_hours: tuple[Hours, ...]
    closed: tuple[Closed, ...]
    by_appointment: bool
    replies: str
    deputy: Link | None
    photo: Picture | None
    checked: str
    vcard_url: str
    """The contact as a file that telephones take in; empty where the site has no directory."""

    @property
    def first_reach(self) -> Reach | None:
        """The quickest way to this person: a call, else a letter; `None` where neither may be told."""
        return _first_reach(self.role, self.phones, self.email)


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """Places with those who answer there; the last group of a directory is for all the others.

    `id` is that of the first place. Several places stand together where the same people answer in each.
    """

    id: str
    places: tuple[Link, ...]
    coordinators: tuple[CoordinatorCard, ...]


def by_duty(voice: Voice, found: tuple[Coordinator, ...]) -> tuple[Coordinator, ...]:
    """Return coordinators of one place with those last who only stand in for another of them.

    Where two stand in for each other, the one whom a programme or the site names as its contact comes first.
    """
    view = voice.plan.view
    deputies = {person.deputy for person in found}
    contacts = {view.site.contact, *(programme.contact for programme in view.of(Programme))}
    return tuple(sorted(found, key=lambda person: person.id in deputies and person.id not in contacts))


def answering(voice: Voice, place: Place) -> tuple[Coordinator, ...]:
    """Return who answers in a place: those of the place itself or of what is around it."""
    around = set(wider_places(voice.plan.view.catalog, place.id))
    return by_duty(
        voice, tuple(found for found in voice.plan.view.of(Coordinator) if around & set(found.places))
    )


@shared
def coordinator_card(voice: Voice, coordinator: Coordinator) -> CoordinatorCard:
    """Return the card of a coordinator."""
    deputy = voice.plan.view.get(Coordinator, coordinator.deputy)
    programmes = (programme_link(voice, id) for id in coordinator.programmes)
    return CoordinatorCard(
        key=coordinator.id,
        id=f"coordinator-{coordinator.id}",
        role=voice.text(coordinator.role),
        name=(coordinator.name or "") if may_tell(coordinator, "name") else "",
        area=voice.line(coordinator.area_of_responsibility),
        places=place_links(voice, coordinator.places),
        programmes=tuple(link for link in programmes if link),
        organisation=organisation_link(voice, coordinator.organisation),
        languages=voice.language_names(coordinator.languages),
        email=_email(coordinator),
        phones=_phones(voice, coordinator),
        address=address_lines(voice, coordinator.address) if coordinator.address else (),
        appointment_url=coordinator.appointment_url or "",
        office_hours=office_hours(voice, coordinator),
        closed=closed_days(voice, coordinator),
        by_appointment=coordinator.by_appointment,
        replies=_replies(voice, coordinator),
        deputy=Link(voice.text(deputy.role), _deputy_url(voice, deputy)) if deputy else None,
        photo=picture(voice, coordinator.photo) if may_tell(coordinator, "photo") else None,
        checked=voice.date(coordinator.assured_on) if coordinator.assured_on else "",
        vcard_url=voice.to(contact_card_route(coordinator.id))
        if voice.has(section_route("coordinators"))
        else "",
    )


def site_contact(voice: Voice) -> CoordinatorCard | None:
    """Return the card of whoever answers for the whole site."""
    view = voice.plan.view
    contact = view.get(Coordinator, view.site.contact)
    return coordinator_card(voice, contact) if contact else None


@shared
def reach_of(voice: Voice, coordinator: Coordinator) -> Reach | None:
    """Return a way to this person: a call, a letter, an appointment, else the way to the deputy."""
    deputy = voice.plan.view.get(Coordinator, coordinator.deputy)
    own = _own_reach(voice, coordinator)
    return own or (_own_reach(voice, deputy) if deputy else None)


def _own_reach(voice: Voice, coordinator: Coordinator) -> Reach | None:
    role = voice.text(coordinator.role)
    first = _first_reach(role, _phones(voice, coordinator), _email(coordinator))
    if first or not coordinator.appointment_url:
        return first
    words = voice.say("Book an appointment online")
    return Reach(role, words, coordinator.appointment_url, False, in_words=True)


def _first_reach(role: TextView, phones: tuple[Phone, ...], email: str) -> Reach | None:
    if phones:
        return Reach(role, phones[0].shown, phones[0].uri, True)
    return Reach(role, email, f"mailto:{email}", False) if email else None


def _email(coordinator: Coordinator) -> str:
    return (coordinator.email or "") if may_tell(coordinator, "email") else ""


def _phones(voice: Voice, coordinator: Coordinator) -> tuple[Phone, ...]:
    return tuple(
        Phone(
            voice.say(_PHONE_WORDS[phone.type]),
            phone.number.international,
            phone.number.uri,
            voice.line(phone.description),
        )
        for phone in coordinator.phones
        if may_tell(coordinator, "phone")
    )


def _deputy_url(voice: Voice, deputy: Coordinator) -> str:
    directory = voice.to_existing(section_route("coordinators"))
    return f"{directory}#coordinator-{deputy.id}" if directory else ""


def _replies(voice: Voice, coordinator: Coordinator) -> str:
    days = coordinator.replies_within_days
    return voice.plural("Answers within {n} day", "Answers within {n} days", days) if days else ""


def office_hours(voice: Voice, coordinator: Coordinator) -> tuple[Hours, ...]:
    """Return one entry per rule of hours: `Monday and Wednesday`, `10:00–14:00`."""
    return tuple(
        Hours(
            list_and([_weekday(voice, day) for day in hours.days], voice.language),
            voice.hours(hours.opens, hours.closes),
        )
        for hours in coordinator.office_hours
    )


def closed_days(voice: Voice, coordinator: Coordinator) -> tuple[Closed, ...]:
    """Return the days without office hours that are not over yet, the first first."""
    coming = [days for days in coordinator.closed if days.ends_on >= voice.plan.view.today]
    return tuple(
        Closed(date_range(days.starts_on, days.ends_on, voice.language), voice.line(days.description))
        for days in sorted(coming, key=lambda days: (days.starts_on, days.ends_on))
    )


def _weekday(voice: Voice, day: str) -> str:
    return weekday(_A_MONDAY + timedelta(_DAYS.index(day)), voice.language)


def directory(voice: Voice, coordinators: tuple[Coordinator, ...]) -> tuple[PlaceGroup, ...]:
    """Group coordinators by place, places by name; those without a place come last.

    Places where the same people answer are one group. Who still stands in several has the anchor at the first.
    """
    anchored: set[str] = set()
    places = [place for place in voice.plan.view.of(Place) if place_has_page(place)]
    together: dict[tuple[Coordinator, ...], list[Place]] = {}
    for place in sorted(places, key=lambda place: str(voice.text(place.name)).casefold()):
        here = by_duty(voice, tuple(found for found in coordinators if place.id in found.places))
        together.setdefault(here, []).append(place)
    groups = []
    for people, found in together.items():
        if people:
            links = place_links(voice, tuple(place.id for place in found))
            cards = tuple(
                _once(below(voice, links, coordinator_card(voice, person)), anchored) for person in people
            )
            groups.append(PlaceGroup(found[0].id, links, cards))
    known = {place.id for place in places}
    others = tuple(found for found in coordinators if known.isdisjoint(found.places))
    if others:
        cards = tuple(coordinator_card(voice, coordinator) for coordinator in others)
        groups.append(PlaceGroup("elsewhere", (Link(voice.say("Everywhere else")),), cards))
    return tuple(groups)


def below(voice: Voice, heading: tuple[Link, ...], card: CoordinatorCard) -> CoordinatorCard:
    """Return a card as it stands below the names of places: without its places where they are the same."""
    return _without_places(voice, card) if set(card.places) == set(heading) else card


@shared
def _without_places(_: Voice, card: CoordinatorCard) -> CoordinatorCard:
    return replace(card, places=())


def _once(card: CoordinatorCard, anchored: set[str]) -> CoordinatorCard:
    if card.id in anchored:
        return replace(card, id="")
    anchored.add(card.id)
    return card
