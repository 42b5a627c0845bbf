"""Verification of staged sites: a sound site has no finding, and each fault has its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.diagnostics import Finding, Severity
from generator.errors import PublishError
from generator.publish.expected import Expected, ExpectedPage
from generator.publish.verify import verify

URL = "https://example.org/portal/"
LANGUAGES = {"en": "ltr", "ar": "rtl"}
TRANSLATED = ("index.html", "about/index.html")


def folder_of(language: str) -> str:
    """English is at the root, Arabic in a folder of its own."""
    return "" if language == "en" else f"{language}/"


def alternates_of(page: str) -> dict[str, str]:
    """The addresses of one page in both languages."""
    address = page.removesuffix("index.html")
    found = {language: URL + folder_of(language) + address for language in LANGUAGES}
    return {**found, "x-default": found["en"]}


def page_html(language: str, page: str) -> str:
    """A page of the sound site, one element a line."""
    alternates = alternates_of(page)
    up = "../" * page.count("/")
    head = [f'<link rel="canonical" href="{alternates[language]}">'] + [
        f'<link rel="alternate" hreflang="{key}" href="{url}">' for key, url in alternates.items()
    ]
    depth = up + ("../" if language != "en" else "")
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{language}" dir="{LANGUAGES[language]}"><head>',
            *head,
            f'<link rel="stylesheet" href="{depth}assets/site.css">',
            '</head><body id="top">',
            f'<a href="{up or "./"}about/#people">About</a> <a href="#main">Skip</a>',
            '<main id="main"><h2 id="people">People</h2>',
            '<a href="https://kvinfo.example/">elsewhere</a> <a href="tel:+4550763376">call</a>',
            "</main></body></html>",
        ]
    )


def not_found_html(language: str) -> str:
    """The 404 page of a language: absolute links, no canonical address, no alternates."""
    return (
        f'<html lang="{language}" dir="{LANGUAGES[language]}"><a href="/portal/">Home</a><a href="#">Up</a>'
    )


class Site:
    """A sound staged site in two languages, to be broken by a test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        pages = []
        for language, direction in LANGUAGES.items():
            for page in TRANSLATED:
                path = folder_of(language) + page
                alternates = alternates_of(page)
                pages.append(ExpectedPage(path, language, direction, alternates[language], alternates))
                self.write(path, page_html(language, page))
            path = f"{folder_of(language)}404.html"
            pages.append(ExpectedPage(path, language, direction))
            self.write(path, not_found_html(language))
        self.write("assets/site.css", "body { background: url(paper.png) }")
        self.write("assets/paper.png", "png")
        self.expected = Expected("kvinfo", URL, tuple(pages))

    def write(self, path: str, text: str) -> None:
        """Write one file of the site."""
        target = self.folder / "kvinfo" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        """Replace the first `old`, which must be there, in one file."""
        text = (self.folder / "kvinfo" / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def plan(self, path: str, **changes: object) -> None:
        """Change what is expected of one page."""
        pages = tuple(
            replace(page, **changes) if page.path == path else page  # type: ignore[arg-type]
            for page in self.expected.pages
        )
        self.expected = replace(self.expected, pages=pages)

    def verify(self, *private: str) -> tuple[Finding, ...]:
        """Verify the site."""
        return verify(self.folder, [self.expected], private)

    def told(self, *private: str) -> list[tuple[str, str, str]]:
        """Verify, and return code, place and sentence of each finding."""
        return [
            (found.code, f"{found.position.file}:{found.position.line}", found.text)
            for found in self.verify(*private)
        ]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A sound site."""
    return Site(tmp_path)


def test_sound_site_has_no_finding(site: Site) -> None:
    """A site as planned passes, with private texts to look for as well."""
    assert site.verify("Somebody Else") == ()


def test_findings_are_errors_with_help(site: Site) -> None:
    """A finding stops a build and says what would help."""
    site.change("index.html", 'id="main"', 'id="top"')
    found = site.verify()
    assert {Severity.ERROR} == {finding.severity for finding in found}
    assert all(finding.help_text for finding in found)


def test_missing_page(site: Site) -> None:
    """A planned page without a file is PP901; links to it are broken."""
    (site.folder / "kvinfo" / "about" / "index.html").unlink()
    codes = [(code, place) for code, place, _ in site.told()]
    assert ("PP901", "public/kvinfo/about/index.html:1") in codes
    assert ("PP902", "public/kvinfo/index.html:9") in codes


def test_page_planned_twice(site: Site) -> None:
    """Two planned pages on one path are PP901."""
    site.expected = replace(site.expected, pages=(*site.expected.pages, site.expected.pages[0]))
    assert ("PP901", "public/kvinfo/index.html:1", "2 planned pages share this file") in site.told()


def test_language_without_404(site: Site) -> None:
    """Each language has a 404 page of its own, or PP901."""
    (site.folder / "kvinfo" / "ar" / "404.html").unlink()
    pages = tuple(page for page in site.expected.pages if page.path != "ar/404.html")
    site.expected = replace(site.expected, pages=pages)
    expected = ("PP901", "public/kvinfo/404.html:1", "there is no 404.html in the language ar")
    assert site.told() == [expected]


def test_unplanned_page(site: Site) -> None:
    """An HTML file that was not planned is PP908; another file is not."""
    site.write("draft/index.html", "<p>Draft")
    site.write("feeds/calls.ics", "BEGIN:VCALENDAR")
    expected = ("PP908", "public/kvinfo/draft/index.html:1", "the page is there and was not planned")
    assert site.told() == [expected]


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ('lang="ar"', 'lang="en"', "<html> has lang=en, expected ar"),
        ('lang="ar"', "", "<html> has no lang, expected ar"),
        ('dir="rtl"', 'dir="ltr"', "<html> has dir=ltr, expected rtl"),
        ('dir="rtl"', "", "<html> has no dir, expected rtl"),
    ],
)
def test_wrong_language_or_direction(site: Site, old: str, new: str, text: str) -> None:
    """A page whose <html> disagrees with the plan is PP903."""
    site.change("ar/about/index.html", old, new)
    assert site.told() == [("PP903", "public/kvinfo/ar/about/index.html:2", text)]


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("./about/#people", "./abuot/", "<a> leads to ./abuot/, and the site has no abuot/index.html"),
        ("./about/#people", "/about/", "<a> leads to /about/, and the site has no /about/"),
        (
            "./about/#people",
            "https://example.org/portal/x.pdf",
            "<a> leads to https://example.org/portal/x.pdf, and the site has no x.pdf",
        ),
        (
            "#people",
            "#poeple",
            "<a> leads to ./about/#poeple, and about/index.html has no id poeple",
        ),
        ("#main", "#mian", "<a> leads to #mian, and index.html has no id mian"),
    ],
)
def test_broken_link(site: Site, old: str, new: str, text: str) -> None:
    """A link to no file, or to no id, is PP902 at the line of the element."""
    site.change("index.html", old, new)
    assert site.told() == [("PP902", "public/kvinfo/index.html:9", text)]


@pytest.mark.parametrize("new", ["/portal/about/#people", f"{URL}about/?from=home#people", "about/#top", "#"])
def test_sound_link_in_another_form(site: Site, new: str) -> None:
    """Root-relative and absolute addresses of the own site, queries and #top are sound."""
    site.change("index.html", "./about/#people", new)
    assert site.told() == []


def test_same_broken_link_on_many_pages_is_one_finding(site: Site) -> None:
    """A menu with a broken link is told once, with the number of other pages."""
    for path in ("index.html", "about/index.html", "ar/index.html"):
        site.change(path, "</main>", '<a href="/portal/gone/">gone</a></main>')
    text = "<a> leads to /portal/gone/, and the site has no gone/index.html (and on 2 more pages)"
    assert site.told() == [("PP902", "public/kvinfo/about/index.html:12", text)]


@pytest.mark.parametrize(
    "element",
    [
        '<img src="gone.png">',
        '<img srcset="gone.png 2x">',
        '<script src="gone.js"></script>',
        '<source srcset="gone.webp">',
        '<form action="gone/"></form>',
        '<p style="background:url(gone.png)">',
        '<meta http-equiv="refresh" content="0;url=gone/">',
    ],
)
def test_broken_reference_of_other_elements(site: Site, element: str) -> None:
    """What an element loads or leads to must be there."""
    site.change("index.html", "</main>", f"{element}</main>")
    assert [code for code, _, _ in site.told()] == ["PP902"]


def test_broken_address_in_a_style_sheet(site: Site) -> None:
    """A style sheet that names a missing file is PP902 in the style sheet."""
    site.change("assets/site.css", "paper.png", "papre.png")
    text = "<style> leads to papre.png, and the site has no assets/papre.png"
    assert site.told() == [("PP902", "public/kvinfo/assets/site.css:1", text)]


def test_relative_link_on_a_404_page(site: Site) -> None:
    """A host shows the 404 page at any depth, so a relative address on it is PP902."""
    site.change("404.html", 'href="/portal/"', 'href="about/"')
    assert [(code, place) for code, place, _ in site.told()] == [("PP902", "public/kvinfo/404.html:1")]


@pytest.mark.parametrize(
    "element",
    [
        '<script src="https://cdn.example.net/a.js"></script>',
        '<link rel="stylesheet" href="//fonts.example.net/css">',
        '<link rel="preconnect" href="https://fonts.example.net">',
        '<link rel="dns-prefetch" href="//fonts.example.net">',
        '<link rel="icon" href="https://example.net/i.png">',
        '<img src="https://example.net/pixel.gif">',
        '<img srcset="https://example.net/a.png 2x">',
        '<iframe src="https://video.example.net/1"></iframe>',
        '<video poster="https://example.net/p.jpg"></video>',
        '<object data="https://example.net/x.svg"></object>',
        '<svg><image href="https://example.net/x.png"/></svg>',
        '<style>@import "https://example.net/a.css";</style>',
        '<style>@font-face { src: url("https://example.net/a.woff2") }</style>',
        '<p style="background: url(//example.net/x.png)">',
        '<a href="/portal/" ping="https://example.net/count">Home</a>',
    ],
)
def test_third_party_request(site: Site, element: str) -> None:
    """Whatever makes a browser call another host by itself is PP905."""
    site.change("index.html", "</main>", f"{element}\n</main>")
    assert [(code, place) for code, place, _ in site.told()] == [("PP905", "public/kvinfo/index.html:12")]


def test_third_party_request_of_a_style_sheet(site: Site) -> None:
    """A style sheet that loads from another host is PP905."""
    site.write("assets/more.css", '\n@import url("https://fonts.example.net/css");')
    assert [(code, place) for code, place, _ in site.told()] == [("PP905", "public/kvinfo/assets/more.css:2")]


@pytest.mark.parametrize(
    "element",
    [
        '<a href="https://example.net/">plain link</a>',
        '<a href="https://example.org/">another site on this host</a>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        '<link rel="license" href="https://creativecommons.example/by/4.0/">',
        '<form action="https://example.net/subscribe"></form>',
    ],
)
def test_no_request_without_a_click(site: Site, element: str) -> None:
    """Plain links to other hosts, and what is inside the page, are fine."""
    site.change("index.html", "</main>", f"{element}</main>")
    assert site.told() == []


def test_private_text_is_found_in_any_file_and_not_repeated(site: Site) -> None:
    """A private text in any type of file is PP906 at its line, and the finding does not publish it again."""
    site.write("search/index.json", '{"docs":\n["Anna Example"]}')
    site.write("assets/anna.svg", "<svg>\n\n<title>Anna Example</title></svg>")
    text = "private text is published: A… (12 characters)"
    assert site.told("Anna Example") == [
        ("PP906", "public/kvinfo/assets/anna.svg:3", text),
        ("PP906", "public/kvinfo/search/index.json:2", text),
    ]


def test_repeated_id(site: Site) -> None:
    """An id that is used twice is PP907 at its second place."""
    site.change("index.html", "</main>", '\n<p id="people">again</p></main>')
    text = "the id people is used more than once"
    assert site.told() == [("PP907", "public/kvinfo/index.html:13", text)]


HEAD = {
    "canonical": f'<link rel="canonical" href="{URL}about/">',
    "en": f'<link rel="alternate" hreflang="en" href="{URL}about/">',
    "ar": f'<link rel="alternate" hreflang="ar" href="{URL}ar/about/">',
    "x": f'<link rel="alternate" hreflang="x-default" href="{URL}about/">',
}


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (HEAD["canonical"], "", f"the page names no canonical address, expected {URL}about/"),
        (HEAD["canonical"], HEAD["canonical"] * 2, "the page names more than one canonical address"),
        (
            HEAD["canonical"],
            HEAD["canonical"].replace("about/", ""),
            f"the canonical address is {URL}, expected {URL}about/",
        ),
        (
            HEAD["canonical"],
            '<link rel="canonical" href="/portal/about/">',
            "the canonical address /portal/about/ is not absolute",
        ),
        (
            HEAD["canonical"],
            HEAD["canonical"] + '<meta name="robots" content="noindex">',
            "search engines are told not to list the page (robots: noindex)",
        ),
        (
            HEAD["ar"],
            '<link rel="alternate" hreflang="ar" href="/portal/ar/about/">',
            "hreflang ar is not absolute: /portal/ar/about/",
        ),
        (
            HEAD["ar"],
            HEAD["ar"].replace("ar/about", "ar"),
            f"hreflang ar leads to {URL}ar/, expected {URL}ar/about/",
        ),
        (
            HEAD["ar"],
            HEAD["ar"] + HEAD["ar"].replace('"ar"', '"uk"'),
            f"hreflang uk leads to {URL}ar/about/, and no such translation is planned",
        ),
        (HEAD["ar"], HEAD["ar"] * 2, "a language has two hreflang links"),
    ],
)
def test_wrong_head_of_one_page(site: Site, old: str, new: str, text: str) -> None:
    """A page that tells search engines something else than planned is PP904."""
    site.change("about/index.html", old, new)
    assert text in [said for code, _, said in site.told() if code == "PP904"]


