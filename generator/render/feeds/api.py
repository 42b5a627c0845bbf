"""Open data of a site: `api/*.json` in all of its languages, with a JSON Schema (2020-12) for each.

Takes a plan and a clock, returns output paths with bytes. What a file may hold is said by its model; only
records that the site shows go in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypeVar

from pydantic_core import to_json

from generator.clock import Clock
from generator.model.base import Record
from generator.model.call import Call, InfoMeeting
from generator.model.coordinator import Coordinator
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.state import meeting_status
from generator.plan.pages import place_has_page
from generator.plan.routes import (
    api_path,
    api_schema_path,
    calendar_route,
    contact_card_route,
    meeting_route,
    record_route,
    section_route,
)
from generator.plan.site_plan import SitePlan
from generator.render.feeds.api_programme import ProgrammeOut, ProgrammesFile
from generator.render.feeds.api_records import (
    CallOut,
    CallsFile,
    CoordinatorOut,
    CoordinatorsFile,
    EventOut,
    EventsFile,
    PlaceOut,
    PlacesFile,
)
from generator.render.feeds.api_values import Envelope, Out, envelope
from generator.render.feeds.ics import meeting_uid
from generator.render.feeds.next_change import NextChange, next_change
from generator.render.feeds.shown import reachable
from generator.select.moments import instant, midnight

_M = TypeVar("_M", bound=Out)
FILES: Mapping[str, type[Envelope]] = {
    "programmes": ProgrammesFile,
    "coordinators": CoordinatorsFile,
    "calls": CallsFile,
    "events": EventsFile,
    "places": PlacesFile,
    "next-change": NextChange,
}
"""The files below `api/` and what each may hold."""
_ADDRESS = "address of the schema"


def api_files(plan: SitePlan, clock: Clock) -> dict[str, bytes]:
    """Return the open data of a site and their schemas."""
    view = plan.view
    events = sorted(_events(plan), key=lambda event: (event.starts.timestamp(), event.id))
    items: dict[str, Sequence[Out]] = {
        "programmes": tuple(_programme(plan, found) for found in view.of(Programme)),
        "coordinators": tuple(_coordinator(plan, found) for found in view.of(Coordinator)),
        "calls": tuple(_call(plan, found) for found in view.of(Call)),
        "events": events,
        "places": tuple(_place(plan, found) for found in view.of(Place)),
    }
    files = {}
    for name, model in FILES.items():
        head = envelope(plan, api_schema_path(name))
        if model is NextChange:
            made: Envelope = next_change(view, clock, head)
        else:
            made = model.model_validate({**head, "items": items[name]}, context={"plan": plan})
        files[api_path(name)] = _written(made)
        files[api_schema_path(name)] = schema(model, str(head["schema_url"]))
    return files


def prepare_schemas() -> None:
    """Make the schemas that all sites share, so that they are there when the first site is written."""
    for model in FILES.values():
        _schema(model)


def schema(model: type[Envelope], url: str) -> bytes:
    """Return the JSON Schema of a file, to be published at `url`."""
    before, after = _schema(model)
    return b"".join((before, json.dumps(url, ensure_ascii=False).encode(), after))


@cache
def _schema(model: type[Envelope]) -> tuple[bytes, bytes]:
    """What stands before and after the address of a schema."""
    made = model.model_json_schema(by_alias=True, mode="validation")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": _ADDRESS}
    before, _, after = _json({**head, **made}).partition(json.dumps(_ADDRESS).encode())
    return before, after


def _written(made: Envelope) -> bytes:
    """Leave out what is not known, except at the top, where every key is always there."""
    known = made.model_dump(mode="json", by_alias=True, exclude_none=True)
    keys = (field.alias or name for name, field in type(made).model_fields.items())
    return _json({key: known.get(key) for key in keys})


def _json(value: dict[str, Any]) -> bytes:
    return to_json(value, indent=2) + b"\n"


def _made(model: type[_M], plan: SitePlan, record: Record | InfoMeeting, **values: object) -> _M:
    """Fill a model with a record's values of the same names; `values` win."""
    own = {name: getattr(record, name) for name in model.model_fields if hasattr(record, name)}
    return model.model_validate({**own, **values}, context={"plan": plan})


def _urls(plan: SitePlan, page: str, target: str | None = None) -> dict[str, str]:
    """Return the addresses of `target`, else of `page`, in the languages that have the page."""
    found = (language for language in plan.languages if plan.has(language, page))
    return {language: plan.addresses.absolute(language, target or page) for language in found}


def _programme(plan: SitePlan, programme: Programme) -> ProgrammeOut:
    return _made(ProgrammeOut, plan, programme, page=_urls(plan, record_route(programme.kind, programme.id)))


def _coordinator(plan: SitePlan, coordinator: Coordinator) -> CoordinatorOut:
    directory, contact = section_route("coordinators"), reachable(coordinator)
    return _made(
        CoordinatorOut,
        plan,
        coordinator,
        page=_urls(plan, directory, f"{directory}#coordinator-{coordinator.id}"),
        contact_card=_urls(plan, directory, contact_card_route(coordinator.id)),
        name=contact.name or None,
        email=contact.email or None,
        phones=contact.phones,
    )


def _call(plan: SitePlan, call: Call) -> CallOut:
    return _made(
        CallOut,
        plan,
        call,
        page=_urls(plan, record_route(call.kind, call.id)),
        opens=midnight(call.opens_on, call.timezone),
        closes=_closes(call),
        events=tuple(_event_id(call, meeting) for meeting in call.info_meetings),
    )


def _closes(call: Call) -> datetime | None:
    if call.closes_on is None:
        return None
    if call.closes_at is not None:
        return instant(datetime.combine(call.closes_on, call.closes_at), call.timezone)
    return midnight(call.closes_on + timedelta(days=1), call.timezone)


def _events(plan: SitePlan) -> Iterator[EventOut]:
    for call in plan.view.of(Call):
        page = record_route(call.kind, call.id)
        for meeting in call.info_meetings:
            yield _made(
                EventOut,
                plan,
                meeting,
                id=_event_id(call, meeting),
                uid=meeting_uid(call, meeting),
                page=_urls(plan, page, f"{page}#meeting-{meeting.id}"),
                calendar=_urls(plan, page, meeting_route(call.id, meeting.id)),
                call=call.id,
                starts=instant(meeting.starts, call.timezone),
                ends=instant(meeting.ends, call.timezone) if meeting.ends else None,
                timezone=call.timezone,
                status=meeting_status(call, meeting),
            )


def _event_id(call: Call, meeting: InfoMeeting) -> str:
    return f"{call.id}/{meeting.id}"


def _place(plan: SitePlan, place: Place) -> PlaceOut:
    page = record_route(place.kind, place.id)
    calendars = _urls(plan, page, calendar_route(place.id)) if place_has_page(place) else {}
    return _made(PlaceOut, plan, place, page=_urls(plan, page), calendar=calendars)
