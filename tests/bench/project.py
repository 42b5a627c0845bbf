"""A site as `portal export` writes it: the content that the other generators get.

Takes a portal and the id of a site; returns its pages with titles, words and addresses, its languages and its menu. So
all contenders build the same pages from the same Markdown, and none has to load or check anything. Builds nothing.
"""

from __future__ import annotations

import copy
import html
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.bench.measure import measure
from tests.bench.network import TODAY


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language. `route` is its address below the language, `calls/odense/`; `body` is Markdown."""

    language: str
    route: str
    is_section: bool
    title: str
    description: str
    body: str


@dataclass(frozen=True)
class Project:
    """An exported site: a MkDocs project in `folder`."""

    folder: Path

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        """The project's `mkdocs.yml`."""
        found: Mapping[str, Any] = yaml.safe_load((self.folder / "mkdocs.yml").read_text("utf-8"))
        return found

    @cached_property
    def languages(self) -> Mapping[str, Mapping[str, Any]]:
        """Settings by language; the default language, whose pages stand at the root, comes first."""
        plugin = next(each["i18n"] for each in self.settings["plugins"] if isinstance(each, dict))
        found = sorted(plugin["languages"], key=lambda language: not language.get("default"))
        return {language["locale"]: language for language in found}

    @property
    def default(self) -> str:
        """The language at the root."""
        return next(iter(self.languages))

    def write_settings_with_tree(self, name: str) -> None:
        """Write settings beside the others in which the menu is that of MkDocs: all pages, by folder."""
        settings = copy.deepcopy(dict(self.settings))
        plugin = next(each["i18n"] for each in settings["plugins"] if isinstance(each, dict))
        for language in plugin["languages"]:
            del language["nav"]
        text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
        (self.folder / name).write_text(text, "utf-8")

    def menu(self, language: str) -> Iterator[tuple[str, str]]:
        """Yield title and route of each entry of the main navigation."""
        for entry in self.languages[language]["nav"]:
            for title, name in entry.items():
                yield html.unescape(title), route_of(name)

    def sources(self) -> Iterator[tuple[Path, str, str]]:
        """Yield each file below `docs/` with its language and its name without language: `calls/odense.md`.

        A file that belongs to no language counts as one of the default language.
        """
        docs = self.folder / "docs"
        for path in sorted(docs.rglob("*.*")):
            name = path.relative_to(docs).as_posix()
            stem, _, ending = name.rpartition(".")
            rest, _, language = stem.rpartition(".")
            known = language in self.languages
            if path.is_file():
                yield path, language if known else self.default, f"{rest}.{ending}" if known else name

    def pages(self) -> Iterator[Page]:
        """Yield every page in every language."""
        for path, language, name in self.sources():
            if name.endswith(".md"):
                _, front, body = path.read_text("utf-8").split("---\n", 2)
                told = dict(line.split(": ", 1) for line in front.splitlines())
                title, description = (
                    html.unescape(json.loads(told.get(key, '""'))) for key in ("title", "description")
                )
                section = name.rpartition("/")[2] == "index.md"
                yield Page(language, route_of(name), section, title, description, body)


def route_of(name: str) -> str:
    """Return the address of a Markdown file: `calls/` for `calls/index.md`, `calls/odense/` for `calls/odense.md`."""
    stem = name.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index")
    return f"{stem}/"


def export(root: Path, site: str, folder: Path) -> Project:
    """Export a site of the portal at `root` into a new folder."""
    command = [sys.executable, "-m", "generator", "--root", str(root), "--today", TODAY]
    measure([*command, "export", site, str(folder)], root)
    return Project(folder)
