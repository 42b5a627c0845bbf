"""The accessibility statement: where it stands, what it says from which facts, and who is told."""

from __future__ import annotations

import json
import re

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from generator.plan.site_plan import SitePlan
from generator.render.html import RenderedPage
from tests.support.output import page_at
from tests.support.records import (
    COORDINATOR,
    ORGANISATION,
    PROGRAMME,
    SITE,
    catalog_of,
    changed,
    page,
    plan_of,
)

ROUTE = "accessibility/"
SHORTFALL = "{id: reader, text: {en: No screen reader yet, da: Ingen skærmlæser endnu}, reason: not_met}"
STATEMENT = {
    "conformance": "partial",
    "standards": "[EN 301 549 v3.2.1, WCAG 2.2 AA]",
    "not_accessible": f"[{SHORTFALL}]",
    "prepared_on": "2026-02-03",
    "method": "self_assessment",
}


def plan(legal: str = "{}", **keys: str) -> SitePlan:
    """A site in English, Danish and Arabic whose statement has other or further facts."""
    facts = {**STATEMENT, **keys}
    flow = ", ".join(f"{key}: {value}" for key, value in facts.items())
    people = {"email": "anna@example.org", "role": "Anna's desk"}
    files = {
        "organisations/association.yml": ORGANISATION,
        "organisations/agency.yml": changed(
            ORGANISATION, name="The Agency", website="https://agency.example.org/"
        ),
        "programmes/bridge.yml": PROGRAMME,
        "coordinators/anna.yml": changed(COORDINATOR, **people),
        "coordinators/bo.yml": changed(
            COORDINATOR, email="bo@example.org", role="Bo's desk", programmes="[]"
        ),
        "coordinators/gone.yml": changed(
            COORDINATOR, email="gone@example.org", programmes="[]", valid_to="2026-01-31"
        ),
        "sites/portal.yml": changed(
            SITE, languages="[en, da, ar]", contact="anna", legal=legal, accessibility=f"{{{flow}}}"
        ),
    }
    return plan_of(catalog_of(files))


def words(found: RenderedPage) -> str:
    """The text of a page on one line."""
    return " ".join(HTMLParser(found.html.replace("<", " <")).text().split())


def statement(language: str = "en", legal: str = "{}", **keys: str) -> str:
    """The text of the statement of such a site."""
    return words(page_at(plan(legal, **keys), ROUTE, language))


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Accessibility statement"), ("da", "Tilgængelighedserklæring"), ("ar", "بيان سهولة الوصول")],
)
def test_the_page_is_there_in_every_language(language: str, title: str) -> None:
    """It is made of facts, so that no language waits for a translator."""
    assert page_at(plan(), ROUTE, language).title == title


def test_the_foot_of_every_page_leads_to_it() -> None:
    """Under the name that people and authorities look for."""
    legal = page_at(plan(), "programmes/bridge/").view["footer"]["legal"]
    assert legal == [{"title": "Accessibility statement", "url": "../../accessibility/"}]


@pytest.mark.parametrize(
    ("conformance", "sentence"),
    [
        ("full", "This website follows all rules of EN 301 549 v3.2.1 and WCAG 2.2 AA."),
        ("partial", "This website follows most rules of EN 301 549 v3.2.1 and WCAG 2.2 AA."),
        ("none", "This website does not follow the rules of EN 301 549 v3.2.1 and WCAG 2.2 AA."),
    ],
)
def test_it_says_how_far_the_rules_are_followed(conformance: str, sentence: str) -> None:
    """The claim is one sentence, with the standards by name."""
    assert sentence in statement(conformance=conformance)


def test_what_is_missing_stands_below_its_reason() -> None:
    """Reasons come in the order of the Decision, each once; a reason without a point is not named."""
    point = "{{id: {0}, text: Point {0}, reason: {1}}}"
    given = [("b", "third_party"), ("a", "not_met"), ("c", "third_party")]
    found = page_at(plan(not_accessible=f"[{', '.join(point.format(*pair) for pair in given)}]"), ROUTE).html
    part = found[found.index('id="missing"') : found.index('id="checks"')]
    assert re.findall(r"<h3>(.*?)</h3>|<li>(.*?)</li>", part) == [
        ("This does not follow the rules yet", ""),
        ("", "Point a"),
        ("Others make this, and we cannot change it", ""),
        ("", "Point b"),
        ("", "Point c"),
    ]


