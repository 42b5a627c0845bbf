"""The files of a site besides its pages: sitemap, robots, headers, styles, fonts, pictures, feeds, open data.

Takes a plan, the pictures, the theme and the clock; returns output paths below the site with their bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.clock import Clock
from generator.model.coordinator import Coordinator
from generator.model.place import Place
from generator.plan.pages import place_has_page
from generator.plan.routes import (
    ASSETS,
    HOME,
    calendar_route,
    contact_card_route,
    meeting_route,
    news_route,
    section_route,
)
from generator.plan.site_plan import SitePlan
from generator.render.brand import brand_css
from generator.render.bundle import script, stylesheet
from generator.render.feeds.api import api_files
from generator.render.feeds.atom import calls_feed, stories_feed
from generator.render.feeds.ics import appointments, calendar, single
from generator.render.feeds.sitemap import robots, sitemap
from generator.render.feeds.vcard import contact_card
from generator.render.filter_css import filter_css
from generator.render.fonts import font_css, font_files
from generator.render.pictures.gallery import Gallery
from generator.render.policy import headers_file
from generator.render.redirects import redirect_files
from generator.render.voice import Voice
from generator.text.messages import Messages, load_messages


def site_files(plan: SitePlan, pictures: Gallery, theme: Path, clock: Clock) -> dict[str, bytes]:
    """Return the further files of a site. Raises `RenderError` when a catalogue cannot be read.

    Feeds take their words from `theme`; open data say what changes after `clock`.
    """
    files = common_files(plan, pictures, theme, clock)
    for language in plan.languages:
        files |= feed_files(plan, language, load_messages(theme, language))
    return files


def common_files(plan: SitePlan, pictures: Gallery, theme: Path, clock: Clock) -> dict[str, bytes]:
    """Return those that belong to no one language."""
    files = {
        "sitemap.xml": sitemap(plan),
        "robots.txt": robots(plan),
        "_headers": headers_file(),
        f"{ASSETS}portal.css": stylesheet(
            theme, font_css(plan.languages), brand_css(plan.view.site.brand.colour), filter_css(plan)
        ),
        f"{ASSETS}portal.js": script(theme),
    }
    files |= {path: font.read_bytes() for path, font in font_files(theme, plan.languages).items()}
    files |= pictures.files(plan.view, plan.pictures)
    return files | redirect_files(plan, theme) | api_files(plan, clock)


def feed_files(plan: SitePlan, language: str, messages: Messages) -> dict[str, bytes]:
    """Return what readers of one language can take along: calendars, contact cards, feeds."""
    made = (*_calendars(plan, language, messages), *_cards_and_news(plan, language, messages))
    return {plan.addresses.path(language, route): data for route, data in made}


def _calendars(plan: SitePlan, language: str, messages: Messages) -> Iterator[tuple[str, bytes]]:
    home = plan.page(language, HOME)
    assert home is not None  # noqa: S101 - every language has its home page
    voice = Voice(plan, home, messages)
    found = appointments(plan, language, messages)
    yield calendar_route(), calendar(voice, found)
    for place in plan.view.of(Place):
        if place_has_page(place):
            here = tuple(each for each in found if place.id in each.places)
            yield calendar_route(place.id), calendar(voice, here, place)
    for each in found:
        yield meeting_route(each.call.id, each.meeting.id), single(each)


def _cards_and_news(plan: SitePlan, language: str, messages: Messages) -> Iterator[tuple[str, bytes]]:
    directory = plan.page(language, section_route("coordinators"))
    if directory is not None:
        voice = Voice(plan, directory, messages)
        for coordinator in plan.view.of(Coordinator):
            yield contact_card_route(coordinator.id), contact_card(voice, coordinator)
    for section, feed in (("calls", calls_feed), ("stories", stories_feed)):
        listed = plan.page(language, section_route(section))
        if listed is not None:
            yield news_route(section), feed(Voice(plan, listed, messages))
