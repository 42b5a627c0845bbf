"""The content policy: what it allows, and that the headers for hosts say the same and more."""

from __future__ import annotations

import pytest

from generator.clock import read_clock
from generator.plan.routes import NOT_FOUND
from generator.plan.site_plan import SitePlan
from generator.render.extras import site_files
from generator.render.html import not_found_page
from generator.render.pictures.gallery import NO_PICTURES
from generator.render.policy import HEADERS, PAGE_POLICY, headers_file
from tests.support.output import THEME, page_at, rendered
from tests.support.portal import TODAY
from tests.support.records import ORGANISATION, PROGRAMME, SITE, catalog_of, plan_of


@pytest.fixture
def plan() -> SitePlan:
    """A site with one programme."""
    return plan_of(
        catalog_of(
            {
                "organisations/association.yml": ORGANISATION,
                "programmes/bridge.yml": PROGRAMME,
                "sites/portal.yml": SITE,
            }
        )
    )


def directives(policy: str) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in policy.split(";"))


def test_policy_allows_own_files_only() -> None:
    """Nothing but files of the site itself may be loaded; of pictures also those inside style sheets."""
    assert directives(PAGE_POLICY) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
    }


@pytest.mark.parametrize("word", ["unsafe", "*", "http", "frame-ancestors", "report-uri", "sandbox"])
def test_policy_of_a_page_has_no_such_word(word: str) -> None:
    """No unsafe source, no host, and nothing that browsers ignore in a `<meta>`."""
    assert word not in PAGE_POLICY


def test_header_adds_who_may_frame() -> None:
    """The response header has the page's policy and forbids other sites to show it in a frame."""
    extra = directives(HEADERS["Content-Security-Policy"]).items() - directives(PAGE_POLICY).items()
    assert extra == {("frame-ancestors", "'none'")}


def test_headers_file_is_one_rule_for_all_addresses() -> None:
    """The file has the pattern for everything and one indented line for each header."""
    first, *lines = headers_file().decode("ascii").splitlines()
    assert (first, dict(line.removeprefix("  ").split(": ", 1) for line in lines)) == ("/*", HEADERS)
    assert [line for line in lines if not line.startswith("  ") or len(line) > 2000] == []


def test_hosts_are_told_what_protects_readers() -> None:
    """No type is guessed, no other site learns where a reader comes from, and no page asks for a camera."""
    assert (HEADERS["X-Content-Type-Options"], HEADERS["Referrer-Policy"]) == ("nosniff", "same-origin")
    assert "camera=()" in HEADERS["Permissions-Policy"].split(", ")


def test_every_site_has_the_headers_file(plan: SitePlan) -> None:
    """The file stands at the root of a site."""
    files = site_files(plan, NO_PICTURES, THEME, read_clock(TODAY))
    assert files["_headers"] == headers_file()


@pytest.mark.parametrize("route", ["", "programmes/bridge/", NOT_FOUND])
def test_every_page_is_given_the_policy(plan: SitePlan, route: str) -> None:
    """The shell has the policy for each page, the 404 page included."""
    page = rendered(plan, not_found_page("en")) if route == NOT_FOUND else page_at(plan, route)
    assert page.view["policy"] == PAGE_POLICY  # type: ignore[attr-defined]
