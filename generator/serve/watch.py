"""Says which files of a portal have changed.

Compares what is there with what was there. Notices of the system only say when to look; where there are none, it
looks more often. Folders may go and come back.
"""

from __future__ import annotations

import threading
import time

from generator.paths import PortalPaths
from generator.serve.notices import Notices
from generator.serve.sources import Sources, look

_SETTLES = 0.04  # seconds in which nothing more changes: an editor may empty a file before it writes it
_AT_MOST = 1.0  # seconds of waiting for that
_WITH_NOTICES, _WITHOUT = 2.0, 0.4  # seconds between looks


class Watch:
    """Waits for changes. `wake` may be set by anybody to end the waiting."""

    def __init__(self, paths: PortalPaths, *, notices: bool = True) -> None:
        self.wake = threading.Event()
        self._paths = paths
        self._seen = look(paths)
        self._notices = self._told(self._seen) if notices else None

    @property
    def interval(self) -> float:
        """Seconds between two looks that nobody asked for."""
        return _WITH_NOTICES if self._notices is not None and self._notices.work else _WITHOUT

    def changes(self, seconds: float) -> frozenset[str]:
        """Wait for a notice, at most `seconds`; return the files that are new, gone or different."""
        self.wake.wait(seconds)
        self.wake.clear()
        old, new = self._seen, look(self._paths)
        if new == old:
            return frozenset()
        end = time.monotonic() + _AT_MOST
        while time.monotonic() < end:
            time.sleep(_SETTLES)
            before, new = new, look(self._paths)
            if new == before:
                break
        self._seen = new
        if self._notices is not None and new.folders != old.folders:
            old_ones, self._notices = self._notices, self._told(new)
            old_ones.close()
        names = {*old.files, *new.files}
        return frozenset(name for name in names if old.files.get(name) != new.files.get(name))

    def close(self) -> None:
        """Stop the notices."""
        if self._notices is not None:
            self._notices.close()

    def _told(self, seen: Sources) -> Notices:
        return Notices(sorted({folder for folder, _ in seen.folders}), self.wake)
