"""A site plan becomes a unit: one language of a site with its rendered pages.

Takes a plan, returns what `builder` builds. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.engine.unit import Heading, Unit, UnitPage
from generator.model.call import Call
from generator.model.state import is_over
from generator.paths import PortalPaths
from generator.plan.routes import SEARCH_INDEX
from generator.plan.site_plan import PlannedPage, SitePlan
from generator.render.html import RenderedPage, not_found_page, render_page
from generator.render.pictures.gallery import Gallery
from generator.render.search_index import IndexedPage, search_index
from generator.render.shell import shell_labels
from generator.render.voice import Voice
from generator.text.locales import direction
from generator.text.messages import load_messages


def make_unit(
    plan: SitePlan,
    language: str,
    paths: PortalPaths,
    pictures: Gallery,
    only: Sequence[PlannedPage] | None = None,
) -> Unit:
    """Return one language of a site with all pages rendered, or `only` these. Raises `RenderError`.

    With `only`, the unit has nothing but these pages and its 404 page: no assets, no search index.
    """
    messages = load_messages(paths.theme, language)
    rendered = [
        (page, render_page(plan, page, messages, paths.theme, pictures))
        for page in (plan.pages_in(language) if only is None else only)
    ]
    found = [
        IndexedPage(
            page, done.title, done.html, isinstance(page.record, Call) and is_over(page.record, plan.view.now)
        )
        for page, done in rendered
        if done.searchable
    ]
    not_found = not_found_page(language)
    voice = Voice(plan, not_found, messages)
    addresses = plan.addresses
    folder = addresses.folder(language)
    return Unit(
        site=plan.id,
        language=language,
        direction=direction(language),
        folder=folder.rstrip("/"),
        url=addresses.absolute(language, ""),
        site_name=str(voice.text(plan.view.site.name)),
        pages=tuple(_page(done) for _, done in rendered),
        not_found=_page(render_page(plan, not_found, messages, paths.theme, pictures)),
        strings=shell_labels(voice),
        assets="../" if folder else "",
        carries_assets=not folder and only is None,
        files={SEARCH_INDEX: search_index(found)} if only is None else {},
    )


def _page(rendered: RenderedPage) -> UnitPage:
    headings = tuple(Heading(found.level, found.id, found.text) for found in rendered.headings)
    return UnitPage(
        rendered.path,
        rendered.title,
        rendered.description,
        rendered.html,
        headings,
        rendered.view,
    )
