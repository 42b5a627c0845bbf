"""Reader's words from PO files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import RenderError
from generator.text.messages import Messages, catalogue_path, load_messages
from generator.text.slots import ROUTE, SITE

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {rule}\\n"\n\n'
TWO = "nplurals=2; plural=(n != 1);"
THREE = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
)
DAYS = 'msgid "in {n} day"\nmsgid_plural "in {n} days"\n'


def theme(folder: Path, **bodies: str) -> Path:
    """Write catalogues, `pt_BR` for `pt-BR`; an English one is always there."""
    bodies = {"en": 'msgid "Menu"\nmsgstr ""\n\n' + DAYS + 'msgstr[0] ""\nmsgstr[1] ""\n', **bodies}
    for name, body in bodies.items():
        path = catalogue_path(folder, name.replace("_", "-"))
        path.parent.mkdir(parents=True)
        path.write_text(HEADER.format(rule=THREE if name == "uk" else TWO) + body, "utf-8")
    return folder


def read(folder: Path, language: str, **bodies: str) -> Messages:
    """The messages of a theme with these catalogues."""
    return load_messages(theme(folder, **bodies), language)


def test_a_sentence_is_found_by_its_english(tmp_path: Path) -> None:
    """The English sentence is the key."""
    assert read(tmp_path, "de", de='msgid "Menu"\nmsgstr "Menü"\n').get("Menu") == "Menü"


def test_slots_are_filled_once(tmp_path: Path) -> None:
    """A value that looks like a slot stays as it is."""
    messages = read(tmp_path, "de", de='msgid "{a} in {b}"\nmsgstr "{b}: {a}"\n')
    assert messages.get("{a} in {b}", a="{b}", b="Bonn") == "Bonn: {b}"


def test_a_translation_is_no_format_string(tmp_path: Path) -> None:
    """Attribute access in a translation is text."""
    messages = read(tmp_path, "de", de='msgid "Hi {n}"\nmsgstr "{n.__class__} {0} {n}"\n')
    assert messages.get("Hi {n}", n=1) == "{n.__class__} {0} 1"


def test_a_translation_holds_no_slot_of_pages(tmp_path: Path) -> None:
    """Characters that stand for an address until the page is whole would be replaced by one."""
    messages = read(tmp_path, "de", de=f'msgid "Menu"\nmsgstr "Me{SITE}n{ROUTE}ü"\n')
    assert messages.get("Menu") == "Me\ufffdn\ufffdü"


def test_a_missing_translation_is_english_and_recorded(tmp_path: Path) -> None:
    """A reader sees English, the report sees what is missing."""
    messages = read(tmp_path, "de", de='msgid "Menu"\nmsgstr ""\n')
    assert (messages.get("Menu"), messages.missing) == ("Menu", {"Menu"})


def test_english_misses_only_what_it_does_not_list(tmp_path: Path) -> None:
    """The English catalogue lists the sentences; an unlisted one is reported."""
    messages = read(tmp_path, "en")
    assert (messages.get("Menu"), messages.get("Extra"), messages.missing) == ("Menu", "Extra", {"Extra"})


def test_a_region_uses_its_language(tmp_path: Path) -> None:
    """`pt-BR` falls back to `pt`, sentence by sentence, and that is not missing."""
    messages = read(
        tmp_path, "pt-BR", pt_BR='msgid "A"\nmsgstr "a-BR"\n', pt='msgid "Menu"\nmsgstr "Cardápio"\n'
    )
    assert (messages.get("A"), messages.get("Menu"), messages.missing) == ("a-BR", "Cardápio", set())


def test_a_language_without_catalogue_is_english(tmp_path: Path) -> None:
    """A new language works before anybody translated a word."""
    assert read(tmp_path, "so").get("Menu") == "Menu"


def test_doubtful_translations_are_not_used(tmp_path: Path) -> None:
    """A message marked as fuzzy waits for a person."""
    assert read(tmp_path, "de", de='#, fuzzy\nmsgid "Menu"\nmsgstr "Karte"\n').get("Menu") == "Menu"


@pytest.mark.parametrize(
    ("n", "expected"),
    [(1, "за 1 день"), (2, "за 2 дні"), (5, "за 5 днів"), (21, "за 21 день"), (1000, "за 1\xa0000 днів")],
)
def test_the_header_chooses_the_plural(tmp_path: Path, n: int, expected: str) -> None:
    """The rule of the catalogue decides, and the number is written as the language writes it."""
    body = DAYS + 'msgstr[0] "за {n} день"\nmsgstr[1] "за {n} дні"\nmsgstr[2] "за {n} днів"\n'
    assert read(tmp_path, "uk", uk=body).plural("in {n} day", "in {n} days", n) == expected


@pytest.mark.parametrize(("n", "expected"), [(1, "in 1 day"), (2, "in 2 days")])
def test_untranslated_plurals_are_english(tmp_path: Path, n: int, expected: str) -> None:
    """English chooses between its own two forms."""
    assert read(tmp_path, "so").plural("in {n} day", "in {n} days", n) == expected


def test_a_changed_catalogue_is_read_again(tmp_path: Path) -> None:
    """Its words are seen although its size and its time are as before: whoever translates looks at the page."""
    assert read(tmp_path, "de", de='msgid "Menu"\nmsgstr "Menü"\n').get("Menu") == "Menü"
    path = catalogue_path(tmp_path, "de")
    before = path.stat()
    path.write_bytes(path.read_bytes().replace("Menü".encode(), b"Karte"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert load_messages(tmp_path, "de").get("Menu") == "Karte"


def test_a_catalogue_is_parsed_once_and_what_is_missing_is_each_readers_own(tmp_path: Path) -> None:
    """Loading again gives the same catalogue, and nothing of what the first reader missed."""
    first = read(tmp_path, "de", de='msgid "Menu"\nmsgstr ""\n')
    first.get("Menu")
    again = load_messages(tmp_path, "de")
    assert again.catalogues[0] is first.catalogues[0]
    assert (first.missing, again.missing) == ({"Menu"}, set())


def test_two_languages_with_the_same_words_stay_two(tmp_path: Path) -> None:
    """Files that are equal, byte for byte, belong each to its own language."""
    body = 'msgid "Menu"\nmsgstr "Meny"\n'
    found = [read(tmp_path, "nb", nb=body, sv=body), load_messages(tmp_path, "sv")]
    assert [messages.catalogues[0].language for messages in found] == ["nb", "sv"]


@pytest.mark.parametrize("body", ["msgid Menu\n", 'msgid "Menu"\n"', 'msgid "a"\nmsgstr "b"\nwhat is this\n'])
def test_a_broken_catalogue_is_named(tmp_path: Path, body: str) -> None:
    """A person sees which file, not a traceback."""
    with pytest.raises(RenderError, match=r"locales/de/LC_MESSAGES/portal\.po"):
        read(tmp_path, "de", de=body)


def test_a_plural_rule_is_no_code(tmp_path: Path) -> None:
    """The rule is C's arithmetic on `n` and nothing else."""
    path = catalogue_path(theme(tmp_path, de=""), "de")
    path.write_text(HEADER.format(rule="nplurals=2; plural=__import__('os').getpid();"), "utf-8")
    with pytest.raises(RenderError, match=r"portal\.po"):
        load_messages(tmp_path, "de")