def test_what_to_use_instead_is_told() -> None:
    """A barrier with a way round it names the way."""
    point = "{id: a, text: No easy language, reason: out_of_scope, alternative: Call us}"
    assert "No easy language Use this instead: Call us" in statement(not_accessible=f"[{point}]")


def test_a_text_without_translation_keeps_its_language() -> None:
    """An Arabic page reads the English point as English, from left to right."""
    html = page_at(plan(), ROUTE, "ar").html
    assert '<li><span lang="en" dir="ltr">No screen reader yet</span></li>' in html


def test_checks_have_a_day_and_a_result() -> None:
    """A check without its day would be true for ever."""
    tools = "[{id: axe, tool: axe-core 4.12.1, checked_on: 2026-02-01, result: no_problems}]"
    human = "[{id: k, topic: keyboard, checked_on: 2026-02-02, result: problems, note: In the menu}]"
    text = statement(tool_checks=tools, human_checks=human)
    assert "axe-core 4.12.1 1 February 2026: no problems found" in text
    assert "Use without a mouse 2 February 2026: problems found In the menu" in text


def test_what_nobody_checked_is_said() -> None:
    """Silence about a check is not taken for a promise; a check that was done is not in the list."""
    human = "[{id: k, topic: keyboard, checked_on: 2026-02-02, result: no_problems}]"
    text = statement(human_checks=human)
    unchecked = text[text.index("Nobody has checked this yet:") :]
    assert ("Use with a screen reader" in unchecked, "Use without a mouse" in unchecked) == (True, False)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({}, "anna@example.org"),
        ({"contact": "bo"}, "bo@example.org"),
        ({"contact": "gone"}, "anna@example.org"),
    ],
    ids=["the site's", "its own", "the site's for one who has left"],
)
def test_it_says_whom_to_tell(keys: dict[str, str], told: str) -> None:
    """The statement's own contact, who need not belong to a programme, else the contact of the site."""
    text = statement(**keys)
    assert re.findall(r"\w+@example\.org", text.replace(" @", "@")) == [told]


def test_it_says_who_watches_over_the_rules() -> None:
    """With the way to that body; the organisation needs no other part in the site."""
    html = page_at(plan(enforcement="agency"), ROUTE).html
    assert '<a href="https://agency.example.org/">The Agency</a>' in html


def test_the_official_statement_is_linked_too() -> None:
    """Where the authorities keep statements in one place, the page leads there, and the foot to both."""
    found = page_at(plan("{accessibility_url: https://was.example.org/x}"), ROUTE)
    legal = found.view["footer"]["legal"]
    assert ('href="https://was.example.org/x"' in found.html, [link["url"] for link in legal]) == (
        True,
        ["https://was.example.org/x", "../accessibility/"],
    )
    assert [link["title"] for link in legal] == ["Accessibility statement", "Accessibility"]


def test_machines_are_told_when_it_was_reviewed() -> None:
    """The page is a WebPage with the day of the last look."""
    found = page_at(plan(reviewed_on="2026-03-04"), ROUTE)
    data = re.search(r"<script[^>]*>(.*)</script>", str(found.view["head"]), re.DOTALL)
    assert data is not None
    pages = [node for node in json.loads(data[1])["@graph"] if node["@type"] == "WebPage"]
    assert [(node["@id"], node["dateModified"]) for node in pages] == [
        ("https://portal.example.org/accessibility/", "2026-03-04")
    ]


def test_a_page_in_own_words_still_serves() -> None:
    """A site may write its statement itself, under any name."""
    files = {
        "organisations/association.yml": ORGANISATION,
        "programmes/bridge.yml": PROGRAMME,
        "sites/portal.yml": changed(SITE, legal="{accessibility: access}"),
    }
    own = page("portal", "access", "---\ntitle: Access\n---\nHi")
    found = page_at(plan_of(catalog_of(files, (own,))), "access/").view["footer"]
    assert found["legal"] == [{"title": "Accessibility", "url": "../access/"}]
