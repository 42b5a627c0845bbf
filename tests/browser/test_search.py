"""The search as readers use it: spellings, scripts, the default language, nothing found, keyboard, hostile text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import PHONE

pytestmark = pytest.mark.browser

RESULTS = ".portal-search__results a"
STATUS = ".portal-search__status"


@contextmanager
def searching(browser: Browser, address: str, *, index: list[Any] | None = None) -> Iterator[Page]:
    """Open a page on a telephone and its search; with `index`, this stands in every index of the site."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.set_default_timeout(20_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    if index is not None:
        page.route("**/search/index.json", lambda route: route.fulfill(body=json.dumps(index)))
    page.goto(address)
    page.click(".portal-tool--search")
    expect(page.locator("#portal-query")).to_be_focused()
    yield page
    context.close()
    assert errors == []


def pages_index(*texts: str) -> list[Any]:
    """Return an index with one page for each text, in their order."""
    return [[f"{at}/", f"Page {at}", "", "", "", "", [["", "", text]]] for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("language", "asked", "route"),
    [
        ("", "ODENSE", "places/odense/"),
        ("", "Kobenhavn", "places/copenhagen/"),
        ("", "Koebenhavn", "places/copenhagen/"),
        ("", "Copenhagen", "places/copenhagen/"),
        ("", "århus", "places/aarhus/"),
        ("", "odesne", "places/odense/"),
        ("", "80123456", "coordinators/#coordinator-kvinfo-national"),
        ("", "80 12 34 56", "coordinators/#coordinator-kvinfo-national"),
        ("", "0045 80 12 34 56", "coordinators/#coordinator-kvinfo-national"),
        ("", "koord arabisk aarhus", "places/aarhus/#coordinator-kvinfo-aarhus"),
        ("en/", "København", "en/places/copenhagen/"),
        ("ar/", "اودنسة", "ar/places/odense/"),
        ("ar/", "كوبنهاغن", "ar/places/copenhagen/"),
        ("ar/", "Kobenhavn", "ar/places/copenhagen/"),
        ("ar/", "٨٠١٢٣٤٥٦", "ar/coordinators/#coordinator-kvinfo-national"),
        ("uk/", "оденсе", "uk/places/odense/"),
    ],
)
def test_first_result(language: str, asked: str, route: str, browser: Browser, address: str) -> None:
    """However readers spell a city, a number or a role, the first result is the page they want."""
    with searching(browser, f"{address}kvinfo/{language}") as page:
        page.keyboard.insert_text(asked)
        expect(page.locator(RESULTS).first).to_have_attribute("href", f"{address}kvinfo/{route}")


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Müller", "mueller"), ("mueller", "Müller"), ("muller", "Müller"), ("strasse", "Straße"),
        ("İLETİŞİM", "iletişim"), ("iletisim", "İletişim"), ("ırmak", "Irmak"), ("œuvre", "oeuvre"),
        ("مدرسه", "المَدْرَسَةُ"), ("الاحد", "أحد"), ("على", "علي"), ("کتاب", "كتاب"),
        ("۲۰۲۷", "2027"), ("مـــرحبا", "مرحبا"),
        ("п'ять", "п’ять"), ("пять", "пʼять"), ("Ґанок", "ганок"), ("Київ", "КИЇВ"),
        ("ที่ปรึกษา", "เราหาที่ปรึกษาให้คุณ"), ("导师", "我想找一位导师"),
        ("メンター", "新しいメンターです"), ("멘토", "멘토링"),
        ("mentorer", "mentor"), ("arabic", "arabisk"), ("coordnator", "coordinator"), ("voluntere", "volunteer"),
        ("møde", "informationsmøde"), ("ልምዲ", "ልምዲ ስራሕ"), ("ＡＢＣ", "abc"),
    ],
)  # fmt: skip
def test_spellings(asked: str, text: str, browser: Browser, address: str) -> None:
    """Accents, letters that stand for others, endings, one wrong letter and scripts without blanks do not matter."""
    with searching(browser, f"{address}kvinfo/", index=pages_index("zzz", text)) as page:
        page.keyboard.insert_text(asked)
        expect(page.locator(RESULTS)).to_have_attribute("href", f"{address}kvinfo/1/")


@pytest.mark.parametrize(("asked", "text"), [("mentor", "mentee"), ("art", "start"), ("year", "yellow")])
def test_other_words_are_not_found(asked: str, text: str, browser: Browser, address: str) -> None:
    """What only looks alike is no result."""
    with searching(browser, f"{address}kvinfo/", index=pages_index(text)) as page:
        page.keyboard.insert_text(asked)
        expect(page.locator(STATUS)).to_have_text("Intet fundet")


