"""A process that gets ready early: it answers one question, tells news, fails by name, and is never left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from functools import partial
from operator import truediv

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


def tell_badly(number: int) -> None:
    raise BrokenPipeError("nobody listens")


def test_who_hears_the_news_fails_by_himself() -> None:
    """What goes wrong here is not told as the death of the other process, which is ended all the same."""
    standby = Standby(get_ready, squares)
    assert standby.start()
    try:
        assert (standby.is_ready(), standby.is_ready()) == (True, True)
        with pytest.raises(BrokenPipeError, match="nobody listens"):
            standby.ask(bytes(range(5)), tell_badly)
    finally:
        standby.close()
    assert multiprocessing.active_children() == []


def forever(question: bytes, tell: Tell) -> tuple[int, ...]:
    """Have others work without an end; tell who they are."""
    return run_units(Job((1, 2), partial(_told, tell)), 2)


def _told(tell: Tell, number: int) -> int:
    tell(os.getpid())
    time.sleep(600)
    return number


class HeardError(Exception):
    """Somebody works."""


def test_who_works_for_it_ends_with_it() -> None:
    """When the process is ended, nobody whom it has set to work goes on."""
    workers: list[int] = []

    def hear(pid: int) -> None:
        workers.append(pid)
        if len(workers) == 2:
            raise HeardError

    standby = Standby(get_ready, forever)
    assert standby.start()
    try:
        assert standby.is_ready()
        with pytest.raises(HeardError):
            standby.ask(b"", hear)
    finally:
        standby.close()
    for pid in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def fail_inside(question: bytes, tell: Tell) -> tuple[float, ...]:
    """Have others fail by a fault of the program."""
    return run_units(Job((1.0, 0.0), partial(truediv, 1.0)), 2)


def test_the_trace_of_a_fault_is_kept() -> None:
    """Whoever asked can see where in which process the program went wrong."""
    standby = Standby(get_ready, fail_inside)
    assert standby.start()
    try:
        assert standby.is_ready()
        with pytest.raises(RenderError, match="ZeroDivisionError") as caught:
            standby.ask(b"", print)
    finally:
        standby.close()
    assert "Traceback" in "".join(caught.value.__notes__)
