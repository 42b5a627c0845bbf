"""Reads the portal and makes single files of its sites on demand: the same bytes as `portal build`.

Takes the portal's folders; keeps what was read last and could be shown. For one process and no threads, since
MkDocs keeps state in modules. What is kept finished, and for how long, is `shelf`'s affair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import Path

from generator.clock import Clock
from generator.engine.assets import asset_files
from generator.engine.builder import build_unit
from generator.engine.configuration import read_base
from generator.engine.gallery import make_gallery
from generator.engine.units import make_unit, prepare_unit
from generator.limits import LIMITS
from generator.load.loader import Reading
from generator.load.yaml_text import parse
from generator.outcome import BuildOptions, chosen_plans
from generator.paths import PortalPaths
from generator.plan.alone import alone
from generator.plan.informed import with_outdated
from generator.plan.routes import NOT_FOUND, SEARCH_INDEX
from generator.plan.site_plan import PlannedPage, SitePlan
from generator.publish.manifest import NAME, Entry, Manifest
from generator.render.extras import site_files
from generator.render.pictures.gallery import Gallery
from generator.select.changes import Change, changes
from generator.serve.snapshot import ServeOptions
from generator.store.digest import digest
from generator.store.places import facts_store
from generator.verdict.checked import Checked
from generator.verdict.portal import check_portal

_ANY_TIME = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Bench:
    """One site, ready to be made: its plan over nothing but the records that it depends on.

    `coming` are the changes that happen by themselves, as seen from the clock.
    """

    plan: SitePlan
    pictures: Gallery
    key: str
    coming: tuple[Change, ...]

    @cached_property
    def pages(self) -> dict[str, tuple[str, PlannedPage | None]]:
        """Output path → language and page; no page for the 404 page of a language."""
        addresses = self.plan.addresses
        found: dict[str, tuple[str, PlannedPage | None]] = {
            addresses.path(page.language, page.route): (page.language, page) for page in self.plan.pages
        }
        return found | {addresses.path(code, NOT_FOUND): (code, None) for code in self.plan.languages}

    @cached_property
    def indexes(self) -> dict[str, str]:
        """Output path of each search index → its language."""
        return {self.plan.addresses.path(code, SEARCH_INDEX): code for code in self.plan.languages}


class NotReadyError(Exception):
    """The site asked for is not on the bench: nothing could be read since this process began."""


class Workbench:
    """Makes files of sites; all methods that take a site raise `NotReadyError`.

    `theme_state` stands for the theme as it is; a changed theme needs a new workbench. `scratch` is a folder that
    somebody else clears away.
    """

    def __init__(
        self, paths: PortalPaths, options: ServeOptions, theme_state: str = "", scratch: Path | None = None
    ) -> None:
        self.benches: dict[str, Bench] = {}
        self._scratch = scratch
        self._paths = paths
        self._options = options
        self._theme_state = theme_state
        self._parse = lru_cache(maxsize=LIMITS.records)(parse)
        self._clock: Clock | None = None
        self._others: dict[tuple[str, str], dict[str, bytes]] = {}

    def check(self, clock: Clock) -> Checked:
        """Read and check everything, as `portal check` does."""
        return check_portal(
            self._paths,
            clock,
            self._options.languages,
            Reading(parse=self._parse, store=facts_store(self._paths)),
        )

    def take(self, checked: Checked, clock: Clock) -> None:
        """Make the sites of a portal without errors ready.

        Raises `ContentError` or `RenderError` for a picture, `UsageError` for a site that there is not; then
        everything stays as it was.
        """
        wanted = BuildOptions(self._paths.root, self._options.sites, self._options.languages)
        plans = with_outdated(self._paths, chosen_plans(checked, wanted), checked.catalog)
        pictures = make_gallery(plans.values(), self._paths, self._options.jobs)
        self.benches = {id: self._bench(plan, pictures, clock) for id, plan in plans.items()}
        self._clock = clock
        keys = {(id, bench.key) for id, bench in self.benches.items()}
        self._others = {place: files for place, files in self._others.items() if place in keys}

    def file(self, site: str, path: str) -> bytes | None:
        """Return one file of a site, `None` when the site has no such file.

        Raises `RenderError` when it cannot be made.
        """
        bench = self._ready(site)
        if path in bench.pages:
            language, page = bench.pages[path]
            return self._page(bench.plan, bench.pictures, language, page)
        if path in bench.indexes:
            return self.unit(site, bench.indexes[path])[path]
        if path == NAME:
            return self._manifest(site)
        return self.others(site).get(path)

    def unit(self, site: str, language: str) -> dict[str, bytes]:
        """Return all files of one language of a site, by path below the site. Raises `RenderError`."""
        bench = self._ready(site)
        unit = make_unit(bench.plan, language, self._paths, bench.pictures)
        folder = bench.plan.addresses.folder(language)
        done = build_unit(unit, read_base(self._paths.mkdocs, self._paths.theme), self._scratch)
        return {f"{folder}{file}": data for file, data in done.files.items()}

    def others(self, site: str) -> dict[str, bytes]:
        """Return the files of a site besides those of its languages. Raises `RenderError`."""
        bench = self._ready(site)
        found = self._others.get((site, bench.key))
        if found is None:
            assert self._clock is not None  # noqa: S101 - set before the first bench
            theme = self._paths.theme
            found = site_files(bench.plan, bench.pictures, theme, self._clock) | asset_files(theme / "assets")
            self._others[site, bench.key] = found
        return found

    def not_found(self, site: str, language: str, base: str) -> bytes:
        """Return the 404 page of a site for another address than its own, so that its links work there."""
        bench = self._ready(site)
        plan = replace(bench.plan, addresses=replace(bench.plan.addresses, base=base))
        return self._page(plan, bench.pictures, language, None)

    def _ready(self, site: str) -> Bench:
        try:
            return self.benches[site]
        except KeyError:
            raise NotReadyError(site) from None

    def _page(self, plan: SitePlan, pictures: Gallery, language: str, page: PlannedPage | None) -> bytes:
        only: Sequence[PlannedPage] = (page,) if page else ()
        unit = prepare_unit(plan, language, self._paths, pictures, only).only()
        written = unit.pages[0].path if page else NOT_FOUND
        base = read_base(self._paths.mkdocs, self._paths.theme)
        return build_unit(unit, base, self._scratch).files[written]

    def _manifest(self, site: str) -> bytes:
        files = dict(self.others(site))
        for language in self._ready(site).plan.languages:
            files |= self.unit(site, language)
        return Manifest(site, {path: Entry.of(data) for path, data in files.items()}).to_bytes()

    def _bench(self, plan: SitePlan, pictures: Gallery, clock: Clock) -> Bench:
        own = alone(plan)
        made = [pictures.made[media.id] for media in own.pictures]
        # The instant of a reading is always another; what it decides is which changes are still to come.
        timeless = replace(own, view=replace(own.view, now=_ANY_TIME))
        coming = changes(own.view, clock)
        names = [change.name for change in coming]
        return Bench(own, pictures, digest((self._theme_state, timeless, made, names)), coming)
