"""A process that gets ready while others still find out what there is to do, and then does it.

Takes what makes ready and what answers; returns the answer to one question. The process is forked, so it sees all that
was there before; the question is sent to it. It may start processes of its own. Where no process can be forked, or it
could not get ready, there is none, and whoever asks does the work himself.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import Generic, TypeVar

from generator.errors import RenderError
from generator.workers.pool import Failure, can_fork, cause_of, guarded, interrupts_held, result_of

News = TypeVar("News")
Answer = TypeVar("Answer")
Tell = Callable[[News], None]


@dataclass(slots=True)
class Standby(Generic[News, Answer]):
    """`prepare` is called in the process as soon as it starts, `work` with the question and a way to tell news.

    Question, news and answer are sent, the question as the bytes that `work` takes.
    """

    prepare: Callable[[], None]
    work: Callable[[bytes, Tell[News]], Answer]
    _process: ForkProcess | None = field(default=None, init=False)
    _connection: Connection | None = field(default=None, init=False)

    def start(self) -> None:
        """Begin to get ready; does nothing where no process can be forked."""
        if self._process is not None or not can_fork():
            return
        ours, theirs = multiprocessing.Pipe()
        process = ForkProcess(target=_work, args=(self, ours, theirs))
        try:
            with interrupts_held():
                process.start()
        except OSError:  # no room for another process
            ours.close()
        else:
            self._process, self._connection = process, ours
        theirs.close()

    def is_ready(self) -> bool:
        """Whether there is a process that is ready; waits until it is."""
        if self._connection is None:
            return False
        try:
            return self._connection.recv() is True
        except (EOFError, OSError):
            return False

    def ask(self, question: bytes, told: Callable[[News], None]) -> Answer:
        """Return the answer; `told` is called with each piece of news.

        For a process that is ready. Raises what `run_units` would raise, a `RenderError` when the process died.
        """
        process, connection = self._process, self._connection
        assert process is not None and connection is not None  # noqa: S101 - somebody asked whether it is ready
        try:
            connection.send_bytes(question)
            while True:
                is_last, said = connection.recv()
                if is_last:
                    answer: Answer | Failure = said
                    return result_of(answer, "build")
                told(said)
        except (EOFError, OSError):
            raise RenderError(f"build: {cause_of(process)}") from None

    def close(self) -> None:
        """End the process; does nothing when there is none."""
        if self._process is not None and self._connection is not None:
            self._connection.close()
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._connection = None


def _work(standby: Standby[News, Answer], ours: Connection, theirs: Connection) -> None:
    """Get ready, then wait for the question, or for the end of whoever might ask."""
    ours.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends this process
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(Exception):
        standby.prepare()
        theirs.send(True)
        question = theirs.recv_bytes()
        answer = guarded(lambda: standby.work(question, lambda news: theirs.send((False, news))))
        theirs.send((True, answer))
