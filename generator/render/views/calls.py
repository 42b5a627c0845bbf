"""Recruitment calls: their dates in absolute words, who is wanted, whom to ask.

Takes a voice and calls that the site shows. The text says when a call opens and closes, never that it is
open: a page stays true on every day after the build. Only what can never change back is said: that it closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from generator.model.area import Area
from generator.model.call import Call, RecurringWindow
from generator.model.coordinator import Coordinator
from generator.model.programme import Programme
from generator.model.state import CallState, call_state, is_over
from generator.plan.routes import record_route
from generator.render.views.instants import CallClock, call_clock
from generator.render.views.parts import Fact, place_links, programme_link, role_name
from generator.render.voice import TextView, Voice, shared
from generator.text.formats import list_and, month_name
from generator.text.messages import mark


@dataclass(frozen=True, slots=True)
class Note:
    """What the dates of a call do not say: full, paused, cancelled, closed.

    `when` are the phases in which the script leaves it there (scripts/calls.js); empty: always.
    """

    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class CallCard:
    """A call in a list."""

    title: TextView
    url: str
    summary: TextView
    facts: tuple[Fact, ...]
    note: Note | None
    is_over: bool
    clock: CallClock


@shared
def call_card(voice: Voice, call: Call) -> CallCard:
    """Return a call for a list."""
    return CallCard(
        voice.text(call.name),
        voice.to(record_route(call.kind, call.id)),
        voice.text(call.summary),
        (*application_dates(voice, call), *_where(voice, call)),
        note(voice, call),
        is_over(call, voice.plan.view.now),
        call_clock(voice, call),
    )


def application_dates(voice: Voice, call: Call, *, in_full: bool = False) -> tuple[Fact, ...]:
    """Return when one can apply, in absolute words; `in_full` also until when on the last day, and where."""
    rows = [Fact(voice.say("Applications from"), (voice.date(call.opens_on),))]
    if call.window:
        rows.append(Fact(voice.say("Days for applying"), (_window(voice, call.window),)))
    if call.closes_on:
        rows.append(Fact(voice.say("Last day to apply"), (_closing(voice, call, in_full),)))
    elif call.rolling:
        rows.append(Fact(voice.say("Last day to apply"), (voice.say("None: you can apply at any time"),)))
    return tuple(rows)


def dates(voice: Voice, call: Call) -> tuple[Fact, ...]:
    """Return the dates of a call, in the order in which they come."""
    later: tuple[tuple[str, date | None], ...] = (
        (mark("Decision"), call.decision_on),
        (mark("Start"), call.starts_on),
        (mark("End"), call.ends_on),
    )
    rows = [Fact(voice.say(label), (voice.date(day),)) for label, day in later if day]
    return (*application_dates(voice, call, in_full=True), *rows)


def _window(voice: Voice, window: RecurringWindow) -> str:
    months = [month_name(month, voice.language) for month in window.months]
    return voice.say(
        "From day {first} to day {last} of these months: {months}",
        first=voice.number(window.first_day),
        last=voice.number(window.last_day),
        months=list_and(months, voice.language),
    )


def _closing(voice: Voice, call: Call, in_full: bool) -> str:
    """The last day. Whose clock counts is said where the site has several zones or one applies from anywhere."""
    day = voice.date(call.closes_on) if call.closes_on else ""
    needs_city = bool(call.apply.url) or several_zones(voice, voice.plan.view.site.timezone)
    if call.closes_at is None:
        if not (in_full and needs_city):
            return day
        return voice.say(
            "{date}, until the end of the day ({city})", date=day, city=voice.city(call.timezone)
        )
    text = voice.say("{date}, {time}", date=day, time=voice.hours(call.closes_at, call.closes_at))
    return f"{text} ({voice.city(call.timezone)})" if needs_city else text


def several_zones(voice: Voice, timezone: str) -> bool:
    """Whether the site shows calls in another time zone than `timezone`."""
    return any(call.timezone != timezone for call in voice.plan.view.of(Call))


def _where(voice: Voice, call: Call) -> tuple[Fact, ...]:
    links = place_links(voice, call.places)
    return (Fact(voice.say("Where"), links),) if links else ()


def _who(voice: Voice, call: Call) -> tuple[Fact, ...]:
    programme = voice.plan.view.get(Programme, call.programme)
    wanted = voice.plural("{n} person", "{n} people", call.people_wanted) if call.people_wanted else ""
    link = programme_link(voice, call.programme)
    return (
        Fact(
            voice.say("Wanted"),
            tuple(part for part in (role_name(voice, programme, call.role), wanted) if part),
        ),
        Fact(voice.say("Programme"), (link,) if link else ()),
        *_where(voice, call),
        Fact(
            voice.say("Languages for applying"),
            (voice.language_names(call.languages),) if call.languages else (),
        ),
    )


def facts(voice: Voice, call: Call) -> tuple[Fact, ...]:
    """Return all rows of a call's page."""
    return tuple(fact for fact in (*dates(voice, call), *_who(voice, call)) if fact.lines)


