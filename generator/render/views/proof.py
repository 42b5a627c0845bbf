"""What is known of a programme: aims, results with source and year, certificates, standards.

Takes a voice and a programme; returns frozen views for `parts/proof.html`. An aim whose day has gone is told apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.programme import Aim, Certificate, Outcome, Programme
from generator.render.views.parts import Fact, Link, organisation_link, programme_link, with_publisher
from generator.render.voice import TextView, Voice
from generator.text.messages import mark


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """A result or recognition with its source."""

    text: TextView
    source: str
    source_url: str


@dataclass(frozen=True, slots=True)
class ProvenNumber:
    """A result with a number, and the programme that it is of where the reader cannot know."""

    outcome: OutcomeView
    programme: Link | None


def aims(voice: Voice, programme: Programme) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Return the aims that still hold, and those whose time is over."""
    now = tuple(_aim(voice, aim) for aim in programme.aims if not _is_past(voice, aim))
    return now, tuple(_aim(voice, aim) for aim in programme.aims if _is_past(voice, aim))


def _is_past(voice: Voice, aim: Aim) -> bool:
    return aim.valid_to is not None and aim.valid_to < voice.plan.view.today


def _aim(voice: Voice, aim: Aim) -> Fact:
    until = (
        voice.say(mark("Goal for the time until {date}"), date=voice.date(aim.valid_to))
        if aim.valid_to
        else ""
    )
    return Fact(until, (voice.text(aim.text),))


def outcomes(voice: Voice, programme: Programme) -> tuple[OutcomeView, ...]:
    """Return results and recognitions, each with its source."""
    return tuple(_outcome(voice, found) for found in programme.outcomes)


def _outcome(voice: Voice, outcome: Outcome) -> OutcomeView:
    source = ", ".join(part for part in (outcome.source or "", str(outcome.year or "")) if part)
    return OutcomeView(voice.text(outcome.text), source, outcome.source_url or "")


def one_number(voice: Voice, programmes: Iterable[Programme]) -> ProvenNumber | None:
    """Return the first number with a source and a year in the reader's language; of several programmes, also whose."""
    found = tuple(programmes)
    for programme in found:
        for outcome in programme.outcomes:
            shown = _outcome(voice, outcome)
            if outcome.value is not None and outcome.source and outcome.year and not shown.text.is_fallback:
                link = programme_link(voice, programme.id) if len(found) > 1 else None
                return ProvenNumber(shown, link)
    return None


def sister_countries(voice: Voice, programme: Programme) -> str:
    """Return in how many countries there are programmes of the same method; empty when unknown."""
    sisters = programme.sister_programmes
    if sisters is None:
        return ""
    return voice.plural(
        "Sister programmes in more than {n} country",
        "Sister programmes in more than {n} countries",
        sisters.minimum_countries,
    )


def standards(voice: Voice, programme: Programme) -> tuple[Link, ...]:
    """Return the published standards that a programme follows."""
    return tuple(
        Link(with_publisher(voice, standard.name, standard.publisher), standard.url or "")
        for standard in programme.quality_standards
    )


def certificates(voice: Voice, programme: Programme) -> tuple[Fact, ...]:
    """Return the certificates of a programme."""
    return tuple(_certificate(voice, found) for found in programme.certificates)


def _certificate(voice: Voice, certificate: Certificate) -> Fact:
    renewed = certificate.renewed_after
    awarded_by = organisation_link(voice, certificate.awarded_by)
    lines: tuple[TextView | Link | str | None, ...] = (
        voice.text(certificate.name),
        awarded_by,
        voice.say("awarded on {date}", date=voice.date(certificate.awarded_on))
        if certificate.awarded_on
        else "",
        voice.say("valid until {date}", date=voice.date(certificate.valid_to))
        if certificate.valid_to
        else "",
        voice.say("renewed after {time}", time=voice.duration(renewed.min, renewed.max, renewed.unit))
        if renewed
        else "",
    )
    return Fact(str(lines[0]), tuple(line for line in lines if line))
