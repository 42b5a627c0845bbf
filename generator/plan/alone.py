"""A site's plan over nothing but the records that its pages may read.

Takes a plan of the whole portal's catalog; returns one that cannot depend on any other record, so that the records it
has are all that a kept site depends on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model.base import Record
from generator.model.catalog import Catalog
from generator.model.media import Vocabulary
from generator.model.place import Place
from generator.plan.site_plan import SitePlan
from generator.select.view import SiteView


def alone(plan: SitePlan) -> SitePlan:
    """Return the plan over the records it shows or has left out, the places around its places, and all words."""
    kept = {record.key: record for record in needed(plan.view)}
    view = replace(plan.view, catalog=Catalog(dict(sorted(kept.items())), {}), reasons={})
    return replace(plan, view=view)


def needed(view: SiteView) -> Iterator[Record]:
    """Yield the records that the pages of a site may read; some of them twice."""
    catalog = view.catalog
    yield view.site
    yield from catalog.of(Vocabulary)
    for key in (*view.records, *view.left_out):
        record = catalog.by_key[key]
        yield record
        place, around = (record if isinstance(record, Place) else None), set[str]()
        while place is not None and place.id not in around:  # a circle is told by PP104
            around.add(place.id)
            place = catalog.get(Place, place.part_of)
            if place is not None:
                yield place