def note(voice: Voice, call: Call) -> Note | None:
    """Return what readers must know besides the dates, in words that the closing of the call does not make false."""
    words = {
        CallState.FULL: mark("All places are taken."),
        CallState.WAITING_LIST: mark(
            "All places are taken. Until the last day to apply, you can put your name on the waiting list."
        ),
        CallState.PAUSED: mark("This call was paused."),
    }
    state = call_state(call, voice.plan.view.now)
    if state in words:
        return Note(voice.say(words[state]), "open waiting")
    lasting = _lasting_note(voice, call, state)
    return Note(lasting) if lasting else None


def _lasting_note(voice: Voice, call: Call, state: CallState) -> str:
    if state is CallState.CANCELLED:
        return voice.say("This call is cancelled.")
    if call.closes_on and is_over(call, voice.plan.view.now):
        return voice.say("This call closed on {date}.", date=voice.date(call.closes_on))
    if call.extended_from:
        return voice.say(
            "This call was extended. The first date was {date}.", date=voice.date(call.extended_from)
        )
    return ""


def takes_applications(call: Call) -> bool:
    """Whether anybody can apply between the dates: not while the call is paused, cancelled or full for good."""
    return call.state_override is None or (call.state_override == "full" and call.waiting_list)


def calls_of(voice: Voice, programme: str) -> tuple[Call, ...]:
    """Return the calls of a programme that have a page here."""
    view = voice.plan.view
    return tuple(
        call
        for call in view.catalog.calls_of.get(programme, ())
        if view.shows(call) and voice.has(record_route(call.kind, call.id))
    )


def is_for(voice: Voice, call: Call, place: str) -> bool:
    """Whether a call is for a place: for it, for what is around it, or for something inside it.

    A call without places is for all places of its programme; where that has none, for everywhere.
    """
    view = voice.plan.view
    programme = view.get(Programme, call.programme)
    places = call.places or (programme.places if programme else ())
    return not places or Area.of(view.catalog, places).meets(place)


def contact_of(voice: Voice, call: Call) -> tuple[Coordinator, ...]:
    """Return whom to ask about a call: the coordinator it names, else those of its places."""
    view = voice.plan.view
    named = view.get(Coordinator, call.apply.coordinator)
    if named:
        return (named,)
    serving = [found for found in view.of(Coordinator) if call.programme in found.programmes]
    area = Area.of(view.catalog, call.places)
    local = [found for found in serving if any(area.meets(place) for place in found.places)]
    programme = view.get(Programme, call.programme)
    general = view.get(Coordinator, programme.contact) if programme else None
    return tuple(local) or ((general,) if general else tuple(serving))


def in_order(calls: tuple[Call, ...], now: datetime) -> tuple[tuple[Call, ...], tuple[Call, ...]]:
    """Split calls into those one can still apply to (the earliest last day first) and those that are over."""
    coming = sorted(
        (call for call in calls if not is_over(call, now)),
        key=lambda call: (call.closes_on or date.max, call.opens_on, call.id),
    )
    past = sorted(
        (call for call in calls if is_over(call, now)),
        key=lambda call: (call.closes_on or date.min, call.id),
        reverse=True,
    )
    return tuple(coming), tuple(past)
