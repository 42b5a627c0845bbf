"""A planned page becomes a finished page: view, template, title, description, headings and shell.

Takes a plan, a page and the reader's words; returns what the engine writes. Which page exists, and at which
address, was decided in `plan`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from generator.model.call import Call
from generator.model.guide import Guide
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.site import SitePage
from generator.model.state import is_over
from generator.model.story import Story
from generator.plan.routes import HOME, NOT_FOUND
from generator.plan.site_plan import PlannedPage, SitePlan
from generator.render.environment import Words, render
from generator.render.pictures.gallery import NO_PICTURES, Gallery
from generator.render.search_index import IndexedPage
from generator.render.shell import SECTION_TITLES, shell_view
from generator.render.views import home, lists, reading
from generator.render.views.guides import guide_page
from generator.render.views.instants import clock_words
from generator.render.views.programme import programme_page
from generator.render.views.statement import accessibility_page
from generator.render.voice import Made, TextView, Voice
from generator.store.digest import digest
from generator.text.messages import Messages, mark
from generator.text.slots import ROUTE, SITE

_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)

_PAGES_WITH_CALLS = ("home", "programme", "place", "calls", "call")

_FURTHER_TITLES = {"credits": mark("Picture credits"), "testimonials": mark("What participants say")}
_LISTS: dict[str, Callable[[Voice], dict[str, object]]] = {
    "home": home.home,
    "programmes": lists.programmes,
    "places": lists.places,
    "coordinators": lists.coordinators,
    "calls": lists.calls,
    "guides": lists.guides,
    "stories": lists.stories,
    "testimonials": lists.testimonials,
    "accessibility": accessibility_page,
    "credits": lists.credits,
    "not-found": lists.not_found,
}


@dataclass(frozen=True, slots=True)
class RenderedHeading:
    """A heading with an address."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A finished page. `path` is below the language's folder; `view` is what the shell shows around `html`.

    `slots` are characters that stand for something in `view`: there, not in `html`, they are still to be filled.
    """

    path: str
    title: str
    description: str
    html: str
    headings: tuple[RenderedHeading, ...]
    view: dict[str, object]
    slots: Mapping[str, str]


@dataclass(frozen=True)
class PreparedPage:
    """A page with everything that its templates will read; nothing is rendered yet.

    `voice` has the reader's words, which are the same for all pages of a language.
    """

    voice: Voice
    title: TextView | str
    description: str
    context: Mapping[str, object]
    view: dict[str, object]

    @property
    def path(self) -> str:
        """The output file below the language's folder."""
        route = self.voice.page.route
        return f"{route}index.html" if route.endswith("/") or not route else route

    @property
    def slots(self) -> Mapping[str, str]:
        """What slots stand for. The 404 page is shown at any address, so its links begin at the root of the host."""
        page, addresses = self.voice.page, self.voice.plan.addresses
        if page.kind == "not-found":
            return {SITE: str(escape(urlsplit(addresses.base).path)), ROUTE: ""}
        return {SITE: addresses.way_up(page.language, page.route), ROUTE: page.route}

    @property
    def indexed(self) -> IndexedPage | None:
        """How search finds the page; `None` when it does not."""
        page = self.voice.page
        if page.kind in ("credits", "not-found"):
            return None
        is_done = isinstance(page.record, Call) and is_over(page.record, self.voice.plan.view.now)
        return IndexedPage(page, str(self.title), is_done)

    @cached_property
    def key(self) -> str:
        """A name for all that this page differs by from others in its language: equal keys, equal pages."""
        page, indexed = self.voice.page, self.indexed
        place = (page.kind, page.route, page.language, page.content_language)
        found = indexed.head if indexed else ()
        return digest((place, self.title, self.description, self.context, self.view, found))


def prepare_page(
    plan: SitePlan,
    page: PlannedPage,
    messages: Messages,
    pictures: Gallery = NO_PICTURES,
    made: Made | None = None,
) -> PreparedPage:
    """Return a page ready to be rendered. `made` is what pages of its language share, filled on the way."""
    voice = Voice(plan, page, messages, pictures, {} if made is None else made)
    title, description = _head(voice)
    context = {"clock_words": _clock_words(voice), "title": title, **_context(voice)}
    return PreparedPage(voice, title, description, context, shell_view(voice, title))


def finish_page(page: PreparedPage, theme: Path) -> RenderedPage:
    """Return the finished page. Raises `RenderError` naming the template."""
    voice = page.voice

    def once(macro: Callable[..., Markup], *values: object) -> Markup:
        return voice.once(_printed, macro, *values)

    words: Words = {"_": voice.say, "written_in": voice.written_in, "ngettext": voice.plural, "once": once}
    html = str(render(theme, f"{voice.page.kind}.html", page.context, words))
    headings = (RenderedHeading(int(level), id, _words(text)) for level, id, text in _HEADING.findall(html))
    slots = page.slots
    html = html.replace(SITE, slots[SITE])
    return RenderedPage(page.path, str(page.title), page.description, html, tuple(headings), page.view, slots)


def _printed(_: Voice, macro: Callable[..., Markup], *values: object) -> Markup:
    """What a macro of a template prints, for `Voice.once`."""
    return macro(*values)


def page_title(voice: Voice) -> TextView | str:
    """Return what a page is called, for those who link to it."""
    return _head(voice)[0]


def _words(html: str) -> str:
    """The words of one of our own headings, entities resolved."""
    return str(Markup(html).striptags())  # noqa: S704 - our own template's output; the result is plain text


def _clock_words(voice: Voice) -> Markup:
    return voice.once(clock_words) if voice.page.kind in _PAGES_WITH_CALLS else Markup()


def not_found_page(language: str) -> PlannedPage:
    """Return the plan of a language's 404 page."""
    return PlannedPage("not-found", NOT_FOUND, language, language)


def _context(voice: Voice) -> dict[str, object]:
    record = voice.page.record
    if voice.page.kind in _LISTS:
        return _LISTS[voice.page.kind](voice)
    if isinstance(record, Programme):
        return programme_page(voice, record)
    if isinstance(record, Place):
        return home.place(voice, record)
    if isinstance(record, Call):
        return reading.call_page(voice, record)
    if isinstance(record, Guide):
        return guide_page(voice, record)
    if isinstance(record, Story):
        return reading.story_page(voice, record)
    assert isinstance(record, SitePage)  # noqa: S101 - the plan makes no other kind
    return reading.own_page(voice, record)


def _head(voice: Voice) -> tuple[TextView | str, str]:
    """The title of a page, in the language it was found in, and its description as plain text."""
    record = voice.page.record
    site = voice.plan.view.site
    if isinstance(record, (Programme, Place)):
        return voice.text(record.name), voice.summary(getattr(record, "summary", None))
    if isinstance(record, Call):
        return voice.text(record.name), voice.summary(record.summary)
    if isinstance(record, (Guide, SitePage)):
        return voice.text(record.title), voice.summary(record.summary)
    if isinstance(record, Story):
        return voice.text(record.headline), voice.summary(record.summary)
    if voice.page.route == HOME:
        return voice.text(site.name), voice.summary(site.summary)
    if voice.page.kind == "accessibility":
        return voice.say("Accessibility statement"), voice.say(
            "How far everybody can use this website, what does not work yet, and whom to tell."
        )
    if voice.page.kind == "not-found":
        return voice.say("This page does not exist"), ""
    title = voice.say({**SECTION_TITLES, **_FURTHER_TITLES}[voice.page.kind])
    return title, f"{title} – {voice.text(site.name)}. {voice.summary(site.summary)}"
