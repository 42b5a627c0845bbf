"""Files that the program writes into a portal: new ones, and ones that it made itself before.

Takes a folder, paths below it and texts. A file of somebody else's is never overwritten, a link never followed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from generator.errors import UsageError
from generator.paths import has_symlink, is_inside, read_limited, write_bytes


def refuse_existing(root: Path, files: Mapping[str, str]) -> None:
    """Raise `UsageError` when one of these files is there already."""
    for name in files:
        if os.path.lexists(root / name):
            raise UsageError(
                "{file} exists already; nothing was written", "choose another id, or edit the file", file=name
            )


def write_new(root: Path, files: Mapping[str, str]) -> None:
    """Write files that must not be there yet; none is written when one of them is."""
    refuse_existing(root, files)
    for name, text in files.items():
        write_bytes(_place(root, name), text.encode("utf-8"), new=True)


def write_made(root: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write files that the program makes itself; return the names of those that changed."""
    changed = []
    for name, text in files.items():
        path, data = _place(root, name), text.encode("utf-8")
        if not _is_same(path, data):
            write_bytes(path, data)
            changed.append(name)
    return tuple(changed)


def _place(root: Path, name: str) -> Path:
    """Return the path with its folders made; it must lie below `root`, with no link on the way."""
    path = root / name
    if has_symlink(root, path) or not is_inside(root, path):
        raise UsageError("{file} is behind a symbolic link; nothing is written there", file=name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise _unwritable(name, fault) from fault
    return path


def _unwritable(name: str, fault: OSError) -> UsageError:
    return UsageError(
        "{file} cannot be written: {reason}",
        "check the folder's permissions",
        file=name,
        reason=fault.strerror or "unknown",
    )


def _is_same(path: Path, data: bytes) -> bool:
    try:
        return read_limited(path, len(data)) == data
    except OSError:
        return False
