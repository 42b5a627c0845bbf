"""A planned page becomes a finished page: view, template, title, description, headings and shell.

Takes a plan, a page and the reader's words; returns what the engine writes. Which page exists, and at which
address, was decided in `plan`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from generator.model.call import Call
from generator.model.guide import Guide
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.site import SitePage
from generator.model.story import Story
from generator.plan.routes import HOME, NOT_FOUND
from generator.plan.site_plan import PlannedPage, SitePlan
from generator.render.environment import render
from generator.render.pictures.gallery import NO_PICTURES, Gallery
from generator.render.shell import SECTION_TITLES, shell_view
from generator.render.views import home, lists, reading
from generator.render.views.guides import guide_page
from generator.render.views.instants import clock_words
from generator.render.views.programme import programme_page
from generator.render.views.statement import accessibility_page
from generator.render.voice import TextView, Voice
from generator.text.messages import Messages, mark

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
    """A finished page. `path` is below the language's folder; `view` is what the shell shows around `html`."""

    path: str
    title: str
    description: str
    html: str
    headings: tuple[RenderedHeading, ...]
    view: dict[str, object]
    searchable: bool


def render_page(
    plan: SitePlan, page: PlannedPage, messages: Messages, theme: Path, pictures: Gallery = NO_PICTURES
) -> RenderedPage:
    """Return the finished page. Raises `RenderError` naming the template."""
    voice = Voice(plan, page, messages, from_root=page.kind == "not-found", pictures=pictures)
    title, description = _head(voice)
    always = {
        "clock_words": _clock_words(voice),
        "_": voice.say,
        "written_in": voice.written_in,
        "ngettext": voice.plural,
        "title": title,
    }
    context = {**always, **_context(voice)}
    html = render(theme, f"{page.kind}.html", context)
    return RenderedPage(
        path=f"{page.route}index.html" if page.route.endswith("/") or not page.route else page.route,
        title=str(title),
        description=description,
        html=str(html),
        headings=tuple(
            RenderedHeading(int(level), id, _words(text)) for level, id, text in _HEADING.findall(html)
        ),
        view=shell_view(voice, title),
        searchable=page.kind not in ("credits", "not-found"),
    )


def _words(html: str) -> str:
    """The words of one of our own headings, entities resolved."""
    return str(Markup(html).striptags())  # noqa: S704 - our own template's output; the result is plain text


def _clock_words(voice: Voice) -> Markup:
    return clock_words(voice) if voice.page.kind in _PAGES_WITH_CALLS else Markup()


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
