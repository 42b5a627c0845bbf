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
    """Names this item, so that translations find it when the order changes."""
    text: Label
    """What the programme wants to reach, in one line."""
    valid_to: IsoDate | None = None
    """The last day of the promise; a year's goal ends with the year."""


_Per = Literal["week", "month"]


class Meetings(Part):
    """How much time the pair spends: `hours` per week or month, and where they meet."""

    hours: Number
    """How many hours a pair spends together, as a number such as 2 or 1.5."""
    per: Annotated[_Per, one_of(_Per)]
    """In which time these hours are spent."""
    at_least: Boolean = False
    """True when `hours` is the least, not about the usual."""
    place: Label | None = None
    """Where the two meet, in a few words."""


class LanguageRequirement(Part):
    """A language that somebody needs; several requirements in a list are alternatives."""

    language: Language
    """The language, as a code such as da, nb or uk."""
    level: CefrLevel | None = None
    """The level of the Common European Framework, A1 to C2."""
    description: Label | None = None
    """In words where no CEFR level is stated, or when the alternative applies."""


class Role(Part):
    """What one side does, needs and gets. `name` replaces the usual word (mentee, mentorpartner, tandem)."""

    name: Label | None = None
    """What this programme calls the role, when it is not the usual word."""
    summary: Label | None = None
    """One sentence: who this is and what they do."""
    tasks: tuple[Item, ...] = ()
    """What somebody in this role does."""
    must: tuple[Item, ...] = ()
    """What somebody needs in order to take part."""
    good_to_have: tuple[Item, ...] = ()
    """What helps, but is not asked for."""
    not_needed: tuple[Item, ...] = ()
    """What people often think they need, but do not."""
    language_requirements: tuple[LanguageRequirement, ...] = ()
    """Which languages somebody needs; several are alternatives."""
    gains: tuple[Item, ...] = ()
    """What somebody gets out of it."""
    challenges: tuple[Item, ...] = ()
    """What can be hard, said openly."""


class Roles(Part):
    """The sides of the programme. An organisation takes part as employer or partner company."""

    mentor: Role
    """The one who shares experience."""
    mentee: Role
    """The one who gets support."""
    organisation: Role | None = None
    """The employer or partner company, where organisations take part."""


_Actor = Literal["coordinator", "mentor", "mentee", "pair", "organisation"]


class Step(Part):
    """One step on the way, in order: who acts, what happens, how long it takes."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    title: Label
    """What happens, as a short heading."""
    text: Label | None = None
    """What one should know about this step, in one line."""
    actor: Annotated[_Actor, one_of(_Actor)]
    """Who acts in this step."""
    duration: DurationRange | None = None
    """How long the step takes."""


_MatchingMethod = Literal["coordinator", "self", "event", "mixed"]


class Matching(Part):
    """How pairs come together."""

    method: Annotated[_MatchingMethod, one_of(_MatchingMethod)]
    """Who brings the two together, and how."""
    criteria: Label | None = None
    """What is looked at when two are matched."""


class Training(Part):
    """A course or workshop that the programme offers."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    name: Label
    """What the course or workshop is called."""
    role: Annotated[Literal["mentor", "mentee", "both"], one_of(Literal["mentor", "mentee", "both"])] = "both"
    """For whom it is."""


class Support(Part):
    """What participants get while it runs."""

    summary: Label | None = None
    """What participants get, in one sentence."""
    exchange_meetings: Integer | None = None
    """How many meetings for exchange with other participants are offered."""
    training: tuple[Training, ...] = ()
    """Courses and workshops that the programme offers."""
    follow_up: Label | None = None
    """How the coordinator stays in touch with the pair."""


class MinimumNumbers(Part):
    """The least that a joint programme needs: further organisations, and pairs from each of them."""

    other_organisations: Integer
    """How many further organisations have to take part."""
    mentors_each: Integer
    """How many mentors each organisation sends, at least."""
    mentees_each: Integer
    """How many mentees each organisation sends, at least."""


