"""No field without a reader: whatever an editor fills in is on a page, or is read by a named rule or stage.

Records with every field filled in are found by walking the model, so that a new field is asked for its reader.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from generator.plan.site_plan import SitePlan
from tests.support.maximal import Leaf, as_yaml, records, with_value
from tests.support.output import ROOT, everything, visible
from tests.support.records import catalog_of, plan_of

READ_ELSEWHERE = {
    "review_by": ("check/rules/pp207_review_overdue.py", "review_by"),
    "organisations assured_on": ("check/rules/pp207_review_overdue.py", "assured_on"),
    "places assured_on": ("check/rules/pp207_review_overdue.py", "assured_on"),
    "stories assured_on": ("check/rules/pp207_review_overdue.py", "assured_on"),
    "testimonials assured_on": ("check/rules/pp207_review_overdue.py", "assured_on"),
    "media assured_on": ("check/rules/pp207_review_overdue.py", "assured_on"),
    "sites assured_on": ("check/rules/pp207_review_overdue.py", "assured_on"),
    "sites outdated_translations": ("plan/informed.py", "outdated_translations"),
    "programmes outcomes.value": ("check/rules/pp801_number_without_source.py", "value"),
    "coordinators valid_from": ("model/state.py", "valid_from"),
    "coordinators valid_to": ("model/state.py", "valid_to"),
    "media valid_to": ("model/state.py", "valid_to"),
    "consent.given_on": ("model/state.py", "given_on"),
    "consent.expires_on": ("model/state.py", "expires_on"),
    "consent.withdrawn_on": ("model/state.py", "withdrawn_on"),
    "tags": ("select/criteria.py", "tags"),
    "organisations public_body": ("check/rules/pp606_no_accessibility_statement.py", "public_body"),
    "places place_type": ("plan/pages.py", "place_type"),
    "media shows_people": ("check/rules/pp506_people_without_consent.py", "shows_people"),
    "sites fallback": ("plan/pages.py", "fallback"),
    "sites fallback_languages": ("text/resolve.py", "fallback_languages"),
    "programmes partners.name": ("render/views/organisations.py", "name"),
    "calls extended_from": ("render/views/calls.py", "extended_from"),
    "sites timezone": ("render/views/calls.py", "timezone"),
}
"""Fields that a full site of one language shows nowhere: the module that reads them, and the attribute it reads."""

FOR_THE_FILE_ONLY = {"consent.basis"}
"""What the law asks an editor to write down and no page or rule needs."""

FULL, SMALL, LEAVES = records()
SHOWN = [leaf for leaf in LEAVES if leaf.shown]
CHOSEN = [leaf for leaf in LEAVES if leaf.other]


def plan(**other: str) -> SitePlan:
    """The plan of a site with all records, some of them in another version."""
    texts = {file: as_yaml(record) for file, record in FULL.items()}
    return plan_of(catalog_of({**texts, **SMALL, **other}))


@cache
def whole_site() -> str:
    """Everything that a site of full records says."""
    return everything(plan())


@cache
def seen() -> str:
    """Everything that readers of it see."""
    return visible(plan())


def file_of(leaf: Leaf) -> str:
    return "sites/portal.yml" if leaf.kind == "sites" else f"{leaf.kind}/{leaf.kind}-a.yml"


def read_elsewhere(leaf: Leaf) -> bool:
    """Whether no page is expected to show a field. The id of a list's item is its address for translators."""
    named = (leaf.field, f"{leaf.kind} {leaf.field}")
    return leaf.field.endswith(".id") or any(
        name in READ_ELSEWHERE or name in FOR_THE_FILE_ONLY for name in named
    )


def name_of(leaf: Leaf) -> str:
    return f"{leaf.kind}.{leaf.field}"


@pytest.mark.parametrize("leaf", [leaf for leaf in SHOWN if not read_elsewhere(leaf)], ids=name_of)
def test_what_an_editor_writes_is_on_the_site(leaf: Leaf) -> None:
    """A text, number, date or way of contact stands on a page as a word of its own."""
    is_there = re.search(rf"(?<!\w){re.escape(leaf.shown)}(?!\w)", seen()) is not None
    assert is_there, f"no page shows {leaf.typed!r}"


@pytest.mark.parametrize("leaf", [leaf for leaf in CHOSEN if not read_elsewhere(leaf)], ids=name_of)
def test_what_an_editor_chooses_changes_the_site(leaf: Leaf) -> None:
    """Another word of a list, another yes or no, another reference makes another page."""
    file = file_of(leaf)
    other = {file: as_yaml(with_value(FULL[file], leaf.path, leaf.other))}
    is_same = everything(plan(**other)) == whole_site()
    assert not is_same, f"nothing changes with {leaf.other!r}"


@pytest.mark.parametrize(("module", "attribute"), sorted(set(READ_ELSEWHERE.values())))
def test_a_field_that_no_page_shows_is_read_by_the_module_named(module: str, attribute: str) -> None:
    """The list of exceptions stays true."""
    assert re.search(rf"\.{attribute}\b", (ROOT / "generator" / module).read_text("utf-8"))


def test_no_exception_is_out_of_use() -> None:
    """An exception names a field that there is, and that really is on no page."""
    unseen = {
        name
        for leaf in LEAVES
        for name in (leaf.field, f"{leaf.kind} {leaf.field}")
        if leaf.shown and not re.search(rf"(?<!\w){re.escape(leaf.shown)}(?!\w)", seen())
    }
    chosen = {name for leaf in CHOSEN for name in (leaf.field, f"{leaf.kind} {leaf.field}")}
    assert {*READ_ELSEWHERE, *FOR_THE_FILE_ONLY} - unseen - chosen == set()


@pytest.mark.parametrize(("field", "override"), [("extended_from", None)])
def test_a_call_says_at_its_time_what_it_keeps_for_later(field: str, override: str | None) -> None:
    """What follows the end waits for it; an extension is told while nothing weightier is to be said."""
    leaf = next(leaf for leaf in LEAVES if leaf.field == field)
    record = {**FULL["calls/calls-a.yml"], "state_override": override}
    assert leaf.shown in visible(plan(**{"calls/calls-a.yml": as_yaml(record)}))


def test_a_partner_without_record_is_shown_by_name() -> None:
    """Where there is an organisation its own name wins, else the name in the programme."""
    leaf = next(leaf for leaf in LEAVES if leaf.field == "partners.name")
    record = FULL["programmes/programmes-a.yml"]
    alone = {**record, "partners": [{**record["partners"][0], "organisation": None}]}
    assert leaf.shown in visible(plan(**{"programmes/programmes-a.yml": as_yaml(alone)}))
