"""The settings of the exported project: `mkdocs.yml`, the few files beside it, and which languages it can have.

Takes a plan and the words of its languages, returns file contents. Theme and plugins print names as they are, so these
are escaped for HTML here. Pages are made in `pages`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

import yaml

from generator.errors import UsageError
from generator.export.escaping import for_html
from generator.export.ways import Ways
from generator.model.tones import tones
from generator.plan.routes import HOME
from generator.render.shell import shell_view
from generator.render.voice import Voice
from generator.text.locales import direction, native_name
from generator.text.messages import Messages
from generator.text.slots import SITE

_LANGUAGE = re.compile(r"[a-z]{2}(-[A-Za-z]{4})?(-[A-Z]{2})?")
"""What mkdocs-static-i18n takes for a language."""

THEME_LANGUAGES = frozenset(
    """
    af ar az be bg bn ca cs cy da de el en eo es et eu fa fi fr gl he hi hr hu hy id is it ja ka kn ko ku-IQ lb lt lv
    mk mn ms my nb nl nn pl pt pt-BR ro ru sa sh si sk sl sq sr sv ta te th tl tr uk ur uz vi zh zh-Hant zh-TW
    """.split()  # noqa: SIM905 - sixty-nine words read better than sixty-nine strings
)
"""Languages whose words Material has."""

EXTENSIONS = ("attr_list", "def_list", "md_in_html", "sane_lists", "pymdownx.superfences")
"""What the Markdown of the project needs beside MkDocs' own `toc` and `tables`."""

_PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n")
_HEAD = """\
# A MkDocs project with Material and mkdocs-static-i18n:
#   pip install -r requirements.txt
#   mkdocs build
# README.md says what the box is that it begins with.
# It was written once and is yours now. Names are escaped for HTML here, because the theme prints them as they are.
"""
_README = """\
# A MkDocs project

    pip install -r requirements.txt
    mkdocs build    # the site is in site/
    mkdocs serve    # or look at it while you edit

`docs/` has the pages, `mkdocs.yml` what stands around them. It was written once and is yours now.

MkDocs begins with a box, even with `--quiet`: "Material for MkDocs reaches end of life". These are news from the
authors of the theme, who recommend their next program, Zensical. Nothing is wrong with the site, and the versions in
`requirements.txt` go on building it. No setting in `mkdocs.yml` silences the box; a variable of the environment does:

    NO_MKDOCS_2_WARNING=1 mkdocs build
"""
_MAIN = """\
{% extends "base.html" %}
{% block extrahead %}
{% if page and page.meta and page.meta.robots %}<meta name="robots" content="{{ page.meta.robots | e }}">{% endif %}
{% endblock %}
"""
_WORDS = '{{% macro t(key) %}}{{{{ {{"language": "{language}", "direction": "{direction}"}}[key] }}}}{{% endmacro %}}\n'
_COLOURS = """\
:root > * {{
  --md-primary-fg-color: {strong};
  --md-primary-fg-color--dark: {strong};
  --md-primary-bg-color: {on_strong};
  --md-typeset-a-color: {strong};
}}
"""


def refuse_languages(languages: Sequence[str], site: str) -> None:
    """Raise `UsageError` when mkdocs-static-i18n cannot have one of these languages."""
    refused = [language for language in languages if not _LANGUAGE.fullmatch(language)]
    if refused:
        others = " ".join(f"--language {language}" for language in languages if language not in refused)
        raise UsageError(
            f"mkdocs-static-i18n cannot do these languages of the site {site}: {', '.join(refused)}",
            f"export the others: {others}" if others else "",
        )