class Outcome(Part):
    """A result or recognition. A number counts only with its source and year."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    text: Label
    """The result or recognition, in one line."""
    value: Integer | None = None
    """The number that the text speaks of, for machines."""
    year: Integer | None = None
    """The year to which the number belongs."""
    source: Line | None = None
    """Who says so: a report, an evaluation."""
    source_url: WebUrl | None = None
    """Where the source can be read."""


class SisterProgrammes(Part):
    """Programmes elsewhere that use the same method."""

    minimum_countries: Integer
    """In how many countries at least there are such programmes."""


class Certificate(Part):
    """A certificate that the programme or its organisations hold or award, and when it must be renewed."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    name: Label
    """What the certificate is called."""
    awarded_by: OrganisationRef | None = None
    """The organisation that awards it, by its id."""
    awarded_on: IsoDate | None = None
    """The day of the award."""
    valid_to: IsoDate | None = None
    """The last day on which it is valid."""
    renewed_after: DurationRange | None = None
    """After which time it has to be renewed."""


class QualityStandard(Part):
    """A published standard that the programme follows."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    name: Label
    """What the standard is called."""
    publisher: Line
    """Who publishes the standard."""
    url: WebUrl | None = None
    """Where the standard can be read."""


class Partner(Part):
    """Somebody who takes part, pays or refers: a record, or a name alone."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    organisation: OrganisationRef | None = None
    """The partner's own record, by its id."""
    name: Label | None = None
    """The partner's name, when it has no record of its own."""
    partner_type: PartnerTypeRef
    """What kind of partner this is, a word of content/vocabulary/partner-types.yml."""


class Question(Part):
    """A question that people ask, with its answer."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    question: Label
    """The question as people ask it."""
    answer: Prose
    """The answer, in a few sentences."""


_Status = Literal["active", "inactive", "defunct", "temporarily_closed"]
_Mode = Literal["onsite", "online", "blended"]
_Check = Literal["none", "standard", "extended"]


class Programme(Addressed):
    """A mentoring programme."""

    kind: ClassVar[str] = "programmes"

    name: Label
    """The name of the programme as its organisation writes it."""
    summary: Label
    """One sentence: what it is, for whom, where."""
    description: Prose
    """What the programme is and how it works, in a few paragraphs."""
    organisation: OrganisationRef
    """The organisation that runs the programme, by its id."""
    status: Annotated[_Status, one_of(_Status)] = "active"
    """Whether the programme runs."""
    started_in: Integer | None = None
    """The year of the first round."""
    programme_types: tuple[ProgrammeTypeRef, ...] = ()
    """What kind of mentoring this is, words of content/vocabulary/programme-types.yml."""
    programme_mode: Annotated[_Mode, one_of(_Mode)] | None = None
    """Whether pairs meet in one place, online, or both."""
    topics: tuple[TopicRef, ...] = ()
    """What mentoring is about here, words of content/vocabulary/topics.yml."""
    aims: tuple[Aim, ...] = ()
    """What the programme wants to reach."""
    duration: DurationRange | None = None
    """How long a pair stays together."""
    meetings: Meetings | None = None
    """How much time a pair spends together."""
    fees_description: Label | None = None
    """What it costs, in one line; say so when it is free."""
    background_check: Annotated[_Check, one_of(_Check)] | None = None
    """Whether mentors need a certificate of conduct."""
    roles: Roles
    """The two sides of the programme, and organisations where they take part."""
    steps: tuple[Step, ...] = ()
    """The way from the first contact to the end, in order."""
    first_meeting: Prose | None = None
    """What happens when the two meet for the first time."""
    conversation: tuple[Item, ...] = ()
    """The pattern that each conversation follows, in order."""
    matching: Matching | None = None
    """How the two are brought together."""
    support: Support | None = None
    """What participants get while the programme runs."""
    minimum_numbers: MinimumNumbers | None = None
    """How many a joint programme needs before it can start."""
    not_offered: Prose | None = None
    """What mentoring here is not."""
    outcomes: tuple[Outcome, ...] = ()
    """What the programme has reached, each number with its source."""
    sister_programmes: SisterProgrammes | None = None
    """Programmes elsewhere that use the same method."""
    certificates: tuple[Certificate, ...] = ()
    """Certificates that the programme holds or awards."""
    quality_standards: tuple[QualityStandard, ...] = ()
    """Published standards that the programme follows."""
    places: tuple[PlaceRef, ...] = ()
    """Where the programme runs, by the ids of the places."""
    contact: CoordinatorRef | None = None
    """Whom to ask when one's own city is not in the list."""
    partners: tuple[Partner, ...] = ()
    """Who takes part, pays or refers."""
    questions: tuple[Question, ...] = ()
    """Questions that people ask, with answers."""
    image: MediaRef | None = None
    """The picture of the programme, by its id in content/media/."""
