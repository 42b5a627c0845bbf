"""Every page of a site whose records have every field: sound HTML, no markup from content, no dead links."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.plan.routes import NOT_FOUND
from generator.render.html import RenderedPage
from tests.support.maximal import as_yaml, records
from tests.support.output import THEME, page_at, pages_of
from tests.support.records import (
    CALL,
    GUIDE,
    ORGANISATION,
    PROGRAMME,
    SITE,
    STORY,
    catalog_of,
    changed,
    page,
    plan_of,
)

ABOUT = "---\ntitle: About\nsummary: Us\n---\n# Who\n\nHi\n\n## What\n"
FULL, SMALL, _ = records()


@cache
def pages(languages: str = "en") -> dict[tuple[str, str], RenderedPage]:
    """All pages of the full site, in some languages."""
    site = {**FULL["sites/portal.yml"], "languages": languages.split()}
    texts = {file: as_yaml(record) for file, record in {**FULL, "sites/portal.yml": site}.items()}
    return pages_of(plan_of(catalog_of({**texts, **SMALL}, (page("portal", "about", ABOUT),))))


EVERY = sorted(pages("en ar"))


@pytest.fixture(params=EVERY, ids=lambda key: "/".join(key).rstrip("/"))
def shown(request: pytest.FixtureRequest) -> RenderedPage:
    """Each page in English and, with fallback, in Arabic."""
    return pages("en ar")[request.param]


def test_every_template_is_shown() -> None:
    """The full site has a page of each kind, so that the tests below leave none out."""
    routes = {route.split("/")[0] for _, route in EVERY}
    templates = {path.stem for path in (THEME / "templates").glob("*.html")}
    templates.discard("moved")  # no page of the plan but what stands at old addresses: test_redirects
    single = {"home": "", "not-found": NOT_FOUND, "page": "about"}
    plural = {
        "programme": "programmes",
        "place": "places",
        "call": "calls",
        "guide": "guides",
        "story": "stories",
    }
    assert set() == {single.get(name, plural.get(name, name)) for name in templates} - routes


def test_a_page_has_one_title_and_no_gap_in_its_headings(shown: RenderedPage) -> None:
    """One h1 comes first, and no level is left out on the way down."""
    levels = [int(level) for level in re.findall(r"<h([1-6])", shown.html)]
    gaps = [(above, below) for above, below in pairwise(levels) if below > above + 1]
    assert (levels[0], levels.count(1), gaps) == (1, 1, [])


def test_an_id_is_used_once(shown: RenderedPage) -> None:
    """Anchors lead to one place."""
    ids = re.findall(r'\sid="([^"]*)"', shown.html)
    assert [id for id, times in Counter(ids).items() if times > 1] == []


def test_an_anchor_on_the_page_exists(shown: RenderedPage) -> None:
    """What leads to `#…` finds it."""
    ids = set(re.findall(r'\sid="([^"]*)"', shown.html))
    assert set() == set(re.findall(r'\shref="#([^"]*)"', shown.html)) - ids


def test_tags_are_closed_as_they_were_opened(shown: RenderedPage) -> None:
    """A browser need not mend the page: what it reads has as many elements as were written."""
    tree = LexborHTMLParser(f"<!doctype html><main>{shown.html}</main>")
    written = Counter(re.findall(r"<([a-z][a-z0-9]*)[\s>]", shown.html))
    closed = Counter(re.findall(r"</([a-z][a-z0-9]*)>", shown.html))
    void = {"img", "br", "hr", "wbr"}
    main = tree.css_first("main")
    assert main is not None
    read = Counter(str(node.tag) for node in main.css("*"))
    read["main"] -= 1
    assert (+read, {tag: n for tag, n in written.items() if tag not in void}) == (+written, dict(closed))


def test_a_page_has_a_title_in_plain_text(shown: RenderedPage) -> None:
    """Titles, descriptions and headings hold words, no tags and no entities."""
    texts = [shown.title, shown.description, *(heading.text for heading in shown.headings)]
    assert (bool(shown.title), [text for text in texts if re.search(r"<|&\w+;", text)]) == (True, [])


VERBS = {"Find", "Ask", "Call", "Write", "Apply", "See"}


def test_a_page_has_at_most_one_main_action(shown: RenderedPage) -> None:
    """Of the buttons that are not hidden one is the main one; what it says begins with a verb."""
    tree = LexborHTMLParser(f"<main>{shown.html}</main>")
    buttons = [node for node in tree.css("a.button") if not hidden(node)]
    words = [node.text().split()[0] for node in buttons] if shown.view["content_language"] == "en" else []
    assert (len(buttons) <= 1, [word for word in words if word not in VERBS]) == (True, [])


def hidden(node: LexborNode | None) -> bool:
    """Whether an element or one around it is hidden."""
    return node is not None and ("hidden" in node.attributes or hidden(node.parent))


def test_headings_with_an_address_are_listed(shown: RenderedPage) -> None:
    """The shell is told of each h2 and h3 that can be linked to, in order."""
    found = re.findall(r'<h([23]) id="([^"]+)"', shown.html)
    assert [(int(level), id) for level, id in found] == [(head.level, head.id) for head in shown.headings]


def test_a_relative_link_leads_to_a_page_of_the_site(shown: RenderedPage) -> None:
    """No page links to one that is not planned; pictures and what one can take along apart."""
    paths = {found.path if key[0] == "en" else f"ar/{found.path}" for key, found in pages("en ar").items()}
    is_arabic = any(found is shown for key, found in pages("en ar").items() if key[0] == "ar")
    here = f"/ar/{shown.path}" if is_arabic else f"/{shown.path}"
    links = re.findall(r'\shref="([^":#]+)(?:#[^"]*)?"', shown.html)
    found = {reached(here, link) for link in links}
    assert {path for path in found - paths if "feeds" not in path.split("/")} == set()


def reached(here: str, link: str) -> str:
    """The output file that a link leads to: relative to the page, or from the root."""
    parts = [] if link.startswith("/") else here.split("/")[1:-1]
    for part in link.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join([*parts, "index.html"]) if link.endswith("/") else "/".join(parts)


BAD = "<script>alert('x')</script> & \" onload=alert(1) {{ 7*7 }} %s"


def poisoned(value: Any) -> Any:
    """The same data with every text for readers turned hostile, past the checks of the model."""
    if isinstance(value, dict):
        return {key: poisoned(part) for key, part in value.items()}
    if isinstance(value, list):
        return [poisoned(part) for part in value]
    return re.sub(r"quux\d{4} (label|line|prose)", "HOSTILE", value) if isinstance(value, str) else value


def test_a_hostile_text_is_shown_as_text_everywhere() -> None:
    """Even if a check were to fail, no text of content becomes a tag, an attribute or a template."""
    texts = {file: as_yaml(poisoned(record)) for file, record in FULL.items()}
    catalog = catalog_of({**texts, **SMALL})
    hostile = _with_hostile_texts(catalog)
    found = pages_of(plan_of(hostile))
    shown_in = [key for key, one in found.items() if "&lt;script&gt;alert" in one.html]
    code = "script:not([type='application/json']), [onload]"
    tags = [key for key, one in found.items() if LexborHTMLParser(one.html).css(code)]
    sums = [key for key, one in found.items() if "{{ 7*7 }}" not in one.html and "49" in one.html]
    assert (len(shown_in) >= 10, tags, sums) == (True, [], [])


def _with_hostile_texts(catalog: Any) -> Any:
    """Put the hostile text into the finished records, where no validator sees it."""
    from dataclasses import replace

    from generator.model.fields.text import Prose, Text

    def changed_value(value: Any) -> Any:
        if isinstance(value, Text):
            kind = Prose if isinstance(value, Prose) else Text
            return kind(value.language, {code: text.replace("HOSTILE", BAD) for code, text in value.items()})
        if isinstance(value, tuple):
            return tuple(changed_value(part) for part in value)
        if isinstance(value, str):
            return value.replace("HOSTILE", BAD)
        if hasattr(value, "model_copy"):
            fields = type(value).model_fields
            return value.model_copy(update={name: changed_value(getattr(value, name)) for name in fields})
        return value

    return replace(catalog, by_key={key: changed_value(record) for key, record in catalog.by_key.items()})


def test_json_in_a_view_is_plain_data() -> None:
    """What the shell is given is data that can be written down."""
    for found in pages().values():
        assert json.loads(json.dumps(found.view)) == as_lists(found.view)


def as_lists(value: object) -> object:
    """Plain data with its sequences as JSON has them."""
    if isinstance(value, dict):
        return {key: as_lists(part) for key, part in value.items()}
    return [as_lists(part) for part in value] if isinstance(value, list | tuple) else value


OMITTED = {
    "organisations/association.yml": ORGANISATION,
    "programmes/bridge.yml": PROGRAMME,
    "programmes/bridge.da.yml": "description: Hjælper.\nname: Broen\n",
    "calls/call.yml": CALL,
    "guides/begin.yml": changed(GUIDE, programmes="[bridge]"),
    "stories/year.yml": STORY,
    "sites/portal.yml": changed(SITE, languages="[en, da]", fallback="omit"),
}


@pytest.mark.parametrize("route", ["", "programmes/", "programmes/bridge/", NOT_FOUND])
def test_a_page_does_not_link_to_what_its_language_has_not(route: str) -> None:
    """With the policy `omit`, calls, guides and stories without translation are not even mentioned by a link."""
    found = pages_of(plan_of(catalog_of(OMITTED)))[("da", route)]
    assert re.findall(r'href="[^"]*(?:calls|guides|stories)/[^"]*"', found.html) == []


def test_an_own_page_is_rendered_below_its_title() -> None:
    """The page's Markdown begins one level below the title from its front matter."""
    found = pages()["en", "about/"]
    levels = re.findall(r"<h([1-6])[^>]*>([^<]*)<", found.html)
    assert (levels, found.title, found.description) == (
        [("1", "About"), ("2", "Who"), ("3", "What")],
        "About",
        "Us",
    )


