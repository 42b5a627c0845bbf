"""The six sample sites, built for the judges: the folder, the address and the files of each.

Takes nothing but the repository; builds into `build/judges/`. Which pages a judge looks at, it says itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.clock import read_clock
from generator.paths import PortalPaths
from generator.plan.site_plan import SitePlan
from generator.verdict.portal import check_portal
from tests.judges.server import StaticSite
from tests.support.builds import ROOT, must_build
from tests.support.portal import TODAY

OUTPUT = ROOT / "build/judges/sites"


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site in its folder. `host` and `path` are those of its own address; `path` has slashes around."""

    id: str
    folder: Path
    host: str
    path: str
    plan: SitePlan

    def files(self, suffix: str) -> tuple[str, ...]:
        """The paths below the site of all files that end in `suffix`."""
        found = (file.relative_to(self.folder).as_posix() for file in self.folder.rglob(f"*{suffix}"))
        return tuple(sorted(found))

    def longest(self, kind: str, language: str) -> str:
        """The address below the site of the page of a kind, of several that with the largest file."""
        files = [
            self.plan.addresses.path(language, page.route)
            for page in self.plan.pages
            if (page.kind, page.language) == (kind, language)
        ]
        largest = max(files, key=lambda file: (self.folder / file).stat().st_size)
        return largest.removesuffix("index.html")

    @property
    def static(self) -> StaticSite:
        """The site as a static host has it."""
        return StaticSite.read(self.folder, self.path)


def build_sites() -> dict[str, BuiltSite]:
    """Build all sites for the day of the fixtures and return them by id."""
    must_build(ROOT, "--output", str(OUTPUT))
    found = {}
    for plan in check_portal(PortalPaths(ROOT), read_clock(TODAY)).plans:
        address = urlsplit(plan.addresses.base)
        found[plan.id] = BuiltSite(
            plan.id, OUTPUT / plan.id, str(address.hostname), address.path or "/", plan
        )
    return found
