"""A progress bar on a terminal, nothing in a pipe.

Takes the number of units and a tick for each that is done; writes to stderr only.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.outcome import SILENT
from generator.outcome import Progress as Listener

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from generator.engine.tasks import BuiltUnit

_FORCING = ("FORCE_COLOR", "TTY_COMPATIBLE")
"""With one of these, rich may take for a terminal what is none; else it need not be loaded to know."""


@dataclass(slots=True)
class BuildProgress:
    """Shows how many units are done."""

    bar: Progress
    task: TaskID | None = None

    def started(self, units: int) -> None:
        """Begin with this number of units."""
        self.task = self.bar.add_task("building", total=units)

    def advanced(self, unit: BuiltUnit) -> None:
        """Count one unit."""
        if self.task is not None:
            self.bar.update(self.task, advance=1, description=unit.span.name, refresh=True)


@contextmanager
def build_progress() -> Iterator[Listener]:
    """Show a bar while the block runs, if stderr is a terminal.

    It is drawn when a unit is done, not by a thread: the engine forks its workers, and must not while one runs.
    """
    if not sys.stderr.isatty() and not any(name in os.environ for name in _FORCING):
        yield SILENT
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(
        *columns, console=console, disable=not console.is_terminal, transient=True, auto_refresh=False
    ) as bar:
        yield BuildProgress(bar)
