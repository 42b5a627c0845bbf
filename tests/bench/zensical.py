"""An exported site as Zensical projects, one for each language: Zensical cannot yet have several languages in one.

Takes a project, writes a folder for each language with its Markdown and an `mkdocs.yml`, which Zensical reads. The
language switch and the alternates between languages are missing, so it has a little less to do than the others. Builds
nothing.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.bench.project import Project


def write_zensical(project: Project, folder: Path) -> tuple[Path, ...]:
    """Write one project for each language below a new folder; return their folders."""
    for path, language, name in project.sources():
        target = folder / language / "docs" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    for language in project.languages:
        text = yaml.safe_dump(_settings(project, language), allow_unicode=True, sort_keys=False)
        (folder / language / "mkdocs.yml").write_text(text, "utf-8")
    return tuple(folder / language for language in project.languages)


def _settings(project: Project, language: str) -> dict[str, Any]:
    found = project.languages[language]
    place = "" if language == project.default else f"{language}/"
    return {
        "site_name": found["site_name"],
        "site_description": found["site_description"],
        "site_url": f"{project.settings['site_url']}{place}",
        "copyright": found["copyright"],
        "theme": {"name": "material", "language": language.partition("-")[0], "font": False},
        "markdown_extensions": project.settings["markdown_extensions"],
        "nav": found["nav"],
    }
