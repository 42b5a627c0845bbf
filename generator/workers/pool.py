"""Runs tasks over worker processes: results in the order of the tasks, the first failure ends all.

Takes tasks and a function, knows nothing of MkDocs. Workers are forked, so they inherit tasks and warm caches
without copying; where forking is impossible they are spawned and tasks are pickled. The parent waits for results and
deaths together, so a killed worker is an error with a name and never a hang; a thread runs only when it has something
else to do meanwhile.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess, SpawnProcess
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from generator.diagnostics import Phrase
from generator.errors import PortalError, PublishError, RenderError, SettingsError, UsageError

Task = TypeVar("Task")
Result = TypeVar("Result")

_STOP = -1
NO_WORDS = Phrase("")
_KINDS = (PublishError, UsageError, SettingsError)
"""Errors that arrive as what they are."""
_FROZEN_AT_START = gc.get_freeze_count()
"""Python 3.12 sets some objects aside from the collector by itself."""


def _alike(task: object) -> int:
    """All tasks weigh the same. A function with a name, as the next one: spawned processes are sent it."""
    return 0


def _nothing() -> None:
    """There is nothing to prepare."""


def _no_advice() -> Phrase:
    """Nobody knows why a worker should die."""
    return NO_WORDS


@dataclass(frozen=True, slots=True)
class Job(Generic[Task, Result]):
    """The work: `build` is called with every task.

    `name` says in messages which task it was; heavy tasks by `weight` start first; `prepare` runs before the
    first task, once when workers are forked or there is one job, in every worker when they are spawned. Tasks that
    may end their process have it `apart`: a worker even where one is enough; `advice` is what helps then. For
    spawned workers all of it must be picklable.
    """

    tasks: Sequence[Task]
    build: Callable[[Task], Result]
    name: Callable[[Task], str] = str
    weight: Callable[[Task], int] = _alike
    prepare: Callable[[], None] = _nothing
    apart: bool = False
    advice: Callable[[], Phrase] = _no_advice

    @property
    def order(self) -> list[int]:
        """Positions of the tasks in the order in which they start."""
        return sorted(range(len(self.tasks)), key=lambda index: (-self.weight(self.tasks[index]), index))


@dataclass(frozen=True, slots=True)
class Failure:
    """An exception that crossed a process border: pickling one would lose its help and its trace."""

    said: Phrase
    advice: Phrase
    trace: str
    kind: type[PortalError] = RenderError
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    task: int = _STOP


def run_units(
    job: Job[Task, Result],
    jobs: int,
    done: Callable[[Result], None] | None = None,
    meanwhile: Callable[[], None] | None = None,
) -> tuple[Result, ...]:
    """Return the result of every task, in the order of the tasks, using up to `jobs` processes.

    `done` is called in this process with each result as it comes; `meanwhile` is called here, in a thread, while other
    processes work: a help that may fail or be left out. With one process all happens here. Raises
    the error of the first task that fails, in the order in which they start (one of `_KINDS`, else `RenderError`), or
    a `RenderError` that names the task whose worker died; by then all workers have ended.
    """
    results: dict[int, Result] = {}

    def finish(index: int, answer: Result | Failure) -> None:
        results[index] = result = result_of(answer, job.name(job.tasks[index]))
        if done:
            done(result)

    count = min(jobs, len(job.tasks))
    if count > 1 or (count and job.apart):
        _run_workers(job, count, finish, meanwhile)
    elif job.tasks:
        job.prepare()
        for index in job.order:
            answer: Result | Failure = _attempt(job, index)
            finish(index, answer)
    return tuple(results[index] for index in range(len(job.tasks)))


def _run_workers(
    job: Job[Task, Result],
    count: int,
    finish: Callable[[int, Result | Failure], None],
    meanwhile: Callable[[], None] | None,
) -> None:
    forking = can_fork()
    was_frozen = gc.get_freeze_count() > _FROZEN_AT_START
    if forking:
        job.prepare()
        gc.collect()
        gc.freeze()  # so that the collector does not copy pages that parent and workers share
    workers: list[_Worker] = []
    try:
        with interrupts_held(forking=forking):
            for _ in range(count):
                workers.append(_start(job, forking, [worker.connection for worker in workers]))
        # Not before: no process is forked while a thread runs.
        with _in_thread(meanwhile) if meanwhile else nullcontext():
            try:
                _serve(workers, job, finish)
            except BaseException:
                for worker in workers:  # now, and not after what is done meanwhile
                    worker.process.kill()
                raise
    finally:
        for worker in workers:
            _end(worker)
        if forking and not was_frozen:  # else whoever has frozen something takes it back
            gc.unfreeze()


@contextmanager
def _in_thread(work: Callable[[], None]) -> Iterator[None]:
    """Have some work done beside the block, and wait for it at the end."""

    def attempt() -> None:
        with suppress(Exception):  # whoever needs it will find out
            work()

    thread = threading.Thread(target=attempt)
    thread.start()
    try:
        yield
    finally:
        thread.join()


@contextmanager
def interrupts_held(*, forking: bool = True) -> Iterator[None]:
    """Hold Ctrl-C back while workers start: they begin deaf to it, and none is started and then forgotten."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    if not forking:  # a helper is started with the first such process, and then Ctrl-C is let through
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def can_fork() -> bool:
    """Whether workers are forked: the system can, and no thread would be cut off in the middle of work.

    Not on macOS: its own libraries start threads that a fork cuts off.
    """
    able = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    return able and threading.active_count() == 1


