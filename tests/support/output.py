"""What a plan becomes in the theme of the checkout: every page and text file of a site, by path. No disk below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

from generator.plan.site_plan import PlannedPage, SitePlan
from generator.render.brand import brand_css
from generator.render.feeds.sitemap import robots, sitemap
from generator.render.html import PreparedPage, RenderedPage, finish_page, not_found_page, prepare_page
from generator.render.voice import Voice
from generator.text.messages import load_messages

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "theme"
_T = TypeVar("_T")


def rendered(plan: SitePlan, page: PlannedPage) -> RenderedPage:
    """Return one finished page, with the slots of its view filled."""
    done = finish_page(prepare_page(plan, page, load_messages(THEME, page.language)), THEME)
    return replace(done, view=filled(done.view, done.slots))


def filled(value: _T, slots: Mapping[str, str]) -> _T:
    """Return a view, or a part of one, with the slots of all its texts filled; keys and other values stay."""
    made: object = value
    if isinstance(value, str):
        for slot, given in slots.items():
            made = cast(str, made).replace(slot, given)
    elif isinstance(value, dict):
        made = {key: filled(part, slots) for key, part in value.items()}
    elif isinstance(value, list | tuple):
        made = type(value)(filled(part, slots) for part in value)
    elif is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: filled(getattr(value, part.name), slots) for part in fields(value)}
        made = replace(value, **parts)
    return cast(_T, made)


def on_page(voice: Voice, value: _T) -> _T:
    """Return what a view of this voice is on the reader's page: with its slots filled."""
    return filled(value, PreparedPage(voice, "", "", {}, {}).slots)


def prepared_pages(plan: SitePlan) -> list[PreparedPage]:
    """Return every page of a site ready to be rendered, the 404 pages included."""
    lost = [not_found_page(language) for language in plan.languages]
    return [prepare_page(plan, page, load_messages(THEME, page.language)) for page in (*plan.pages, *lost)]


def page_at(plan: SitePlan, route: str, language: str = "en") -> RenderedPage:
    """Return the finished page at a route."""
    page = plan.page(language, route)
    assert page is not None, f"there is no page {language} {route}"
    return rendered(plan, page)


def voice_at(plan: SitePlan, route: str, language: str = "en") -> Voice:
    """Return how the page at a route speaks, for the views behind it."""
    page = plan.page(language, route)
    assert page is not None, f"there is no page {language} {route}"
    return Voice(plan, page, load_messages(THEME, language))


def pages_of(plan: SitePlan) -> dict[tuple[str, str], RenderedPage]:
    """Return every page of a site by language and route, the 404 pages included."""
    lost = [not_found_page(language) for language in plan.languages]
    return {(page.language, page.route): rendered(plan, page) for page in (*plan.pages, *lost)}


def everything(plan: SitePlan) -> str:
    """Return all that a site says to people and machines, in one text."""
    parts = [
        f"{page.title}\n{page.description}\n{page.html}\n{page.view}" for page in pages_of(plan).values()
    ]
    files = (sitemap(plan).decode(), robots(plan).decode(), brand_css(plan.view.site.brand.colour))
    return "\n".join((*parts, *files))


def visible(plan: SitePlan) -> str:
    """Return what readers of a site can see, data for machines left out, and the addresses of its pages."""
    parts = []
    for page in pages_of(plan).values():
        around = {key: value for key, value in page.view.items() if key not in ("head", "social", "policy")}
        parts.append(f"{page.title}\n{page.description}\n{page.html}\n{around}")
    return "\n".join((*parts, sitemap(plan).decode(), brand_css(plan.view.site.brand.colour)))


def one_per_line(html: str) -> str:
    """Return HTML with a line break before each tag that opens a block, so that differences are readable."""
    lines = (line.strip() for line in html.splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def attributes(html: str, name: str) -> list[str]:
    """Return the values of an attribute in document order."""
    return re.findall(rf'\s{name}="([^"]*)"', html)
