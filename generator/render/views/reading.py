"""Pages for reading: one call, one guide, one story, one of the site's own pages.

Takes a voice and the record; returns what the template shows.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.call import Call
from generator.model.guide import Guide
from generator.model.organisation import Organisation
from generator.model.programme import Programme
from generator.model.site import SitePage
from generator.model.state import is_over
from generator.model.story import Story, Testimonial
from generator.plan.routes import section_route
from generator.render.views import calls as call_views
from generator.render.views.instants import call_clock
from generator.render.views.parts import (
    Link,
    items,
    picture,
    place_link,
    programme_link,
    quotation,
    terms,
    with_publisher,
)
from generator.render.views.people import coordinator_card
from generator.render.voice import ProseView, TextView, Voice


def call_page(voice: Voice, call: Call) -> dict[str, object]:
    """Return a recruitment call: dates, info meetings, how to apply, what happens next."""
    over = is_over(call, voice.plan.view.now)
    return {
        "name": voice.text(call.name),
        "summary": voice.text(call.summary),
        "note": call_views.note(voice, call),
        "is_over": over,
        "clock": call_clock(voice, call),
        "facts": call_views.facts(voice, call),
        "description": voice.prose(call.description, "description"),
        "meetings": call_views.meetings(voice, call),
        "apply_steps": items(voice, call.apply.steps),
        "apply_url": (call.apply.url or "") if call_views.takes_applications(call) else "",
        "apply_email": call.apply.email or "",
        "next_steps": voice.prose(call.next_steps, "next-steps"),
        "after_close": voice.prose(call.after_close, "after-close", base_level=2) if over else None,
        "programme": programme_link(voice, call.programme),
        "contacts": tuple(coordinator_card(voice, found) for found in call_views.contact_of(voice, call)),
        "checked": voice.date(call.assured_on) if call.assured_on else "",
    }


@dataclass(frozen=True, slots=True)
class GuideStepView:
    """A step of a guide."""

    id: str
    title: TextView
    text: ProseView | None
    duration: str
    checklist: tuple[TextView, ...]


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A point of an agenda with its minutes."""

    text: TextView
    duration: str


def guide_page(voice: Voice, guide: Guide) -> dict[str, object]:
    """Return a guide: what to check before, steps, agenda, questions, boundaries, next action."""
    programmes = tuple(link for id in guide.programmes if (link := programme_link(voice, id)))
    steps = tuple(
        GuideStepView(
            f"step-{step.id}",
            voice.text(step.title),
            voice.prose(step.text, f"step-{step.id}", base_level=4),
            voice.duration(step.duration.min, step.duration.max, step.duration.unit) if step.duration else "",
            items(voice, step.checklist),
        )
        for step in guide.steps
    )
    agenda = tuple(
        AgendaRow(voice.text(row.text), voice.duration(row.minutes, None, "minute") if row.minutes else "")
        for row in guide.agenda
    )
    return {
        "title": voice.text(guide.title),
        "summary": voice.text(guide.summary),
        "introduction": voice.prose(guide.introduction, "introduction", base_level=2),
        "before_you_start": items(voice, guide.before_you_start),
        "steps": steps,
        "agenda": agenda,
        "questions": items(voice, guide.questions),
        "boundaries": items(voice, guide.boundaries),
        "if_it_does_not_work": voice.prose(guide.if_it_does_not_work, "if-it-does-not-work"),
        "topics": terms(voice, "topics", guide.topics),
        "sources": tuple(
            Link(with_publisher(voice, source.name, source.publisher), source.url or "")
            for source in guide.sources
        ),
        "programmes": programmes,
        "coordinators_url": voice.to(section_route("coordinators"))
        if voice.has(section_route("coordinators"))
        else "",
        "checked": voice.date(guide.assured_on) if guide.assured_on else "",
    }


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
        "programme": programme_link(voice, story.programme),
        "organisation": voice.text(organisation.name) if organisation else None,
    }


def own_page(voice: Voice, page: SitePage) -> dict[str, object]:
    """Return one of the site's own pages."""
    return {
        "title": voice.text(page.title),
        "summary": voice.line(page.summary),
        "body": voice.prose(page.body, "section", base_level=2),
    }


__all__ = ["call_page", "guide_page", "own_page", "story_page"]