def _start(job: Job[Task, Result], forking: bool, others: list[Connection]) -> _Worker:
    ours, theirs = multiprocessing.Pipe()
    process_type = ForkProcess if forking else SpawnProcess
    inherited = [*others, ours] if forking else []
    process = process_type(target=_work, args=(job, theirs, forking, inherited), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _serve(
    workers: list[_Worker], job: Job[Task, Result], finish: Callable[[int, Result | Failure], None]
) -> None:
    """Hand out tasks until none is waiting or under way; after a failure only wait for those that began before it, so
    that of several failures the same one is told each time."""
    order = job.order
    waiting, rank = list(reversed(order)), {index: place for place, index in enumerate(order)}
    end, failed = len(order), None  # who began from there on is not waited for
    for worker in workers:
        _hand_out(worker, waiting)
    while busy := [worker for worker in workers if worker.task != _STOP and rank[worker.task] < end]:
        ready = wait([worker.connection for worker in busy])
        for worker in busy:
            if worker.connection in ready:
                index = worker.task
                answer = _answer(worker, job)
                if isinstance(answer, Failure):
                    waiting.clear()
                    if rank[index] < end:
                        end, failed = rank[index], (index, answer)
                _hand_out(worker, waiting)
                if failed is None:
                    finish(index, answer)
    if failed is not None:
        finish(*failed)


def _answer(worker: _Worker, job: Job[Task, Result]) -> Result | Failure:
    try:
        answer: Result | Failure = worker.connection.recv()
    except (EOFError, OSError):  # the other end is open in one process only, so it has died
        raise death_of(worker.process, job.name(job.tasks[worker.task]), job.advice()) from None
    return answer


def result_of(answer: Result | Failure, name: str) -> Result:
    """Return the answer, or raise the failure it is; an unexpected one gets the task's name and its trace."""
    if not isinstance(answer, Failure):
        return answer
    error = answer.kind(f"{name}: {answer.said}" if answer.trace else str(answer.said), str(answer.advice))
    if not answer.trace:
        error.said, error.advice = answer.said, answer.advice  # so that they can be said in other languages
    for note in (*answer.notes, answer.trace):
        if note:
            error.add_note(note)
    raise error


def _hand_out(worker: _Worker, waiting: list[int]) -> None:
    worker.task = waiting.pop() if waiting else _STOP
    try:
        worker.connection.send(worker.task)
    except OSError:  # dead already: the next `recv` says so when it had a task
        return


def death_of(process: BaseProcess, task: str, advice: Phrase = NO_WORDS) -> RenderError:
    """Return the error that the death of a process is which was at work on a task."""
    said = Phrase("{task}: {cause}", {"task": task, "cause": cause_of(process)})
    error = RenderError(str(said), str(advice))
    error.said, error.advice = said, advice
    return error


def cause_of(process: BaseProcess) -> Phrase:
    """Return what ended a process, as messages tell it."""
    process.join(5)
    code = process.exitcode
    if code is not None and code < 0:
        return Phrase(
            "the process that built it was ended by {signal}", {"signal": signal.Signals(-code).name}
        )
    return Phrase("the process that built it ended unexpectedly (exit code {code})", {"code": code})


def _end(worker: _Worker) -> None:
    """End a worker, whose results are here or not wanted any more, and wait for it: none is left behind."""
    worker.process.kill()
    worker.process.join()
    worker.connection.close()
    worker.process.close()


def _work(job: Job[Task, Result], connection: Connection, forked: bool, inherited: list[Connection]) -> None:
    """Live as a worker: build what is asked for until told to stop or the parent is gone.

    `inherited` are the parent's ends of all pipes; kept open here, they would hide the parent's death.
    """
    for end in inherited:
        end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends its workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        ready = None if forked else guarded(job.prepare)
        while (index := connection.recv()) != _STOP:
            if isinstance(ready, Failure):
                connection.send(ready)
                continue
            answer: Result | Failure = _attempt(job, index)
            connection.send(answer)
    except (EOFError, OSError):
        return  # the parent is gone


def _attempt(job: Job[Task, Result], index: int) -> Result | Failure:
    return guarded(lambda: job.build(job.tasks[index]))


def guarded(action: Callable[[], Result]) -> Result | Failure:
    """Return what `action` returns, or the failure that its exception is; `result_of` raises it elsewhere."""
    try:
        return action()
    except PortalError as error:
        kind = type(error) if type(error) in _KINDS else RenderError
        return Failure(error.said, error.advice, "", kind, tuple(getattr(error, "__notes__", ())))
    except Exception as error:
        return Failure(
            Phrase("{fault}", {"fault": f"{type(error).__name__}: {error}"}),
            NO_WORDS,
            traceback.format_exc(),
        )
