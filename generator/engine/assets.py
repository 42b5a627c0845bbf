"""The static files of a site's shell: which ones, and from where.

Takes the theme's assets folder, returns output path → source file, or its content. Of Material none are taken (see
`theme/shell/main.html` for the reasons).
"""

from __future__ import annotations

from pathlib import Path

from generator.engine.environment import ASSETS

OWN = ASSETS + "portal/"
"""Where the theme's own assets go; the renderer puts each site's style sheet and script beside them."""


def asset_files(own: Path) -> dict[str, bytes]:
    """Return the assets of a site as they are published: output path below the site → content."""
    return {path: file.read_bytes() for path, file in site_assets(own).items()}


def site_assets(own: Path) -> dict[str, Path]:
    """Return the assets of a site: output path below the site → file to copy."""
    files = (source for source in sorted(own.rglob("*")) if source.is_file())
    found = {source.relative_to(own): source for source in files}
    return {
        OWN + inside.as_posix(): source
        for inside, source in found.items()
        if not any(part.startswith(".") for part in inside.parts)
    }
