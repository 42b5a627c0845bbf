"""Atom feeds (RFC 4287) of a section in one language: recruitment calls, stories.

Takes a voice on the page that lists them, returns bytes. An entry keeps its id on every site and after every
edit; its dates come from the record. A text that had to fall back says its language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from generator.model.call import Call
from generator.model.organisation import Organisation
from generator.model.story import Story
from generator.plan.routes import news_route, record_route, section_route
from generator.render.feeds.identity import identity
from generator.render.feeds.lines import clean
from generator.render.views.calls import dates, note
from generator.render.voice import TextView, Voice

_NAMESPACE = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TYPE = "application/atom+xml"
_LONG_AGO = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry before it is written. `summary` is in the entry's language, `facts` are in the reader's."""

    kind: str
    id: str
    title: TextView
    summary: TextView
    facts: tuple[str, ...]
    updated: date
    published: date | None = None


def calls_feed(voice: Voice) -> bytes:
    """Return the feed of recruitment calls, the latest confirmed first."""
    pages = voice.plan.pages_in(voice.language)
    found = [_call(voice, page.record) for page in pages if isinstance(page.record, Call)]
    return _feed(voice, "calls", voice.say("Recruitment calls"), found)


def stories_feed(voice: Voice) -> bytes:
    """Return the feed of stories, the latest first."""
    pages = voice.plan.pages_in(voice.language)
    found = [_story(voice, page.record) for page in pages if isinstance(page.record, Story)]
    return _feed(voice, "stories", voice.say("Stories"), found)


def _call(voice: Voice, call: Call) -> _Entry:
    """Dates in words, and a note where the record itself says that the call is paused, full, extended or cancelled."""
    rows = [f"{fact.label}: {', '.join(str(line) for line in fact.lines)}" for fact in dates(voice, call)]
    said = note(voice, call) if call.state_override or call.extended_from else None
    updated = call.assured_on or call.opens_on
    facts = tuple(line for line in (said.text if said else "", *rows) if line)
    return _Entry(call.kind, call.id, voice.text(call.name), voice.text(call.summary), facts, updated)


def _story(voice: Voice, story: Story) -> _Entry:
    updated = max(story.date_published, story.assured_on or story.date_published)
    title, summary = voice.text(story.headline), voice.text(story.summary)
    return _Entry(story.kind, story.id, title, summary, (), updated, story.date_published)


def _feed(voice: Voice, section: str, title: str, found: Sequence[_Entry]) -> bytes:
    site, addresses, language = voice.plan.view.site, voice.plan.addresses, voice.language
    ordered = sorted(found, key=lambda entry: entry.id)
    ordered.sort(key=lambda entry: (entry.published or entry.updated, entry.updated), reverse=True)
    updated = max([entry.updated for entry in found], default=site.assured_on or _LONG_AGO)
    feed = ET.Element("feed", {"xmlns": _NAMESPACE, _LANGUAGE: language})
    _text(feed, "id", identity(site.kind, site.id, language, section).urn)
    _text(feed, "title", f"{voice.text(site.name)} – {title}")
    _text(feed, "updated", _moment(updated))
    own = addresses.absolute(language, news_route(section))
    _link(feed, rel="self", type=_TYPE, href=own, hreflang=language)
    page = section_route(section)
    _link(feed, rel="alternate", type="text/html", href=addresses.absolute(language, page), hreflang=language)
    for other in voice.plan.languages:
        if other != language and voice.plan.has(other, page):
            there = addresses.absolute(other, news_route(section))
            _link(feed, rel="alternate", type=_TYPE, href=there, hreflang=other)
    organisation = voice.plan.view.get(Organisation, site.organisation)
    author = ET.SubElement(feed, "author")
    _text(author, "name", voice.text(organisation.name if organisation else site.name))
    for entry in ordered:
        _write(voice, feed, entry)
    ET.indent(feed)
    data: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _write(voice: Voice, feed: ET.Element, entry: _Entry) -> None:
    element = ET.SubElement(feed, "entry")
    language = voice.language
    _text(element, "id", identity(entry.kind, entry.id, language).urn)
    _text(element, "title", entry.title)
    _text(element, "updated", _moment(entry.updated))
    if entry.published:
        _text(element, "published", _moment(entry.published))
    url = voice.plan.addresses.absolute(language, record_route(entry.kind, entry.id))
    _link(element, rel="alternate", type="text/html", href=url)
    _text(element, "summary", entry.summary)
    if entry.facts:
        _text(element, "content", "\n".join(entry.facts))


def _text(parent: ET.Element, name: str, text: TextView | str) -> None:
    element = ET.SubElement(parent, name)
    element.text = clean(str(text))
    if isinstance(text, TextView) and text.is_fallback:
        element.set(_LANGUAGE, text.language)


def _link(parent: ET.Element, **attributes: str) -> None:
    ET.SubElement(parent, "link", attributes)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
