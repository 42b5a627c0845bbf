"""`sitemap.xml` with alternates, and `robots.txt` (sitemaps.org 0.9).

Takes a plan, returns bytes. Pages shown in place of a translation are not listed; a hidden site lists nothing.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from generator.plan.site_plan import PlannedPage, SitePlan

_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(plan: SitePlan) -> bytes:
    """Return the sitemap of a site, in order of language and route."""
    hidden = plan.view.site.status == "hidden"
    entries = "" if hidden else "".join(_entry(plan, page) for page in plan.pages if not page.is_fallback)
    return f"{_OPEN}{entries}</urlset>\n".encode()


def _entry(plan: SitePlan, page: PlannedPage) -> str:
    alternates = plan.alternates(page.route)
    lines = [f"    <loc>{escape(plan.addresses.absolute(page.language, page.route))}</loc>"]
    if len(alternates) > 1:
        marked = [*alternates.items(), ("x-default", next(iter(alternates.values())))]
        lines += [
            f'    <xhtml:link rel="alternate" hreflang={quoteattr(language)} href={quoteattr(url)}/>'
            for language, url in marked
        ]
    return "  <url>\n" + "\n".join(lines) + "\n  </url>\n"


def robots(plan: SitePlan) -> bytes:
    """Return `robots.txt`: everything may be read, unless the site is hidden."""
    if plan.view.site.status == "hidden":
        return b"User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {plan.addresses.base}sitemap.xml\n".encode()
