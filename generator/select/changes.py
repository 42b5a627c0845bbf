"""When what a site shows changes by itself: calls, meetings, roles, consents, licences, aims, reviews.

Takes a view and a clock, returns the changes to come. Each instant is in the zone that decides it: a call's
own, else the site's. Nothing here says what a record is on a day: that is asked of `model.state`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from generator.clock import Clock
from generator.model.base import Consent, Record
from generator.model.call import Call
from generator.model.catalog import Key
from generator.model.coordinator import Coordinator
from generator.model.media import Media
from generator.model.periods import periods
from generator.model.programme import Programme
from generator.model.state import (
    CallState,
    call_state,
    coordinator_lapse,
    media_lapse,
    testimonial_lapse,
)
from generator.model.story import Testimonial
from generator.select.moments import instant, midnight
from generator.select.view import SiteView

_A_DAY = timedelta(days=1)
_USUAL_LENGTH = timedelta(hours=2)  # of a meeting that says no end, as on the pages
_Candidates = Sequence[tuple[date | None, str]] | Sequence[tuple[date, str]]


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `at` is aware; `what` a word for machines; `part` the id of a meeting, aim or certificate.

    `day` is the first day whose pages differ, `None` where only the reader's clock makes the difference. When
    a role or a consent ends is for maintainers to know, not for readers.
    """

    at: datetime
    kind: str
    id: str
    what: str
    part: str = ""
    day: date | None = None

    @property
    def name(self) -> tuple[str, str, str, str, str, date | None]:
        """All of it in plain values, by which it is told from any other."""
        return self.at.isoformat(), self.kind, self.id, self.what, self.part, self.day


def changes(view: SiteView, clock: Clock) -> tuple[Change, ...]:
    """Return the changes after `clock`, the earliest first.

    One whose instant has come stays in until the view's own day has reached it, so that none is lost
    between midnight in the site's zone and the day for which the site was built.
    """
    found = (
        change
        for change in _all(view)
        if change.at > clock.now or (change.day is not None and change.day > view.today)
    )
    return tuple(sorted(found, key=_order))


def _order(change: Change) -> tuple[float, str, str, str, str]:
    return change.at.timestamp(), change.kind, change.id, change.what, change.part


def _all(view: SiteView) -> Iterator[Change]:
    for call in view.of(Call):
        yield from _call(view, call)
    for key in sorted({*view.records, *view.left_out}):
        yield from _lapses(view, key)
    for programme in view.of(Programme):
        yield from _promises(view, programme)
    for coordinator in view.of(Coordinator):
        over = [(_after(days.ends_on), "closed_days_over") for days in coordinator.closed]
        yield from _at_midnight(view, coordinator, over)
    for record in (view.site, *view.records.values()):
        if record.review_by:
            yield from _at_midnight(view, record, [(_after(record.review_by), "review_due")])


def _call(view: SiteView, call: Call) -> Iterator[Change]:
    """A call comes into another state; with a time of day it closes then, and is past from the next day on."""
    state = partial(call_state, call)
    for day, _ in _flips([(day, "") for day in _call_days(view, call)], state):
        word = "past" if call.closes_at and state(day) is CallState.CLOSED else state(day).value
        yield from _at_midnight(view, call, [(day, word)], call.timezone)
    if state(view.today) is CallState.CANCELLED:
        return
    if call.closes_on and call.closes_at and _is_near(view, call.closes_on):
        at = instant(datetime.combine(call.closes_on, call.closes_at), call.timezone)
        yield Change(at, call.kind, call.id, CallState.CLOSED.value)
    for meeting in call.info_meetings:
        if _is_near(view, meeting.starts.date()):  # also one that is cancelled: it is listed until its end
            ends = instant(meeting.ends or meeting.starts, call.timezone)
            at = ends if meeting.ends else ends + _USUAL_LENGTH
            yield Change(at, call.kind, call.id, "meeting_over", meeting.id)


def _call_days(view: SiteView, call: Call) -> Iterator[date | None]:
    """Yield the days on which the state of a call may change: first days, days before closing, days after."""
    spans: list[tuple[date, date | None]] = [(call.opens_on, call.closes_on)]
    if call.window is not None:
        spans = [
            (period.opens.date(), (period.closes - _A_DAY).date() if period.closes else None)
            for period in periods(call, view.today)
        ]
    for first, last in spans:
        yield first
        if last is not None:
            yield date.fromordinal(max(1, last.toordinal() - call.closing_soon_days))
            yield _after(last)


def _lapses(view: SiteView, key: Key) -> Iterator[Change]:
    """A person, quotation or picture comes or goes with a role, a consent or a licence."""
    record = view.catalog.by_key.get(key)
    if isinstance(record, Coordinator):
        days = [(record.valid_from, "role_begins"), (_after(record.valid_to), "role_ends")]
        days += _consent(record.consent)
        yield from _at_midnight(view, record, _flips(days, lambda day: not coordinator_lapse(record, day)))
    elif isinstance(record, Testimonial):
        days = _consent(record.consent)
        yield from _at_midnight(view, record, _flips(days, lambda day: not testimonial_lapse(record, day)))
    elif isinstance(record, Media):
        days = [(_after(record.valid_to), "licence_ends"), *_consent(record.consent)]
        yield from _at_midnight(view, record, _flips(days, lambda day: not media_lapse(record, day)))


def _consent(consent: Consent | None) -> list[tuple[date | None, str]]:
    if consent is None:
        return []
    return [
        (consent.given_on, "consent_begins"),
        (_after(consent.expires_on), "consent_ends"),
        (consent.withdrawn_on, "consent_ends"),
    ]


def _promises(view: SiteView, programme: Programme) -> Iterator[Change]:
    """An aim's or a certificate's last day passes."""
    for aim in programme.aims:
        yield from _at_midnight(view, programme, [(_after(aim.valid_to), "aim_ends")], part=aim.id)
    for held in programme.certificates:
        yield from _at_midnight(view, programme, [(_after(held.valid_to), "certificate_ends")], part=held.id)


def _flips(days: _Candidates, state: Callable[[date], object]) -> list[tuple[date, str]]:
    """Keep the days on which `state` is another than on the day before, once each."""
    real = {day: what for day, what in reversed(days) if day is not None and day > date.min}
    return [(day, what) for day, what in real.items() if state(day) != state(day - _A_DAY)]


def _at_midnight(
    view: SiteView, record: Record, days: _Candidates, timezone: str | None = None, part: str = ""
) -> Iterator[Change]:
    for day, what in days:
        if day is not None and _is_near(view, day):
            at = midnight(day, timezone or view.site.timezone)
            yield Change(at, record.kind, record.id, what, part, day)


def _is_near(view: SiteView, day: date) -> bool:
    """Whether something on `day` can still be to come, whatever the zone."""
    return day - view.today > -2 * _A_DAY


def _after(day: date | None) -> date | None:
    """The day after; `None` for none."""
    return None if day is None else day + _A_DAY