def test_better_places_come_first(browser: Browser, address: str) -> None:
    """A title counts more than a heading, a heading more than text; all words more than some."""
    index = pages_index("odense", "x", "x", "odense arabic")
    index[1][6][0] = ["h", "Odense", ""]
    index[2][1] = "Odense"
    with searching(browser, f"{address}kvinfo/", index=index) as page:
        page.keyboard.insert_text("odense")
        expect(page.locator(RESULTS)).to_have_count(4)
        hrefs = page.eval_on_selector_all(
            RESULTS, "(links) => links.map((link) => link.getAttribute('href'))"
        )
        assert [href.rpartition("kvinfo/")[2] for href in hrefs] == ["2/", "1/#h", "0/", "3/"]
        page.fill("#portal-query", "odense arabic")
        expect(page.locator(RESULTS)).to_have_attribute("href", f"{address}kvinfo/3/")


def test_default_language_when_there_is_nothing(browser: Browser, address: str) -> None:
    """A Danish word from a letter is found for Arabic readers, said to be Danish, and marked as such."""
    with searching(browser, f"{address}kvinfo/ar/") as page:
        page.keyboard.insert_text("jobsamtaler")
        link = page.locator(RESULTS).first
        expect(link).to_have_attribute("href", f"{address}kvinfo/programmes/kvinfo-mentornetvaerk/#about")
        expect(page.locator(STATUS)).to_have_text("وُجد بلغة أخرى (الدانمركية): نتيجة واحدة")
        lines = link.locator("> *").evaluate_all("(all) => all.map(({ lang, dir }) => [lang, dir])")
        assert lines == [["da", "ltr"]] * 3


def test_untranslated_page_is_found_once(browser: Browser, address: str) -> None:
    """A page shown in English to Ukrainian readers is one result, inside their navigation, with its language named."""
    with searching(browser, f"{address}kvinfo/uk/") as page:
        page.keyboard.insert_text("two strangers become")
        link = page.locator(RESULTS)
        story = f"{address}kvinfo/uk/stories/kvinfo-how-a-match-is-made/"
        expect(link).to_have_attribute("href", re.compile(re.escape(story)))
        expect(link.locator("small")).to_have_text("англійська")
        expect(link.locator("strong")).to_have_attribute("lang", "en")


@pytest.mark.parametrize(
    ("site", "asked", "kind"),
    [
        ("network/de/", "Unternehmen", "/(calls|programmes|guides|places)/[^/]+/"),
        ("kvinfo/uk/", "ментор", "/(calls|programmes|places|coordinators)/"),
        ("dortmund/", "Betrieb", "/calls/dortmund-betriebe-2027/"),
    ],
)
def test_what_leads_to_action_comes_first(
    site: str, asked: str, kind: str, browser: Browser, address: str
) -> None:
    """Calls, programmes and places stand before guides, lists and the site's own pages."""
    with searching(browser, f"{address}{site}") as page:
        page.keyboard.insert_text(asked)
        expect(page.locator(RESULTS).first).to_have_attribute("href", re.compile(kind))


def test_rank_orders_pages_that_fit_alike(browser: Browser, address: str) -> None:
    """Of two pages with the same words the one of higher rank is first, wherever it stands in the index."""
    index = pages_index("word", "word")
    index[0].append(0.5)
    index[1].append(2)
    with searching(browser, f"{address}kvinfo/", index=index) as page:
        page.keyboard.insert_text("word")
        expect(page.locator(RESULTS).first).to_have_attribute("href", f"{address}kvinfo/1/")


@pytest.mark.parametrize(
    "text",
    [
        f"{'langeswort ' * 30}ziel {'nochlängereswörtchen ' * 30}",
        f"{'مساعدة ' * 40}ziel {'المنسّقة ' * 40}",
        f"{'👩🏽‍🏫 ' * 60}ziel {'👩🏽‍🏫 ' * 60}",
    ],
    ids=["latin", "arabic", "clusters"],
)
def test_snippet_is_cut_between_words(text: str, browser: Browser, address: str) -> None:
    """Both ends of a long text's piece are whole words; no sign is cut in two."""
    with searching(browser, f"{address}kvinfo/", index=pages_index(text)) as page:
        page.keyboard.insert_text("ziel")
        shown = page.locator(RESULTS).locator("span").inner_text()
        assert shown.startswith("…")
        assert shown.endswith("…")
        assert [word for word in shown.strip("… ").split() if word not in text.split()] == []


@pytest.mark.parametrize(
    ("path", "asked"), [("kvinfo/", "Esbjerg"), ("kvinfo/ar/", "إسبيرغ"), ("kvinfo/uk/", "Есб’єрг")]
)
def test_city_outside_leads_to_a_person(path: str, asked: str, browser: Browser, address: str) -> None:
    """Who asks for a city that is not on the site is told whom to call."""
    with searching(browser, f"{address}{path}") as page:
        page.keyboard.insert_text(asked)
        help = page.locator(".portal-search__help")
        expect(help).to_be_visible()
        expect(help.locator('a[href^="tel:"]').first).to_be_visible()


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("", ["1 resultat", "2 resultater", "50+ resultater"]),
        ("uk/", ["1 результат", "2 результати", "50+ результатів"]),
        ("ar/", ["نتيجة واحدة", "نتيجتان", "50+ نتيجة"]),
    ],
)
def test_count_in_words(language: str, counts: list[str], browser: Browser, address: str) -> None:
    """The number of results is told in the form that the language needs."""
    texts = ["alpha beta gamma", "beta gamma", *["gamma"] * 60]
    with searching(browser, f"{address}kvinfo/{language}", index=pages_index(*texts)) as page:
        for asked, count in zip(("alpha", "beta", "gamma"), counts, strict=True):
            page.fill("#portal-query", asked)
            expect(page.locator(STATUS)).to_have_text(count)


