"""The only place that runs git: list arguments, no shell, no network, a time limit, nothing written.

Takes a folder and the words of a plumbing command, returns its output or a sentence saying why there is none.
The user's own settings stay readable (git asks them whether it may trust a folder); what could start another
program is switched off.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

_SECONDS = 120
_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    f"core.attributesFile={os.devnull}",
    "core.quotePath=false",
    "protocol.allow=never",
    "credential.helper=",
    "log.showSignature=false",
)
_ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """Why git said nothing: a template in English with its values, for `Words.say`."""

    reason: str
    detail: str = ""


def run(folder: Path, *arguments: str, feed: bytes = b"") -> bytes | NoAnswer:
    """Return what `git <arguments>` prints when it is run in `folder` and given `feed`. Never raises."""
    try:
        done = subprocess.run(  # noqa: S603 - list arguments, none of which an editor wrote
            _command(folder, arguments),
            env=_environment(),
            input=feed,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        return NoAnswer("git is not installed here")
    except subprocess.TimeoutExpired:
        return NoAnswer("git did not answer in time")
    except OSError as fault:
        return NoAnswer("git cannot be run: {detail}", fault.strerror or "")
    if done.returncode:
        return NoAnswer("git says: {detail}", _reason(done.stderr))
    return done.stdout


class Blobs:
    """The contents of blobs, one question at a time, from one process. A context manager."""

    def __init__(self, folder: Path, limit: int) -> None:
        """Blobs over `limit` bytes are read past and count as not there."""
        self._folder = folder
        self._limit = limit
        self._process: subprocess.Popen[bytes] | None = None
        self._watch: threading.Timer | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get(self, blob: str) -> bytes | None:
        """Return the content of `blob`; `None` when there is none to be had."""
        process = self._process or self._start()
        if process is None or process.stdin is None or process.stdout is None:
            return None
        try:
            process.stdin.write(f"{blob}\n".encode("ascii"))
            process.stdin.flush()
            header = process.stdout.readline().split()
        except (OSError, ValueError):
            return None
        if len(header) != 3 or header[1] != b"blob":
            return None
        return _take(process.stdout, int(header[2]), self._limit)

    def close(self) -> None:
        """End the process."""
        if self._watch:
            self._watch.cancel()
        if self._process:
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    pipe.close()
            self._process.kill()
            self._process.wait()
            self._process = None

    def _start(self) -> subprocess.Popen[bytes] | None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - list arguments, none of which an editor wrote
                _command(self._folder, ("cat-file", "--batch")),
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            return None
        self._watch = threading.Timer(_SECONDS, self._process.kill)
        self._watch.daemon = True
        self._watch.start()
        return self._process


def _take(pipe: IO[bytes], size: int, limit: int) -> bytes | None:
    """Read `size` bytes and the line break after them, keeping no more than `limit`."""
    kept = pipe.read(size) if size <= limit else None
    left = 1 if kept is not None else size + 1
    while left:
        chunk = pipe.read(min(left, 1 << 20))
        if not chunk:
            return None
        left -= len(chunk)
    return kept


def _command(folder: Path, arguments: Iterable[str]) -> list[str]:
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    return ["git", "--no-pager", *settings, "-C", str(folder), *arguments]


def _environment() -> dict[str, str]:
    """The environment without what would point git at another repository or start a program."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "SSH_"))}
    return {**kept, **_ENVIRONMENT}


def _reason(stderr: bytes) -> str:
    """Return why git gave up; warnings before it are about something else."""
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    reason = next(
        (line for line in lines if line.startswith(("fatal: ", "error: "))), lines[0] if lines else ""
    )
    return reason.removeprefix("fatal: ").removeprefix("error: ") or "nothing"