def test_missing_alternate_is_not_reciprocal(site: Site) -> None:
    """Without the link back, both pages have a finding: one lacks it, the other is not confirmed."""
    site.change("ar/about/index.html", HEAD["en"], "")
    site.change("ar/about/index.html", HEAD["x"], "")
    texts = {(place, text) for _, place, text in site.told()}
    back = (
        "public/kvinfo/about/index.html:5",
        f"hreflang ar leads to {URL}ar/about/, which does not lead back",
    )
    lacking = ("public/kvinfo/ar/about/index.html:1", f"hreflang en is missing, expected {URL}about/")
    assert {back, lacking} <= texts


def test_missing_x_default(site: Site) -> None:
    """A page in several languages without x-default is PP904, though the plan does not ask for it."""
    alternates = alternates_of("about/index.html")
    del alternates["x-default"]
    for path in ("about/index.html", "ar/about/index.html"):
        site.plan(path, alternates=alternates)
        site.change(path, HEAD["x"], "")
    assert {text for _, _, text in site.told()} == {"there are several languages and no hreflang x-default"}


def test_x_default_to_another_page(site: Site) -> None:
    """x-default leads to one of the translations."""
    alternates = {**alternates_of("about/index.html"), "x-default": URL}
    for path in ("about/index.html", "ar/about/index.html"):
        site.plan(path, alternates=alternates)
        site.change(path, HEAD["x"], HEAD["x"].replace("about/", ""))
    text = f"hreflang x-default leads to {URL}, which is none of the translations"
    assert text in [said for _, _, said in site.told()]


