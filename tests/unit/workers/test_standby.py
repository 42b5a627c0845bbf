"""A process that gets ready early: it answers one question, tells news, fails by name, and is never left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable

import pytest

from generator.errors import PublishError, RenderError
from generator.workers.pool import Job, run_units
from generator.workers.standby import Standby

Tell = Callable[[int], None]
READY: list[int] = []


def get_ready() -> None:
    READY.append(os.getpid())


def not_ready() -> None:
    raise ImportError("something is missing")


def square(number: int) -> int:
    return number * number


def squares(question: bytes, tell: Tell) -> tuple[int, ...]:
    """Work in two processes, as a build does; needs to have got ready in this one."""
    assert [os.getpid()] == READY
    return run_units(Job(list(question), square), 2, tell)


def refuse(question: bytes, tell: Tell) -> None:
    raise PublishError(question.decode(), "make room")


def crash(question: bytes, tell: Tell) -> None:
    raise ZeroDivisionError


def die(question: bytes, tell: Tell) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_it_answers_and_tells_news() -> None:
    """The answer arrives after all the news; the process had got ready, and had others do the work."""
    heard: list[int] = []
    standby = Standby(get_ready, squares)
    standby.start()
    try:
        assert standby.is_ready()
        assert standby.ask(bytes(range(5)), heard.append) == (0, 1, 4, 9, 16)
    finally:
        standby.close()
    assert (sorted(heard), READY, multiprocessing.active_children()) == ([0, 1, 4, 9, 16], [], [])


def test_one_that_was_never_started() -> None:
    """Nobody is ready as long as nobody was asked to be."""
    standby = Standby(get_ready, squares)
    assert not standby.is_ready()
    standby.close()


def test_one_that_cannot_get_ready() -> None:
    """A process that cannot get ready is none; whoever has the work does it himself."""
    standby = Standby(not_ready, squares)
    standby.start()
    assert not standby.is_ready()
    standby.close()
    assert multiprocessing.active_children() == []


def test_one_that_is_not_needed() -> None:
    """A process that nobody asks ends when it is closed."""
    standby = Standby(get_ready, squares)
    standby.start()
    assert len(multiprocessing.active_children()) == 1
    standby.close()
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    ("work", "kind", "words"),
    [
        (refuse, PublishError, r"^no room$"),
        (crash, RenderError, r"^build: ZeroDivisionError"),
        (die, RenderError, r"^build: .* ended by SIGKILL$"),
    ],
)
def test_a_failure_has_a_name(
    work: Callable[[bytes, Tell], object], kind: type[Exception], words: str
) -> None:
    """A refusal arrives as it was, a crash or a death as a fault of the build."""
    standby = Standby(get_ready, work)
    standby.start()
    try:
        assert standby.is_ready()
        with pytest.raises(kind, match=words):
            standby.ask(b"no room", lambda news: None)
    finally:
        standby.close()
    assert multiprocessing.active_children() == []
