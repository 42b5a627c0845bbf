"""A forked process and the line to it.

Takes what the process does with its end of the line. It sees all that was there before it was forked. What is said over
the line is between the two; here it is only begun and ended.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess

from generator.workers.pool import can_fork, interrupts_held


@dataclass(slots=True)
class Forked:
    """`work` is done in the process; an `alone` one starts no others, and ends with this one.

    `process` and `connection` are `None` where there is no such process.
    """

    work: Callable[[Connection], object]
    alone: bool
    process: ForkProcess | None = field(default=None, init=False)
    connection: Connection | None = field(default=None, init=False)

    def start(self) -> bool:
        """Begin; return whether there is a process now: where none can be forked, there is none."""
        if not can_fork():
            return False
        ours, theirs = multiprocessing.Pipe()
        process = ForkProcess(target=_live, args=(self.work, ours, theirs), daemon=self.alone)
        try:
            with interrupts_held():
                process.start()
                self.process, self.connection = process, ours
        except OSError:  # no room for another process
            ours.close()
        theirs.close()
        return self.process is not None

    def leave(self) -> None:
        """Have nothing more to do with the process, which ends by itself."""
        if self.connection is not None:
            self.connection.close()
        self.process = self.connection = None

    def end(self, seconds: float = 0.0) -> None:
        """End the process and wait for it, so long as it may take to end in its own way; does nothing without one."""
        process = self.process
        self.leave()
        if process is not None:
            if seconds:
                process.terminate()
                process.join(seconds)
            process.kill()
            process.join()
            process.close()


def _live(work: Callable[[Connection], object], ours: Connection, theirs: Connection) -> None:
    """Work and end. A failure says nothing: whoever waits finds it out himself."""
    ours.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends this process
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(Exception):
        work(theirs)
