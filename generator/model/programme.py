"""A mentoring programme: what it is, whom it is for, how it works and what is known of it.

Fields only; HSDS `program` and `service` terms where they exist. Who coordinates it in which place stands in
the coordinator's record.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.model.base import Addressed, DurationRange, Item, Part
from generator.model.fields.codes import CefrLevel, Language
from generator.model.fields.contact import WebUrl
from generator.model.fields.reference import (
    CoordinatorRef,
    MediaRef,
    OrganisationRef,
    PartnerTypeRef,
    PlaceRef,
    ProgrammeTypeRef,
    TopicRef,
)
from generator.model.fields.scalars import Boolean, Integer, IsoDate, Number, Slug, one_of
from generator.model.fields.texts import Label, Line, Prose


class Aim(Part):
    """What the programme wants to reach; `valid_to` is the day after which the promise is over."""

    id: Slug
    text: Label
    valid_to: IsoDate | None = None


_Per = Literal["week", "month"]


class Meetings(Part):
    """How much time the pair spends: `hours` per week or month, and where they meet."""

    hours: Number
    per: Annotated[_Per, one_of(_Per)]
    at_least: Boolean = False
    """True when `hours` is the least, not about the usual."""
    place: Label | None = None


class LanguageRequirement(Part):
    """A language that somebody needs; several requirements in a list are alternatives."""

    language: Language
    level: CefrLevel | None = None
    description: Label | None = None
    """In words where no CEFR level is stated, or when the alternative applies."""


class Role(Part):
    """What one side does, needs and gets. `name` replaces the usual word (mentee, mentorpartner, tandem)."""

    name: Label | None = None
    summary: Label | None = None
    tasks: tuple[Item, ...] = ()
    must: tuple[Item, ...] = ()
    good_to_have: tuple[Item, ...] = ()
    not_needed: tuple[Item, ...] = ()
    language_requirements: tuple[LanguageRequirement, ...] = ()
    gains: tuple[Item, ...] = ()
    challenges: tuple[Item, ...] = ()


class Roles(Part):
    """The sides of the programme. An organisation takes part as employer or partner company."""

    mentor: Role
    mentee: Role
    organisation: Role | None = None


_Actor = Literal["coordinator", "mentor", "mentee", "pair", "organisation"]


class Step(Part):
    """One step on the way, in order: who acts, what happens, how long it takes."""

    id: Slug
    title: Label
    text: Label | None = None
    actor: Annotated[_Actor, one_of(_Actor)]
    duration: DurationRange | None = None


_MatchingMethod = Literal["coordinator", "self", "event", "mixed"]


class Matching(Part):
    """How pairs come together."""

    method: Annotated[_MatchingMethod, one_of(_MatchingMethod)]
    criteria: Label | None = None


class Training(Part):
    """A course or workshop that the programme offers."""

    id: Slug
    name: Label
    role: Annotated[Literal["mentor", "mentee", "both"], one_of(Literal["mentor", "mentee", "both"])] = "both"


class Support(Part):
    """What participants get while it runs."""

    summary: Label | None = None
    exchange_meetings: Integer | None = None
    """How many meetings for exchange with other participants are offered."""
    training: tuple[Training, ...] = ()
    follow_up: Label | None = None


class MinimumNumbers(Part):
    """The least that a joint programme needs: further organisations, and pairs from each of them."""

    other_organisations: Integer
    mentors_each: Integer
    mentees_each: Integer


class Outcome(Part):
    """A result or recognition. A number counts only with its source and year."""

    id: Slug
    text: Label
    value: Integer | None = None
    year: Integer | None = None
    source: Line | None = None
    source_url: WebUrl | None = None


class SisterProgrammes(Part):
    """Programmes elsewhere that use the same method."""

    minimum_countries: Integer


class Certificate(Part):
    """A certificate that the programme or its organisations hold or award, and when it must be renewed."""

    id: Slug
    name: Label
    awarded_by: OrganisationRef | None = None
    awarded_on: IsoDate | None = None
    valid_to: IsoDate | None = None
    renewed_after: DurationRange | None = None


class QualityStandard(Part):
    """A published standard that the programme follows."""

    id: Slug
    name: Label
    publisher: Line
    url: WebUrl | None = None


class Partner(Part):
    """Somebody who takes part, pays or refers: a record, or a name alone."""

    id: Slug
    organisation: OrganisationRef | None = None
    name: Label | None = None
    partner_type: PartnerTypeRef


class Question(Part):
    """A question that people ask, with its answer."""

    id: Slug
    question: Label
    answer: Prose


_Status = Literal["active", "inactive", "defunct", "temporarily_closed"]
_Mode = Literal["onsite", "online", "blended"]
_Check = Literal["none", "standard", "extended"]


class Programme(Addressed):
    """A mentoring programme."""

    kind: ClassVar[str] = "programmes"

    name: Label
    summary: Label
    """One sentence: what it is, for whom, where."""
    description: Prose
    organisation: OrganisationRef
    status: Annotated[_Status, one_of(_Status)] = "active"
    started_in: Integer | None = None
    """The year of the first round."""
    programme_types: tuple[ProgrammeTypeRef, ...] = ()
    programme_mode: Annotated[_Mode, one_of(_Mode)] | None = None
    topics: tuple[TopicRef, ...] = ()
    aims: tuple[Aim, ...] = ()
    duration: DurationRange | None = None
    meetings: Meetings | None = None
    fees_description: Label | None = None
    background_check: Annotated[_Check, one_of(_Check)] | None = None
    roles: Roles
    steps: tuple[Step, ...] = ()
    first_meeting: Prose | None = None
    conversation: tuple[Item, ...] = ()
    """The pattern that each conversation follows, in order."""
    matching: Matching | None = None
    support: Support | None = None
    minimum_numbers: MinimumNumbers | None = None
    not_offered: Prose | None = None
    """What mentoring here is not."""
    outcomes: tuple[Outcome, ...] = ()
    sister_programmes: SisterProgrammes | None = None
    certificates: tuple[Certificate, ...] = ()
    quality_standards: tuple[QualityStandard, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    contact: CoordinatorRef | None = None
    """Whom to ask when one's own city is not in the list."""
    partners: tuple[Partner, ...] = ()
    questions: tuple[Question, ...] = ()
    image: MediaRef | None = None
