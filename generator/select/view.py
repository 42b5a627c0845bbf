"""Catalog and site become a site view: which records the site shows, in which order, and why.

A programme is chosen by the site's criteria; everything else follows from the programmes. What has lapsed on
the day (tenure, consent, licence) is left out here, once, so that no later stage can show it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import TypeVar, cast

from generator.diagnostics import Phrase
from generator.model.base import Record
from generator.model.call import Call
from generator.model.catalog import Catalog, Key
from generator.model.coordinator import Coordinator
from generator.model.guide import Guide
from generator.model.media import Media
from generator.model.organisation import Organisation
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.site import Site, SitePage
from generator.model.state import coordinator_lapse, media_lapse, testimonial_lapse
from generator.model.story import Testimonial
from generator.select.criteria import Match, Wish

_R = TypeVar("_R", bound=Record)


@dataclass(frozen=True)
class SiteView:
    """The records that one site shows. `reasons` and `left_out` say why, by record key.

    People and pictures are as on the day `today`, calls as at the instant `now`.
    """

    site: Site
    catalog: Catalog
    today: date
    now: datetime
    records: Mapping[Key, Record]
    reasons: Mapping[Key, tuple[str, ...]]
    left_out: Mapping[Key, str]
    pages: tuple[SitePage, ...]

    def of(self, model: type[_R]) -> tuple[_R, ...]:
        """The shown records of one model, by id."""
        return cast("tuple[_R, ...]", self._by_kind.get(model.kind, ()))

    def get(self, model: type[_R], id: str | None) -> _R | None:
        """The record, if the site shows it."""
        record = self.catalog.get(model, id)
        return record if record is not None and record.key in self.records else None

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Record, ...]]:
        kinds: dict[str, list[Record]] = {}
        for record in self.records.values():
            kinds.setdefault(record.kind, []).append(record)
        return {kind: tuple(records) for kind, records in kinds.items()}

    def shows(self, record: Record) -> bool:
        """Whether the site shows this record."""
        return record.key in self.records


def select(catalog: Catalog, site: Site, today: date, now: datetime | None = None) -> SiteView:
    """Return the view of `site` on `today`, at the instant `now`, which is noon in UTC when left out."""
    selection = _Selection(catalog, today)
    wishes = [Wish.of(criterion, number, catalog) for number, criterion in enumerate(site.select, 1)]
    matches: dict[str, list[Match]] = {}
    for wish in wishes:
        for programme in catalog.programmes_named(wish.criterion.programmes, wish.criterion.organisations):
            if hit := wish.match(programme):
                matches.setdefault(programme.id, []).append(hit)
    for programme in [found for found in catalog.of(Programme) if found.id in matches]:
        if programme.status == "defunct":
            selection.left_out[programme.key] = "the programme has ended for good (status: defunct)"
        else:
            selection.take_programme(programme, matches[programme.id])
    selection.take_general_guides()
    selection.take_site(site)
    selection.follow_organisations()
    pages = catalog.pages_of.get(site.id, ())
    return SiteView(
        site,
        catalog,
        today,
        now or datetime.combine(today, time(12), UTC),
        dict(sorted(selection.records.items())),
        {key: tuple(dict.fromkeys(why)) for key, why in selection.reasons.items()},
        selection.left_out,
        pages,
    )


class _Selection:
    """Collects records with reasons; private to `select`, which freezes the result."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self.catalog = catalog
        self.today = today
        self.records: dict[Key, Record] = {}
        self.reasons: dict[Key, list[str]] = {}
        self.left_out: dict[Key, str] = {}

    def take(self, record: Record | None, reason: str) -> bool:
        """Add a record unless it has lapsed; say whether it is in."""
        if record is None:
            return False
        lapse = self._lapse(record)
        if lapse:
            self.left_out[record.key] = str(lapse)
            return False
        self.records[record.key] = record
        self.reasons.setdefault(record.key, []).append(reason)
        return True

    def _lapse(self, record: Record) -> Phrase | None:
        if isinstance(record, Coordinator):
            return coordinator_lapse(record, self.today)
        if isinstance(record, Testimonial):
            return testimonial_lapse(record, self.today)
        return media_lapse(record, self.today) if isinstance(record, Media) else None

    def take_programme(self, programme: Programme, matches: Iterable[Match]) -> None:
        """Add a programme and what belongs to it, within the places that its matches allow."""
        hits = tuple(matches)
        for hit in hits:
            self.take(programme, hit.reason)
        everywhere = any(hit.places is None for hit in hits)
        allowed = frozenset().union(*(hit.places or () for hit in hits))
        places = tuple(place for place in programme.places if everywhere or place in allowed)
        why = f"programme {programme.id}"
        self._take_places(places, why)
        for coordinator in self.catalog.coordinators_of.get(programme.id, ()):
            if not coordinator.places or everywhere or not allowed.isdisjoint(coordinator.places):
                self._take_coordinator(coordinator, why)
        self._take_coordinator(self.catalog.get(Coordinator, programme.contact), f"contact of {why}")
        for call in self.catalog.calls_of.get(programme.id, ()):
            if not call.places or everywhere or not allowed.isdisjoint(call.places):
                self._take_call(call, why)
        for guide in dict.fromkeys(self.catalog.guides_of.get(programme.id, ())):
            self.take(guide, why)
        self._take_voices(programme, why)
        self._take_image(programme.image, why)
        for partner in programme.partners:
            self._take_organisation(partner.organisation, f"partner of {why}")
        for certificate in programme.certificates:
            self._take_organisation(certificate.awarded_by, f"awards a certificate of {why}")
        self._take_organisation(programme.organisation, why)

    def _take_places(self, places: Iterable[str], reason: str) -> None:
        for id in places:
            place, why = self.catalog.get(Place, id), reason
            while place is not None:
                larger = place.part_of if place.key not in self.records else None
                self.take(place, why)
                why = f"holds place {place.id}"
                place = self.catalog.get(Place, larger)

    def _take_coordinator(self, coordinator: Coordinator | None, reason: str) -> None:
        if coordinator is None:
            return
        new = coordinator.key not in self.records
        if self.take(coordinator, reason) and new:
            self._take_image(coordinator.photo, f"coordinator {coordinator.id}")
            deputy = self.catalog.get(Coordinator, coordinator.deputy)
            self._take_coordinator(deputy, f"deputy of coordinator {coordinator.id}")

    def _take_call(self, call: Call, reason: str) -> None:
        self.take(call, reason)
        why = f"call {call.id}"
        self._take_coordinator(self.catalog.get(Coordinator, call.apply.coordinator), why)
        self._take_places((meeting.place for meeting in call.info_meetings if meeting.place), why)

    def _take_voices(self, programme: Programme, reason: str) -> None:
        for story in self.catalog.stories_of.get(programme.id, ()):
            self.take(story, reason)
            self._take_image(story.image, f"story {story.id}")
            for id in story.quotations:
                self._take_testimonial(self.catalog.get(Testimonial, id), f"quoted in story {story.id}")
        for testimonial in self.catalog.testimonials_of.get(programme.id, ()):
            self._take_testimonial(testimonial, reason)

    def _take_testimonial(self, testimonial: Testimonial | None, reason: str) -> None:
        if testimonial is not None and self.take(testimonial, reason):
            self._take_organisation(testimonial.organisation, f"testimonial {testimonial.id}")

    def take_general_guides(self) -> None:
        """Add the guides that belong to no programme."""
        for guide in self.catalog.of(Guide):
            if not guide.programmes:
                self.take(guide, "general guide")

    def take_site(self, site: Site) -> None:
        """Add what the site's own record names."""
        self._take_organisation(site.organisation, "publishes the site")
        self._take_coordinator(self.catalog.get(Coordinator, site.contact), "contact of the site")
        if site.accessibility:
            answers = self.catalog.get(Coordinator, site.accessibility.contact)
            self._take_coordinator(answers, "answers about accessibility")
            self._take_organisation(site.accessibility.enforcement, "watches over accessibility")
        self._take_image(site.brand.logo, "logo of the site")
        self._take_image(site.brand.hero, "picture of the home page")

    def follow_organisations(self) -> None:
        """Add the organisations that coordinators answer to."""
        for record in list(self.records.values()):
            if isinstance(record, Coordinator):
                self._take_organisation(record.organisation, f"coordinator {record.id}")

    def _take_organisation(self, id: str | None, reason: str) -> None:
        organisation = self.catalog.get(Organisation, id)
        while organisation is not None:
            parent = organisation.parent_organisation if organisation.key not in self.records else None
            self.take(organisation, reason)
            self._take_image(organisation.logo, f"organisation {organisation.id}")
            reason = f"parent of organisation {organisation.id}"
            organisation = self.catalog.get(Organisation, parent)

    def _take_image(self, id: str | None, reason: str) -> None:
        self.take(self.catalog.get(Media, id), f"picture of {reason}" if " of " not in reason else reason)
