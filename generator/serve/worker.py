"""The builder's process: answers questions about one portal with a workbench, one after the other.

Takes a connection, gives back values of `snapshot` or bytes; whatever goes wrong becomes a finding. It has no
threads, so the engine may fork workers for pictures. It ends when the other end of the connection is gone.
"""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from generator.clock import Clock
from generator.diagnostics import Finding, Position, Severity, count, in_order
from generator.errors import ContentError, PortalError, RenderError, SettingsError, UsageError
from generator.paths import PortalPaths
from generator.serve.faces import face_of, next_instant, states_of
from generator.serve.snapshot import Fault, ServeOptions, Snapshot, fault_of, fault_of_program
from generator.serve.workbench import NotReadyError, Workbench


def work(
    connection: Connection, paths: PortalPaths, options: ServeOptions, theme_state: str, scratch: Path
) -> None:
    """Answer `(name, arguments)` until the connection ends. Whoever asks clears `scratch` away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server hears Ctrl-C and closes the connection
    desk = Worker(paths, options, theme_state, scratch)
    questions: dict[str, Callable[..., object]] = {
        "read": desk.read,
        "file": desk.bench.file,
        "unit": desk.bench.unit,
        "others": desk.bench.others,
        "not_found": desk.bench.not_found,
    }
    try:
        while True:
            name, arguments = connection.recv()
            connection.send(desk.guarded(questions[name], *arguments))
    except (EOFError, OSError):
        return  # the server is gone


class Worker:
    """Reads the portal; knows what it was like when serving began."""

    def __init__(self, paths: PortalPaths, options: ServeOptions, theme_state: str, scratch: Path) -> None:
        self.bench = Workbench(paths, options, theme_state, scratch)
        self._paths = paths

    def read(self, clock: Clock) -> Snapshot:
        """Read everything; what stops a build leaves the sites as they were."""
        try:
            checked = self.bench.check(clock)
            findings = checked.findings
        except Exception as error:
            return Snapshot(self._told(error))
        if count(findings, Severity.ERROR):
            return Snapshot(findings)
        try:
            self.bench.take(checked, clock)
        except UsageError as error:
            return Snapshot((*findings, *self._told(error)), refused=(error.message, error.help))
        except Exception as error:
            return Snapshot(in_order((*findings, *self._told(error))))
        benches = self.bench.benches.values()
        faces = tuple(face_of(bench, checked) for bench in benches)
        return Snapshot(findings, faces, states_of(checked), next_instant(benches, clock))

    def guarded(self, question: Callable[..., object], *arguments: object) -> object:
        """Return the answer, or the `Fault` that came instead."""
        try:
            return question(*arguments)
        except NotReadyError:
            return Fault()  # why not is among the findings of the reading
        except Exception as error:
            return Fault(self._told(error))

    def _told(self, error: Exception) -> tuple[Finding, ...]:
        """Return what an error says to whoever edits."""
        if isinstance(error, ContentError):
            return error.findings
        if isinstance(error, RenderError):
            return (fault_of(error.said, error.advice, self._place(error.position)),)
        if isinstance(error, SettingsError) and error.finding:
            return (error.finding,)
        if isinstance(error, SettingsError):
            place = error.position or Position(self._paths.shown(self._paths.mkdocs), 0)
            return (fault_of(error.said, error.advice, place),)
        if isinstance(error, PortalError):
            return (fault_of(error.said, error.advice, Position("sites", 0)),)
        last = traceback.extract_tb(error.__traceback__)[-1]
        return (fault_of_program(f"{type(error).__name__}: {error} ({last.name}, line {last.lineno})"),)

    def _place(self, position: Position | None) -> Position:
        """The place in the words of the portal."""
        if position is None:
            return Position(self._paths.shown(self._paths.theme), 0)
        for folder in (self._paths.root, self._paths.theme.parent):
            if position.file.startswith(f"{folder.as_posix()}/"):
                inside = position.file.removeprefix(f"{folder.as_posix()}/")
                return Position(inside, position.line, position.column)
        return position
