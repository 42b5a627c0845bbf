"""Links of own pages that lead nowhere inside the site."""

from __future__ import annotations

import pytest

from generator.plan.build import plan_site
from tests.support.records import ORGANISATION, SITE, catalog_of, changed, page, view_of

PAGE = "---\ntitle: About\n---\n{text}\n"


@pytest.mark.parametrize(("language", "written"), [("pt-BR", "pt"), ("pt", "pt"), ("en", "")])
def test_a_broken_link_is_found_where_it_is_written(language: str, written: str) -> None:
    """Also where the site's language is another form of that of the text, and on sites with no other link."""
    texts = {"": "Fine.", "pt": "Bem."} | {written: "[Us](../us/)"}
    pages = tuple(page("portal", "about", PAGE.format(text=text), tag or None) for tag, text in texts.items())
    site = changed(SITE, languages=f"[{', '.join(dict.fromkeys(('en', language)))}]")
    catalog = catalog_of({"organisations/association.yml": ORGANISATION, "sites/portal.yml": site}, pages)
    _, findings = plan_site(view_of(catalog))
    shown = f"sites/portal/pages/about{written and '.'}{written}.md"
    assert [(found.code, found.position.file) for found in findings if found.code == "PP609"] == [
        ("PP609", shown)
    ]
