"""Every text of a portal that can be translated, with its address and all its languages.

Takes the catalog, returns `Translatable` values in order of file and key. Which of them a site shows, and whether a
translation still fits, is not asked here.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.walk import texts_of
from generator.history.leaves import item_name
from generator.history.texts import PAGES, Leaf, Translatable
from generator.load.node import Mapping, Node, Path, Sequence, Translated
from generator.model.base import Record
from generator.model.catalog import Catalog
from generator.model.fields.text import Prose, Text
from generator.model.site import Site, SitePage


def translatable_texts(catalog: Catalog) -> tuple[Translatable, ...]:
    """Return the texts of all records and pages."""
    found = [text for record in catalog for text in record_texts(catalog, record)]
    return (*found, *(text for page in catalog.pages for text in page_texts(page)))


def page_languages(catalog: Catalog) -> dict[str, str]:
    """Return the languages of pages that have none in their name, by site."""
    return {site.id: site.default_language for site in catalog.of(Site)}


def record_texts(catalog: Catalog, record: Record) -> Iterator[Translatable]:
    """Yield the texts of a record."""
    document = catalog.documents[record.key]
    for path, text in texts_of(record):
        yield Translatable(
            record.kind,
            record.id,
            leaf_of(document.root, path),
            document.file,
            text.language,
            text.values,
            isinstance(text, Prose),
        )


def page_texts(page: SitePage) -> Iterator[Translatable]:
    """Yield title, summary and body of a page."""
    texts: tuple[tuple[str, Text | None], ...] = (
        ("title", page.title),
        ("summary", page.summary),
        ("body", page.body),
    )
    for field, text in texts:
        if text is not None:
            file = page.places[field, text.language].file
            id = f"{page.site}/{page.name}"
            yield Translatable(PAGES, id, field, file, text.language, text.values, isinstance(text, Prose))


def leaf_of(root: Node, path: Path) -> Leaf:
    """Return a key path with list items named by their ids."""
    names: list[str] = []
    node: Node | None = root
    for step in path:
        node = node.source if isinstance(node, Translated) else node
        if isinstance(step, int):
            item = node.items[step] if isinstance(node, Sequence) and step < len(node.items) else None
            names.append(item_name(item, step) if item else f"#{step}")
            node = item
        else:
            names.append(step)
            entry = node.get(step) if isinstance(node, Mapping) else None
            node = entry.value if entry else None
    return ".".join(names)
