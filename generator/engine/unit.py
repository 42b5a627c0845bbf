"""What the engine is given and gives back: one unit is one language of one site.

Everything in a unit is finished: titles are plain text (the shell escapes them), `html` is our own rendered
fragment, `view` is the model that the shell's templates read as `portal` (its keys: `generator.engine.view`).
No decision is left to the engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page; `id` stands in the page's HTML and is the address of its section."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class UnitPage:
    """One page. `path` is the output file below the unit's folder, `programmes/kvinfo/index.html`.

    `html` is trusted and written as it is; `title` and `description` are plain text. Addresses in `html` are relative
    to the page, except on the 404 page, where they are absolute. In `view` they begin with one of
    `slots`, characters that the engine puts its values in the place of, so that pages share what stands around them.
    """

    path: str
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...] = ()
    view: Mapping[str, object] = field(default_factory=dict)
    slots: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unit:
    """All pages of one language of one site.

    `folder` is the unit's folder below the site: empty for the default language, else the language code.
    `url` is the absolute address of that folder, with a slash at the end. `direction` is `ltr` or `rtl`.
    `strings` are the reader's words for the shell; they reach the templates as `portal.labels`.

    `assets/` (style sheets, scripts) exists once per site. `assets` is the way to its parent from the unit's
    folder: empty when it is the unit's own folder, `../` from `/da/`. `carries_assets` says whether this unit
    writes them: one unit of a site does, usually the default language; a unit that is built alone carries its
    own. `files` are further files of this language, below its folder: the search index.
    """

    site: str
    language: str
    direction: str
    folder: str
    url: str
    site_name: str
    pages: tuple[UnitPage, ...]
    not_found: UnitPage
    strings: Mapping[str, str] = field(default_factory=dict)
    assets: str = ""
    carries_assets: bool = True
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnitResult:
    """The files of a unit by path below its folder, sorted, and anything MkDocs complained about."""

    site: str
    language: str
    files: Mapping[str, bytes]
    warnings: tuple[str, ...] = ()
