"""Guidance for mentors, mentees, employers and organisers (schema.org LearningResource). Fields only."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.model.base import Addressed, DurationRange, Item, Part
from generator.model.fields.contact import WebUrl
from generator.model.fields.reference import ProgrammeRef, TopicRef
from generator.model.fields.scalars import Integer, Slug, one_of
from generator.model.fields.texts import Label, Line, Prose

StepActor = Literal["coordinator", "mentor", "mentee", "pair", "organisation"]


class GuideStep(Part):
    """One step: a heading that starts with a verb, what to do, and what to tick off."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    title: Label
    """The heading; it starts with a verb."""
    text: Prose
    """What to do, in a few sentences."""
    actor: Annotated[StepActor, one_of(StepActor)] | None = None
    """Who acts: the one to ask about this step."""
    duration: DurationRange | None = None
    """How long this takes."""
    checklist: tuple[Item, ...] = ()
    """What to tick off."""


class AgendaItem(Part):
    """One point of a meeting's agenda, with its share of the time."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    text: Label
    """What is talked about."""
    minutes: Integer | None = None
    """How many minutes it takes."""


class Source(Part):
    """Where the guidance comes from, or what to read further."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    name: Label
    """The title of the book, page or standard."""
    publisher: Line
    """Who publishes it."""
    url: WebUrl | None = None
    """Where it can be read."""


_Audience = Literal["mentor", "mentee", "employer", "organiser"]


class Guide(Addressed):
    """A guide. Without programmes it is general and goes on every site."""

    kind: ClassVar[str] = "guides"

    title: Label
    """The title; it says what one can do afterwards."""
    audience: Annotated[_Audience, one_of(_Audience)]
    """For whom the guide is."""
    summary: Label
    """One sentence: what the guide helps with."""
    programmes: tuple[ProgrammeRef, ...] = ()
    """The programmes to which it belongs, by their ids; left out for all."""
    topics: tuple[TopicRef, ...] = ()
    """What it is about, words of content/vocabulary/topics.yml."""
    introduction: Prose | None = None
    """What to know before one begins."""
    before_you_start: tuple[Item, ...] = ()
    """What should be ready before the first step."""
    steps: tuple[GuideStep, ...] = ()
    """The steps, in order."""
    agenda: tuple[AgendaItem, ...] = ()
    """The points of a meeting, in order."""
    questions: tuple[Item, ...] = ()
    """Questions to ask oneself or each other."""
    boundaries: tuple[Item, ...] = ()
    """What is outside a mentor's task, and whom to call then."""
    if_it_does_not_work: Prose | None = None
    """What to do when it does not work out, and whom to ask."""
    sources: tuple[Source, ...] = ()
    """Where the guidance comes from, and what to read further."""
