"""A site plan becomes what verification expects of the output.

Takes a plan, returns `Expected`: one entry per planned page, one 404 page per language, one
page at each old address, and the policy of all.
"""

from __future__ import annotations

from generator.plan.routes import NOT_FOUND
from generator.plan.site_plan import PlannedPage, SitePlan
from generator.publish.expected import X_DEFAULT, Expected, ExpectedPage
from generator.render.policy import PAGE_POLICY
from generator.text.locales import direction


def expected_of(plan: SitePlan) -> Expected:
    """Return what must be true of a built site."""
    pages = tuple(_page(plan, page) for page in plan.pages)
    errors = tuple(
        ExpectedPage(plan.addresses.path(language, NOT_FOUND), language, direction(language), indexable=False)
        for language in plan.languages
    )
    moved = tuple(
        ExpectedPage(
            plan.addresses.path(redirect.language, redirect.route),
            redirect.language,
            direction(redirect.language),
            plan.canonical(redirect.target),
            indexable=False,
        )
        for redirect in plan.redirects
    )
    return Expected(plan.id, plan.addresses.base, (*pages, *errors, *moved), PAGE_POLICY)


def _page(plan: SitePlan, page: PlannedPage) -> ExpectedPage:
    found = plan.alternates(page.route)
    alternates = (
        {} if page.is_fallback or len(found) < 2 else {**found, X_DEFAULT: next(iter(found.values()))}
    )
    return ExpectedPage(
        path=plan.addresses.path(page.language, page.route),
        language=page.language,
        direction=direction(page.language),
        canonical=plan.canonical(page),
        alternates=alternates,
        indexable=not page.is_fallback and plan.view.site.status == "live",
    )
