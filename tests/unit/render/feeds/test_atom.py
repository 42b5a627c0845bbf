"""Atom feeds: well-formed, read by an independent parser, with ids that last."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings

from generator.model.story import Story
from generator.plan.routes import news_route
from generator.plan.site_plan import SitePlan
from generator.render.feeds.atom import calls_feed, stories_feed
from tests.support.feeds import CALL_WITH_MEETING, LINES, files, portal, usual_files, voice
from tests.support.records import SITE, STORY, changed

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CALLS, STORIES = news_route("calls"), news_route("stories")


def tree(data: bytes) -> ET.Element:
    """The root of a feed."""
    return ET.fromstring(data)  # noqa: S314 - our own file


def calls(plan: SitePlan, language: str = "en") -> bytes:
    """The feed of calls."""
    return calls_feed(voice(plan, language, "calls/"))


def stories(plan: SitePlan, language: str = "en") -> bytes:
    """The feed of stories."""
    return stories_feed(voice(plan, language, "stories/"))


def ids(data: bytes) -> list[str]:
    """The ids of the entries in order."""
    return [entry.findtext(f"{ATOM}id") or "" for entry in tree(data).iter(f"{ATOM}entry")]


@pytest.mark.parametrize("path", [CALLS, STORIES, f"da/{CALLS}", f"da/{STORIES}"])
def test_an_independent_parser_finds_a_whole_feed(path: str) -> None:
    """feedparser has no complaint and finds what RFC 4287 asks for, in the right language."""
    read: Any = feedparser.parse(usual_files()[path])
    language = "da" if path.startswith("da/") else "en"
    assert (read.bozo, read.version, read.feed.language) == (False, "atom10", language)
    assert all(read.feed.get(name) for name in ("id", "title", "updated", "author"))
    assert [
        all(entry.get(name) for name in ("id", "title", "updated", "link", "summary"))
        for entry in read.entries
    ] == [True]


def test_links_are_absolute_and_lead_to_files_of_the_site() -> None:
    """The feed itself, its page, and the same feed in the other languages."""
    links = [
        (link.get("rel"), link.get("href"), link.get("hreflang"))
        for link in tree(usual_files()[f"da/{CALLS}"]).findall(f"{ATOM}link")
    ]
    assert links == [
        ("self", "https://portal.example.org/da/feeds/calls.xml", "da"),
        ("alternate", "https://portal.example.org/da/calls/", "da"),
        ("alternate", "https://portal.example.org/feeds/calls.xml", "en"),
    ]


def test_an_entry_leads_to_its_page() -> None:
    """In the reader's language."""
    (entry,) = tree(usual_files()[f"da/{STORIES}"]).iter(f"{ATOM}entry")
    assert [link.get("href") for link in entry.iter(f"{ATOM}link")] == [
        "https://portal.example.org/da/stories/year/"
    ]


def test_dates_are_those_of_the_record() -> None:
    """A story is updated when it is confirmed later; a feed when its latest entry is."""
    root = tree(stories(portal(stories__year=changed(STORY, assured_on="2026-10-05"))))
    (entry,) = root.iter(f"{ATOM}entry")
    found = (
        entry.findtext(f"{ATOM}published"),
        entry.findtext(f"{ATOM}updated"),
        root.findtext(f"{ATOM}updated"),
    )
    assert found == ("2026-09-01T00:00:00Z", "2026-10-05T00:00:00Z", "2026-10-05T00:00:00Z")


@pytest.mark.parametrize(("assured_on", "expected"), [("2026-11-01", "2026-11-01"), (None, "2026-11-01")])
def test_a_call_was_updated_when_it_was_confirmed(assured_on: str | None, expected: str) -> None:
    """Else it counts from the day on which it opens."""
    (entry,) = tree(calls(portal(calls__mentors=changed(CALL_WITH_MEETING, assured_on=assured_on)))).iter(
        f"{ATOM}entry"
    )
    assert entry.findtext(f"{ATOM}updated") == f"{expected}T00:00:00Z"


def test_the_same_feed_comes_out_on_every_day() -> None:
    """Before a call opens, while it is open and a year later."""
    days = [date(2026, 10, 1), date(2026, 11, 21), date(2027, 11, 21)]
    assert len({calls(portal(day)) for day in days}) == 1


