"""A question that another process answers while this one goes on.

Takes a function without arguments, returns its answer when somebody asks for it. The process is forked, so it sees all
that was there before; where no process can be forked, or it died or failed, the answer is found here. For questions
about which it makes no difference who answers: nothing that the function changes is seen here.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Generic, Self, TypeVar

from generator.workers.forked import Forked

Answer = TypeVar("Answer")


@dataclass(slots=True)
class Aside(Generic[Answer]):
    """Work that begins now, elsewhere if `jobs` allows; a context manager that leaves no process behind.

    What it returns must be picklable.
    """

    work: Callable[[], Answer]
    jobs: int
    _answers: list[Answer] = field(default_factory=list, init=False)
    _other: Forked = field(init=False)

    def __post_init__(self) -> None:
        self._other = Forked(self._say, alone=True)
        if self.jobs > 1:
            self._other.start()

    def answer(self) -> Answer:
        """Return the answer, the same every time. Raises what `work` raises."""
        if not self._answers:
            self._answers.append(self._awaited())
        return self._answers[0]

    def _awaited(self) -> Answer:
        if self._other.connection is not None:
            with suppress(EOFError, OSError):
                answer: Answer = self._other.connection.recv()
                return answer
        return self.work()

    def _say(self, connection: Connection) -> None:
        connection.send(self.work())

    def close(self) -> None:
        """End the process, unless it has answered and ends by itself; does nothing a second time."""
        if self._answers:  # it takes a moment to free its memory, which nobody has to wait for
            self._other.leave()
        else:
            self._other.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
