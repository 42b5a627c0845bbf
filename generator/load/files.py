"""What a walk finds: records, overlays and own pages, each with what its folder says of it.

Holds what the walk (`discover`) fills in. Reads no file.
"""

from __future__ import annotations

import os
from typing import NamedTuple, TypeAlias


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
