"""Where the time of a run went: named stretches of it, of every process.

Stages lap one another; tasks bring their own span. Taking a span costs a look at a clock. Nothing here reaches the
output, and nobody is told of it unless he asks.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch: nanoseconds of a clock that all processes of the machine share, and whose it was."""

    name: str
    begun: int
    ended: int
    process: int

    @property
    def seconds(self) -> float:
        """How long it took."""
        return (self.ended - self.begun) / 1e9


@dataclass(frozen=True, slots=True)
class Task:
    """A stretch that has begun; `done` ends it."""

    name: str
    begun: int = field(default_factory=time.monotonic_ns)

    def done(self) -> Span:
        """Return the stretch up to now."""
        return Span(self.name, self.begun, time.monotonic_ns(), os.getpid())


@dataclass(slots=True)
class Stages:
    """The stages of a run, one after the other, and the tasks of its processes."""

    begun: int = field(default_factory=time.monotonic_ns)
    stages: list[Span] = field(default_factory=list)
    tasks: list[Span] = field(default_factory=list)

    def lap(self, name: str) -> None:
        """Say that everything since the last stage was this one."""
        last = self.stages[-1].ended if self.stages else self.begun
        self.stages.append(Task(name, last).done())

    @property
    def seconds(self) -> float:
        """The time since the beginning."""
        return (time.monotonic_ns() - self.begun) / 1e9
