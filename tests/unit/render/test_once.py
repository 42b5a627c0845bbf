"""What the pages of a language share: made once for the same values, anew for others, and never of one page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from markupsafe import Markup, escape

from generator.model.programme import Programme
from generator.render.voice import Voice, shared
from tests.support.output import voice_at
from tests.support.records import ORGANISATION, PROGRAMME, SITE, catalog_of, changed, plan_of

PLAN = plan_of(
    catalog_of(
        {
            "organisations/association.yml": ORGANISATION,
            "programmes/first.yml": PROGRAMME,
            "programmes/second.yml": PROGRAMME,
            "sites/portal.yml": changed(SITE, languages="[en, da, ar]"),
        }
    )
)
FIRST, SECOND = (voice_at(PLAN, f"programmes/{id}/").page.record for id in ("first", "second"))
Told = list[tuple[Voice, object]]


def speakers(*routes: str, language: str = "en") -> list[Voice]:
    """The voices of pages of one language, with what they share."""
    shared_by_all: dict[object, object] = {}
    return [replace(voice_at(PLAN, route, language), made=shared_by_all) for route in routes]  # type: ignore[arg-type]


def teller() -> tuple[Callable[..., object], Told]:
    """A view that notes what it was given, and its notes; each thing that it makes is another object."""
    told: Told = []

    def make(voice: Voice, *about: object, **more: object) -> object:
        told.append((voice, (*about, *more.values())))
        return object()

    return make, told


def test_pages_of_a_language_share_what_is_made() -> None:
    """Two pages show one and the same thing."""
    home, programme = speakers("", "programmes/first/")
    make, told = teller()
    assert home.once(make, FIRST) is programme.once(make, FIRST)
    assert len(told) == 1


def test_another_language_makes_its_own() -> None:
    """What was made for Danish pages is not shown on English ones."""
    (english,), (danish,) = speakers(""), speakers("", language="da")
    make, told = teller()
    english.once(make, FIRST)
    danish.once(make, FIRST)
    assert [voice.language for voice, _ in told] == ["en", "da"]


def test_pages_with_texts_of_another_language_make_their_own() -> None:
    """What a page says of the language of its parts depends on the language of its own text."""
    home, fallback = speakers("", "programmes/first/", language="da")
    assert [home.page.content_language, fallback.page.content_language] == ["da", "en"]
    make, told = teller()
    assert home.once(make, FIRST) is not fallback.once(make, FIRST)
    assert [voice.page.content_language for voice, _ in told] == ["da", "en"]


def test_two_views_of_one_record_are_two() -> None:
    """The function is part of the name."""
    (home,) = speakers("")
    (one, _), (other, _) = teller(), teller()
    assert home.once(one, FIRST) is not home.once(other, FIRST)


def test_records_that_say_the_same_are_told_apart() -> None:
    """Two programmes may have all their texts in common, and still have addresses of their own."""
    (home,) = speakers("")
    make, told = teller()
    assert isinstance(FIRST, Programme)
    home.once(make, FIRST)
    home.once(make, SECOND)
    home.once(make, FIRST.model_copy())
    assert [about for _, about in told] == [(FIRST,), (SECOND,), (FIRST,)]


def test_tuples_of_records_are_told_apart() -> None:
    """By their records, number and order; a new tuple of the same records is no other."""
    (home,) = speakers("")
    make, told = teller()
    for about in ((FIRST, SECOND), (SECOND, FIRST), (FIRST,), ((FIRST,), SECOND), ()):
        assert home.once(make, about) is home.once(make, (*about,))
    assert len(told) == 5


def test_named_values_are_told_apart() -> None:
    """A keyword counts by its name and its value."""
    (home,) = speakers("")
    make, told = teller()
    for more in ({"large": True}, {"large": False}, {"half": True}, {}):
        assert home.once(make, FIRST, **more) is home.once(make, FIRST, **more)
    assert len(told) == 4


def test_text_is_not_taken_for_markup() -> None:
    """A string and markup of the same letters are printed differently."""
    (home,) = speakers("")

    def printed(_: Voice, text: str) -> Markup:
        return escape(text)

    assert [home.once(printed, Markup("<b>")), home.once(printed, "<b>")] == ["<b>", "&lt;b&gt;"]


def test_what_is_gone_is_not_mistaken_for_what_follows() -> None:
    """Values are known by identity, so none may go while something made of it is kept."""
    (home,) = speakers("")

    def doubled(_: Voice, numbers: list[int]) -> int:
        return 2 * numbers[0]

    assert [home.once(doubled, [number]) for number in range(50)] == [*range(0, 100, 2)]


def test_what_is_shared_knows_no_page() -> None:
    """It is given a voice with language and words, and without kind, route and record of the page that asked."""
    (programme,) = speakers("programmes/first/", language="da")
    make, told = teller()
    programme.once(make)
    ((voice, _),) = told
    page = voice.page
    assert (page.kind, page.route, page.record, page.language) == ("", "", None, "da")
    assert voice.say("Home") == "Forside"


def test_parts_of_what_is_shared_are_shared_too() -> None:
    """A card inside a card is made once, whoever asks first."""
    home, programme = speakers("", "programmes/first/")
    make, told = teller()

    @shared
    def outer(voice: Voice) -> object:
        return voice.once(make, FIRST)

    assert home.once(make, FIRST) is outer(programme)
    assert len(told) == 1


def test_yes_and_one_are_two() -> None:
    """Python takes them for equal; a view may print them."""
    (home,) = speakers("")
    make, told = teller()
    for value in (1, True, 0, False, "1"):
        home.once(make, value)
    assert [str(about) for _, about in told] == ["(1,)", "(True,)", "(0,)", "(False,)", "('1',)"]
