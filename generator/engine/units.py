"""A site plan becomes a unit: one language of a site with its rendered pages.

Takes a plan, returns what `builder` builds. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.engine.unit import Heading, Unit, UnitPage
from generator.paths import PortalPaths
from generator.plan.routes import SEARCH_INDEX
from generator.plan.site_plan import PlannedPage, SitePlan
from generator.render.html import PreparedPage, RenderedPage, finish_page, not_found_page, prepare_page
from generator.render.pictures.gallery import Gallery
from generator.render.search_index import index_line, search_index
from generator.render.shell import shell_labels
from generator.render.voice import Made
from generator.text.locales import direction
from generator.text.messages import Messages, load_messages


@dataclass(frozen=True)
class PreparedUnit:
    """One language of a site with all pages ready to be rendered, the 404 page apart."""

    plan: SitePlan
    language: str
    messages: Messages
    theme: Path
    pages: tuple[PreparedPage, ...]
    not_found: PreparedPage
    part: int = 0
    """Which part of the language this is; the first one has the 404 page."""

    @property
    def own(self) -> tuple[PreparedPage, ...]:
        """The pages that this part has."""
        return self.pages if self.part else (*self.pages, self.not_found)

    def unit(self, *, carries_assets: bool = False) -> Unit:
        """Return the unit with all pages rendered. Raises `RenderError`."""
        unit, lines = self.besides({})
        files = {SEARCH_INDEX: search_index(lines.values())}
        return replace(unit, carries_assets=carries_assets, files=files)

    def besides(self, known: Mapping[str, str]) -> tuple[Unit, dict[str, str]]:
        """Render the pages that are not `known`, and the 404 page; return them, and the lines of the search index.

        `known` and the lines are by path; the line of a page that is not searched is empty. Raises `RenderError`.
        """
        done = {page.path: finish_page(page, self.theme) for page in self.pages if page.path not in known}
        lines = {page.path: known.get(page.path) or _line(page, done) for page in self.pages}
        return self._unit(done.values()), {path: line for path, line in lines.items() if line}

    def only(self) -> Unit:
        """Return the unit with its pages, without assets and search index. Raises `RenderError`."""
        return self._unit(finish_page(page, self.theme) for page in self.pages)

    def _unit(self, done: Iterable[RenderedPage]) -> Unit:
        plan, voice = self.plan, self.not_found.voice
        folder = plan.addresses.folder(self.language)
        return Unit(
            site=plan.id,
            language=self.language,
            direction=direction(self.language),
            folder=folder.rstrip("/"),
            url=plan.addresses.absolute(self.language, ""),
            site_name=str(voice.text(plan.view.site.name)),
            pages=tuple(map(_page, done)),
            not_found=_page(finish_page(self.not_found, self.theme)),
            strings=shell_labels(voice),
            assets="../" if folder else "",
            carries_assets=False,
        )


def _line(page: PreparedPage, done: Mapping[str, RenderedPage]) -> str:
    found = page.indexed
    return index_line(found, done[page.path].html) if found and page.path in done else ""


def prepare_unit(
    plan: SitePlan,
    language: str,
    paths: PortalPaths,
    pictures: Gallery,
    only: Sequence[PlannedPage] | None = None,
) -> PreparedUnit:
    """Return one language of a site, or `only` some of its pages, ready to be rendered."""
    messages = load_messages(paths.theme, language)
    chosen = plan.pages_in(language) if only is None else only
    made: Made = {}
    pages = tuple(prepare_page(plan, page, messages, pictures, made) for page in chosen)
    not_found = prepare_page(plan, not_found_page(language), messages, pictures, made)
    return PreparedUnit(plan, language, messages, paths.theme, pages, not_found)


def make_unit(plan: SitePlan, language: str, paths: PortalPaths, pictures: Gallery) -> Unit:
    """Return one language of a site with all pages rendered; the default language carries the assets.

    Raises `RenderError`.
    """
    prepared = prepare_unit(plan, language, paths, pictures)
    return prepared.unit(carries_assets=not plan.addresses.folder(language))


def _page(rendered: RenderedPage) -> UnitPage:
    headings = tuple(Heading(found.level, found.id, found.text) for found in rendered.headings)
    return UnitPage(
        rendered.path,
        rendered.title,
        rendered.description,
        rendered.html,
        headings,
        rendered.view,
        rendered.slots,
    )
