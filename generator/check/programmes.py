"""Which records belong together around a programme, for rules that count or compare them.

Takes a catalog, returns records by programme. This is a rough view for advice: what a site really shows, and
why, is decided in `select`.
"""

from __future__ import annotations

from datetime import date

from generator.check.rule import Context
from generator.model.area import Area
from generator.model.base import Record
from generator.model.call import Call
from generator.model.catalog import Catalog
from generator.model.guide import Guide
from generator.model.programme import Programme
from generator.model.site import Criterion, Site
from generator.model.state import coordinator_lapse
from generator.model.story import Story


def selected(catalog: Catalog, site: Site) -> tuple[Programme, ...]:
    """Return the programmes that the site's criteria name, languages left aside."""
    found = {
        programme.id
        for criterion in site.select
        for programme in catalog.programmes_named(criterion.programmes, criterion.organisations)
        if _fits(criterion, programme)
    }
    return tuple(programme for programme in catalog.of(Programme) if programme.id in found)


def records_by_programme(catalog: Catalog, today: date) -> dict[str, list[Record]]:
    """Return each programme with its coordinators (without those who have left), calls, guides and stories."""
    found: dict[str, list[Record]] = {}
    for programme in catalog.of(Programme):
        coordinators = catalog.coordinators_of.get(programme.id, ())
        shown = (coordinator for coordinator in coordinators if not coordinator_lapse(coordinator, today))
        found[programme.id] = [programme, *shown, *catalog.calls_of.get(programme.id, ())]
    for guide in catalog.of(Guide):
        for id in guide.programmes:
            found.get(id, []).append(guide)
    for story in catalog.of(Story):
        found.get(story.programme, []).append(story)
    return found


def answering(context: Context, call: Call, places: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return who of the call's programme answers today, by id: those in the call's places first.

    With `places`, only those who answer for all of them.
    """
    catalog = context.catalog
    named: list[str] = []
    others: list[str] = []
    for other in catalog.coordinators_of.get(call.programme, ()):
        area = Area.of(catalog, other.places) if other.places else None
        if coordinator_lapse(other, context.today) or (area and not all(map(area.meets, places))):
            continue
        (named if area and any(map(area.meets, call.places)) else others).append(other.id)
    return (*named, *others)


def _fits(criterion: Criterion, programme: Programme) -> bool:
    """Whether a programme that the criterion names fits what else it asks for."""
    if criterion.places and set(criterion.places).isdisjoint(programme.places):
        return False
    if criterion.tags and set(criterion.tags).isdisjoint(programme.tags):
        return False
    asked = (criterion.all, criterion.programmes, criterion.organisations, criterion.places, criterion.tags)
    return any(asked)
