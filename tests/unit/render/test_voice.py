"""How a page speaks: fallback is marked, everything is escaped, links are relative, dates are in words."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from markupsafe import escape

from generator.model.fields.text import Prose, Text
from generator.plan.routes import NOT_FOUND
from generator.plan.site_plan import PlannedPage
from generator.render.html import not_found_page
from generator.render.voice import TextView, Voice
from generator.text.messages import load_messages
from tests.support.output import THEME, on_page
from tests.support.records import CALL, ORGANISATION, PROGRAMME, SITE, catalog_of, changed, plan_of


def voice(language: str = "en", route: str = "programmes/bridge/") -> Voice:
    """The voice of a page of a site in English (default), Danish and Arabic."""
    files = {
        "organisations/association.yml": ORGANISATION,
        "programmes/bridge.yml": PROGRAMME,
        "calls/call.yml": CALL,
        "sites/portal.yml": changed(SITE, languages="[en, da, ar]"),
    }
    plan = plan_of(catalog_of(files))
    page = plan.page(language, route) or not_found_page(language)
    return Voice(plan, page, load_messages(THEME, language))


DANISH = Text("da", {"da": "Hej & farvel", "uk": "Привіт"})


@pytest.mark.parametrize(
    ("text", "language", "html"),
    [
        (DANISH, "da", "Hej &amp; farvel"),
        (DANISH, "en", '<span lang="da" dir="ltr">Hej &amp; farvel</span>'),
        (Text("ar", {"ar": "مرحبا"}), "en", '<span lang="ar" dir="rtl">مرحبا</span>'),
        (Text("ckb", {"ckb": "سڵاو"}), "da", '<span lang="ckb" dir="rtl">سڵاو</span>'),
        (Text("da", {"da": "Hej", "en": "Hi"}), "ar", '<span lang="en" dir="ltr">Hi</span>'),
        (Text("da", {"da": "Hej", "ar": "مرحبا"}), "ar", "مرحبا"),
    ],
)
def test_a_line_in_another_language_is_marked(text: Text, language: str, html: str) -> None:
    """Screen readers and browsers learn language and direction of what had to fall back, of nothing else."""
    assert html == str(escape(voice(language).text(text)))


def test_prose_in_another_language_is_marked_as_a_block() -> None:
    """Rendered Markdown has its language on the block around it, and says it above in the reader's words."""
    found = voice("ar").prose(Prose("da", {"da": "Hej *du*"}), "text")
    assert str(escape(found)) == (
        '<p class="written">لغة هذا النص: الدانمركية</p>\n'
        '<div lang="da" dir="ltr"><p>Hej <em>du</em></p>\n</div>'
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Language of this text: Danish"), ("ar", "لغة هذا النص: الدانمركية"), ("da", "")],
)
def test_a_card_says_once_in_which_language_it_is(language: str, said: str) -> None:
    """However many of its lines had to fall back; nothing is said of the reader's own language."""
    found = voice(language)
    line = found.text(DANISH)
    assert found.written_in(line, (line, "12", None)) == said


def test_the_language_of_the_notice_is_not_said_again() -> None:
    """A page shown in English with a notice has no further word at its English lines."""
    found = voice("ar", "calls/call/")
    assert found.page.is_fallback
    assert found.written_in(found.text(Text("en", {"en": "Hi"}))) == ""


@pytest.mark.parametrize(
    "view",
    [
        TextView("<script>alert(1)</script>", "en", False),
        TextView("<script>alert(1)</script>", "en", True),
        TextView('"><script>', 'x" onload="y', True),
    ],
)
def test_a_line_is_never_markup(view: TextView) -> None:
    """Whatever a text holds, it is printed as text."""
    html = str(escape(view))
    assert ("<script>" in html, 'onload="y"' in html) == (False, False)


def test_prose_holds_no_tag_of_its_author() -> None:
    """HTML inside Markdown is shown, not obeyed."""
    found = voice().prose(Prose("en", {"en": "a <script>alert(1)</script> [b](javascript:alert(1))"}), "text")
    assert found is not None
    assert ("<script" in found.html, "href" in found.html) == (False, False)


