"""A question that another process answers while this one goes on.

Takes a function without arguments, returns its answer when somebody asks for it. The process is forked, so it sees all
that was there before; where no process can be forked, or it died or failed, the answer is found here. For questions
about which it makes no difference who answers: nothing that the function changes is seen here.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from types import TracebackType
from typing import Generic, Self, TypeVar

from generator.workers.pool import can_fork, interrupts_held

Answer = TypeVar("Answer")


@dataclass(slots=True)
class Aside(Generic[Answer]):
    """Work that begins now, elsewhere if `jobs` allows; a context manager that leaves no process behind.

    What it returns must be picklable.
    """

    work: Callable[[], Answer]
    jobs: int
    _answers: list[Answer] = field(default_factory=list, init=False)
    _process: ForkProcess | None = field(default=None, init=False)
    _connection: Connection | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        if self.jobs < 2 or not can_fork():
            return
        ours, theirs = multiprocessing.Pipe(duplex=False)
        process = ForkProcess(target=_work, args=(self.work, ours, theirs), daemon=True)
        try:
            with interrupts_held():
                process.start()
                self._process, self._connection = process, ours
        except OSError:  # no room for another process
            ours.close()
        theirs.close()

    def answer(self) -> Answer:
        """Return the answer, the same every time. Raises what `work` raises."""
        if not self._answers:
            self._answers.append(self._awaited())
        return self._answers[0]

    def _awaited(self) -> Answer:
        if self._connection is not None:
            with suppress(EOFError, OSError):
                answer: Answer = self._connection.recv()
                return answer
        return self.work()

    def close(self) -> None:
        """End the process, unless it has answered and ends by itself; does nothing a second time."""
        if self._process is not None and self._connection is not None:
            self._connection.close()
            if not self._answers:  # else it takes a moment to free its memory, which nobody has to wait for
                self._process.kill()
                self._process.join()
                self._process.close()
        self._process = self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _work(work: Callable[[], object], ours: Connection, theirs: Connection) -> None:
    """Answer and end. A failure says nothing: whoever waits finds it out himself."""
    ours.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends this process
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(Exception):
        theirs.send(work())
