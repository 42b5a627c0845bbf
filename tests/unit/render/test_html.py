"""Finished pages: path, title, description, and how a template's fault is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import RenderError
from generator.plan.routes import NOT_FOUND
from generator.render.environment import render
from tests.support.output import pages_of, prepared_pages
from tests.support.records import (
    CALL,
    COORDINATOR,
    GUIDE,
    MEDIA,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    STORY,
    catalog_of,
    changed,
    page,
    plan_of,
)

FILES = {
    "organisations/association.yml": ORGANISATION,
    "programmes/bridge.yml": changed(PROGRAMME, places="[odense]", image="picture", name="Bridge & Sons"),
    "places/odense.yml": PLACE,
    "coordinators/anna.yml": COORDINATOR,
    "calls/call.yml": CALL,
    "guides/begin.yml": GUIDE,
    "stories/year.yml": STORY,
    "media/picture.yml": MEDIA,
    "sites/portal.yml": changed(SITE, languages="[en, da]"),
}
PLAN = plan_of(catalog_of(FILES, (page("portal", "about", "---\ntitle: About\nsummary: Us\n---\nHi"),)))
PAGES = pages_of(PLAN)


@pytest.mark.parametrize(
    ("route", "path", "title", "description"),
    [
        ("", "index.html", "Portal", "Find a mentor."),
        ("programmes/", "programmes/index.html", "Programmes", "Programmes – Portal. Find a mentor."),
        ("programmes/bridge/", "programmes/bridge/index.html", "Bridge & Sons", "Mentors for newcomers."),
        ("places/odense/", "places/odense/index.html", "Odense", ""),
        ("coordinators/", "coordinators/index.html", "Coordinators", "Coordinators – Portal. Find a mentor."),
        ("calls/call/", "calls/call/index.html", "Mentors", "Wanted."),
        ("guides/begin/", "guides/begin/index.html", "First steps", "How to begin."),
        ("stories/year/", "stories/year/index.html", "A year", "It helped."),
        ("about/", "about/index.html", "About", "Us"),
        ("credits/", "credits/index.html", "Picture credits", "Picture credits – Portal. Find a mentor."),
        (NOT_FOUND, NOT_FOUND, "This page does not exist", ""),
    ],
)
def test_a_page_has_its_path_title_and_description(
    route: str, path: str, title: str, description: str
) -> None:
    """Plain text for the head of the page, a path below the language's folder."""
    found = PAGES["en", route]
    assert (path, title, description) == (found.path, found.title, found.description)


@pytest.mark.parametrize(
    ("route", "title"),
    [("programmes/", "Programmer"), ("calls/call/", "Mentors"), (NOT_FOUND, "Denne side findes ikke")],
)
def test_the_portals_own_titles_are_translated(route: str, title: str) -> None:
    """Words of the catalogue are in the reader's language; a record without translation keeps its own."""
    assert title == PAGES["da", route].title


def test_error_and_credit_pages_are_not_searched() -> None:
    """Readers look for content."""
    routes = {page.voice.page.route for page in prepared_pages(PLAN) if page.indexed is None}
    assert routes == {"credits/", NOT_FOUND}


@pytest.mark.parametrize(
    ("source", "where"),
    [
        ("a\n{{ missing }}", "template faulty.html:2: 'missing' is undefined"),
        ("a\nb\n{% if %}", "template faulty.html:3: Expected an expression, got 'end of statement block'"),
        ("{% include 'nowhere.html' %}", "template faulty.html:1: 'nowhere.html' not found"),
    ],
)
def test_a_fault_in_a_template_names_its_line(tmp_path: Path, source: str, where: str) -> None:
    """Whoever works on the theme learns file, line and reason, not a traceback."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/faulty.html").write_text(source, "utf-8")
    with pytest.raises(RenderError) as caught:
        render(tmp_path, "faulty.html", {}, {})
    assert caught.value.message.startswith(where)


def test_values_are_escaped_and_blocks_leave_no_lines(tmp_path: Path) -> None:
    """Escaping is on for every template, whatever its name ends in."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/a.txt").write_text("{% if true %}\n{{ value }}\n{% endif %}\n", "utf-8")
    assert str(render(tmp_path, "a.txt", {"value": '<b> & "'}, {})) == "&lt;b&gt; &amp; &#34;\n"
