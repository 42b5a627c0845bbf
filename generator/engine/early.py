"""A look at the live sites that begins before the rest of the program is loaded, in a process of its own.

Takes a portal's paths and the output folder, returns the look. Loads as little as it can: while it looks, whoever asked
loads what checks and builds. What the look is worth is decided in `live`.
"""

from __future__ import annotations

from pathlib import Path

from generator.engine.live import Glance, LiveSites
from generator.paths import PortalPaths
from generator.publish.staging import Workspace
from generator.store.places import sites_store
from generator.workers.aside import Aside


def early_look(paths: PortalPaths, output: Path, jobs: int) -> Aside[Glance]:
    """Begin to look at what is live in `output`; with one process, the look is had when it is asked for."""
    return Aside(LiveSites(sites_store(paths), Workspace.folder_of(output)).glance, jobs)
