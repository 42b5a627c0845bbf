"""A site's own Markdown pages: the languages of one name become one page; what is wrong has its line."""

from __future__ import annotations

import pytest

from generator.diagnostics import Position
from generator.model.pages import build_page
from generator.model.site import SitePage
from tests.support.records import page

ABOUT = "---\ntitle: About\nsummary: Who we are.\n---\n\nWe *help*.\n"
OM = "---\ntitle: Om os\n---\nVi hjælper.\n"


def built(
    *versions: tuple[str | None, str], default: str = "en"
) -> tuple[SitePage | None, list[tuple[str, str, str]]]:
    """Join versions of the page `about`; return it with code, place and message of each finding."""
    files = tuple(page("portal", "about", text, language) for language, text in versions)
    found, findings = build_page("portal", "about", files, default)
    return found, [(finding.code, str(finding.position), finding.text) for finding in findings]


def test_languages_of_a_page_are_joined() -> None:
    """A file without suffix is in the default language; each text knows its languages."""
    found, findings = built((None, ABOUT), ("da", OM))
    assert found is not None
    assert (dict(found.title.items()), dict(found.body.items()), findings) == (
        {"en": "About", "da": "Om os"},
        {"en": "We *help*.", "da": "Vi hjælper."},
        [],
    )


def test_a_page_knows_where_each_text_stands() -> None:
    """Later findings about a text can name its file and line."""
    found, _ = built((None, ABOUT), ("da", OM))
    assert found is not None
    assert (
        Position("sites/portal/pages/about.md", 2, 8, 2, 13),
        Position("sites/portal/pages/about.da.md", 4),
    ) == (found.places["title", "en"], found.places["body", "da"])


def test_a_page_without_the_default_language_has_its_first_as_source() -> None:
    """A page that exists only in other languages is one all the same."""
    found, _ = built(("nb", OM), ("da", OM))
    assert found is not None
    assert (found.title.language, found.summary) == ("da", None)


@pytest.mark.parametrize(
    ("versions", "finding"),
    [
        (
            ((None, ABOUT), ("en", ABOUT)),
            (
                "PP302",
                "sites/portal/pages/about.en.md:1:1",
                "this page stands twice in en: with and without the language in its file name",
            ),
        ),
        (
            (("xx", OM),),
            (
                "PP301",
                "sites/portal/pages/about.xx.md:1:1",
                'the file name ends in "xx", which is not a language code',
            ),
        ),
        (((None, "Hi"),), ("PP021", "sites/portal/pages/about.md:1:1", 'the key "title" is missing')),
        (
            ((None, "---\ntitle: A\ntags: [b]\n---\nHi"),),
            ("PP020", "sites/portal/pages/about.md:3:1", 'unknown key "tags"'),
        ),
        (
            ((None, "---\ntitle: A\nbody: b\n---\nHi"),),
            ("PP020", "sites/portal/pages/about.md:3:1", 'unknown key "body"'),
        ),
        (
            ((None, "---\ntitle: A <b>\n---\nHi"),),
            (
                "PP030",
                "sites/portal/pages/about.md:2:8",
                "found one of the characters < and >; expected one line of plain text",
            ),
        ),
        (
            ((None, "---\ntitle: A\n---\n\n<script>alert(1)</script>\n"),),
            (
                "PP030",
                "sites/portal/pages/about.md:5:1",
                "found HTML or a control character; expected plain text or Markdown",
            ),
        ),
        (
            ((None, "---\ntitle: A\n---\n"),),
            ("PP022", "sites/portal/pages/about.md:4:1", "this is empty; expected a text"),
        ),
    ],
)
def test_a_mistake_in_a_page_has_its_place(
    versions: tuple[tuple[str | None, str], ...], finding: tuple[str, str, str]
) -> None:
    """Front matter and body are checked like records: code, line, column, words."""
    assert built(*versions)[1] == [finding]


@pytest.mark.parametrize("key", ["title", "summary"])
def test_a_page_file_has_one_language(key: str) -> None:
    """Texts by language in the front matter are refused: only one of them could be shown."""
    front = {"title": "About", "summary": "Who we are.", key: "{de: Eins, en: One}"}
    text = "---\n" + "".join(f"{name}: {value}\n" for name, value in front.items()) + "---\nText.\n"
    _, findings = built((None, text))
    assert [code for code, _, _ in findings] == ["PP022"]
