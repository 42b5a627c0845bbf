"""The style rules of a list's form: one for each value, escaped, none where nothing can be chosen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.render.filter_css import css_string, filter_css
from tests.support.records import (
    COORDINATOR,
    ORGANISATION,
    PLACE,
    PROGRAMME,
    SITE,
    catalog_of,
    changed,
    plan_of,
)

FILES = {
    "organisations/association.yml": ORGANISATION,
    "programmes/bridge.yml": PROGRAMME,
    "sites/portal.yml": SITE,
}
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6}) ")


def directory(*languages: str) -> str:
    """The rules of a site whose coordinators speak one language each."""
    files = {
        f"coordinators/person{index}.yml": changed(COORDINATOR, languages=f"[{code}]")
        for index, code in enumerate(languages)
    }
    return filter_css(plan_of(catalog_of({**FILES, **files})))


def test_a_value_has_one_rule() -> None:
    """The chosen option hides on screens what does not have its value."""
    assert directory("da", "ar", "da", "uk").splitlines()[1] == (
        '  .filtered:has(select[name="language"] > option[value="ar"]:checked)'
        ' [data-language]:not([data-language~="ar"]) { display: none; }'
    )


def test_rules_hold_on_screens_only() -> None:
    """Whatever is chosen, paper has the whole list."""
    text = directory("da", "ar", "da", "uk")
    outside = text.removeprefix("@media screen {\n").removesuffix("}\n")
    assert (len(text) - len(outside), outside.count("{")) == (18, outside.count("}"))


def places(count: int) -> int:
    """The bytes of the rules of a site with as many cities, each with somebody of its own."""
    names = [f"place-{number:03}" for number in range(count)]
    files = {f"places/{name}.yml": changed(PLACE, name=name) for name in names}
    files |= {f"coordinators/{name}.yml": changed(COORDINATOR, places=f"[{name}]") for name in names}
    bridge = changed(PROGRAMME, places=f"[{', '.join(names)}]")
    return len(filter_css(plan_of(catalog_of({**FILES, **files, "programmes/bridge.yml": bridge}))))


def test_a_hundred_cities_have_a_hundred_rules() -> None:
    """The sheet grows by the same few bytes for each city, and stays below 16 kB before it is packed."""
    grown = places(100) - places(50)
    assert (grown, places(100) < 16_000) == (places(75) - places(25), True)


def test_the_sentence_goes_by_kinds_of_cards() -> None:
    """It comes with any choice; one rule for all cards that differ in the first question only takes it away."""
    rules = [
        line.strip() for line in directory("da", "ar", "da", "uk").splitlines() if "filter__none" in line
    ]
    assert rules == [
        '.no-js .filtered--coordinators:has(select > option:not([value=""]):checked) .filter__none { display: block; }',
        '.no-js .filtered--coordinators:has(select[name="language"] > '
        'option:is([value=""], [value="ar"], [value="da"], [value="uk"]):checked)'
        " .filter__none.filter__none { display: none; }",
    ]


def test_a_site_without_forms_has_no_rules() -> None:
    """Three coordinators need no form."""
    assert directory("da", "ar", "uk") == ""


@pytest.mark.parametrize(
    ("text", "css"),
    [
        ("odense", '"odense"'),
        ("_online", '"_online"'),
        ('a"]{}', '"a\\22 \\5d \\7b \\7d "'),
        ("</style>", '"\\3c \\2f style\\3e "'),
        ("\n", '"\\a "'),
    ],
)
def test_a_text_is_one_string_of_css(text: str, css: str) -> None:
    """Nothing in a value can end the string, the rule or the sheet."""
    assert css_string(text) == css


@given(some.text())
def test_a_string_of_css_says_the_text_again(text: str) -> None:
    """Whatever is escaped can be read back, and what is not is harmless."""
    written = css_string(text)[1:-1]
    back = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), written)
    bare = _ESCAPE.sub("", written)
    assert (back, re.fullmatch(r"[A-Za-z0-9_-]*", bare) is not None) == (text, True)