def test_nothing_found_leads_to_people(browser: Browser, address: str) -> None:
    """Without a result readers are told what to do and whom to ask; a next question takes it away."""
    with searching(browser, f"{address}kvinfo/en/") as page:
        page.keyboard.insert_text("xyzzy")
        expect(page.locator(STATUS)).to_have_text("Nothing found")
        expect(page.locator('.portal-search__help a[href$="/en/coordinators/"]')).to_be_visible()
        expect(page.locator('.portal-search__help a[href^="mailto:"]')).to_be_visible()
        page.fill("#portal-query", "odense")
        expect(page.locator(".portal-search__help")).to_be_hidden()
        page.fill("#portal-query", "")
        expect(page.locator(STATUS)).to_have_text("")
        expect(page.locator(RESULTS)).to_have_count(0)


def test_index_that_cannot_be_read(browser: Browser, address: str) -> None:
    """When the index does not come, readers learn that the search is at fault, and whom to ask."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.route("**/search/index.json", lambda route: route.abort())
    page.goto(f"{address}kvinfo/en/")
    page.click(".portal-tool--search")
    page.keyboard.insert_text("odense")
    expect(page.locator(STATUS)).to_have_text("The search does not work at the moment.")
    expect(page.locator(".portal-search__help")).to_be_visible()
    context.close()


def test_keyboard(browser: Browser, address: str) -> None:
    """Enter goes to the first result, Escape closes, and the question is still there when it is opened again."""
    with searching(browser, f"{address}kvinfo/en/") as page:
        page.keyboard.insert_text("odense")
        page.keyboard.press("Enter")
        expect(page.locator(RESULTS).first).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("#portal-search")).to_be_hidden()
        expect(page.locator(".portal-tool--search")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#portal-query")).to_have_value("odense")
        expect(page.locator(RESULTS).first).to_be_visible()


def test_result_on_the_same_page_closes_the_search(browser: Browser, address: str) -> None:
    """A result further down the page that is open is not hidden behind the search."""
    with searching(browser, f"{address}kvinfo/en/coordinators/") as page:
        page.keyboard.insert_text("coordinator svendborg")
        page.click(f'{RESULTS}[href*="/coordinators/#"]')
        expect(page.locator("#portal-search")).to_be_hidden()


@pytest.mark.parametrize(
    "hostile", ["<img src=x onerror=hit=1> word", "</strong><script>hit=1</script> word"]
)
def test_index_never_becomes_markup(hostile: str, browser: Browser, address: str) -> None:
    """Titles, headings and texts are shown letter by letter, whatever stands in them."""
    index = [["javascript:hit=1//", hostile, "", "", "", "", [['"><b>', hostile, hostile]]]]
    with searching(browser, f"{address}kvinfo/", index=index) as page:
        page.keyboard.insert_text("word")
        link = page.locator(RESULTS)
        expect(link.locator("> *")).to_have_text([hostile] * 3)
        assert link.locator("mark").all_text_contents() == ["word"] * 3
        assert link.locator(":scope > * > :not(mark)").count() == 0
        assert str(link.get_attribute("href")).startswith("http")


def test_lost_page_searches_at_any_depth(browser: Browser, address: str) -> None:
    """On the 404 page the index is found from the root of the host, wherever the reader got lost."""
    with searching(browser, f"{address}kvinfo/ar/404.html") as page:
        found = page.locator("#portal-search").evaluate(
            "({ dataset }) => [dataset.script, dataset.index, dataset.other]"
        )
    assert found == ["/assets/portal/search.js", "/ar/search/index.json", "/search/index.json"]


@pytest.mark.parametrize("path", ["kvinfo/en/", "kvinfo/ar/"])
@pytest.mark.parametrize("asked", ["mentor Odense 2027", "xyzzy"])
def test_fits_a_narrow_screen(path: str, asked: str, browser: Browser, address: str) -> None:
    """At 320 px nothing of the search sticks out sideways, in both directions."""
    with searching(browser, f"{address}{path}") as page:
        page.set_viewport_size({"width": 320, "height": 640})
        page.keyboard.insert_text(asked)
        expect(page.locator(STATUS)).not_to_be_empty()
        sheet = page.locator("#portal-search")
        assert sheet.evaluate("(box) => box.scrollWidth - box.clientWidth") == 0
