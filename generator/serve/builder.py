"""The server's hold on the builder's process: asks, waits its turn, starts a new one when the old one is gone.

Takes questions from any thread, returns what `worker` answers. What readers wait for goes before what is only made
in advance. The process is forked from a small one without threads (spawned where that is impossible), so the
server's own threads are never cut off in the middle of work.
"""

from __future__ import annotations

import atexit
import multiprocessing
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext, ForkServerProcess
from multiprocessing.process import BaseProcess
from pathlib import Path

from generator.clock import Clock
from generator.diagnostics import Phrase, Position
from generator.engine.configuration import read_base
from generator.engine.foreign import advice_on_others
from generator.errors import PortalError
from generator.paths import PortalPaths
from generator.serve.snapshot import Fault, ServeOptions, Snapshot, fault_of, fault_of_program
from generator.serve.worker import work
from generator.workers.pool import NO_WORDS, cause_of, interrupts_held

PATIENCE = 120.0
"""Seconds for one answer; a large portal is read in a tenth of that."""
_LONGEST = 60
"""Bytes of the name of the folder for temporary files: a process that forks others listens below it, and systems allow
100 or so."""


class BuilderLostError(Exception):
    """The builder's process ended, or gave no answer in time. The next question starts a new one.

    `said` is what happened to which page or language, `advice` what may help where somebody can know.
    """

    def __init__(self, said: Phrase, advice: Phrase = NO_WORDS) -> None:
        super().__init__(str(said))
        self.said, self.advice = said, advice


class Turns:
    """One at a time; whoever is in a hurry goes before whoever is not."""

    def __init__(self) -> None:
        self._free = threading.Condition()
        self._busy = False
        self._hurried = 0

    @contextmanager
    def taken(self, *, hurried: bool) -> Iterator[None]:
        """Wait for the turn and hold it."""
        with self._free:
            self._hurried += hurried
            try:
                self._free.wait_for(lambda: not self._busy and (hurried or not self._hurried))
            finally:
                self._hurried -= hurried
            self._busy = True
        try:
            yield
        finally:
            with self._free:
                self._busy = False
                self._free.notify_all()


class Builder:
    """Asks the builder's process. All methods may be called from any thread and raise `BuilderLostError`.

    `process_number` counts the processes of this run.
    """

    def __init__(self, paths: PortalPaths, options: ServeOptions) -> None:
        self._paths = paths
        self._options = options
        self._context = _context()
        self._turns = Turns()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._theme_state = ""
        self.process_number = 0
        self._closed = False
        self._scratch = tempfile.TemporaryDirectory(prefix="portal-", ignore_cleanup_errors=True)
        atexit.register(self.close)  # else an interrupted program would wait for a process that waits for it

    def read(self, clock: Clock, theme_state: str) -> Snapshot:
        """Read the portal. A process that has another state of the theme in memory is replaced."""
        with self._turns.taken(hurried=True):
            if theme_state != self._theme_state:
                self._end()
                self._theme_state = theme_state
            answer = self._ask("read", clock)
        return answer if isinstance(answer, Snapshot) else Snapshot(_findings(answer))

    def file(self, site: str, path: str) -> bytes | Fault | None:
        """Return a file of a site, `None` when there is no such file."""
        with self._turns.taken(hurried=True):
            answer = self._ask("file", site, path)
        return answer if isinstance(answer, bytes | Fault) else None

    def not_found(self, site: str, language: str, base: str) -> bytes | Fault:
        """Return a site's 404 page for the address `base`."""
        with self._turns.taken(hurried=True):
            answer = self._ask("not_found", site, language, base)
        return answer if isinstance(answer, bytes | Fault) else Fault()

    def unit(self, site: str, language: str) -> dict[str, bytes] | Fault:
        """Return all files of one language, in advance: everybody else goes first."""
        with self._turns.taken(hurried=False):
            return _files(self._ask("unit", site, language))

    def others(self, site: str) -> dict[str, bytes] | Fault:
        """Return a site's other files, in advance."""
        with self._turns.taken(hurried=False):
            return _files(self._ask("others", site))

    def close(self) -> None:
        """End the process, whatever it is doing; none is started any more."""
        self._closed = True
        atexit.unregister(self.close)
        process = self._process
        with suppress(AttributeError, ValueError):  # it was ended by somebody else meanwhile
            process.kill()  # type: ignore[union-attr]
        with self._turns.taken(hurried=True):
            self._end()
        self._scratch.cleanup()

    def _ask(self, name: str, *arguments: object) -> object:
        if self._closed:
            raise BuilderLostError(Phrase("the builder was closed"))
        if self._connection is None:
            self._connection = self._start()
        try:
            self._connection.send((name, arguments))
            if self._connection.poll(PATIENCE):
                return self._connection.recv()
            said = Phrase("the process that built it gave no answer in {n} s", {"n": f"{PATIENCE:.0f}"})
        except (EOFError, OSError):
            assert self._process is not None  # noqa: S101 - it is there as long as its connection
            said = cause_of(self._process)
        self._end()
        task = "content" if name == "read" else "/".join(map(str, arguments[:2]))
        advice = NO_WORDS if name in ("read", "others") else self._advice()
        raise BuilderLostError(Phrase("{task}: {cause}", {"task": task, "cause": said}), advice)

    def _advice(self) -> Phrase:
        """What may help when a page could not be made: only then hooks are run."""
        try:
            return advice_on_others(read_base(self._paths.mkdocs, self._paths.theme).settings)
        except PortalError:
            return NO_WORDS

    def _start(self) -> Connection:
        ours, theirs = self._context.Pipe()
        arguments = (theirs, self._paths, self._options, self._theme_state, Path(self._scratch.name))
        process = self._context.Process(target=work, args=arguments)  # type: ignore[attr-defined]
        _start_deaf(process)
        theirs.close()
        self._process = process
        self.process_number += 1
        return ours

    def _end(self) -> None:
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._connection = self._process = None


def lost(error: BuilderLostError, paths: PortalPaths) -> Fault:
    """Return the loss of the builder as a fault to show: of `mkdocs.yml`, if that may have been the cause."""
    if not error.advice.template:
        return Fault((fault_of_program(error.said),))
    return Fault((fault_of(error.said, error.advice, Position(paths.shown(paths.mkdocs), 0)),))


def _files(answer: object) -> dict[str, bytes] | Fault:
    return answer if isinstance(answer, dict | Fault) else Fault()


def _findings(answer: object) -> tuple:  # type: ignore[type-arg]
    return answer.findings if isinstance(answer, Fault) else ()


def _start_deaf(process: BaseProcess) -> None:
    """Start a process that never hears Ctrl-C, not even while it loads: the server does, and ends it.

    What forks it is loaded before `start` returns; only its beginning is held, so that Ctrl-C need not wait for that.
    """
    with interrupts_held(forking=False):
        if isinstance(process, ForkServerProcess):
            forkserver.ensure_running()
        else:
            process.start()
    if process.pid is None:
        process.start()


def _context() -> BaseContext:
    able = "forkserver" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    if not able or len(os.fsencode(tempfile.gettempdir())) > _LONGEST:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["generator.serve.worker"])
    return context