def test_page_that_is_not_among_its_alternates(site: Site) -> None:
    """A plan that forgets the page itself is caught."""
    site.plan("about/index.html", alternates={"ar": f"{URL}ar/about/"})
    site.change("about/index.html", HEAD["en"], "")
    site.change("about/index.html", HEAD["x"], "")
    assert "the page is not among its own hreflang links" in [text for _, _, text in site.told()]


def test_alternate_that_is_no_page(site: Site) -> None:
    """A plan that names an address without a page is caught."""
    alternates = {**alternates_of("about/index.html"), "uk": "https://example.net/uk/"}
    site.plan("about/index.html", alternates=alternates)
    link = '<link rel="alternate" hreflang="uk" href="https://example.net/uk/">'
    site.change("about/index.html", HEAD["x"], HEAD["x"] + link)
    text = "hreflang uk leads to https://example.net/uk/, which is no page of the site"
    assert [said for _, _, said in site.told()] == [text]


def test_untranslated_page_is_sound_with_a_foreign_canonical(site: Site) -> None:
    """A page shown in the source language names the source as canonical, has no hreflang, and is noindex."""
    head = f'<link rel="canonical" href="{URL}about/"><meta name="robots" content="noindex, follow">'
    site.write("ar/news/index.html", f'<html lang="ar" dir="rtl"><head>{head}</head></html>')
    page = ExpectedPage("ar/news/index.html", "ar", "rtl", f"{URL}about/", indexable=False)
    site.expected = replace(site.expected, pages=(*site.expected.pages, page))
    assert site.told() == []


