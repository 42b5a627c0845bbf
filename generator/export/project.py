"""A site plan becomes the files of a MkDocs project that no longer needs this program.

Takes a plan, the pictures, the theme; returns paths inside the project with their bytes. Pages, settings and the files
that readers take along, in the state of the day; open data, search index and sitemap are not exported: MkDocs makes
its own of the last two. Which way the Markdown is made, and why, stands in `blocks`.
"""

from __future__ import annotations

from pathlib import Path

from generator.errors import UsageError
from generator.export.pages import page_text
from generator.export.settings import falls_back, refuse_languages, settings_files
from generator.export.ways import Ways
from generator.plan.site_plan import SitePlan
from generator.render.extras import feed_files
from generator.render.feeds.sitemap import robots
from generator.render.pictures.gallery import Gallery
from generator.render.redirects import FILE, redirects_file
from generator.text.messages import load_messages

ICON = "assets/icon.svg"


def project_files(plan: SitePlan, pictures: Gallery, theme: Path) -> dict[str, bytes]:
    """Return the files of the project.

    Raises `UsageError` for languages that it cannot have and for pages of one name, `RenderError` for a broken theme.
    """
    refuse_languages(plan.languages, plan.id)
    messages = {language: load_messages(theme, language) for language in plan.languages}
    made = pictures.files(plan.view, plan.pictures)
    feeds: dict[str, bytes] = {}
    for language in plan.languages:
        feeds |= feed_files(plan, language, messages[language])
    ways = Ways(plan, frozenset((*made, *feeds)))
    files: dict[str, bytes] = {}
    for page in plan.pages:
        name = f"docs/{ways.name(page)}"
        if name in files:
            raise UsageError(f"two pages of the site {plan.id} would be {name}", "rename one of them")
        files[name] = page_text(ways, page, messages[page.language], theme, pictures).encode()
    files |= {f"docs/{ways.file_name(path)}": data for path, data in feeds.items()}
    logo = _logo(plan, pictures)
    for path in sorted({*ways.used, *([logo] if logo else [])} & set(made)):
        files[f"docs/{path}"] = made[path]
        if not falls_back(ways):  # then static-i18n does not lend files of the default language, either
            for language in plan.languages:
                files[f"docs/{ways.copy_name(path, language)}"] = made[path]
    files |= {"docs/robots.txt": robots(plan), f"docs/{ICON}": (theme / ICON).read_bytes()}
    if plan.redirects:
        files[f"docs/{FILE}"] = redirects_file(plan)
    return files | settings_files(ways, messages, logo, ICON)


def _logo(plan: SitePlan, pictures: Gallery) -> str:
    """Where the site's logo stands, empty when it has none."""
    media = next((found for found in plan.pictures if found.id == plan.view.site.brand.logo), None)
    return pictures.of(media).logos[-1].path if media else ""
