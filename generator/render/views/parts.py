"""View models that several pages share: pictures, links, facts, and the cards of records.

Each function takes a voice and a record that the site shows, and returns a frozen value that templates print
without further thought. Nothing here chooses which records a page has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.model.base import Address, Item
from generator.model.coordinator import Coordinator
from generator.model.fields.text import Text
from generator.model.guide import Guide
from generator.model.media import Media
from generator.model.organisation import Organisation
from generator.model.place import Place
from generator.model.programme import LanguageRequirement, Programme
from generator.model.story import Story, Testimonial
from generator.plan.pages import place_has_page
from generator.plan.routes import CREDITS, record_route
from generator.render.views.credit import credit_line
from generator.render.voice import TextView, Voice, shared, with_markup
from generator.text.formats import list_or
from generator.text.locales import country_name, language_name
from generator.text.messages import mark

ORGANISATIONS = ("employer", "organiser")
"""The audiences of guides that are companies and other organisations."""


@dataclass(frozen=True, slots=True)
class Link:
    """A way to somewhere. `url` is empty where the name stands alone.

    `about` is heard after the title, where several links of a page have the same one.
    """

    title: TextView | str
    url: str = ""
    about: TextView | str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a fact list: a label and its lines."""

    label: str
    lines: tuple[TextView | Link | str, ...]


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One of the files of a picture that a browser chooses from; `width` in pixels."""

    url: str
    width: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with what must stand beside it.

    `alt` is empty for a decorative one; `language` is that of `alt` where it had to fall back, else empty.
    `width` and `height` are those of the file at `url`, in pixels, 0 when not known. `srcset` are all files.
    """

    url: str
    alt: str
    language: str
    credit: Markup
    credits_url: str
    width: int = 0
    height: int = 0
    srcset: tuple[PictureFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list: where it leads, one sentence, a few facts."""

    title: TextView
    url: str
    summary: TextView | str
    facts: tuple[Fact, ...] = ()
    picture: Picture | None = None
    label: str = ""
    date: str = ""
    date_iso: str = ""


@shared
def picture(voice: Voice, id: str | None) -> Picture | None:
    """Return a picture with its credit line, or `None` when the site may not show it."""
    media = voice.plan.view.get(Media, id)
    if media is None:
        return None
    alt = voice.line(media.alt)
    language = alt.language if alt and alt.is_fallback else ""
    shown = voice.pictures.of(media)
    files = tuple(PictureFile(voice.to_file(found.path), found.width) for found in shown.variants)
    usual = shown.usual
    return Picture(
        voice.to_file(usual.path),
        str(alt or ""),
        language,
        credit_line(voice, media),
        voice.to_existing(CREDITS),
        usual.width,
        usual.height,
        files if len(files) > 1 else (),
    )


def items(voice: Voice, found: tuple[Item, ...]) -> tuple[TextView, ...]:
    """Return the texts of a list."""
    return tuple(voice.text(item.text) for item in found)


def terms(voice: Voice, vocabulary: str, ids: tuple[str, ...]) -> tuple[TextView, ...]:
    """Return the labels of controlled words."""
    catalog = voice.plan.view.catalog
    return tuple(voice.text(term) for id in ids if (term := catalog.term(vocabulary, id)))


@shared
def place_link(voice: Voice, id: str) -> Link | None:
    """Return a place's name, with a link where the site has a page for it."""
    place = voice.plan.view.catalog.get(Place, id)
    if place is None:
        return None
    route = record_route(place.kind, place.id)
    return Link(voice.text(place.name), voice.to_existing(route) if place_has_page(place) else "")


@shared
def place_links(voice: Voice, ids: tuple[str, ...]) -> tuple[Link, ...]:
    """Return places in the given order; one of another site is a name without a link."""
    return tuple(link for id in ids if (link := place_link(voice, id)))


@shared
def programme_link(voice: Voice, id: str) -> Link | None:
    """Return a programme's name with a link to its page."""
    programme = voice.plan.view.get(Programme, id)
    if programme is None:
        return None
    return Link(voice.text(programme.name), voice.to_existing(record_route(programme.kind, programme.id)))


@shared
def organisation_link(voice: Voice, id: str | None) -> Link | None:
    """Return an organisation's name, with a link to its own website where one is known."""
    organisation = voice.plan.view.get(Organisation, id)
    if organisation is None:
        return None
    return Link(voice.text(organisation.name), organisation.website or "")


def address_lines(voice: Voice, address: Address) -> tuple[str, ...]:
    """Return an address line by line, the country last and only where it is not the site's own."""
    lines = [address.address_1, address.address_2 or "", f"{address.postal_code} {address.city}"]
    if address.country != voice.plan.view.site.jurisdiction:
        lines.append(country_name(address.country, voice.language))
    return tuple(line for line in lines if line)


def language_requirement(voice: Voice, requirement: LanguageRequirement) -> Markup:
    """Return one language with its level or description: `Norwegian Bokmål: B1`."""
    name = language_name(requirement.language, voice.language)
    parts = [part for part in (requirement.level, voice.line(requirement.description)) if part]
    return Markup("{}: {}").format(name, Markup(", ").join(parts)) if parts else escape(name)


def any_of(voice: Voice, found: Sequence[Markup]) -> Markup:
    """Return alternatives as a list in words; each keeps its marks of another language."""
    return with_markup(lambda slots: list_or(slots, voice.language), found)


def with_publisher(voice: Voice, name: Text, publisher: str) -> Markup:
    """Return what a standard or source is called and who publishes it; the name keeps its language."""
    return Markup("{} ({})").format(voice.text(name), publisher)


def role_name(voice: Voice, programme: Programme | None, role: str) -> TextView | str:
    """Return the word that a programme uses for a role, else the usual one."""
    own = getattr(programme.roles, role, None) if programme else None
    if own is not None and own.name is not None:
        return voice.text(own.name)
    usual = {"mentor": mark("Mentor"), "mentee": mark("Mentee"), "organisation": mark("Organisation")}
    return voice.say(usual[role])


@shared
def programme_card(voice: Voice, programme: Programme) -> Card:
    """Return a programme for a list, with the rows that every programme card has."""
    return Card(
        voice.text(programme.name),
        voice.to(record_route(programme.kind, programme.id)),
        voice.text(programme.summary),
        (*common_facts(voice, programme), Fact(voice.say("Who takes part"), _sides(voice, programme))),
        picture(voice, programme.image),
    )


@shared
def programme_row(voice: Voice, programme: Programme) -> Card:
    """Return a programme for a short list: the rows by which readers choose, without picture and summary."""
    time, _, where, languages, _ = common_facts(voice, programme)
    return Card(
        voice.text(programme.name),
        voice.to(record_route(programme.kind, programme.id)),
        "",
        (time, where, languages, Fact(voice.say("Who takes part"), _sides(voice, programme))),
    )


def common_facts(voice: Voice, programme: Programme) -> tuple[Fact, ...]:
    """Return the rows that every programme has, in the same order; what nobody wrote down is to be asked."""
    modes = {"onsite": mark("In person"), "online": mark("Online"), "blended": mark("In person and online")}
    form = voice.say(modes[programme.programme_mode]) if programme.programme_mode else ""
    rows: tuple[tuple[str, tuple[TextView | Link | str | None, ...]], ...] = (
        (mark("Time"), (meeting_time(voice, programme),)),
        (mark("Length"), (duration(voice, programme),)),
        (mark("Where"), (*place_links(voice, programme.places), form)),
        (mark("Languages spoken"), (voice.language_names(_spoken(voice, programme)),)),
        (mark("Cost"), (voice.line(programme.fees_description),)),
    )
    asked = (asked_link(voice, programme),)
    return tuple(
        Fact(voice.say(label), tuple(line for line in lines if line) or asked) for label, lines in rows
    )


def asked_link(voice: Voice, programme: Programme) -> Link:
    """Return the way to those who know what is not written down; without sight its name says of which programme."""
    title, here = voice.say("Ask the coordinator"), record_route(programme.kind, programme.id)
    serving = [found for found in voice.plan.view.of(Coordinator) if programme.id in found.programmes]
    local = any(found.places or found.id != programme.contact for found in serving)
    if not voice.has(here) or not (local or voice.plan.view.get(Coordinator, programme.contact)):
        return Link(title)
    page = "" if voice.page.route == here else voice.to(here)
    return Link(title, f"{page}#{'places' if local else 'contact'}", voice.text(programme.name))


def _spoken(voice: Voice, programme: Programme) -> tuple[str, ...]:
    """The languages in which somebody of the programme answers, the most usual first."""
    serving = [found for found in voice.plan.view.of(Coordinator) if programme.id in found.programmes]
    counted = Counter(language for found in serving for language in found.languages)
    return tuple(language for language, _ in counted.most_common())


def _sides(voice: Voice, programme: Programme) -> tuple[TextView | str, ...]:
    """The words of the programme for those who take part."""
    known = ("mentor", "mentee", "organisation") if programme.roles.organisation else ("mentor", "mentee")
    return tuple(role_name(voice, programme, role) for role in known)


def duration(voice: Voice, programme: Programme) -> str:
    """Return how long a match lasts; empty when unknown."""
    length = programme.duration
    return voice.duration(length.min, length.max, length.unit) if length else ""


def meeting_time(voice: Voice, programme: Programme) -> str:
    """Return the hours that a pair spends: `about 2 hours per month`."""
    meetings = programme.meetings
    if meetings is None:
        return ""
    rate = voice.rate(meetings.hours, meetings.per)
    return (
        voice.say("at least {time}", time=rate) if meetings.at_least else voice.say("about {time}", time=rate)
    )


@shared
def guide_card(voice: Voice, guide: Guide) -> Card:
    """Return a guide for a list."""
    return Card(
        voice.text(guide.title),
        voice.to(record_route(guide.kind, guide.id)),
        voice.text(guide.summary),
        label=audience(voice, guide.audience),
    )


def audience(voice: Voice, who: str) -> str:
    """Return for whom a guide is: `For mentors`."""
    words = {
        "mentor": mark("For mentors"),
        "mentee": mark("For mentees"),
        "employer": mark("For employers"),
        "organiser": mark("For organisers"),
    }
    return voice.say(words[who])


@shared
def story_card(voice: Voice, story: Story) -> Card:
    """Return a story for a list."""
    return Card(
        voice.text(story.headline),
        voice.to(record_route(story.kind, story.id)),
        voice.text(story.summary),
        picture=picture(voice, story.image),
        date=voice.date(story.date_published),
        date_iso=story.date_published.isoformat(),
    )


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words and who they are."""

    text: TextView
    name: str
    job_title: TextView
    organisation: Link | None
    date: str
    date_iso: str
    programme: Link | None


@shared
def quotation(voice: Voice, testimonial: Testimonial) -> Quotation:
    """Return a testimonial; the name only where consent covers it."""
    name = testimonial.name if testimonial.name and "name" in testimonial.consent.scope else ""
    return Quotation(
        voice.text(testimonial.quotation),
        name or "",
        voice.text(testimonial.job_title),
        organisation_link(voice, testimonial.organisation),
        voice.date(testimonial.said_on) if testimonial.said_on else "",
        testimonial.said_on.isoformat() if testimonial.said_on else "",
        programme_link(voice, testimonial.programme),
    )
