"""Two states of a portal: nothing comes of nothing, and each field has a name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pydantic import BaseModel
from support.records import MINIMAL, SITE, catalog_of, changed

from generator.clock import read_clock
from generator.compare.compare import compare
from generator.compare.fields import differences
from generator.compare.labels import FIELDS
from generator.compare.portal import State, read_state
from generator.model.kinds import MODELS
from generator.model.site import Site, SitePage
from generator.paths import PortalPaths
from generator.plan.build import plan_site
from generator.select.view import select
from tests.support.portal import SMALL, TODAY

DAY = date.fromisoformat(TODAY)
ROOT = Path(__file__).resolve().parents[3]
FILES = {
    "programmes/bridge.yml": MINIMAL["programmes"],
    "organisations/association.yml": MINIMAL["organisations"],
    "guides/steps.yml": MINIMAL["guides"],
    "sites/portal.yml": SITE,
}


def state(**files: str | None) -> State:
    """A portal with files changed, added or, with `None`, left out; `__` stands for the slash."""
    new = {f"{name.replace('__', '/')}.yml": text for name, text in files.items()}
    catalog = catalog_of({name: text for name, text in {**FILES, **new}.items() if text is not None})
    views = [select(catalog, site, DAY) for site in catalog.of(Site)]
    return State(catalog, {view.site.id: plan_site(view)[0] for view in views}, {})


@pytest.mark.parametrize("root", [ROOT, SMALL], ids=["sample", "small"])
def test_portal_and_itself_do_not_differ(root: Path) -> None:
    """Comparing a portal with itself gives nothing at all."""
    paths, clock = PortalPaths(root), read_clock(TODAY)
    assert not compare(read_state(paths, clock), read_state(paths, clock), clock.today)


def test_there_and_back_swaps_what_is_new_and_gone() -> None:
    """What one way is new is gone the other way, addresses too."""
    one, other = state(), state(guides__more=changed(MINIMAL["guides"], title="More"))
    there, back = compare(one, other, DAY), compare(other, one, DAY)
    assert [(record.key, record.status.value) for record in there.records] == [(("guides", "more"), "new")]
    assert [(record.key, record.status.value) for record in back.records] == [(("guides", "more"), "removed")]
    assert [site.new for site in there.addresses] == [site.gone for site in back.addresses]


def test_renamed_record_is_found_without_its_word() -> None:
    """A record that is the same under another id is renamed, and its old address is missed."""
    found = compare(state(), state(guides__steps=None, guides__first=MINIMAL["guides"]), DAY)
    assert [(record.status.value, record.former) for record in found.records] == [("renamed", "steps")]
    assert [site.gone for site in found.addresses] == [("/guides/steps/",)]
    assert len(found.warnings) == 1


def test_former_id_keeps_the_address() -> None:
    """With its former id a renamed and reworded record loses no address."""
    text = changed(MINIMAL["guides"], title="Other words", former_ids="[steps]")
    found = compare(state(), state(guides__steps=None, guides__first=text), DAY)
    assert [site.moved for site in found.addresses] == [(("/guides/steps/", "/guides/first/"),)]
    assert found.warnings == ()


def test_address_of_a_site_that_moves_is_a_warning() -> None:
    """Another domain moves every page."""
    moved = changed(SITE, url="https://other.example.org/")
    (warning,) = compare(state(), state(sites__portal=moved), DAY).warnings
    assert str(warning) == (
        "all pages of the site portal move to https://other.example.org/ (were at https://portal.example.org/)"
    )


def test_order_of_points_is_a_change() -> None:
    """Points that only changed places are said to be in another order."""
    one = "[{id: a, text: A}, {id: b, text: B}]"
    other = "[{id: b, text: B}, {id: a, text: A}]"
    before = state(guides__steps=changed(MINIMAL["guides"], boundaries=one))
    after = state(guides__steps=changed(MINIMAL["guides"], boundaries=other))
    (record,) = compare(before, after, DAY).records
    assert [str(change.phrase) for change in record.changes] == ["boundary: in another order"]


def test_every_difference_is_found() -> None:
    """A field that differs anywhere in a record gives a leaf at its path."""
    one = "[{id: work, text: Work, valid_to: 2027-01-01}]"
    other = "[{id: work, text: Work, valid_to: 2028-01-01}, {id: new, text: New}]"
    before, after = (
        catalog_of({**FILES, "programmes/bridge.yml": changed(MINIMAL["programmes"], aims=aims)})
        for aims in (one, other)
    )
    key = ("programmes", "bridge")
    found = differences(before.by_key[key], after.by_key[key])
    assert [leaf.path for leaf in found] == [("aims", "#work", "valid_to"), ("aims", "#new")]


def fields_of(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[str]:
    """All fields of a model and of the groups inside it."""
    if model in seen:
        return set()
    seen.add(model)
    names = set(model.model_fields)
    for field in model.model_fields.values():
        for part in models_in(field.annotation):
            names |= fields_of(part, seen)
    return names


def models_in(annotation: object) -> list[type[BaseModel]]:
    """The models that an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in models_in(part)]


def test_every_field_has_a_name_and_no_name_is_left_over() -> None:
    """Editors read a word for each field, never a key; and the table has no dead lines."""
    seen: set[type[BaseModel]] = set()
    names = set().union(*(fields_of(model, seen) for model in (*MODELS.values(), SitePage)))
    assert names - {"id", "links"} == set(FIELDS)  # a page's links follow from its text
