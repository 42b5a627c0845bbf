"""Which of a portal's texts the readers of one site can meet, and thus which its languages need.

Takes a site view and all texts, returns those of its records, of its own record and pages, and of the words that its
records use. Asks nothing about translations.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.history.texts import PAGES, Translatable
from generator.model.fields.reference import references_of
from generator.select.view import SiteView

_VOCABULARY = "vocabulary"


def site_texts(view: SiteView, texts: Iterable[Translatable]) -> tuple[Translatable, ...]:
    """Return the texts of a site, in the order given."""
    site = view.site
    words = {
        (reference.target.vocabulary, reference.id)
        for record in view.records.values()
        for reference in references_of(record)
        if reference.target.vocabulary
    }
    return tuple(text for text in texts if _is_shown(text, view, words, site.id))


def _is_shown(text: Translatable, view: SiteView, words: set[tuple[str, str]], site: str) -> bool:
    if text.kind == PAGES:
        return text.id.startswith(f"{site}/")
    if text.kind == _VOCABULARY:
        return (text.id, text.leaf.split(".")[1]) in words
    return text.key in view.records or text.key == ("sites", site)
