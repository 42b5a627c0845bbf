"""One state of a portal, read far enough to be compared: catalog, plans, and what could not be read.

Takes folders and a clock, returns a `State`. Rules are not run: what is wrong is for `portal check` to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.clock import Clock
from generator.diagnostics import Finding, Severity
from generator.load.loader import load
from generator.model.base import Record
from generator.model.build import build_catalog
from generator.model.catalog import Catalog, Key
from generator.model.site import Site, SitePage
from generator.paths import PortalPaths
from generator.plan.build import plan_site
from generator.plan.site_plan import SitePlan
from generator.select.view import select

PAGES = "pages"
"""The kind under which a site's own pages are compared."""


@dataclass(frozen=True, slots=True)
class State:
    """A portal at one time. `unsure` are records of which a file could not be read, with the first such file."""

    catalog: Catalog
    plans: Mapping[str, SitePlan]
    unsure: Mapping[Key, str]

    def things(self) -> dict[Key, Record | SitePage]:
        """Return everything that has facts or texts: records, and own pages as `<site>/<name>`."""
        pages = {(PAGES, f"{page.site}/{page.name}"): page for page in self.catalog.pages}
        return {**self.catalog.by_key, **pages}

    def file_of(self, key: Key) -> str:
        """Return the file in which a thing stands."""
        if key[0] == PAGES:
            site, _, name = key[1].partition("/")
            return f"sites/{site}/pages/{name}.md"
        document = self.catalog.documents.get(key)
        return document.file if document else f"content/{key[0]}/{key[1]}.yml"


def read_state(paths: PortalPaths, clock: Clock) -> State:
    """Read and plan the portal in a folder; what cannot be read is left out and named."""
    loaded = load(paths)
    catalog, shape = build_catalog(loaded.documents, loaded.pages, loaded.failed)
    unsure: dict[Key, str] = {}
    for finding in (*loaded.findings, *shape):
        key = _key_of(finding)
        if key:
            unsure.setdefault(key, finding.position.file)
    for key in catalog.broken:
        unsure.setdefault(key, f"content/{key[0]}/{key[1]}.yml")
    views = [select(catalog, site, clock.today, clock.now) for site in catalog.of(Site)]
    return State(catalog, {view.site.id: plan_site(view)[0] for view in views}, unsure)


def _key_of(finding: Finding) -> Key | None:
    """The record whose file has an error."""
    parts = PurePosixPath(finding.position.file).parts
    if finding.severity is not Severity.ERROR or len(parts) < 3:
        return None
    name = parts[-1].split(".")[0]
    if parts[0] == "sites":
        return (PAGES, f"{parts[1]}/{name}") if parts[2] == "pages" else ("sites", parts[1])
    return (parts[1], name)
