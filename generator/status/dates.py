"""The days of one record that need a person: reviews, roles, consents, licences, calls, meetings, statements.

Takes a record and the day, yields what is due, past and to come without limit. What was due long ago and needs
nobody any more (a closed call) is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.diagnostics import Phrase
from generator.model.base import Consent, Record
from generator.model.call import Call
from generator.model.coordinator import Coordinator
from generator.model.media import Media
from generator.model.periods import periods
from generator.model.programme import Programme
from generator.model.site import Site
from generator.model.state import is_cancelled, is_over
from generator.model.story import Testimonial
from generator.status.item import Due

_A_YEAR = timedelta(365)
_REVIEW = "compare every fact, then set assured_on to today and review_by to a later day"


def dues_of(record: Record, today: date) -> Iterator[Due]:
    """Yield what is due about a record."""
    if isinstance(record, Programme) and record.status == "defunct":
        return
    if isinstance(record, Call):
        if not is_over(record, today):
            yield from _call(record, today)
            yield from _review(record)
        return
    if isinstance(record, Coordinator):
        if record.valid_to and record.valid_to < today:
            yield _ended(record.valid_to)
            return
        yield from _role(record, today)
    yield from _review(record)
    if isinstance(record, (Coordinator, Testimonial, Media)) and record.consent:
        yield from _consent(record.consent, today)
    if isinstance(record, Media) and record.valid_to:
        over = record.valid_to < today
        what = Phrase("the licence of the picture has ended" if over else "the licence of the picture ends")
        do = Phrase("renew the licence and set valid_to, or use another picture")
        yield Due(record.valid_to, "licence", what, do, ("valid_to",))
    if isinstance(record, Programme):
        yield from _programme(record, today)
    if isinstance(record, Site):
        yield from _statement(record)


def _review(record: Record) -> Iterator[Due]:
    if record.review_by:
        yield Due(
            record.review_by, "review", Phrase("to be looked at again"), Phrase(_REVIEW), ("review_by",)
        )
    elif isinstance(record, Coordinator):
        if record.assured_on is None:
            what = Phrase("nobody has said when this contact was last confirmed")
            yield Due(None, "contact", what, Phrase("ask, then set assured_on and review_by"))
        else:
            what = Phrase("the contact was last confirmed a year before")
            yield Due(record.assured_on + _A_YEAR, "contact", what, Phrase(_REVIEW), ("assured_on",))


def _role(record: Coordinator, today: date) -> Iterator[Due]:
    if record.valid_to and record.valid_to >= today:
        what = Phrase("the role ends: from the next day on no page shows the contact")
        do = Phrase("name somebody else for the places and programmes, or set a later valid_to")
        yield Due(record.valid_to, "role", what, do, ("valid_to",))
    if record.valid_from and record.valid_from >= today:
        do = Phrase("see that phone and e-mail work by then")
        what = Phrase("the role begins: pages show the contact")
        yield Due(record.valid_from, "role", what, do, ("valid_from",))


def _ended(last: date) -> Due:
    what = Phrase("the role has ended: no page shows the contact")
    do = Phrase("delete the record when nobody refers to it any more, or set a later valid_to")
    return Due(last, "role", what, do, ("valid_to",))


def _consent(consent: Consent, today: date) -> Iterator[Due]:
    if consent.withdrawn_on:
        if consent.withdrawn_on <= today:
            what, do = Phrase("the consent was withdrawn"), Phrase("delete what is personal from the record")
            yield Due(consent.withdrawn_on, "consent", what, do, ("consent", "withdrawn_on"))
    elif consent.expires_on:
        what = Phrase("the consent ends" if consent.expires_on >= today else "the consent has ended")
        do = Phrase("ask again and set expires_on, or delete what is personal")
        yield Due(consent.expires_on, "consent", what, do, ("consent", "expires_on"))


def _programme(record: Programme, today: date) -> Iterator[Due]:
    for index, held in enumerate(record.certificates):
        if held.valid_to:
            over = held.valid_to < today
            template = "the certificate “{name}” has ended" if over else "the certificate “{name}” ends"
            what = Phrase(template, {"name": held.name.source})
            do = Phrase("renew it and set valid_to, or delete it")
            yield Due(held.valid_to, "certificate", what, do, ("certificates", index, "valid_to"))
    for index, aim in enumerate(record.aims):
        if aim.valid_to:
            what = Phrase("the aim “{name}” is over", {"name": aim.text.source})
            do = Phrase("say what was reached, under outcomes, and set a new aim")
            yield Due(aim.valid_to, "aim", what, do, ("aims", index, "valid_to"))


def _statement(site: Site) -> Iterator[Due]:
    statement = site.accessibility
    if statement:
        key = "reviewed_on" if statement.reviewed_on else "prepared_on"
        last = statement.reviewed_on or statement.prepared_on
        do = Phrase("compare it with the site, repeat the checks, then set reviewed_on to today")
        what = Phrase("the accessibility statement is a year old")
        yield Due(last + _A_YEAR, "accessibility", what, do, ("accessibility", key))


def _call(call: Call, today: date) -> Iterator[Due]:
    """What comes next of a call. Readers see each state from the day itself on, without anybody's help."""
    for period in periods(call, today):
        opens = period.opens.date()
        closes = (period.closes - timedelta(seconds=1)).date() if period.closes else None
        if opens >= today:
            do = Phrase("be ready to answer; the pages say by themselves that it is open")
            yield Due(opens, "call", Phrase("the call opens"), do, ("opens_on",))
        if closes and closes >= today:
            do = Phrase("write after_close; to go on, set a later closes_on and extended_from")
            yield Due(
                closes,
                "call",
                Phrase("last day to apply; after it the pages say: closed"),
                do,
                ("closes_on",),
            )
        if closes is None or closes >= today:
            break
    if call.decision_on and call.decision_on >= today:
        do = Phrase("answer everybody who has applied")
        yield Due(
            call.decision_on, "call", Phrase("the decision was promised for this day"), do, ("decision_on",)
        )
    for index, meeting in enumerate(call.info_meetings):
        day = meeting.starts.date()
        if day >= today and not is_cancelled(call, meeting):
            what = Phrase("info meeting “{id}” at {time}", {"id": meeting.id, "time": meeting.starts.time()})
            do = Phrase("see that place, address and registration are right")
            yield Due(day, "meeting", what, do, ("info_meetings", index, "starts"))
