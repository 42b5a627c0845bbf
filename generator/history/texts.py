"""A text that can be translated, with an address that stays when lines move, and where its file stands.

Takes paths inside a portal and key paths; returns addresses. List items are named by their `id`. What a record's
fields mean is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.load.names import KINDS, Name, read_name

PAGES = "pages"
"""The kind of a site's own pages in addresses; their id is `<site>/<name>`."""

Key: TypeAlias = tuple[str, str]
Leaf: TypeAlias = str
"""A key path with dots, list items by id: `steps.contact.title`."""


@dataclass(frozen=True, slots=True)
class Translatable:
    """One text of a record or page as it stands now. `values` has the source and its translations by language.

    `file` is where the source stands, relative to the portal; `prose` tells Markdown from a line.
    """

    kind: str
    id: str
    leaf: Leaf
    file: str
    language: str
    values: Mapping[str, str]
    prose: bool = False

    @property
    def key(self) -> Key:
        """Kind and id of the record or page."""
        return (self.kind, self.id)

    @property
    def source(self) -> str:
        """The text in the language in which it was written."""
        return self.values[self.language]


@dataclass(frozen=True, slots=True)
class Part:
    """Which record or page a file belongs to. `language` is empty for the record itself."""

    key: Key
    language: str
    is_page: bool


def part_of(path: str) -> Part | None:
    """Return what the file at `path`, relative to the portal, belongs to; `None` when it holds no texts."""
    match path.split("/"):
        case ["content", kind, file] if kind in KINDS:
            return _part(kind, "", file)
        case ["sites", site, file]:
            found = _part("sites", "", file)
            return Part(("sites", site), found.language, False) if found and found.key[1] == "site" else None
        case ["sites", site, "pages", file]:
            return _part(PAGES, f"{site}/", file)
    return None


def _part(kind: str, before: str, file: str) -> Part | None:
    is_page = kind == PAGES
    name = read_name(file, ".md" if is_page else ".yml")
    if not isinstance(name, Name):
        return None
    return Part((kind, before + name.id), name.language or "", is_page)
