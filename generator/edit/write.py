"""Writing of repaired files: each as a whole or not at all, and only records and pages of the portal.

Takes new bytes by file. Raises `UsageError` for a file that is no plain file below content/ or sites/.
"""

from __future__ import annotations

from pathlib import Path

from generator.errors import UsageError
from generator.paths import PortalPaths, has_symlink, is_regular, write_bytes


def source_path(where: PortalPaths, file: str) -> Path:
    """Return the path of a file that may be repaired."""
    path = where.root / file
    parts = Path(file).parts
    ours = len(parts) > 1 and parts[0] in ("content", "sites") and ".." not in parts
    if not ours or has_symlink(where.root, path) or not is_regular(path):
        raise UsageError("{file} is not a plain file below content/ or sites/", file=file)
    return path


def write(where: PortalPaths, file: str, data: bytes) -> None:
    """Replace a file in one step; its permissions stay."""
    write_bytes(source_path(where, file), data)
