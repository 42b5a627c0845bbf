"""Where things stand in the exported project, and how its pages lead to each other.

Takes a plan and the site's files; returns names below `docs/` and links to them. The convention is static-i18n's: the
default language has no suffix, `calls.md`; the others have their code before the last dot, `calls.en.md`. Links name
the file without suffix, and MkDocs leads to the reader's language.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote, unquote, urlsplit

from generator.plan.site_plan import PlannedPage, SitePlan


@dataclass(frozen=True)
class Ways:
    """The names and links of one site. `files` are those below the site that pages may link to."""

    plan: SitePlan
    files: Collection[str]
    used: set[str] = field(default_factory=set)
    """Files, below the site, to which a link was made."""

    def source(self, route: str) -> str:
        """The name of a page in the default language: `programmes/index.md`, `programmes/kvinfo.md`."""
        return f"{route}index.md" if not route or route in self._parents else f"{route.rstrip('/')}.md"

    def name(self, page: PlannedPage) -> str:
        """The name of a page in its language, below `docs/`."""
        return self._suffixed(self.source(page.route), page.language)

    def file_name(self, path: str) -> str:
        """The name, below `docs/`, of a file that stands at `path` below the site."""
        language, rest = self._divided(path)
        return self._suffixed(rest, language)

    def copy_name(self, path: str, language: str) -> str:
        """The name of a file of the default language that `language` has again."""
        return self._suffixed(path, language)

    def link(self, page: PlannedPage, href: str) -> str:
        """Return where a link on `page` leads in the project. What the project does not know stays as it is."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or not parts.path:
            return href
        addresses = self.plan.addresses
        here = posixpath.dirname("/" + addresses.path(page.language, page.route))
        target = posixpath.normpath(posixpath.join(here, unquote(parts.path))).lstrip("/")
        target = target.removesuffix("index.html").rstrip("/")
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        language, rest = self._divided(f"{target}/" if target else "")
        if language == page.language and self.plan.has(language, rest):
            return self._relative(page, self.source(rest)) + fragment
        if target in self.files:
            self.used.add(target)
            owner, name = self._divided(target)
            if owner in (page.language, addresses.default_language):
                return self._relative(page, name) + fragment
        return href

    def _relative(self, page: PlannedPage, name: str) -> str:
        return quote(posixpath.relpath(name, posixpath.dirname(self.source(page.route)) or "."))

    def _divided(self, path: str) -> tuple[str, str]:
        """The language in whose folder a path lies, and the rest of it."""
        addresses = self.plan.addresses
        for language in self.plan.languages:
            folder = addresses.folder(language)
            if folder and path.startswith(folder):
                return language, path.removeprefix(folder)
        return addresses.default_language, path

    def _suffixed(self, name: str, language: str) -> str:
        stem, dot, last = name.rpartition(".")
        return name if language == self.plan.addresses.default_language else f"{stem}.{language}{dot}{last}"

    @cached_property
    def _parents(self) -> frozenset[str]:
        """The routes below which other pages lie."""
        routes = {page.route for page in self.plan.pages}
        return frozenset(
            f"{posixpath.dirname(route.rstrip('/'))}/" for route in routes if route.count("/") > 1
        )
