"""The files of a site besides its pages: sitemap, robots, brand, pictures.

Takes a plan and the folder of pictures; returns output paths below the site with their bytes.
"""

from __future__ import annotations

from pathlib import Path

from generator.errors import RenderError
from generator.limits import LIMITS
from generator.paths import is_regular, read_limited
from generator.plan.routes import ASSETS, MEDIA
from generator.plan.site_plan import SitePlan
from generator.render.brand import brand_css
from generator.render.feeds.sitemap import robots, sitemap


def site_files(plan: SitePlan, media: Path) -> dict[str, bytes]:
    """Return the further files of a site. Raises `RenderError` when a picture cannot be read."""
    files = {
        "sitemap.xml": sitemap(plan),
        "robots.txt": robots(plan),
        f"{ASSETS}brand.css": brand_css(plan.view.site.brand.colour).encode(),
    }
    for picture in plan.pictures:
        files[f"{MEDIA}{picture.file}"] = _picture(media / picture.file)
    return files


def _picture(path: Path) -> bytes:
    data = read_limited(path, LIMITS.media_bytes) if is_regular(path) else None
    if data is None:
        raise RenderError(f"the picture {path.name} is missing, no plain file or too large")
    return data
