"""What is finished: each site's files under the site's key, and the last good ones for when a new one cannot be made.

Takes bytes and gives them back; builds nothing. The rest of `serve` asks only `find`, `last_good` and `put`, so that
a cache by content can take its place.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Site:
    key: str
    files: dict[str, bytes] = field(default_factory=dict)
    good: dict[str, bytes] = field(default_factory=dict)
    is_complete: bool = False


class Shelf:
    """Finished files by site and path. May be used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sites: dict[str, _Site] = {}

    def renew(self, keys: Mapping[str, str]) -> None:
        """Take the new keys of sites. Files of a site whose key is another become its last good ones.

        A site that is not among them keeps what it has.
        """
        with self._lock:
            for id, key in keys.items():
                old = self._sites.get(id)
                if old is None:
                    self._sites[id] = _Site(key)
                elif old.key != key:
                    self._sites[id] = _Site(key, {}, {**old.good, **old.files})

    def find(self, site: str, path: str, key: str) -> bytes | None:
        """Return a file made for `key`, `None` when there is none yet."""
        with self._lock:
            held = self._sites.get(site)
            return held.files.get(path) if held and held.key == key else None

    def last_good(self, site: str, path: str) -> bytes | None:
        """Return the newest version of a file that could be made."""
        with self._lock:
            held = self._sites.get(site)
            return held.files.get(path, held.good.get(path)) if held else None

    def put(self, site: str, key: str, files: Mapping[str, bytes]) -> None:
        """Keep finished files, unless the site has another key by now."""
        with self._lock:
            held = self._sites.get(site)
            if held and held.key == key:
                held.files.update(files)

    def complete(self, site: str, key: str) -> None:
        """Say that all files of a site are there: older ones, such as pages that are gone, are forgotten."""
        with self._lock:
            held = self._sites.get(site)
            if held and held.key == key:
                held.good.clear()
                held.is_complete = True

    def is_complete(self, site: str, key: str) -> bool:
        """Whether all files of a site are there."""
        with self._lock:
            held = self._sites.get(site)
            return held is not None and held.key == key and held.is_complete
