"""The static files of a site's shell: which ones, and from where.

Takes the theme's assets folder and the languages of a site, returns output path → source file. Of Material
only what our shell loads is taken: its search worker, with the stemmers of the site's languages; no style sheet,
icons, fonts or the 110 kB bundle (see `theme/shell/main.html` for the reasons).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.engine.environment import ASSETS
from generator.engine.language import MATERIAL_TEMPLATES
from generator.engine.search import search_settings
from generator.errors import RenderError

OWN = ASSETS + "portal/"
"""Where the theme's own assets go; the renderer puts each site's style sheet and script beside them."""

_MATERIAL = ("javascripts/workers/search.*.min.js",)
_LUNR = "javascripts/lunr/"


def site_assets(own: Path, languages: Iterable[str]) -> dict[str, Path]:
    """Return the assets of a site in these languages: output path below the site → file to copy.

    Raises `RenderError` when Material does not hold exactly the files that this version is known to have.
    """
    material = MATERIAL_TEMPLATES / "assets"
    found = {pattern: sorted(material.glob(pattern)) for pattern in _MATERIAL}
    for pattern, files in found.items():
        if len(files) != 1:
            raise RenderError(f"Material has {len(files)} files {pattern}, expected one: wrong version?")
    scripts = {script for language in languages for script in search_settings(language).scripts}
    sources = [files[0] for files in found.values()] + [material / _LUNR / name for name in scripts]
    result = {ASSETS + source.relative_to(material).as_posix(): source for source in sources}
    for source in own.rglob("*"):
        inside = source.relative_to(own)
        if source.is_file() and not any(part.startswith(".") for part in inside.parts):
            result[OWN + inside.as_posix()] = source
    return dict(sorted(result.items()))
