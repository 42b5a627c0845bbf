"""What a new record can take from what the portal has already.

Takes a kind, what is known so far and the catalog; returns more values. Only what there is just one of is taken:
whoever has to choose is asked, or finds a placeholder.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from generator.errors import UsageError
from generator.model.catalog import Catalog
from generator.model.coordinator import Coordinator
from generator.model.fields.problem import advice_on
from generator.model.fields.reference import Target
from generator.model.programme import Programme
from generator.model.site import Site
from generator.model.state import coordinator_lapse
from generator.scaffold.values import Known, Values, Way
from generator.schema.fields import keys_of_kind

_T = TypeVar("_T")

_LEGAL: dict[Way, tuple[str, ...]] = {
    ("legal", "imprint"): ("imprint",),
    ("legal", "privacy"): ("privacy",),
}


def with_defaults(
    kind: str, values: Values, catalog: Catalog, site: str | None
) -> dict[Way, tuple[str, ...]]:
    """Return the values with those that follow from the programme, the site or the only site there is.

    Raises `UsageError` when there is no site with this id.
    """
    known = {key.name for key in keys_of_kind(kind)}
    found = {
        **_from_site(kind, _site(catalog, site)),
        **_from_programme(kind, values, catalog),
        **(_LEGAL if kind == "sites" else {}),
    }
    return {**{way: given for way, given in found.items() if way[0] in known and all(given)}, **values}


def narrowed(kind: str, values: Values, known: Known, catalog: Catalog, today: date) -> Known:
    """Return the ids from which to choose: for a call the coordinators and places of its programme, if it has some.

    Coordinators who have left by `today` are not offered.
    """
    gone = {found.id for found in catalog.of(Coordinator) if coordinator_lapse(found, today)}
    known = {
        target: tuple(id for id in ids if id not in gone) if target == Target("coordinators") else ids
        for target, ids in known.items()
    }
    programme = catalog.get(Programme, values.get(("programme",), ("",))[0])
    if kind != "calls" or programme is None:
        return known
    coordinators = tuple(
        found.id for found in catalog.coordinators_of.get(programme.id, ()) if found.id not in gone
    )
    own = {Target("coordinators"): coordinators, Target("places"): programme.places}
    return {target: own.get(target) or ids for target, ids in known.items()}


def _site(catalog: Catalog, id: str | None) -> Site | None:
    if id is None:
        return _only(catalog.of(Site))
    site = catalog.get(Site, id)
    if site is None:
        raise UsageError("there is no site '{site}'", advice_on(id, catalog.ids("sites")), site=id)
    return site


def _from_site(kind: str, site: Site | None) -> dict[Way, tuple[str, ...]]:
    if site is None or kind == "sites":
        return {}
    return {
        ("language",): (site.default_language,),
        ("country",): (site.jurisdiction,),
        ("timezone",): (site.timezone,),
        ("organisation",): (site.organisation,),
    }


def _from_programme(kind: str, values: Values, catalog: Catalog) -> dict[Way, tuple[str, ...]]:
    ids = values.get(("programme",)) or values.get(("programmes",)) or ()
    programme = catalog.get(Programme, ids[0]) if len(ids) == 1 else None
    if programme is None:
        return {}
    found: dict[Way, tuple[str, ...]] = {("language",): (programme.language,)}
    place = _only(programme.places)
    if place is not None:
        found |= {("places",): (place,), ("place",): (place,)}
    if kind == "coordinators":
        found[("organisation",)] = (programme.organisation,)
    if kind == "calls":
        coordinator = _only(catalog.coordinators_of.get(programme.id, ()))
        zone = _only(call.timezone for call in catalog.calls_of.get(programme.id, ()))
        found |= {("apply", "coordinator"): (coordinator.id,)} if coordinator else {}
        found |= {("timezone",): (zone,)} if zone else {}
    return found


def _only(found: Iterable[_T]) -> _T | None:
    """The one thing there is; `None` when there are several, or none."""
    different = list(dict.fromkeys(found))
    return different[0] if len(different) == 1 else None