def test_a_picture_says_in_which_language_it_is_described() -> None:
    """An attribute cannot hold a mark, so the picture itself has the language of its description."""
    media = 'file: picture.png\nalt: Two "people" & a table\n'
    site = changed(SITE, languages="[en, ar]", brand="{colour: '#0b5c7a', hero: picture}")
    found = plan_of(catalog_of({**OMITTED, "media/picture.yml": media, "sites/portal.yml": site}))
    described = 'alt="Two &#34;people&#34; &amp; a table"'
    assert (
        f'{described} lang="en"' in page_at(found, "", "ar").html,
        f"{described} fetchpriority" in page_at(found, "", "en").html,
    ) == (True, True)


def test_texts_in_another_language_are_marked_on_the_page() -> None:
    """On an Arabic page English words have their language and direction; the reader's own words have none."""
    files = {**OMITTED, "sites/portal.yml": changed(SITE, languages="[en, ar]")}
    html = page_at(plan_of(catalog_of(files)), "programmes/bridge/", "ar").html
    assert ('<h1 id="title"><span lang="en" dir="ltr">Bridge</span></h1>' in html, 'lang="ar"' in html) == (
        True,
        False,
    )


@pytest.mark.parametrize(
    ("field", "value", "marked"),
    [
        (
            "quality_standards",
            "[{id: a, name: Gold, publisher: Union}]",
            '<span lang="en" dir="ltr">Gold</span> (Union)',
        ),
        (
            "roles",
            "{mentor: {language_requirements: [{language: nb, description: fluent}, {language: en}]}, mentee: {}}",
            '<span lang="en" dir="ltr">fluent</span>',
        ),
        ("certificates", "[{id: a, name: Seal}]", '<span lang="en" dir="ltr">Seal</span>'),
    ],
)
def test_a_text_inside_a_sentence_keeps_its_mark(field: str, value: str, marked: str) -> None:
    """What is joined with other words is marked all the same."""
    record = changed(PROGRAMME, **{field: value})
    files = {
        **OMITTED,
        "programmes/bridge.yml": record,
        "sites/portal.yml": changed(SITE, languages="[en, ar]"),
    }
    assert marked in page_at(plan_of(catalog_of(files)), "programmes/bridge/", "ar").html
