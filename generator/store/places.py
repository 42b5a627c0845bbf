"""Where a portal keeps what was made before: what was read and found, and what was published.

Takes a portal's paths, returns stores below its cache. Loads nothing but the store: a command may look here before the
rest of the program is there.
"""

from __future__ import annotations

from generator.paths import PortalPaths
from generator.store.store import Store


def facts_store(paths: PortalPaths) -> Store:
    """Return where it is kept what was read and found."""
    return Store(paths.root, paths.cache / "facts")


def sites_store(paths: PortalPaths) -> Store:
    """Return where it is kept what was built and is live."""
    return Store(paths.root, paths.cache / "sites")