def test_a_call_tells_its_dates_in_words() -> None:
    """What a reader must know to decide is in the feed."""
    (entry,) = tree(usual_files()[CALLS]).iter(f"{ATOM}entry")
    assert (
        entry.findtext(f"{ATOM}content")
        == "Applications from: 1 November 2026\nLast day to apply: 1 December 2026"
    )


def test_a_cancelled_call_says_so_first() -> None:
    """Nobody applies for nothing."""
    data = calls(portal(calls__mentors=changed(CALL_WITH_MEETING, state_override="cancelled")))
    (entry,) = tree(data).iter(f"{ATOM}entry")
    assert (entry.findtext(f"{ATOM}content") or "").splitlines()[0] == "This call is cancelled."


def test_an_id_lasts() -> None:
    """After an edit of title and date, and on another site; another language is another entry."""
    edited = portal(stories__year=changed(STORY, headline="Other", date_published="2026-10-01"))
    other = portal(sites__portal=changed(SITE, url="https://other.example.org/", languages="[en, da]"))
    assert ids(stories(edited)) == ids(stories(other)) == ids(usual_files()[STORIES])
    assert ids(usual_files()[f"da/{STORIES}"]) != ids(usual_files()[STORIES])


def test_all_ids_of_a_site_differ() -> None:
    """Feeds and entries, in all languages."""
    found = [
        element.text
        for path in (CALLS, STORIES, f"da/{CALLS}", f"da/{STORIES}")
        for element in tree(usual_files()[path]).iter(f"{ATOM}id")
    ]
    assert len(set(found)) == len(found) == 8


def test_the_latest_story_comes_first() -> None:
    """By the day of publication, then by id."""
    plan = portal(
        stories__older=changed(STORY, headline="Older", date_published="2026-01-01"),
        stories__newer=changed(STORY, headline="Newer", date_published="2026-11-01"),
        stories__again=changed(STORY, headline="Again", date_published="2026-11-01"),
    )
    titles = [entry.findtext(f"{ATOM}title") for entry in tree(stories(plan)).iter(f"{ATOM}entry")]
    assert titles == ["Again", "Newer", "A year", "Older"]


def test_a_text_without_translation_says_its_language() -> None:
    """The English story in the Danish feed is marked, title and summary."""
    root = tree(stories(portal(stories__year__da=None), "da"))
    (entry,) = root.iter(f"{ATOM}entry")
    marked = [entry.find(f"{ATOM}{name}") for name in ("title", "summary")]
    assert root.get(LANG) == "da"
    assert [element.get(LANG) for element in marked if element is not None] == ["en", "en"]


def test_a_story_without_translation_is_left_out_where_its_page_is() -> None:
    """By the site's policy; another story keeps the feed alive."""
    site = changed(SITE, languages="[en, da]", fallback="omit")
    plan = portal(sites__portal=site, stories__english=changed(STORY, headline="English"))
    titles = [entry.findtext(f"{ATOM}title") for entry in tree(stories(plan, "da")).iter(f"{ATOM}entry")]
    assert titles == ["Et år"]


def test_a_language_without_stories_is_no_alternate() -> None:
    """Where the page is left out there is no feed, and no other feed leads to it."""
    site = changed(SITE, languages="[en, da]", fallback="omit")
    made = files(portal(sites__portal=site, stories__year__da=None))
    links = [link.get("href") for link in tree(made[STORIES]).findall(f"{ATOM}link")]
    assert f"da/{STORIES}" not in made
    assert links == ["https://portal.example.org/feeds/stories.xml", "https://portal.example.org/stories/"]


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_any_title_is_well_formed(title: str) -> None:
    """Ampersands, quotation marks, emoji: an XML parser reads the feed and finds the title."""
    headline = json.dumps(f'{title} & "b"', ensure_ascii=False)
    plan = portal(stories__year=changed(STORY, headline=headline), stories__year__da=None)
    (entry,) = tree(stories(plan)).iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == str(plan.view.of(Story)[0].headline)


def test_a_site_without_calls_has_no_feed_of_calls() -> None:
    """No page, no feed."""
    made = files(portal(calls__mentors=None, calls__mentors__da=None))
    assert [path for path in (CALLS, STORIES) if path in made] == [STORIES]
