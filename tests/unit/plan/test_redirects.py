"""Old addresses: which lead where, in which languages, and which cannot be."""

from __future__ import annotations

from support.records import GUIDE, MINIMAL, PLACE, SITE, catalog_of, changed, page, view_of

from generator.plan.build import plan_site
from generator.plan.site_plan import SitePlan

FILES = {
    "programmes/bridge.yml": MINIMAL["programmes"],
    "organisations/association.yml": MINIMAL["organisations"],
    "guides/steps.yml": GUIDE,
    "sites/portal.yml": changed(SITE, languages="[en, da]"),
}
ABOUT = page("portal", "about", "---\ntitle: About\n---\nWe.\n")


def planned(files: dict[str, str]) -> tuple[SitePlan, list[str]]:
    """The plan of the site and the codes of what is wrong."""
    plan, findings = plan_site(view_of(catalog_of(files, (ABOUT,))))
    return plan, [finding.code for finding in findings]


def ways(plan: SitePlan) -> list[tuple[str, str]]:
    """Old and new output path of each redirect."""
    path = plan.addresses.path
    return [
        (path(found.language, found.route), path(found.target.language, found.target.route))
        for found in plan.redirects
    ]


def redirected(old: str, new: str) -> dict[str, str]:
    """The files of a portal with one redirect of the site."""
    site = changed(FILES["sites/portal.yml"], redirects=f"[{{old: {old}, new: {new}}}]")
    return {**FILES, "sites/portal.yml": site}


def test_former_id_leads_to_the_page_in_every_language() -> None:
    """Each language keeps the address that the record had."""
    plan, codes = planned({**FILES, "guides/steps.yml": changed(GUIDE, former_ids="[begin]")})
    assert ways(plan) == [
        ("da/guides/begin/index.html", "da/guides/steps/index.html"),
        ("guides/begin/index.html", "guides/steps/index.html"),
    ]
    assert codes == []


def test_redirect_without_language_holds_for_all() -> None:
    """An address below the site is meant in each language."""
    plan, codes = planned(redirected("about-us/", "about/"))
    assert ways(plan) == [
        ("about-us/index.html", "about/index.html"),
        ("da/about-us/index.html", "da/about/index.html"),
    ]
    assert codes == []


def test_redirect_with_language_holds_for_that_one() -> None:
    """An address that begins with a language's folder is that language's."""
    plan, codes = planned(redirected("/da/kontakt.html", "about"))
    assert ways(plan) == [("da/kontakt.html", "da/about/index.html")]
    assert codes == []


def test_redirect_may_lead_to_another_language() -> None:
    """A language in the new address is kept."""
    plan, codes = planned(redirected("om/", "da/about/"))
    assert ways(plan) == [
        ("da/om/index.html", "da/about/index.html"),
        ("om/index.html", "da/about/index.html"),
    ]
    assert codes == []


def test_redirect_to_the_home_page() -> None:
    """A slash alone is the home page."""
    plan, codes = planned(redirected("start/", "/"))
    assert ways(plan) == [("da/start/index.html", "da/index.html"), ("start/index.html", "index.html")]
    assert codes == []


def test_former_id_of_another_record_is_refused() -> None:
    """An id in use cannot be a former one; said once, not once a language."""
    files = {**FILES, "guides/steps.yml": changed(GUIDE, former_ids="[next]"), "guides/next.yml": GUIDE}
    plan, codes = planned(files)
    assert (ways(plan), codes) == ([], ["PP620"])


def test_two_redirects_in_a_ring_are_refused() -> None:
    """What leads to another old address leads to no page."""
    rules = "[{old: a/, new: b/}, {old: b/, new: a/}]"
    plan, codes = planned({**FILES, "sites/portal.yml": changed(FILES["sites/portal.yml"], redirects=rules)})
    assert (ways(plan), codes) == ([], ["PP621", "PP621"])


def test_generated_folders_cannot_be_old_addresses() -> None:
    """Where files of the build stand, no redirect may."""
    assert planned(redirected("api/things/", "about/"))[1] == ["PP620"]


def test_two_records_cannot_share_a_former_id() -> None:
    """Readers can be sent to one page only."""
    files = {**FILES, "guides/next.yml": changed(GUIDE, former_ids="[begin]")}
    files["guides/steps.yml"] = changed(GUIDE, former_ids="[begin]")
    assert planned(files)[1] == ["PP622"]


def test_partial_plan_has_redirects_of_its_languages() -> None:
    """A build of one language has that language's old addresses, at its own root."""
    files = {**FILES, "guides/steps.yml": changed(GUIDE, former_ids="[begin]")}
    plan, _ = plan_site(view_of(catalog_of(files, (ABOUT,))), ("da",))
    assert ways(plan) == [("guides/begin/index.html", "guides/steps/index.html")]


def test_former_ids_of_places_and_calls_are_read() -> None:
    """Every kind with a page of its own keeps old addresses."""
    files = {
        **FILES,
        "places/odense.yml": changed(PLACE, former_ids="[othinse]"),
        "programmes/bridge.yml": changed(MINIMAL["programmes"], places="[odense]"),
    }
    assert ("places/othinse/index.html", "places/odense/index.html") in ways(planned(files)[0])
