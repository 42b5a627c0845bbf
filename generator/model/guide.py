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
    title: Label
    text: Prose
    actor: Annotated[StepActor, one_of(StepActor)] | None = None
    """Who acts: the one to ask about this step."""
    duration: DurationRange | None = None
    checklist: tuple[Item, ...] = ()


class AgendaItem(Part):
    """One point of a meeting's agenda, with its share of the time."""

    id: Slug
    text: Label
    minutes: Integer | None = None


class Source(Part):
    """Where the guidance comes from, or what to read further."""

    id: Slug
    name: Label
    publisher: Line
    url: WebUrl | None = None


_Audience = Literal["mentor", "mentee", "employer", "organiser"]


class Guide(Addressed):
    """A guide. Without programmes it is general and goes on every site."""

    kind: ClassVar[str] = "guides"

    title: Label
    audience: Annotated[_Audience, one_of(_Audience)]
    summary: Label
    programmes: tuple[ProgrammeRef, ...] = ()
    topics: tuple[TopicRef, ...] = ()
    introduction: Prose | None = None
    before_you_start: tuple[Item, ...] = ()
    steps: tuple[GuideStep, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    questions: tuple[Item, ...] = ()
    """Questions to ask oneself or each other."""
    boundaries: tuple[Item, ...] = ()
    """What is outside a mentor's task, and whom to call then."""
    if_it_does_not_work: Prose | None = None
    sources: tuple[Source, ...] = ()
