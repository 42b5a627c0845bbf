"""What `api/programmes.json` says of a programme. Fields only; names are those of the record.

No pictures: their rights stand on the page of picture credits. Prose is CommonMark.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from generator.render.feeds.api_values import (
    CoordinatorId,
    DurationOut,
    Envelope,
    OrganisationRef,
    Out,
    PlaceIds,
    PointOut,
    TermOut,
    Texts,
    Urls,
    term,
)


class AimOut(Out):
    """What the programme wants to reach, and until when."""

    id: str
    text: Texts
    valid_to: date | None = None


class MeetingsOut(Out):
    """How much time a pair spends."""

    hours: float
    per: Literal["week", "month"]
    at_least: bool
    place: Texts | None = None


class LanguageRequirementOut(Out):
    """A language that somebody needs; several are alternatives."""

    language: str
    level: Literal["A1", "A2", "B1", "B2", "C1", "C2"] | None = None
    description: Texts | None = None


class RoleOut(Out):
    """What one side does, needs and gets."""

    name: Texts | None = None
    summary: Texts | None = None
    tasks: tuple[PointOut, ...] = ()
    must: tuple[PointOut, ...] = ()
    good_to_have: tuple[PointOut, ...] = ()
    not_needed: tuple[PointOut, ...] = ()
    language_requirements: tuple[LanguageRequirementOut, ...] = ()
    gains: tuple[PointOut, ...] = ()
    challenges: tuple[PointOut, ...] = ()


class RolesOut(Out):
    """The sides of the programme."""

    mentor: RoleOut
    mentee: RoleOut
    organisation: RoleOut | None = None


class StepOut(Out):
    """One step on the way."""

    id: str
    title: Texts
    text: Texts | None = None
    actor: Literal["coordinator", "mentor", "mentee", "pair", "organisation"]
    duration: DurationOut | None = None


class MatchingOut(Out):
    """How pairs come together."""

    method: Literal["coordinator", "self", "event", "mixed"]
    criteria: Texts | None = None


class TrainingOut(Out):
    """A course or workshop."""

    id: str
    name: Texts
    role: Literal["mentor", "mentee", "both"]


class SupportOut(Out):
    """What participants get while it runs."""

    summary: Texts | None = None
    exchange_meetings: int | None = None
    training: tuple[TrainingOut, ...] = ()
    follow_up: Texts | None = None


class MinimumNumbersOut(Out):
    """The least that a joint programme needs."""

    other_organisations: int
    mentors_each: int
    mentees_each: int


class OutcomeOut(Out):
    """A result or recognition with its source."""

    id: str
    text: Texts
    value: int | None = None
    year: int | None = None
    source: str | None = None
    source_url: str | None = None


class SisterProgrammesOut(Out):
    """Programmes elsewhere that use the same method."""

    minimum_countries: int


class CertificateOut(Out):
    """A certificate that the programme holds or awards."""

    id: str
    name: Texts
    awarded_by: OrganisationRef = None
    awarded_on: date | None = None
    valid_to: date | None = None
    renewed_after: DurationOut | None = None


class QualityStandardOut(Out):
    """A published standard that the programme follows."""

    id: str
    name: Texts
    publisher: str
    url: str | None = None


class PartnerOut(Out):
    """Somebody who takes part, pays or refers."""

    id: str
    organisation: OrganisationRef = None
    name: Texts | None = None
    partner_type: Annotated[TermOut | None, term("partner-types")] = None


class QuestionOut(Out):
    """A question with its answer."""

    id: str
    question: Texts
    answer: Texts


class ProgrammeOut(Out):
    """A mentoring programme."""

    id: str
    page: Urls
    name: Texts
    summary: Texts
    description: Texts
    organisation: OrganisationRef
    status: Literal["active", "inactive", "defunct", "temporarily_closed"]
    started_in: int | None = None
    programme_types: Annotated[tuple[TermOut, ...], term("programme-types")] = ()
    programme_mode: Literal["onsite", "online", "blended"] | None = None
    topics: Annotated[tuple[TermOut, ...], term("topics")] = ()
    aims: tuple[AimOut, ...] = ()
    duration: DurationOut | None = None
    meetings: MeetingsOut | None = None
    fees_description: Texts | None = None
    background_check: Literal["none", "standard", "extended"] | None = None
    roles: RolesOut
    steps: tuple[StepOut, ...] = ()
    first_meeting: Texts | None = None
    conversation: tuple[PointOut, ...] = ()
    matching: MatchingOut | None = None
    support: SupportOut | None = None
    minimum_numbers: MinimumNumbersOut | None = None
    not_offered: Texts | None = None
    outcomes: tuple[OutcomeOut, ...] = ()
    sister_programmes: SisterProgrammesOut | None = None
    certificates: tuple[CertificateOut, ...] = ()
    quality_standards: tuple[QualityStandardOut, ...] = ()
    places: PlaceIds = ()
    contact: CoordinatorId = None
    partners: tuple[PartnerOut, ...] = ()
    questions: tuple[QuestionOut, ...] = ()
    assured_on: date | None = None


class ProgrammesFile(Envelope):
    """The mentoring programmes of a site."""

    items: tuple[ProgrammeOut, ...]
