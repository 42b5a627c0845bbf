"""Tells when something may have happened in folders, by notices of the system.

Takes folders and an event; sets it when anything in one of these changes. Says nothing of what happened, only whether
it should be begun anew: the system forgets a folder that goes, and another may come by its name.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterable

from watchfiles import Change, watch

_STEP = 20  # milliseconds between two questions to the system; its answer is at hand
_GATHERS = 100  # milliseconds in which notices that follow each other are one
_BEGUN = 100  # milliseconds after which a watch says that it has begun
BY_FOLDER = sys.platform == "linux"
"""Whether each folder is watched by itself.

Linux would follow links below a folder, out of the portal. Elsewhere nothing is followed, and a watch for each folder
costs too much (macOS) or keeps it from being renamed (Windows).
"""


class Notices:
    """Sets an event at each change in some folders until it is closed, and once when it has begun.

    `alone` are watched by themselves, `deep` with all that is below them.
    """

    def __init__(self, alone: Iterable[str], deep: Iterable[str], wake: threading.Event) -> None:
        # It counts the changes it sees, for nobody.
        logging.getLogger("watchfiles").setLevel(logging.CRITICAL)
        self._work = True
        self._stale = False
        self._wake = wake
        self._end = threading.Event()
        parts = ((frozenset(alone), False), (frozenset(deep), True))
        self._threads = [
            threading.Thread(target=self._run, args=part, name="notices", daemon=True)
            for part in parts
            if part[0]
        ]
        for thread in self._threads:
            thread.start()

    @property
    def work(self) -> bool:
        """Whether there are notices: the system may have none left."""
        return self._work

    @property
    def is_stale(self) -> bool:
        """Whether one of the folders went, or came back."""
        return self._stale

    def close(self) -> None:
        """End the notices; return when nothing of them is left."""
        self._end.set()
        for thread in self._threads:
            thread.join()

    def _run(self, folders: frozenset[str], is_deep: bool) -> None:
        told = watch(
            *sorted(folders),
            watch_filter=None,
            debounce=_GATHERS,
            step=_STEP,
            rust_timeout=_BEGUN,
            yield_on_timeout=True,
            stop_event=self._end,
            raise_interrupt=False,
            recursive=is_deep,
            # Where the system tells nothing, whoever waits looks; nobody else need do so as well.
            force_polling=False,
            # It would be silent about every folder that cannot be watched, whatever the cause.
            ignore_permission_denied=False,
        )
        begun = False
        try:
            for changes in told:
                if any(path in folders and kind is not Change.modified for kind, path in changes):
                    self._stale = True
                if changes or not begun:
                    self._wake.set()
                begun = True
        except (OSError, RuntimeError):  # the system has no notices left, or a folder went meanwhile
            self._work = False
            self._wake.set()
