"""Which records belong together around a programme, for rules that count or compare them.

Takes a catalog, returns records by programme. This is a rough view for advice: what a site really shows, and
why, is decided in `select`.
"""

from __future__ import annotations

from datetime import date

from generator.model.base import Record
from generator.model.catalog import Catalog
from generator.model.guide import Guide
from generator.model.programme import Programme
from generator.model.site import Criterion, Site
from generator.model.state import coordinator_lapse
from generator.model.story import Story


def selected(catalog: Catalog, site: Site) -> tuple[Programme, ...]:
    """Return the programmes that the site's criteria name, languages left aside."""
    return tuple(
        programme
        for programme in catalog.of(Programme)
        if any(_fits(criterion, programme) for criterion in site.select)
    )


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


def _fits(criterion: Criterion, programme: Programme) -> bool:
    if criterion.programmes and programme.id not in criterion.programmes:
        return False
    if criterion.organisations and programme.organisation not in criterion.organisations:
        return False
    if criterion.places and set(criterion.places).isdisjoint(programme.places):
        return False
    if criterion.tags and set(criterion.tags).isdisjoint(programme.tags):
        return False
    asked = (criterion.all, criterion.programmes, criterion.organisations, criterion.places, criterion.tags)
    return any(asked)
