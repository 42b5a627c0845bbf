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
_AT_LEAST = 2.0  # seconds between two sets of notices where no file changes: numbers on some disks never rest
_AGAIN = 10.0  # seconds after which notices that failed are tried again


class Watch:
    """Waits for changes. `wake` may be set by anybody to end the waiting."""

    def __init__(self, paths: PortalPaths, *, notices: bool = True) -> None:
        self.wake = threading.Event()
        self._paths = paths
        self._seen = look(paths)
        self._moved = False
        self._renewed = -_AT_LEAST
        self._lock = threading.Lock()
        self._notices = self._told() if notices else None

    @property
    def interval(self) -> float:
        """Seconds between two looks that nobody asked for."""
        return _WITH_NOTICES if self._notices is not None and self._notices.work else _WITHOUT

    def changes(self, seconds: float) -> frozenset[str]:
        """Wait for a notice, at most `seconds`; return the files that are new, gone or different."""
        self.wake.wait(seconds)
        self.wake.clear()
        old = self._seen
        self._seen = self._settled(old)
        before, now = old.files, self._seen.files
        found = frozenset(name for name in {*before, *now} if before.get(name) != now.get(name))
        self._renew(at_once=bool(found))
        return found

    def close(self) -> None:
        """Stop the notices, for good."""
        with self._lock:
            if self._notices is not None:
                self._notices.close()
                self._notices = None

    def _settled(self, old: Sources) -> Sources:
        """Look until nothing changes any more, or for long enough."""
        new = look(self._paths)
        end = time.monotonic() + _AT_MOST
        before = old
        while new != before and time.monotonic() < end:
            self._moved = self._moved or new.folders != before.folders
            time.sleep(_SETTLES)
            before, new = new, look(self._paths)
        return new

    def _renew(self, *, at_once: bool) -> None:
        """Have the folders watched that are there now. What changes without end is not followed without end."""
        with self._lock:
            if self._notices is None:
                return
            since = time.monotonic() - self._renewed
            moved = self._moved or self._notices.is_stale
            if (moved and (at_once or since > _AT_LEAST)) or (not self._notices.work and since > _AGAIN):
                self._notices.close()  # first, for the system may have notices for one of them only
                self._notices = self._told()
                self._moved, self._renewed = False, time.monotonic()

    def _told(self) -> Notices:
        return Notices(*self._seen.watched, self.wake)