def settings_files(ways: Ways, messages: Mapping[str, Messages], logo: str, icon: str) -> dict[str, bytes]:
    """Return the files of the project outside `docs/`, and its style sheet; `logo` and `icon` are below `docs/`."""
    plan = ways.plan
    files = {
        "README.md": _README,
        "mkdocs.yml": _HEAD + _dumped(_settings(ways, messages, logo, icon)),
        "requirements.txt": "".join(f"{package}=={version(package)}\n" for package in _PACKAGES),
        "overrides/main.html": _MAIN,
        "docs/stylesheets/site.css": _COLOURS.format(
            strong=(found := tones(plan.view.site.brand.colour, "light")).strong, on_strong=found.on_strong
        ),
    }
    for language in plan.languages:
        if language not in THEME_LANGUAGES:
            words = _WORDS.format(language=language, direction=direction(language))
            files[f"overrides/partials/languages/{language}.html"] = words
    return {name: words.encode() for name, words in files.items()}


def _settings(ways: Ways, messages: Mapping[str, Messages], logo: str, icon: str) -> dict[str, Any]:
    plan = ways.plan
    default = plan.addresses.default_language
    own = {language: _of_language(ways, language, messages[language]) for language in plan.languages}
    languages = [
        {"locale": language, "name": for_html(native_name(language)), "build": True, **values}
        | ({"default": True} if language == default else {})
        for language, values in own.items()
    ]
    return {
        "site_name": own[default]["site_name"],
        "site_url": plan.addresses.base,
        "theme": {
            "name": "material",
            "custom_dir": "overrides",
            "language": default,
            "font": False,
            **({"logo": logo} if logo else {}),
            "favicon": icon,
            "palette": {"primary": "custom"},
        },
        "extra": {"generator": False},
        "extra_css": ["stylesheets/site.css"],
        # Many pages are reached from others alone, as on the site; MkDocs would list them at every build.
        "validation": {"nav": {"omitted_files": "ignore"}},
        "markdown_extensions": list(EXTENSIONS),
        "plugins": [
            "search",
            {
                "i18n": {
                    "docs_structure": "suffix",
                    "fallback_to_default": falls_back(ways),
                    "languages": languages,
                }
            },
        ],
    }


def falls_back(ways: Ways) -> bool:
    """Whether a page that is missing in a language is shown in the default language."""
    return ways.plan.view.site.fallback != "omit"


def _of_language(ways: Ways, language: str, messages: Messages) -> dict[str, Any]:
    plan = ways.plan
    home = plan.page(language, HOME)
    assert home is not None  # noqa: S101 - every language has its home page
    voice = Voice(plan, home, messages)
    view = shell_view(voice, voice.text(plan.view.site.name))
    by_url = {voice.to(page.route): page for page in plan.pages_in(language)}
    # The first entry is the home page: the theme's logo alone is no way that MkDocs knows.
    entries = [{for_html(voice.say("Home")): ways.source(HOME)}]
    entries += [
        {for_html(str(item["title"])): ways.source(by_url[str(item["url"])].route)}
        for item in _items(view["navigation"])
    ]
    return {
        "site_name": for_html(str(voice.text(plan.view.site.name))),
        "site_description": for_html(voice.summary(plan.view.site.summary)),
        "copyright": _footer(view, ways),
        "nav": entries,
    }


def _footer(view: Mapping[str, object], ways: Ways) -> str:
    """Who publishes the site, how to reach them, and the pages that the law asks for; the same on every page."""
    footer = view["footer"]
    assert isinstance(footer, Mapping)  # noqa: S101 - as `shell_view` makes it
    site = urlsplit(ways.plan.addresses.base).path
    shown = []
    for group in ("network", "contact", "legal"):
        for item in _items(footer[group]):
            title, url = for_html(str(item["title"])), str(item["url"]).replace(SITE, site)
            shown.append(f'<a href="{for_html(url)}">{title}</a>' if url else title)
    return " · ".join(shown)


def _items(found: object) -> list[Mapping[str, object]]:
    return [item for item in found if isinstance(item, Mapping)] if isinstance(found, list | tuple) else []


def _dumped(settings: Mapping[str, Any]) -> str:
    return str(yaml.safe_dump(dict(settings), allow_unicode=True, sort_keys=False, width=10_000))
