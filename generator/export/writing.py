"""A new folder in one step: complete, or not there at all.

Takes paths with bytes and a folder that does not exist or is empty. Nothing that is there is ever replaced.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator.errors import PublishError, UsageError
from generator.paths import PortalPaths
from generator.publish.tree import discard


def refuse_folder(paths: PortalPaths, folder: Path) -> None:
    """Raise `UsageError` when the project cannot be written into `folder`: it holds something, or sources do."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise UsageError(f"{folder} is not a folder", "name a new one")
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty", "name a new folder, or empty this one")
    target = folder.resolve()
    for source in (paths.content, paths.sites, paths.theme):
        if target.is_relative_to(source.resolve()):
            raise UsageError(f"{folder} lies among the sources: {paths.shown(source)}", "name another folder")


def write_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files beside `folder` and give them its name at the end. Raises `PublishError`."""
    folder = folder.resolve()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as fault:
        raise PublishError(f"{folder} cannot be written: {fault.strerror}") from fault
    try:
        for name, data in files.items():
            path = staging / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        staging.chmod(0o777 & ~_umask())
        staging.replace(folder)  # replaces an empty folder, fails on any other
    except OSError as fault:
        raise PublishError(f"{folder} cannot be written: {fault.strerror}") from fault
    finally:
        discard(staging)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