def test_page_that_must_not_be_indexed(site: Site) -> None:
    """A page that is planned without index and does not say so is PP904."""
    site.plan("404.html", indexable=False)
    text = "search engines are not told to leave the page out (robots: noindex)"
    assert site.told() == [("PP904", "public/kvinfo/404.html:1", text)]


def test_404_with_canonical(site: Site) -> None:
    """A 404 page that names an address is PP904."""
    site.change("404.html", "<a", f'<link rel="canonical" href="{URL}404.html"><a')
    text = f"the page names a canonical address, {URL}404.html, and should name none"
    assert site.told() == [("PP904", "public/kvinfo/404.html:1", text)]


def test_site_at_the_root_of_its_host(tmp_path: Path) -> None:
    """The same checks hold for a site that is not in a sub-folder."""
    page = '<html lang="en" dir="ltr"><link rel="canonical" href="https://kvinfo.example/"><a href="/x/">'
    (tmp_path / "kvinfo").mkdir()
    (tmp_path / "kvinfo" / "index.html").write_text(page)
    (tmp_path / "kvinfo" / "404.html").write_text('<html lang="en" dir="ltr">')
    pages = (
        ExpectedPage("index.html", "en", "ltr", "https://kvinfo.example/"),
        ExpectedPage("404.html", "en", "ltr"),
    )
    found = verify(tmp_path, [Expected("kvinfo", "https://kvinfo.example/", pages)])
    assert [finding.text for finding in found] == ["<a> leads to /x/, and the site has no x/index.html"]


def test_unreadable_page_is_told(site: Site) -> None:
    """A page that cannot be read is an error in words."""
    target = site.folder / "kvinfo" / "index.html"
    target.unlink()
    target.symlink_to("loop")
    (site.folder / "kvinfo" / "loop").symlink_to("index.html")
    with pytest.raises(PublishError, match="cannot verify public"):
        site.verify()
