"""The pages that a new site needs: who publishes it, what happens to personal data, what it is about.

Takes a site's id, returns files below its folder. Each page has a placeholder, which `portal check` reports; only the
publisher can know these words.
"""

from __future__ import annotations

from generator.model.fields.problem import PLACEHOLDER

_PAGES = {
    "about": (
        "About this site",
        "Who is behind the site, whom it is for, and how programmes get on it.",
    ),
    "imprint": (
        "Imprint",
        "Name and address of the publisher, who represents it, how to reach it, and its register number.",
    ),
    "privacy": (
        "Privacy",
        "What personal data are kept, why and how long, whom to ask, and where to complain.",
    ),
}


def site_pages(id: str) -> dict[str, str]:
    """Return the pages of a new site by path. Their words are those of the site's first language, once written."""
    return {
        f"sites/{id}/pages/{name}.md": f"---\ntitle: {title}\n---\n{PLACEHOLDER}: {meaning}\n"
        for name, (title, meaning) in _PAGES.items()
    }
