"""Codes, file names, pages and the registry say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import generator
from generator.check import registry, rules
from generator.check.registry import BY_CODE, RULES
from generator.check.rule import Rule
from generator.check.rules.pp608_reserved_page_name import RESERVED
from generator.plan import routes

PACKAGE = Path(generator.__file__).parent
FOLDER = Path(next(iter(rules.__path__)))
FILES = sorted(path for path in FOLDER.glob("*.py") if path.name != "__init__.py")
HEADINGS = ["What it does", "Why it matters", "Example", "Use instead"]
HEADINGS_WITHOUT_EXAMPLE = ["What it does", "Why it matters", "What to do"]
EVERY_RULE = [pytest.param(rule, id=rule.code) for rule in RULES]

FOUND_LATER = re.compile(r"PP(013|35\d|508|601|9\d\d)")
"""Found in settings, in catalogues, in the plan or in the output, or too large for a page: no example in a record."""


def headings(page: str) -> list[str]:
    """The lines of a page that are not indented, its title left aside."""
    return [line for line in page.strip().splitlines()[1:] if line and not line.startswith(" ")]


def test_codes_are_sorted_and_unique() -> None:
    """The registry lists each code once, in order."""
    codes = [rule.code for rule in RULES]
    assert sorted(set(codes)) == codes


def test_every_file_is_registered() -> None:
    """Each rule file is in the registry under its code, and the registry has no others."""
    assert [path.stem[:5].upper() for path in FILES] == [rule.code for rule in RULES]


def test_by_code_finds_every_rule() -> None:
    """`BY_CODE` has the rules of `RULES` under their codes."""
    assert {rule.code: rule for rule in RULES} == BY_CODE


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:5])
def test_file_name_says_what_is_wrong(path: Path) -> None:
    """A rule file is named by its code and two to six words."""
    assert re.fullmatch(r"pp\d{3}(_[a-z]+){2,6}|pp005_tag", path.stem)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:5])
def test_rule_file_is_short(path: Path) -> None:
    """A rule with its page has at most 120 lines."""
    assert len(path.read_text("utf-8").splitlines()) <= 120


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_page_has_its_headings(rule: Rule) -> None:
    """A page has the four parts in order; without an example, three."""
    expected = HEADINGS_WITHOUT_EXAMPLE if FOUND_LATER.fullmatch(rule.code) else HEADINGS
    assert expected == headings(rule.page)


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_title_is_one_sentence(rule: Rule) -> None:
    """A title is one line with a full stop, a capital letter and at most a hundred characters."""
    first = rule.page.strip().splitlines()[0]
    assert re.fullmatch(r"[A-Z][^.]{10,98}\.", first)


def test_titles_differ() -> None:
    """No two pages have the same title."""
    titles = [rule.title for rule in RULES]
    assert sorted(set(titles)) == sorted(titles)


def test_every_code_in_the_program_has_a_page() -> None:
    """Each code that a module names is registered, so that `portal explain` knows it."""
    named = {
        code
        for path in PACKAGE.rglob("*.py")
        for code in re.findall(r"""["'](PP\d{3})["']""", path.read_text("utf-8"))
    }
    assert named - BY_CODE.keys() == set()


def test_every_page_belongs_to_a_check() -> None:
    """A page without a check of its own documents a code that some other module of the program finds."""
    elsewhere = "".join(
        path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if FOLDER not in path.parents
    )
    assert [
        rule.code for rule in RULES if not (rule.check or rule.own) and f'"{rule.code}"' not in elsewhere
    ] == []


def test_reserved_names_are_those_of_the_routes() -> None:
    """PP608 refuses exactly the names that the plan keeps for itself."""
    assert routes.RESERVED == RESERVED


def test_registry_is_explicit() -> None:
    """The registry names every module in its text: nothing is found by searching folders."""
    text = Path(registry.__file__).read_text("utf-8")
    assert [path.stem for path in FILES if text.count(path.stem) != 2] == []
