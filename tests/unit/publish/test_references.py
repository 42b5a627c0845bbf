"""Addresses of many pages are judged together as each would be alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Phrase
from generator.publish.elements import Reference
from generator.publish.findings import Place
from generator.publish.links import Resolver
from generator.publish.references import ReferenceCheck

PAGES = ("index.html", "404.html", "da/index.html", "en/index.html", "da/om/index.html", "en/om/index.html")
FILES = {*PAGES, "da/liste/index.html", "assets/site.css", "da/404.html"}
PLACES = {page: Place(Path("nowhere"), page, page) for page in (*PAGES, "da/404.html")}
URLS = (
    *("./", "../", "../../", "..", "liste/", "../liste/", "../../da/liste/", "../../assets/site.css"),
    *("../../../", "..//om/", "/", "/portal/", "/portal/da/", "/om/", "#x", "./#x", "../#x", "?a:b"),
    *("https://example.org/portal/da/", "https://example.org/", "https://other.example/", "//other.example/"),
    *("mailto:a@example.org", "liste/?q=a:b", "./liste/?q=a:b", "../liste/?q=a:b", "liste/a:b", "om/#a:b"),
)


def broken(*pages: tuple[str, list[Reference]]) -> set[tuple[str, str]]:
    """The faults in some pages: sentence and target, or address, whichever page they are told of."""
    check = ReferenceCheck(Resolver("https://example.org/portal/", FILES))
    for page, references in pages:
        check.add(page, tuple(references))
    found = check.findings(dict.fromkeys(FILES, frozenset()), PLACES)
    told = [(finding.values.get("fault", finding.message), finding.values) for finding in found]
    return {
        (
            sentence.template if isinstance(sentence, Phrase) else str(sentence),
            str(values["target"] or values["url"]),
        )
        for sentence, values in told
    }


@given(
    st.lists(
        st.tuples(
            st.sampled_from(tuple(PLACES)),
            st.lists(st.builds(Reference, st.sampled_from("ab"), st.sampled_from(URLS), st.booleans())),
        ),
        unique_by=lambda page: page[0],
    )
)
def test_a_page_is_judged_whatever_other_pages_said(pages: list[tuple[str, list[Reference]]]) -> None:
    """No address is passed over because it leads somewhere from another page."""
    alone = set().union(*(broken(page) for page in pages)) if pages else set()
    assert broken(*pages) == alone


@pytest.mark.parametrize("url", ["liste/", "liste/?q=a:b", "./liste/?q=a:b"])
def test_what_is_there_below_one_page_is_missing_below_another(url: str) -> None:
    """The Danish page has a list beside it, the English one at the same depth has not."""
    danish, english = (page for page in PAGES if page.count("/") == 1)
    pages = [(page, [Reference("a", url, False)]) for page in (danish, english)]
    assert [target for _, target in broken(*pages)] == ["en/liste/index.html"]
