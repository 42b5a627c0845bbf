"""An exported site as a Hugo project, with the theme in `hugo_theme/`: ordinary, multilingual, with our navigation.

Takes a project, writes `content/` with one Markdown file for each page and language (`calls/odense.da.md`), `hugo.yaml`
with languages and menus, and the theme. Links between pages are written out, so that Hugo need not look them up. Builds
nothing.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.bench.project import Page, Project, route_of

THEME = Path(__file__).with_name("hugo_theme")
_LINK = re.compile(r"\]\((?![a-z]+:|#|/)([^)#\s]*\.md)")
_OTHER_LINK = re.compile(r"\]\((?![a-z]+:|#|/)([^)#\s]*\.(?!md\b)\w+)")
_ATTRIBUTES = re.compile(r"(?<=\))\{:?[^}\n]*\}")
"""Classes of links, which are Python-Markdown's and not Hugo's."""


def write_hugo(project: Project, folder: Path, *, tree: bool = False) -> Path:
    """Write the project into a new folder and return it; with `tree`, each page has a menu of all pages."""
    shutil.copytree(THEME, folder)
    for page in project.pages():
        path = folder / "content" / _name(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        front = json.dumps({"title": page.title, "description": page.description}, ensure_ascii=False)
        path.write_text(f"{front}\n{_body(page)}", "utf-8")
    for path, language, name in project.sources():
        if not name.endswith(".md"):
            target = folder / "static" / ("" if language == project.default else language.lower()) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    text = yaml.safe_dump(
        _settings(project) | {"params": {"tree": tree}}, allow_unicode=True, sort_keys=False
    )
    (folder / "hugo.yaml").write_text(text, "utf-8")
    return folder


def _name(page: Page) -> str:
    stem = page.route.rstrip("/")
    name = posixpath.join(stem, "_index") if page.is_section else stem
    return f"{name}.{page.language.lower()}.md"


def _body(page: Page) -> str:
    """Return a page's Markdown with addresses in place of file names; `_` files stand one level higher."""
    here = page.route if page.is_section else posixpath.dirname(page.route.rstrip("/"))

    def address(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(here, found[1]))
        if found.re is _LINK:
            target = route_of(target)
        way = posixpath.relpath(f"/{target}", f"/{page.route}")
        return f"]({way}{'/' if found.re is _LINK else ''}"

    return _OTHER_LINK.sub(address, _LINK.sub(address, _ATTRIBUTES.sub("", page.body)))


def _settings(project: Project) -> dict[str, Any]:
    languages = {
        language.lower(): {
            "weight": weight,
            "label": found["name"],
            "locale": language,
            "direction": "rtl" if language[:2] in ("ar", "fa", "he", "ur") else "ltr",
            "title": html.unescape(found["site_name"]),
            "params": {"description": html.unescape(found["site_description"]), "footer": found["copyright"]},
            "menus": {
                "main": [
                    {"name": title, "pageRef": f"/{route}", "weight": place}
                    for place, (title, route) in enumerate(project.menu(language), 1)
                ]
            },
        }
        for weight, (language, found) in enumerate(project.languages.items(), 1)
    }
    return {
        "baseURL": project.settings["site_url"],
        "defaultContentLanguage": project.default.lower(),
        "defaultContentLanguageInSubdir": False,
        "disableDefaultLanguageRedirect": True,
        "disableKinds": ["taxonomy", "term"],
        "outputs": {"home": ["HTML", "RSS", "JSON"], "section": ["HTML"], "page": ["HTML"]},
        "markup": {"goldmark": {"renderer": {"unsafe": True}}},
        "languages": languages,
    }
