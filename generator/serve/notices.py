"""Tells when something may have happened in folders, by notices of the system.

Takes folders and an event; sets it when anything in one of these changes. Below them nothing is watched: whoever looks
knows which folders there are, and a link in a portal must not lead to a watch of half a disk. Says nothing of what
happened.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable

from watchfiles import watch

_STEP = 20  # milliseconds between two questions to the system; its answer is at hand
_GATHERS = 100  # milliseconds in which notices that follow each other are one
_BEGUN = 100  # milliseconds after which a watch says that it has begun


class Notices:
    """Sets an event at each change in some folders until it is closed, and once when it has begun."""

    def __init__(self, folders: Iterable[str], wake: threading.Event) -> None:
        # It counts the changes it sees, for nobody.
        logging.getLogger("watchfiles").setLevel(logging.CRITICAL)
        self.work = True
        self._folders = tuple(folders)
        self._wake = wake
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="notices", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the notices; return when nothing of them is left."""
        self._end.set()
        self._thread.join()

    def _run(self) -> None:
        told = watch(
            *self._folders,
            watch_filter=None,
            debounce=_GATHERS,
            step=_STEP,
            rust_timeout=_BEGUN,
            yield_on_timeout=True,
            stop_event=self._end,
            raise_interrupt=False,
            recursive=False,
            ignore_permission_denied=True,
        )
        begun = False
        try:
            for changes in told:
                if changes or not begun:
                    self._wake.set()
                begun = True
        except (OSError, RuntimeError):  # the system has no notices left, or a folder went meanwhile
            self.work = False
            self._wake.set()
