"""What the walk finds: records, overlays and own pages, each with what its folder says of it.

Takes what the system says of a file; `as_before` takes a folder as an earlier walk saw it and looks at its files once
more, without thinking about their names again. Reads no file.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias


class Mark(NamedTuple):
    """By what a file that has changed is told without reading it: times in nanoseconds, size, and which file it is."""

    modified: int
    changed: int
    size: int
    inode: int

    @classmethod
    def of(cls, found: os.stat_result) -> Mark:
        """The mark of a file that was looked at."""
        return cls(found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)


class SourceFile(NamedTuple):
    """A record (`language` is `None`) or its overlay. `shown` is the path inside the portal, printable.

    `mark` is how the file was when the walk came past.
    """

    kind: str
    id: str
    language: str | None
    path: str
    shown: str
    mark: Mark | None = None


class PageFile(NamedTuple):
    """A site's own Markdown page in the site's default language (`language` is `None`) or in another."""

    site: str
    name: str
    language: str | None
    path: str
    shown: str
    mark: Mark | None = None


File: TypeAlias = SourceFile | PageFile


class Folder(NamedTuple):
    """A folder with nothing but sources, or nothing but pages, and nothing wrong with their names.

    The `names` are sorted; `files` has a file for each of them, in their order.
    """

    names: tuple[str, ...]
    files: tuple[Any, ...]


Folders: TypeAlias = Mapping[str, Folder]
"""Folders by their path."""
NO_FOLDERS: Folders = {}


def as_before(folder: Folder, names: Sequence[str]) -> tuple[Any, ...] | None:
    """Look at the files of a folder that has these names now, sorted; `None` when not all is as an earlier walk saw it.

    A file that has not changed is the same value as before; of one that has, only the mark is another.
    """
    if folder.names != tuple(names):
        return None
    files = list(folder.files)
    for number, file in enumerate(files):
        try:
            there = os.lstat(file.path)
        except OSError:
            return None
        if file.mark != (there.st_mtime_ns, there.st_ctime_ns, there.st_size, there.st_ino):
            if not stat.S_ISREG(there.st_mode):
                return None
            files[number] = file._replace(mark=Mark.of(there))
    return tuple(files)
