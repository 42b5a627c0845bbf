"""Documents become a catalog: what is readable is in it, what is not is named and counts as broken."""

from __future__ import annotations

from generator.model.build import build_catalog
from generator.model.programme import Programme
from generator.model.site import Site
from tests.support.records import ORGANISATION, PLACE, SITE, document, documents, page


def test_records_are_in_order_of_kind_and_id() -> None:
    """The order of files on disk does not matter."""
    files = {"places/b.yml": PLACE, "organisations/z.yml": ORGANISATION, "places/a.yml": PLACE}
    catalog, _ = build_catalog(documents(files), ())
    assert [record.key for record in catalog] == [("organisations", "z"), ("places", "a"), ("places", "b")]


def test_a_record_that_cannot_be_read_is_broken_and_not_missing() -> None:
    """A reference to it is not dangling, and its id is still a suggestion."""
    catalog, findings = build_catalog([document("programmes", "bro", "name: Bro\n")], ())
    assert (len(findings), len(catalog), catalog.exists("programmes", "bro"), catalog.ids("programmes")) == (
        4,
        0,
        True,
        ("bro",),
    )


def test_a_file_that_could_not_be_loaded_is_broken_too() -> None:
    """What the loader gave up on exists all the same."""
    catalog, _ = build_catalog([], (), [("programmes", "bro")])
    assert (catalog.exists("programmes", "bro"), catalog.get(Programme, "bro")) == (True, None)


def test_the_id_is_the_files_name() -> None:
    """Identity is folder and file name."""
    catalog, _ = build_catalog([document("places", "odense", PLACE)], ())
    assert [record.key for record in catalog] == [("places", "odense")]


def test_a_text_is_in_the_records_language() -> None:
    """`language` says what every plain text of the record is written in; without it, English."""
    catalog, _ = build_catalog(
        documents({"places/a.yml": PLACE + "language: da\n", "places/b.yml": PLACE}), ()
    )
    assert [record.name.language for record in catalog] == ["da", "en"]  # type: ignore[attr-defined]


def test_pages_of_a_site_that_cannot_be_read_wait() -> None:
    """Without its default language nobody can say which language a page is in."""
    catalog, findings = build_catalog(
        [document("sites", "portal", "name: x\n")], [page("portal", "about", "Hi")]
    )
    assert (catalog.pages, {found.position.file for found in findings}) == (
        (),
        {"content/sites/portal.yml"},
    )


def test_a_site_without_languages_is_a_finding_and_no_crash() -> None:
    """An empty list of languages has no default; the site is broken and its pages wait."""
    text = SITE.replace("[en]", "[]")
    catalog, findings = build_catalog([document("sites", "portal", text)], [page("portal", "about", "Hi")])
    assert (["PP022"], catalog.get(Site, "portal")) == ([found.code for found in findings], None)
