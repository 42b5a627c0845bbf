"""Which languages the theme has words for, and what is wrong with its catalogues.

Takes the theme's folder, returns languages and findings. Reads only `locales/`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.diagnostics import Finding
from generator.text.catalogues import check_catalogue
from generator.text.messages import catalogue_path


def theme_languages(theme: Path) -> frozenset[str]:
    """Return the languages that have a catalogue of reader's words."""
    return frozenset(
        path.name for path in (theme / "locales").glob("*") if catalogue_path(theme, path.name).is_file()
    )


def theme_findings(theme: Path, shown: Callable[[Path], str]) -> tuple[Finding, ...]:
    """Return what is wrong with the catalogues; `shown` says how a path is written for people."""
    paths = (catalogue_path(theme, language) for language in sorted(theme_languages(theme)))
    return tuple(finding for path in paths for finding in check_catalogue(path, shown(path)))
