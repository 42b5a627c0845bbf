"""Pages for reading: one call, one story, one of the site's own pages. Guides have a module of their own.

Takes a voice and the record; returns what the template shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.model.call import Call
from generator.model.organisation import Organisation
from generator.model.programme import Programme
from generator.model.site import SitePage
from generator.model.state import is_over
from generator.model.story import Story, Testimonial
from generator.plan.routes import news_route, record_route, section_route
from generator.render.views import calls as call_views
from generator.render.views.doors import coordinators_url
from generator.render.views.instants import call_clock
from generator.render.views.lists import newest
from generator.render.views.meetings import meetings
from generator.render.views.parts import (
    items,
    picture,
    place_link,
    programme_card,
    programme_link,
    quotation,
    story_card,
)
from generator.render.views.people import CoordinatorCard, Reach, coordinator_card
from generator.render.voice import Voice
from generator.text.messages import mark


@dataclass(frozen=True, slots=True)
class Action:
    """The one thing that a page asks of its reader; `title` begins with a verb."""

    title: str
    url: str


_MORE_STORIES = 2


def call_page(voice: Voice, call: Call) -> dict[str, object]:
    """Return a recruitment call: dates, info meetings, how to apply, what happens next, what comes after."""
    over = is_over(call, voice.plan.view.now)
    contacts = tuple(coordinator_card(voice, found) for found in call_views.contact_of(voice, call))
    takes = call_views.takes_applications(call)
    return {
        "name": voice.text(call.name),
        "summary": voice.text(call.summary),
        "note": call_views.note(voice, call),
        "is_over": over,
        "clock": call_clock(voice, call),
        "facts": call_views.facts(voice, call),
        "description": voice.prose(call.description, "description"),
        "meetings": meetings(voice, call),
        "apply": _apply_action(voice, call, contacts) if takes else _ask_action(voice, contacts),
        "ask": _ask_action(voice, contacts),
        "takes_applications": takes,
        "apply_steps": items(voice, call.apply.steps),
        "apply_url": call.apply.url or "",
        "apply_email": call.apply.email or "",
        "next_steps": voice.prose(call.next_steps, "next-steps"),
        "replies": next((card.replies for card in contacts if card.replies), ""),
        "after_close": voice.prose(call.after_close, "after-close", base_level=2),
        "next_calls": _next_calls(voice, call),
        "calls_url": voice.to(section_route("calls")),
        "news_url": voice.to(news_route("calls")),
        "programme": programme_link(voice, call.programme),
        "contacts": contacts,
        "checked": voice.date(call.assured_on) if call.assured_on else "",
    }


def _apply_action(voice: Voice, call: Call, contacts: tuple[CoordinatorCard, ...]) -> Action | None:
    """The way to apply that takes the reader least: the form, a letter, a call."""
    if call.apply.url:
        return Action(voice.say("Apply online"), call.apply.url)
    if call.apply.email:
        return Action(voice.say("Apply by e-mail"), f"mailto:{call.apply.email}")
    return _ask_action(voice, contacts)


def _ask_action(voice: Voice, contacts: tuple[CoordinatorCard, ...]) -> Action | None:
    """The main action while one cannot apply: getting in touch."""
    reach = next((reach for card in contacts if (reach := card.first_reach)), None)
    return contact_action(voice, reach) if reach else None


def contact_action(voice: Voice, reach: Reach) -> Action:
    """Return the action of getting in touch with a coordinator."""
    word = mark("Call the coordinator") if reach.is_phone else mark("Write to the coordinator")
    return Action(voice.say(word), reach.uri)


def _next_calls(voice: Voice, call: Call) -> tuple[call_views.CallCard, ...]:
    """The other calls of the programme that are not over."""
    others = tuple(found for found in call_views.calls_of(voice, call.programme) if found.id != call.id)
    coming, _ = call_views.in_order(others, voice.plan.view.now)
    return tuple(call_views.call_card(voice, found) for found in coming)


def story_page(voice: Voice, story: Story) -> dict[str, object]:
    """Return a story with its quotations."""
    view = voice.plan.view
    voices = (view.get(Testimonial, id) for id in story.quotations)
    programme = view.get(Programme, story.programme)
    organisation = view.get(Organisation, programme.organisation) if programme else None
    return {
        "headline": voice.text(story.headline),
        "summary": voice.text(story.summary),
        "date": voice.date(story.date_published),
        "date_iso": story.date_published.isoformat(),
        "place": place_link(voice, story.place) if story.place else None,
        "image": picture(voice, story.image),
        "body": voice.prose(story.body, "body", base_level=2),
        "quotations": tuple(quotation(voice, found) for found in voices if found),
        "programme": programme_card(voice, programme) if programme and _has_page(voice, programme) else None,
        "more_stories": tuple(story_card(voice, found) for found in _others(voice, story)),
        "coordinators_url": coordinators_url(voice),
        "organisation": voice.text(organisation.name) if organisation else None,
    }


def _others(voice: Voice, story: Story) -> Iterator[Story]:
    """The newest stories besides one: enough to go on reading."""
    return islice((found for found in newest(voice) if found.id != story.id), _MORE_STORIES)


def _has_page(voice: Voice, programme: Programme) -> bool:
    return voice.has(record_route(programme.kind, programme.id))


def own_page(voice: Voice, page: SitePage) -> dict[str, object]:
    """Return one of the site's own pages."""
    return {
        "title": voice.text(page.title),
        "summary": voice.line(page.summary),
        "body": voice.prose(page.body, "section", base_level=2),
    }


__all__ = ["Action", "call_page", "contact_action", "own_page", "story_page"]
