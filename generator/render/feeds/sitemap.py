"""`sitemap.xml` with alternates, and `robots.txt` (sitemaps.org 0.9).

Takes a plan, returns bytes. Pages shown in place of a translation are not listed; a hidden site lists nothing.
"""

from __future__ import annotations

from functools import cache
from xml.sax.saxutils import escape, quoteattr

from generator.plan.site_plan import PlannedPage, SitePlan

_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(plan: SitePlan) -> bytes:
    """Return the sitemap of a site, in order of language and route."""
    hidden = plan.view.site.status == "hidden"
    alternates = cache(lambda route: _alternates(plan, route))  # the same in every language
    shown = () if hidden else (page for page in plan.pages if not page.is_fallback)
    entries = "".join(_entry(plan, page, alternates(page.route)) for page in shown)
    return f"{_OPEN}{entries}</urlset>\n".encode()


def _entry(plan: SitePlan, page: PlannedPage, alternates: str) -> str:
    address = escape(plan.addresses.absolute(page.language, page.route))
    return f"  <url>\n    <loc>{address}</loc>\n{alternates}  </url>\n"


def _alternates(plan: SitePlan, route: str) -> str:
    found = plan.alternates(route)
    if len(found) < 2:
        return ""
    marked = [*found.items(), ("x-default", next(iter(found.values())))]
    return "".join(
        f'    <xhtml:link rel="alternate" hreflang={quoteattr(language)} href={quoteattr(url)}/>\n'
        for language, url in marked
    )


def robots(plan: SitePlan) -> bytes:
    """Return `robots.txt`: everything may be read, unless the site is hidden."""
    if plan.view.site.status == "hidden":
        return b"User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {plan.addresses.base}sitemap.xml\n".encode()
