"""The page of a programme, in the order in which readers ask.

Takes a voice and a programme; returns the blocks of `programme.html`: promise, key facts, who can take part,
what pairs do, steps, support, gains, proof, places with coordinators, questions, partners, contact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.coordinator import Coordinator
from generator.model.guide import Guide
from generator.model.programme import Programme, Question
from generator.model.story import Story, Testimonial
from generator.plan.routes import TESTIMONIALS, record_route
from generator.render.views import calls as call_views
from generator.render.views import meetings, proof, taking_part
from generator.render.views.doors import programme_doors
from generator.render.views.organisations import organisation_card, partner_groups
from generator.render.views.parts import (
    Link,
    guide_card,
    items,
    organisation_link,
    picture,
    programme_link,
    quotation,
    story_card,
)
from generator.render.views.people import CoordinatorCard, PlaceGroup, coordinator_card, directory
from generator.render.views.programme_facts import key_facts, more_facts
from generator.render.voice import ProseView, TextView, Voice, shared
from generator.text.messages import mark


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question and its answer."""

    id: str
    question: TextView
    answer: ProseView | None


def programme_page(voice: Voice, programme: Programme) -> dict[str, object]:
    """Return what `programme.html` shows."""
    return {
        "name": voice.text(programme.name),
        "summary": voice.text(programme.summary),
        "status": _status(voice, programme),
        "image": picture(voice, programme.image),
        "facts": key_facts(voice, programme),
        "more_facts": more_facts(voice, programme),
        "doors": programme_doors(voice, programme),
        "description": voice.prose(programme.description, "description"),
        **_taking_part(voice, programme),
        **_evidence(voice, programme),
        **_calls(voice, programme),
        **_people(voice, programme),
        **_further(voice, programme),
        "questions": tuple(_question(voice, found) for found in programme.questions),
        "organisation": organisation_card(voice, programme.organisation),
        "partners": partner_groups(voice, programme),
        "checked": voice.date(programme.assured_on) if programme.assured_on else "",
    }


def _taking_part(voice: Voice, programme: Programme) -> dict[str, object]:
    """Who can take part, what they do together, how it goes, who helps."""
    return {
        "roles": taking_part.roles(voice, programme),
        "first_meeting": voice.prose(programme.first_meeting, "first-meeting"),
        "conversation": items(voice, programme.conversation),
        "steps": taking_part.steps(voice, programme),
        "support": taking_part.support(voice, programme),
        "not_offered": voice.prose(programme.not_offered, "not-offered"),
    }


def _evidence(voice: Voice, programme: Programme) -> dict[str, object]:
    """What it wants to reach and what is known of it."""
    aims, past_aims = proof.aims(voice, programme)
    said = [found for found in voice.plan.view.of(Testimonial) if found.programme == programme.id]
    return {
        "aims": aims,
        "past_aims": past_aims,
        "outcomes": proof.outcomes(voice, programme),
        "sister_countries": proof.sister_countries(voice, programme),
        "certificates": proof.certificates(voice, programme),
        "standards": proof.standards(voice, programme),
        "testimonials": tuple(quotation(voice, found) for found in said),
        "testimonials_url": voice.to_existing(TESTIMONIALS) if said else "",
    }


def _calls(voice: Voice, programme: Programme) -> dict[str, object]:
    """The recruitment calls with their info meetings."""
    calls = call_views.calls_of(voice, programme.id)
    coming, past = call_views.in_order(calls, voice.plan.view.now)
    return {
        "calls": tuple(call_views.call_card(voice, call) for call in coming),
        "past_calls": tuple(call_views.call_card(voice, call) for call in past),
        "meetings": meetings.taking_place(voice, calls),
    }


def _people(voice: Voice, programme: Programme) -> dict[str, object]:
    """Who answers in which place, and whom to ask everywhere else."""
    view = voice.plan.view
    coordinators = tuple(
        found
        for found in view.of(Coordinator)
        if programme.id in found.programmes and (found.places or found.id != programme.contact)
    )
    contact = view.get(Coordinator, programme.contact)
    card = coordinator_card(voice, contact) if contact else None
    is_shown = contact in coordinators
    return {
        "places": tuple(_group(voice, programme, group) for group in directory(voice, coordinators)),
        "contact": _own(voice, programme, replace(card, id="")) if card and not is_shown else None,
        "contact_link": Link(card.role, f"#{card.id}") if card and is_shown else None,
    }


def _group(voice: Voice, programme: Programme, group: PlaceGroup) -> PlaceGroup:
    return replace(group, coordinators=tuple(_own(voice, programme, card) for card in group.coordinators))


@shared
def _own(voice: Voice, programme: Programme, card: CoordinatorCard) -> CoordinatorCard:
    """A card without what holds for the whole page: its programme, and who runs it."""
    is_alone = card.programmes == (programme_link(voice, programme.id),)
    runs_it = card.organisation == organisation_link(voice, programme.organisation)
    return replace(
        card,
        programmes=() if is_alone else card.programmes,
        organisation=None if runs_it else card.organisation,
    )


def _further(voice: Voice, programme: Programme) -> dict[str, object]:
    """Guides and stories of this programme."""
    view = voice.plan.view
    return {
        "stories": tuple(
            story_card(voice, story)
            for story in view.of(Story)
            if story.programme == programme.id and voice.has(record_route(story.kind, story.id))
        ),
        "guides": tuple(
            guide_card(voice, guide)
            for guide in view.of(Guide)
            if programme.id in guide.programmes and voice.has(record_route(guide.kind, guide.id))
        ),
    }


def _status(voice: Voice, programme: Programme) -> str:
    words = {
        "inactive": mark("This programme takes nobody in at present."),
        "temporarily_closed": mark("This programme is closed for a time."),
    }
    return voice.say(words[programme.status]) if programme.status in words else ""


def _question(voice: Voice, question: Question) -> QuestionView:
    id = f"question-{question.id}"
    return QuestionView(id, voice.text(question.question), voice.prose(question.answer, id))
