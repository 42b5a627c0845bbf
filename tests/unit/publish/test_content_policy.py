"""Verification of the content policy: a page states it in time and has nothing that it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.expected import Expected, ExpectedPage
from generator.publish.plan import expected_of
from generator.publish.verify import verify
from generator.render.policy import PAGE_POLICY
from tests.support.records import ORGANISATION, PROGRAMME, SITE, catalog_of, plan_of

POLICY = "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'"
WEAK = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
SCRIPT = '<script src="a.js"></script>'


def told(folder: Path, head: str, body: str = "", policy: str = POLICY) -> list[tuple[str, int, str]]:
    """Code, line and sentence of each finding on a page with one line for its head and one for its body."""
    site = folder / "portal"
    site.mkdir(exist_ok=True)
    html = f'<!doctype html><html lang="en" dir="ltr">\n<head>{head}</head>\n<body>{body}</body></html>'
    (site / "404.html").write_text(html, "utf-8")
    for name in ("a.js", "a.css", "a.png"):
        (site / name).touch()
    page = ExpectedPage("404.html", "en", "ltr")
    expected = Expected("portal", "https://example.org/", (page,), policy)
    found = verify(folder, [expected])
    return [
        (finding.code, finding.position.line, finding.text) for finding in found if finding.code != "PP902"
    ]


@pytest.mark.parametrize(
    "body",
    [
        SCRIPT,
        '<script type="application/ld+json">{"@graph":[]}</script>',
        '<script type="application/json">{}</script>',
        '<a href="https://example.net/?q=javascript:1">Link</a>',
        '<p class="style" data-onclick="x">onclick="x"</p>',
        "<template><script>a()</script></template>",
    ],
)
def test_page_that_keeps_to_its_policy(tmp_path: Path, body: str) -> None:
    """Files, data blocks, plain links and inert content are fine."""
    assert told(tmp_path, META, body) == []


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<script>alert(1)</script>", "an inline script"),
        ("<script type=module>alert(1)</script>", "an inline script"),
        ('<script type="text/javascript">alert(1)</script>', "an inline script"),
        ('<script type="importmap">{}</script>', "an inline script"),
        ("<svg><script>alert(1)</script></svg>", "an inline script"),
        ("<style>p { color: red }</style>", "a <style> element"),
        ('<p style="color: red">', "a style attribute"),
        ('<p STYLE="color: red">', "a style attribute"),
        ('<img src="a.png" alt="" onerror="alert(1)">', "the handler onerror"),
        ("<svg onload=alert(1)>", "the handler onload"),
        ('<a href="javascript:alert(1)">x</a>', "an address with javascript:"),
        ('<a href=" java\tscript:alert(1)">x</a>', "an address with javascript:"),
        ('<form action="javascript:alert(1)"></form>', "an address with javascript:"),
    ],
)
def test_code_in_the_page(tmp_path: Path, body: str, what: str) -> None:
    """Whatever runs or styles without a file of its own is PP909 at its line."""
    assert told(tmp_path, META, body) == [("PP909", 3, f"the content policy refuses {what}")]


@pytest.mark.parametrize(
    ("head", "line", "text"),
    [
        ("", 1, "the page has no content policy"),
        (META.replace(POLICY, WEAK), 2, f"the content policy is not the site's: {WEAK}"),
        (META * 2, 2, f"the content policy is not the site's: {POLICY}; then {POLICY}"),
    ],
    ids=["none", "another", "two"],
)
def test_policy_that_is_not_the_sites(tmp_path: Path, head: str, line: int, text: str) -> None:
    """A page without the site's policy, or with another one, is PP909."""
    assert told(tmp_path, head) == [("PP909", line, text)]


@pytest.mark.parametrize(
    ("element", "tag"),
    [
        (SCRIPT, "script"),
        ('<link rel="stylesheet" href="a.css">', "link"),
        ('<link rel="icon" href="a.png">', "link"),
        ('<link rel="preload" href="a.js" as="script">', "link"),
    ],
)
def test_policy_that_comes_too_late(tmp_path: Path, element: str, tag: str) -> None:
    """What is loaded before the policy is not covered by it: PP909."""
    text = f"<{tag}> stands before the content policy, which does not cover it"
    assert told(tmp_path, element + META) == [("PP909", 2, text)]


def test_what_loads_nothing_may_stand_before_the_policy(tmp_path: Path) -> None:
    """The character set and a canonical address may come first."""
    assert told(tmp_path, '<meta charset="utf-8"><link rel="license" href="a.png">' + META, SCRIPT) == []


def test_policy_in_the_body_does_not_count(tmp_path: Path) -> None:
    """Browsers read the policy in the head only."""
    found = told(tmp_path, "<title>x</title>", f"<p>text</p>{META}")
    assert found == [("PP909", 3, "the page has no content policy")]


def test_site_without_a_policy_is_not_asked_for_one(tmp_path: Path) -> None:
    """Where no policy is expected, a style in the page is nobody's fault."""
    assert told(tmp_path, "", '<p style="color: red">', policy="") == []


def test_every_site_is_expected_to_keep_the_policy() -> None:
    """What is verified after a build asks for the policy that the pages are given."""
    files = {
        "organisations/association.yml": ORGANISATION,
        "programmes/bridge.yml": PROGRAMME,
        "sites/portal.yml": SITE,
    }
    assert expected_of(plan_of(catalog_of(files))).policy == PAGE_POLICY
