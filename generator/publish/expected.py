"""What a site must look like once it is built, as data.

Filled by the pipeline from the plan, read by `verify`. Paths are below the site's folder, addresses absolute.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

X_DEFAULT = "x-default"


@dataclass(frozen=True, slots=True)
class ExpectedPage:
    """One planned HTML page.

    `path` is `da/programmes/kvinfo/index.html`. `canonical` is the absolute address that the page names,
    empty when it must name none (404). `alternates` maps each language with a real translation, this page's
    included, to its absolute address; it is empty when the page must have no hreflang, and may hold
    `x-default`. `indexable` pages have no `noindex`, the others must have it.
    """

    path: str
    language: str
    direction: str
    canonical: str = ""
    alternates: Mapping[str, str] = field(default_factory=dict)
    indexable: bool = True


@dataclass(frozen=True, slots=True)
class Expected:
    """One site: its id, its absolute address with a slash at the end, and all of its pages.

    `policy` is the Content-Security-Policy that each page carries and keeps to; empty when there is none.
    """

    site: str
    url: str
    pages: tuple[ExpectedPage, ...]
    policy: str = ""

    def address(self, path: str) -> str:
        """The absolute address at which the file `path` is read."""
        return self.url + (path.removesuffix("index.html") if _is_index(path) else path)


def _is_index(path: str) -> bool:
    return path.rpartition("/")[2] == "index.html"
