"""The page shell as a reader's browser gets it: escaping, addresses, landmarks, no foreign requests."""

import dataclasses
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.engine.builder import BaseConfig
from generator.engine.unit import Unit
from tests.support.units import write_unit

MakeUnit = Callable[..., Unit]
MakeView = Callable[..., dict[str, Any]]

PAYLOADS = [
    "</title><script>alert(1)</script>",
    "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "{{7*7}}{% raw %}{# x #}",
    "<!-- --><svg/onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "&amp;#x3c;b&amp;#x3e;",
]
PAGES = ("index.html", "404.html")
GENERATED = {"assets/portal/portal.css", "assets/portal/portal.js"}  # written by others


def hostile(unit: Unit, payload: str) -> Unit:
    """Put `payload` into every plain-text slot that the shell prints."""

    def poison(value: Any) -> Any:
        if isinstance(value, dict):
            kept = {"url", "absolute", "direction", "language", "hreflang", "current", "active"}
            return {key: entry if key in kept else poison(entry) for key, entry in value.items()}
        if isinstance(value, list):
            return [poison(entry) for entry in value]
        return payload if isinstance(value, str) else value

    def view(page: Any) -> dict[str, Any]:
        kept = {"content_language", "content_direction", "home_url"}
        extra = {
            "logo": {"url": "l.svg", "alt": "", "width": "1", "height": "1"},
            "feeds": [{"title": "", "url": "f.xml", "type": "application/atom+xml"}],
            "labels": dict.fromkeys(unit.strings, ""),
        }
        whole = {**page.view, **extra}
        whole["footer"] = {**whole["footer"], "text": "", "note": "", "contact_title": ""}
        return {key: value if key in kept else poison(value) for key, value in whole.items()}

    def page(one: Any) -> Any:
        return dataclasses.replace(one, title=payload, description=payload, view=view(one))

    words = dict.fromkeys(unit.strings, payload)
    pages = tuple(page(one) for one in unit.pages)
    lost = page(unit.not_found)
    return dataclasses.replace(unit, site_name=payload, pages=pages, not_found=lost, strings=words)


def skeleton(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Return every element with the names of its attributes: what an injected text would change."""
    tree = LexborHTMLParser(path.read_text("utf-8"))
    return [(node.tag, tuple(sorted(node.attributes))) for node in tree.css("*")]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit, payload: str) -> None:
    """Whatever stands in titles, names and labels, the page has the elements it has with a harmless word."""
    write_unit(hostile(make_unit(), "harmless"), tmp_path / "calm", base)
    write_unit(hostile(make_unit(), payload), tmp_path / "wild", base)
    for page in PAGES:
        assert skeleton(tmp_path / "calm" / page) == skeleton(tmp_path / "wild" / page)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_is_shown_as_written(
    tmp_path: Path, base: BaseConfig, make_unit: MakeUnit, payload: str
) -> None:
    """A reader sees exactly the text that was given: title, name, navigation, description, languages."""
    write_unit(hostile(make_unit(), payload), tmp_path / "out", base)
    tree = LexborHTMLParser((tmp_path / "out/index.html").read_text("utf-8"))
    found = [
        tree.css_first("title").text(),
        tree.css_first("meta[name=description]").attributes["content"],
        tree.css_first(".portal-brand__name").text(),
        tree.css_first(".portal-navigation a").text(),
        tree.css_first(".portal-breadcrumbs a").text(),
        tree.css_first(".portal-footer a bdi").text(),
        tree.css_first("#portal-languages a").text(),
        tree.css_first(".portal-skip").text(),
        tree.css_first(".portal-search").attributes["data-none"],
    ]
    assert [payload] * len(found) == found


@pytest.fixture
def site(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit) -> Path:
    """A site in two languages below /portal/, Arabic with the assets of the English unit."""
    folder = tmp_path / "portal"
    write_unit(make_unit(), folder, base)
    arabic = make_unit("ar", "rtl", folder="ar", assets="../", carries_assets=False)
    write_unit(arabic, folder / "ar", base)
    return tmp_path


def loaded(tree: LexborHTMLParser) -> Iterator[str]:
    """Addresses that a browser loads by itself."""
    for node in tree.css("script[src], img[src], link[rel=stylesheet], link[rel=icon], link[rel=preload]"):
        yield str(node.attributes.get("src") or node.attributes.get("href"))


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("portal/index.html", "/portal/"),
        ("portal/programmes/kvinfo/index.html", "/portal/programmes/kvinfo/"),
        ("portal/ar/index.html", "/portal/ar/"),
        ("portal/ar/programmes/kvinfo/index.html", "/portal/ar/programmes/kvinfo/"),
        ("portal/404.html", "/portal/some/lost/page"),
        ("portal/ar/404.html", "/portal/ar/lost/"),
    ],
)
def test_assets_are_found(site: Path, file: str, address: str) -> None:
    """Style sheets and scripts resolve to files in a sub-folder, at any depth, on 404 too."""
    tree = LexborHTMLParser((site / file).read_text("utf-8"))
    paths = [urlsplit(urljoin(address, link)).path for link in loaded(tree)]
    missing = [path for path in paths if not (site / path.lstrip("/")).is_file()]
    assert [path for path in missing if path.removeprefix("/portal/") not in GENERATED] == []


def test_lone_language_carries_assets(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit) -> None:
    """A unit that is built alone has its assets in its own folder."""
    write_unit(make_unit("da", folder="da"), tmp_path / "da", base)
    tree = LexborHTMLParser((tmp_path / "da/index.html").read_text("utf-8"))
    missing = [link for link in loaded(tree) if not (tmp_path / "da" / link).is_file()]
    assert [link for link in missing if link not in GENERATED] == []


def test_nothing_foreign(site: Path) -> None:
    """Pages load from their own site only, and no script that is shipped knows another host to ask."""
    links = [
        link for path in site.rglob("*.html") for link in loaded(LexborHTMLParser(path.read_text("utf-8")))
    ]
    scripts = "".join(path.read_text("utf-8") for path in site.rglob("*.js"))
    assert [link for link in links if urlsplit(link).netloc] == []
    assert re.findall(r"(?:unpkg|googleapis|gstatic|api\.github|jsdelivr|cdnjs)", scripts) == []


def test_no_inline_script(site: Path) -> None:
    """Scripts are files and elements have no handlers or styles, so a strict content policy can hold."""
    for path in site.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        inline = [n for n in tree.css("script:not([src])") if n.attributes["type"] != "application/json"]
        names = {name for node in tree.css("*") for name in node.attributes}
        assert ([], set()) == (inline, {n for n in names if n.startswith("on") or n == "style"})
        assert tree.css("style") == []


def test_skip_link_comes_first(site: Path) -> None:
    """On every page the first thing the keyboard reaches leads to the content, which can take the focus."""
    for path in site.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        first = tree.css_first("a, button, summary, details, [tabindex]")
        target = tree.css_first(str(first.attributes["href"]))
        assert (first.attributes["class"], target.attributes["tabindex"]) == ("portal-skip", "-1")


def test_landmarks(site: Path) -> None:
    """There is one header, one main, one footer; each navigation has a name; ids are unique."""
    tree = LexborHTMLParser((site / "portal/index.html").read_text("utf-8"))
    assert [len(tree.css(name)) for name in ("header", "main", "body footer")] == [1, 1, 1]
    unnamed = [n for n in tree.css("nav") if not {"aria-label", "aria-labelledby"} & set(n.attributes)]
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert ([], len(set(ids))) == (unnamed, len(ids))


def test_no_documentation_chrome(site: Path) -> None:
    """Nothing of a software manual is left: no side bars, edit links, previous and next, generator."""
    tree = LexborHTMLParser((site / "portal/index.html").read_text("utf-8"))
    chrome = ".md-sidebar, .md-footer, .md-header, .md-tabs, .md-source, .md-content__button, [rel=edit]"
    assert tree.css(f"{chrome}, meta[name=generator], link[rel=prev], link[rel=next]") == []


def test_language_links(site: Path) -> None:
    """Languages stand under their own names, each marked with its language and direction."""
    tree = LexborHTMLParser((site / "portal/index.html").read_text("utf-8"))
    links = tree.css("#portal-languages a")
    found = [(a.attributes["lang"], a.attributes["hreflang"], a.text()) for a in links]
    assert found == [("en", "en", "English"), ("ar", "ar", "العربية"), ("da", "da", "Dansk")]
    assert [bdi.attributes["dir"] for a in links for bdi in a.css("bdi")] == ["ltr", "rtl", "ltr"]


def test_hreflang(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit, make_view: MakeView) -> None:
    """Only real translations are announced, absolutely; the menu still offers every language."""
    view = make_view()
    view["alternates"][2]["hreflang"] = False
    unit = make_unit()
    page = dataclasses.replace(unit.pages[0], view=view)
    write_unit(dataclasses.replace(unit, pages=(page,)), tmp_path / "out", base)
    tree = LexborHTMLParser((tmp_path / "out/index.html").read_text("utf-8"))
    found = [node.attributes["hreflang"] for node in tree.css("link[rel=alternate][hreflang]")]
    assert (found, len(tree.css("#portal-languages a"))) == (["x-default", "en", "ar"], 3)


def test_lost_page_is_not_indexed(site: Path) -> None:
    """The 404 page asks not to be indexed and has no canonical address and no breadcrumb."""
    tree = LexborHTMLParser((site / "portal/404.html").read_text("utf-8"))
    assert tree.css_first("meta[name=robots]").attributes["content"] == "noindex"
    assert tree.css("link[rel=canonical], .portal-breadcrumbs") == []


def test_fallback_content(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit, make_view: MakeView) -> None:
    """Untranslated content keeps its own language and direction below a notice in the reader's."""
    view = make_view("ar", content_language="da", content_direction="ltr", notice="هذه الصفحة بالدنماركية")
    unit = make_unit("ar", "rtl")
    page = dataclasses.replace(unit.pages[0], view=view)
    write_unit(dataclasses.replace(unit, pages=(page,)), tmp_path / "out", base)
    tree = LexborHTMLParser((tmp_path / "out/index.html").read_text("utf-8"))
    content, notice = tree.css_first("#portal-content"), tree.css_first(".portal-notice")
    assert (content.attributes["lang"], content.attributes["dir"]) == ("da", "ltr")
    assert (notice.text(), "lang" in notice.attributes) == ("هذه الصفحة بالدنماركية", False)


def test_phone_numbers_read_left_to_right(site: Path) -> None:
    """The footer's phone number keeps its order of digits on Arabic pages."""
    tree = LexborHTMLParser((site / "portal/ar/index.html").read_text("utf-8"))
    assert tree.css_first('.portal-footer a[href^="tel:"] bdi').attributes["dir"] == "ltr"


def test_only_logical_properties() -> None:
    """Our shell's style sheets name no physical side, so right-to-left needs no second sheet."""
    folder = Path(__file__).parents[3] / "theme/styles"
    side = re.compile(
        r"(?<![-\w])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height"
        r"|(?:min|max)-(?:width|height))\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)"
    )
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.css"))]
    assert len(texts) >= 4
    assert [found for text in texts for found in side.findall(text)] == []
