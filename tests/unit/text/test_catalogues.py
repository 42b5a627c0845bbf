"""The shipped catalogues are complete, and right in what a machine can tell."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog

from generator.text.catalogues import check_catalogue
from generator.text.locales import babel_locale
from generator.text.messages import catalogue_path, forms, load_messages, plural_rule, read_catalogue
from generator.text.theme import theme_languages

ROOT = Path(__file__).resolve().parents[3]
THEME = ROOT / "theme"
LANGUAGES = sorted(theme_languages(THEME))
TRANSLATED = [language for language in LANGUAGES if language != "en"]
USED = re.compile(r'\b(?:_|ngettext)\(\s*"((?:[^"\\]|\\.)+)"')


def catalog(language: str) -> Catalog:
    """The catalogue of a language."""
    return read_catalogue(catalogue_path(THEME, language))


def msgids(language: str) -> list[object]:
    """The keys of a catalogue in file order."""
    return [message.id for message in catalog(language) if message.id]


def sentences(call: ast.Call) -> set[str]:
    """The literal sentences that a call of `say` or `plural` may ask for, both sides of a choice included."""
    if not (isinstance(call.func, ast.Attribute) and call.func.attr in {"say", "plural"} and call.args):
        return set()
    first = call.args[0]
    options = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
    return {
        option.value
        for option in options
        if isinstance(option, ast.Constant) and isinstance(option.value, str)
    }


def literals() -> set[str]:
    """Sentences that templates and views ask for in so many words."""
    found: set[str] = set()
    for template in (THEME / "templates").rglob("*.html"):
        found |= set(USED.findall(template.read_text("utf-8")))
    for module in (ROOT / "generator" / "render").rglob("*.py"):
        calls = (
            node for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call)
        )
        found = found.union(*map(sentences, calls))
    return found


def test_the_seven_languages_are_there() -> None:
    """The portals of the network are in these languages."""
    assert {"en", "de", "da", "nb", "ar", "uk", "tr"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_no_findings(language: str) -> None:
    """Slots, markup, plural forms and length are right, and nothing is in doubt."""
    assert [finding.text for finding in check_catalogue(catalogue_path(THEME, language))] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_has_the_messages_of_the_english_one_in_its_order(language: str) -> None:
    """Files that go side by side are easy to compare, and nothing is missing or left over."""
    assert msgids(language) == msgids("en")


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    """No sentence is left in English."""
    assert [
        message.id for message in catalog(language) if message.id and not all(forms(message) or ("",))
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_names_the_language(language: str) -> None:
    """A file in the wrong folder is noticed."""
    head = catalogue_path(THEME, language).read_text("utf-8").split("\n\n")[0]
    assert f'"Language: {language}\\n"' in head


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plural_rule_is_the_one_of_cldr(language: str) -> None:
    """The header parts the numbers exactly as CLDR does."""
    rule, locale = plural_rule(catalog(language)), babel_locale(language)
    assert isinstance(locale, Locale)
    pairs = {(rule(n), locale.plural_form(n)) for n in range(1000)}
    assert len(pairs) == len({form for form, _ in pairs}) == len({category for _, category in pairs})


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_ask_for_nothing_unknown(language: str) -> None:
    """Every sentence that a template or a view asks for has its translation."""
    messages = load_messages(THEME, language)
    for sentence in sorted(literals()):
        messages.get(sentence)
    assert messages.missing == set()


def test_sentences_are_found_in_templates_and_views() -> None:
    """The search that the test above relies on finds sentences of both kinds."""
    assert {"Who can take part", "Home", "Answers within {n} day", "Last checked: {date}"} <= literals()