def test_nothing_stays_nothing() -> None:
    """A text that is not there is not an empty one."""
    speaker = voice()
    assert (speaker.line(None), speaker.prose(None, "text"), speaker.summary(None)) == (None, None, "")


def test_a_summary_is_plain_text() -> None:
    """Descriptions have no Markdown and no marks."""
    assert voice("da").summary(Prose("en", {"en": "A **b** [c](https://example.org/)"})) == "A b c"


@pytest.mark.parametrize(
    ("language", "route", "links"),
    [
        ("en", "", ("./", "./media/x.png", "./da/calls/")),
        ("en", "programmes/bridge/", ("../../", "../../media/x.png", "../../da/calls/")),
        ("da", "", ("../da/", "../media/x.png", "../da/calls/")),
        ("da", "programmes/bridge/", ("../../../da/", "../../../media/x.png", "../../../da/calls/")),
        ("da", NOT_FOUND, ("/da/", "/media/x.png", "/da/calls/")),
    ],
)
def test_links_lead_from_the_page(language: str, route: str, links: tuple[str, ...]) -> None:
    """By way of the site's folder; from the root of the host on the 404 page, which is served under any address."""
    speaker = voice(language, route)
    made = (speaker.to(""), speaker.to_file("media/x.png"), speaker.to_language("da", "calls/"))
    assert on_page(speaker, made) == links


def test_a_page_knows_what_its_language_has() -> None:
    """Links to pages that are not there are not made."""
    assert (voice().has("calls/call/"), voice().has("guides/")) == (True, False)


@pytest.mark.parametrize(
    ("starts", "ends", "city", "words"),
    [
        ("2026-12-03 17:00", None, False, "Thursday, 3 December 2026, 17:00"),
        ("2026-12-03 17:00", None, True, "Thursday, 3 December 2026, 17:00 (Copenhagen)"),
        (
            "2026-12-03 17:00",
            "2026-12-03 18:30",
            False,
            'Thursday, 3 December 2026, <bdi dir="ltr">17:00–18:30</bdi>',
        ),
        (
            "2026-12-03 17:00",
            "2026-12-03 18:30",
            True,
            'Thursday, 3 December 2026, <bdi dir="ltr">17:00–18:30</bdi> (Copenhagen)',
        ),
        (
            "2026-12-03 23:00",
            "2026-12-04 01:00",
            True,
            "Thursday, 3 December 2026, 23:00 – Friday, 4 December 2026, 01:00 (Copenhagen)",
        ),
    ],
)
def test_a_meeting_has_its_whole_time(starts: str, ends: str | None, city: bool, words: str) -> None:
    """Weekday, date, beginning and end; whose time it is where that can be doubted."""
    first = datetime.fromisoformat(starts)
    last = datetime.fromisoformat(ends) if ends else None
    assert words == voice().span(first, last, "Europe/Copenhagen", city=city)


def test_facts_are_written_as_the_reader_writes_them() -> None:
    """Dates, spans, lengths, rates, numbers and names of languages localise themselves."""
    speaker = voice("da")
    assert (
        speaker.date(date(2026, 12, 3)),
        speaker.hours(time(9), time(15, 30)),
        speaker.duration(4, 12, "month"),
        speaker.duration(6, None, "month"),
        speaker.rate(2, "month"),
        speaker.number(1234),
        speaker.language_names(("da", "ar", "prs")),
        voice("ar").direction,
    ) == (
        "3. december 2026",
        "09.00–15.30",
        "4–12 måneder",
        "6 måneder",
        "2 timer pr. måned",
        "1.234",
        "dansk, arabisk og dari",
        "rtl",
    )


def test_a_planned_page_is_the_voices_own() -> None:
    """The language is that which the reader asked for, not that of the text."""
    page = PlannedPage("call", "calls/call/", "da", "en")
    assert Voice(voice().plan, page, load_messages(THEME, "da")).language == "da"
