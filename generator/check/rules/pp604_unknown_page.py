"""A site names a page of its own that does not exist.

What it does
    Looks up the pages under `navigation` and `legal` in the site's folder `pages/`, and suggests the nearest.

Why it matters
    The entry would be missing from the menu, or the legal page from the foot of every page.

Example
    # sites/broen/site.yml
    legal:
      privacy: privatliv  # PP604

Use instead
    # sites/broen/site.yml
    legal:
      privacy: privacy
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.advice import Advice
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Severity
from generator.load.node import Path
from generator.model.site import Site

_LEGAL = ("imprint", "privacy", "accessibility")


def check(context: Context) -> Iterator[Flaw]:
    """Yield names of pages that the site does not have."""
    advice = Advice(context.catalog)
    pages: dict[str, list[str]] = {}
    for page in context.catalog.pages:
        pages.setdefault(page.site, []).append(page.name)
    for site in context.catalog.of(Site):
        known = tuple(pages.get(site.id, ()))
        names = frozenset(known)
        for path, name in _named(site):
            if name not in names:
                values = {"name": name, "file": f"sites/{site.id}/pages/{name}.md"}
                help = advice.word(name, known) or "write {file}"
                yield Flaw(site, path, 'there is no page "{name}", {file}', values, help)


def _named(site: Site) -> Iterator[tuple[Path, str]]:
    for index, entry in enumerate(site.navigation):
        if entry.page is not None:
            yield ("navigation", index, "page"), entry.page
    for key in _LEGAL:
        name: str | None = getattr(site.legal, key)
        if name is not None:
            yield ("legal", key), name


RULE = Rule("PP604", Severity.ERROR, "0.1", __doc__, check)
