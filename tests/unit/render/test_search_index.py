"""What can be found on a page, and under which address."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.plan.site_plan import PlannedPage
from generator.render.html import not_found_page
from generator.render.search_field import search_field
from generator.render.search_index import IndexedPage, index_line, search_index
from generator.render.voice import Voice
from generator.text.messages import load_messages
from tests.support.builds import ROOT
from tests.support.output import on_page, pages_of
from tests.support.records import COORDINATOR, PLACE, PROGRAMME, SITE, STORY, catalog_of, changed, plan_of

FILES = {
    "programmes/bridge.yml": changed(PROGRAMME, places="[odense]", name="{en: Bridge, da: Broen}"),
    "places/odense.yml": changed(PLACE, name="{en: Odense, ar: أودنسه}"),
    "coordinators/anna.yml": changed(COORDINATOR, email="anna@example.org", phones="[{number: 32 12 34 56}]"),
    "stories/year.yml": STORY,
    "sites/portal.yml": changed(SITE, languages="[en, ar]"),
}
PLAN = plan_of(catalog_of(FILES))
RENDERED = pages_of(PLAN)


def entries(*pages: tuple[PlannedPage, str, str]) -> list[Any]:
    """Return the index of pages, given as plan, title and HTML."""
    found = (index_line(IndexedPage(page, title), html) for page, title, html in pages)
    return list(json.loads(search_index(found)))


def sections(html: str, kind: str = "page") -> list[list[str]]:
    """Return the sections of a page of one kind."""
    return list(entries((PlannedPage(kind, "about/", "en", "en"), "About", html))[0][6])


def planned(language: str, route: str) -> list[Any]:
    """Return the entry of a page of the plan."""
    page, rendered = PLAN.page(language, route), RENDERED[language, route]
    assert page is not None
    return list(entries((page, rendered.title, rendered.html))[0])


def test_text_belongs_to_the_heading_above_it() -> None:
    """Each heading with an address begins a section; what stands before the first belongs to the page."""
    html = '<h1 id="title">About</h1><p>Lead</p><h2 id="who">Who</h2><p>We</p><h3>Small</h3><p>Us</p>'
    assert sections(html) == [["", "", "Lead"], ["who", "Who", "We Small · Us"]]


def test_card_with_an_address_is_a_section() -> None:
    """A coordinator is found at the card, not at the top of the list."""
    html = '<h2 id="odense">Odense</h2><article class="card card--person" id="anna"><h3>Anna</h3><p>Hi</p></article>'
    assert sections(html, "place") == [["", "", ""], ["odense", "Odense", ""], ["anna", "Anna", "Hi"]]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<dl><dt>Phone</dt><dd>1</dd><dt>Mail</dt><dd>2</dd></dl>", "Phone: 1 · Mail: 2"),
        ("<dl><dt>Where</dt><dd><ul><li>A</li><li>B</li></ul></dd></dl>", "Where: A · B"),
        ("<p>anna<wbr>@example.org</p>", "anna@example.org"),
        ('<p><bdi dir="ltr">09–12</bdi> <bdi>C</bdi></p>', "\u206609–12\u2069 C"),
        ("<p>one</p><p>two<br>three</p>", "one two three"),
        ("<p>a &lt;b&gt; &amp; c</p>", "a <b> & c"),
    ],
)
def test_words_stay_words(html: str, text: str) -> None:
    """Blocks are kept apart, letters of one word together, and entities become signs."""
    assert sections(html) == [["", "", text]]


@pytest.mark.parametrize(
    "html",
    [
        '<script type="application/json">{"open": "Open"}</script>',
        "<template><p>x</p></template>",
        "<p hidden>x</p>",
        "<nav><a>x</a></nav>",
        "<figure><figcaption>x</figcaption></figure>",
        '<article class="card card--way"><h3 class="card__title"><a href="../x/">x</a></h3><p>x</p></article>',
        '<div class="card card--organisation"><h3 class="card__title"><a href="https://x.example/">x</a></h3>x</div>',
        '<article class="card card--person"><h3>x</h3></article>',
    ],
)
def test_what_is_not_the_pages_own_is_left_out(html: str) -> None:
    """Words for scripts, credits, and teasers of what has a page of its own are found nowhere else."""
    assert sections(html) == [["", "", ""]]


def test_organisation_without_a_website_is_found_where_it_stands() -> None:
    """Nothing else says what it is."""
    card = '<div class="card card--organisation"><h3 class="card__title">x</h3><p>y</p></div>'
    assert sections(card) == [["", "", "x · y"]]


def test_place_is_found_under_all_its_names() -> None:
    """Who types the name on the bus finds the page in her own language."""
    assert planned("ar", "places/odense/")[:3] == ["places/odense/", "أودنسه", "Odense"]


def test_page_in_another_language_is_marked() -> None:
    """A page shown in place of a translation carries language, direction and the name of the language."""
    assert planned("ar", "stories/year/")[3:6] == ["en", "ltr", "الإنجليزية"]
    assert planned("en", "stories/year/")[3:6] == ["", "", ""]


def test_phone_of_the_coordinator_is_in_the_directory() -> None:
    """A number that somebody was given leads to the person behind it."""
    texts = " ".join(text for _, _, text in planned("en", "coordinators/")[6])
    assert "\u2066+45 32 12 34 56\u2069" in texts


def test_what_leads_to_action_ranks_before_lists_and_duties() -> None:
    """A programme before its list, the list before the site's own pages; a call that is over last of calls."""
    call = PlannedPage("call", "calls/a/", "en", "en")
    ranks = [json.loads(index_line(IndexedPage(call, "A", is_over), ""))[7] for is_over in (False, True)]
    programme, programmes = planned("en", "programmes/bridge/")[7], planned("en", "programmes/")[7]
    assert (ranks, programme, programmes) == ([2, 0.7], 2, 0.7)


def test_one_line_for_each_page() -> None:
    """A finding about a file can name the line, and a change shows as one line."""
    page = PlannedPage("page", "a/", "en", "en")
    lines = (index_line(IndexedPage(page, "A"), "<p>é</p>"), index_line(IndexedPage(page, "B"), ""))
    data = search_index(lines).decode()
    assert data.split("\n") == [
        "[",
        '["a/","A","","","","",[["","","é"]],0.5],',
        '["a/","B","","","","",[["","",""]],0.5]',
        "]",
        "",
    ]


@pytest.mark.parametrize(
    ("language", "index", "other"),
    [("en", "/search/index.json", ""), ("ar", "/ar/search/index.json", "/search/index.json")],
)
def test_own_language_first_then_the_default(language: str, index: str, other: str) -> None:
    """Pages name the index of their language, and that of the default language where it is another."""
    voice = Voice(PLAN, not_found_page(language), load_messages(ROOT / "theme", language))
    found = on_page(voice, search_field(voice))
    assert (found["index"], found["other"]) == (index, other)


@pytest.mark.parametrize(
    ("language", "categories"),
    [("en", "one other"), ("ar", "few many one other two zero"), ("uk", "few many one other")],
)
def test_count_has_every_form_of_the_language(language: str, categories: str) -> None:
    """A browser that knows the language finds words for any number."""
    voice = Voice(PLAN, not_found_page(language), load_messages(ROOT / "theme", language))
    assert sorted(json.loads(search_field(voice)["counts"])) == categories.split()
