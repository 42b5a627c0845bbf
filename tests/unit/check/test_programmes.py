"""Which programmes a site's criteria name, for rules that count or compare what is on a site."""

from __future__ import annotations

import pytest

from generator.check.programmes import selected
from generator.model.site import Site
from tests.support.records import ORGANISATION, PLACE, PROGRAMME, SITE, catalog_of, changed

FILES = {
    "organisations/association.yml": ORGANISATION,
    "organisations/club.yml": ORGANISATION,
    "places/odense.yml": PLACE,
    "programmes/bridge.yml": changed(PROGRAMME, places="[odense]"),
    "programmes/gate.yml": changed(PROGRAMME, tags="[work]"),
    "programmes/way.yml": changed(PROGRAMME, organisation="club", places="[odense]"),
}


@pytest.mark.parametrize(
    ("select", "named"),
    [
        ("[{all: true}]", ["bridge", "gate", "way"]),
        ("[{programmes: [way, bridge]}]", ["bridge", "way"]),
        ("[{organisations: [club]}]", ["way"]),
        ("[{organisations: [association], places: [odense]}]", ["bridge"]),
        ("[{programmes: [gate, way], organisations: [association]}]", ["gate"]),
        ("[{tags: [work]}, {organisations: [club]}]", ["gate", "way"]),
        ("[{places: [odense]}]", ["bridge", "way"]),
    ],
)
def test_a_site_names_the_programmes_that_fit_a_criterion(select: str, named: list[str]) -> None:
    """All that a criterion gives must fit, one criterion is enough, and the order is that of ids."""
    catalog = catalog_of({**FILES, "sites/portal.yml": changed(SITE, select=select)})
    site = catalog.get(Site, "portal")
    assert site is not None
    assert [programme.id for programme in selected(catalog, site)] == named
