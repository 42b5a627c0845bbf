"""A process that gets ready while others still find out what there is to do, and then does it.

Takes what makes ready and what answers; returns the answer to one question. The process is forked, so it sees all that
was there before; the question is sent to it. It may start processes of its own. Where no process can be forked, or it
could not get ready, there is none, and whoever asks does the work himself.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import Generic, TypeVar

from generator.workers.forked import Forked
from generator.workers.pool import Failure, death_of, guarded, result_of

News = TypeVar("News")
Answer = TypeVar("Answer")
Tell = Callable[[News], None]
_SECONDS = 2.0
"""So long a process may take to end those that it has started."""


@dataclass(slots=True)
class Standby(Generic[News, Answer]):
    """`prepare` is called in the process as soon as it starts, `work` with the question and a way to tell news.

    Question, news and answer are sent, the question as the bytes that `work` takes.
    """

    prepare: Callable[[], None]
    work: Callable[[bytes, Tell[News]], Answer]
    _other: Forked = field(init=False)
    _is_ready: bool | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._other = Forked(self._live, alone=False)

    def start(self) -> bool:
        """Begin to get ready; return whether somebody does: where no process can be forked, nobody."""
        return self._other.process is not None or self._other.start()

    def is_ready(self) -> bool:
        """Whether there is a process that is ready; waits until it is."""
        if self._is_ready is None:
            self._is_ready = False
            if self._other.connection is not None:
                with suppress(EOFError, OSError):
                    self._is_ready = self._other.connection.recv() is True
        return self._is_ready

    def ask(self, question: bytes, told: Callable[[News], None]) -> Answer:
        """Return the answer; `told` is called with each piece of news.

        For a process that is ready. Raises what `run_units` would raise, a `RenderError` when the process died.
        """
        process, connection = self._other.process, self._other.connection
        assert process is not None and connection is not None  # noqa: S101 - somebody asked whether it is ready
        with _deaths_told(process):
            connection.send_bytes(question)
        while True:
            with _deaths_told(process):
                is_last, said = connection.recv()
            if is_last:
                answer: Answer | Failure = said
                return result_of(answer, "build")
            told(said)

    def close(self) -> None:
        """End the process and those that it has started; does nothing when there is none."""
        self._other.end(_SECONDS)

    def _live(self, connection: Connection) -> None:
        """Get ready, then wait for the question, or for the end of whoever might ask."""
        signal.signal(signal.SIGTERM, _end_all)
        self.prepare()
        connection.send(True)
        question = connection.recv_bytes()
        answer = guarded(lambda: self.work(question, lambda news: connection.send((False, news))))
        connection.send((True, answer))


@contextmanager
def _deaths_told(process: ForkProcess) -> Iterator[None]:
    """Raise a `RenderError` when the other end is gone."""
    try:
        yield
    except (EOFError, OSError):
        raise death_of(process, "build") from None


def _end_all(*_: object) -> None:
    """End this process and those that it has started; no exception, which somebody might print."""
    with suppress(Exception):
        for process in multiprocessing.active_children():
            process.kill()
            process.join()
    os._exit(1)
