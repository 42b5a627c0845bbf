"""A small publisher that dies, fails or repeats on command; run as a script by the tests beside it.

`publisher.py exhaustive ROOT SCENARIO HOW` publishes again and again below ROOT. In run n it is hit at the
n-th call to the file system: killed `before` or `after` it, or the call fails with an errno such as `ENOSPC`.
After each run it records what is live, then publishes undisturbed and records that too, as JSON on stdout.
`publisher.py repeat ROOT FIRST LAST` publishes the versions FIRST … LAST to ROOT/public.
"""

from __future__ import annotations

import builtins
import ctypes
import errno
import io
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))  # this file is run as a script

from generator.errors import PublishError
from generator.publish.staging import Workspace
from tests.support.publishing import publish_sites

KILLED = 137
REFUSED = 4
WATCHED = ("open", "scandir", "rename", "link", "mkdir", "unlink", "rmdir", "fsync", "chmod", "symlink")


def publish(output: Path, version: int) -> None:
    """Publish one version of the sites: a changed, an equal, a new and a removed file, and so with sites."""
    sites: dict[str, dict[str, Path | bytes]] = {
        "kvinfo": {
            "index.html": f"<h1>Version {version}</h1>".encode() * 200,
            "assets/site.css": b"body { margin: 0 }",
            f"assets/v{version}.css": b"main { margin: 0 }",
            "da/index.html": f"<h1>Udgave {version}</h1>".encode(),
        },
        f"site{version}": {"index.html": b"<h1>Only in this version</h1>"},
    }
    sites["kvinfo"]["programmes/index.html"] = f"<h1>Programmes {version}</h1>".encode()
    with Workspace.open(output) as workspace:
        publish_sites(workspace, sites, keep=["drammen"])


def prepare(root: Path, scenario: str) -> None:
    """Make the state in which a scenario begins."""
    output = root / "public"
    if scenario == "first":
        return
    publish(output, 1)
    with Workspace.open(output) as workspace:
        drammen = {"drammen": {"index.html": b"<h1>Drammen</h1>"}}
        publish_sites(workspace, drammen, keep=["kvinfo", "site1"])
    (output / ".nojekyll").write_bytes(b"")


Files = dict[str, bytes] | None


def files(folder: Path) -> Files:
    """All files below a folder; nothing when there is no such folder."""
    if not folder.is_dir():
        return None
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def state_of(live: Files, old: Files, new: Files) -> str:
    """Say whether the live sites are all old or all new, else which sites are neither; none: each is one of them."""
    if (live or {}) == (old or {}):
        return "old"
    if live == new:
        return "new"
    names = {path.partition("/")[0] for tree in (live, old, new) for path in tree or {}}
    parts = {name: [_below(tree, name) for tree in (live, old, new)] for name in names}
    return "neither: " + " ".join(sorted(name for name, (now, *known) in parts.items() if now not in known))


def _below(tree: Files, name: str) -> dict[str, bytes]:
    return {path: data for path, data in (tree or {}).items() if path.partition("/")[0] == name}


class Hit:
    """Counts calls to the file system and strikes at the n-th."""

    def __init__(self, number: int, how: str, report: int) -> None:
        self.left = number
        self.how = how
        self.report = report

    def around(self, name: str, call: Callable[[], Any], half: Callable[[], Any] | None = None) -> Any:
        """Make the call, or be hit. `half` is what a call has done when it fails in its middle."""
        self.left -= 1
        if self.left != 0:
            return call()
        os.write(self.report, name.encode())
        if self.how == "before":
            os._exit(KILLED)
        if self.how == "after":
            try:
                (half or call)()
            finally:
                os._exit(KILLED)
        if half:
            half()
        code = getattr(errno, self.how)
        ctypes.set_errno(code)
        if name.startswith("c:"):
            return -1
        raise OSError(code, os.strerror(code))

    def install(self, exchange: bool) -> None:
        """Stand before the functions of the operating system; none of the generator's own is touched."""
        for name in WATCHED:
            setattr(os, name, self._counted(name, getattr(os, name)))
        io.open = builtins.open = self._opener(io.open)  # type: ignore[assignment]
        load = ctypes.CDLL
        ctypes.CDLL = lambda *names, **options: _Library(load(*names, **options), self, exchange)  # type: ignore[misc, assignment, return-value]

    def _counted(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *values, **options: self.around(name, lambda: function(*values, **options))

    def _opener(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def opened(*values: Any, **options: Any) -> Any:
            stream = self.around("io.open", lambda: function(*values, **options))
            mode = values[1] if len(values) > 1 else options.get("mode", "r")
            return _Torn(stream, self) if "w" in mode else stream

        return opened


class _Torn:
    """A stream whose write can end in its middle."""

    def __init__(self, stream: Any, hit: Hit) -> None:
        self._stream, self._hit = stream, hit

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __enter__(self) -> _Torn:
        return self

    def __exit__(self, *error: object) -> None:
        self._stream.close()

    def write(self, data: Any) -> int:
        def half() -> None:
            self._stream.write(data[: len(data) // 2])
            self._stream.flush()

        written: int = self._hit.around("write", lambda: self._stream.write(data), half)
        return written


class _Library:
    """The C library, with its calls counted; without an exchange when that is to be missing."""

    def __init__(self, library: Any, hit: Hit, exchange: bool) -> None:
        self._library, self._hit, self._exchange = library, hit, exchange

    def __getattr__(self, name: str) -> Any:
        if name == "renameat2" and not self._exchange:
            raise AttributeError(name)
        function = getattr(self._library, name)
        return lambda *values: self._hit.around(f"c:{name}", lambda: function(*values))


def in_child(work: Callable[[], None]) -> int:
    """Run `work` in a forked child and return its exit code."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except PublishError:
            os._exit(REFUSED)
        except BaseException as error:
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def exhaustive(root: Path, scenario: str, how: str) -> Iterator[dict[str, object]]:
    """Hit every call in turn until a run is not hit any more."""
    template = root / "template"
    template.mkdir()
    prepare(template, "first" if scenario == "first" else "update")
    old = files(template / "public")
    shutil.copytree(template, root / "good", symlinks=True)
    publish(root / "good" / "public", 2)
    new = files(root / "good" / "public")
    number = 0
    while True:
        number += 1
        place = root / "run"
        shutil.copytree(template, place, symlinks=True)
        output = place / "public"
        read, write = os.pipe()

        def disturbed(number: int = number, write: int = write, output: Path = output) -> None:
            Hit(number, how, write).install(exchange=scenario != "renames")
            publish(output, 2)

        code = in_child(disturbed)
        os.close(write)
        call = os.read(read, 100).decode()
        os.close(read)
        if not call:
            return
        live = files(output)
        again = in_child(lambda output=output: publish(output, 2))  # type: ignore[misc]
        yield {
            "number": number,
            "call": call,
            "code": code,
            "live": state_of(live, old, new),
            "again": again,
            "whole": files(output) == new,
            "left": sorted(path.name for path in (place / ".public.portal").iterdir()),
        }
        shutil.rmtree(place)


if __name__ == "__main__":
    if sys.argv[1] == "exhaustive":
        print(json.dumps(list(exhaustive(Path(sys.argv[2]), sys.argv[3], sys.argv[4]))))  # noqa: T201
    else:
        for version in range(int(sys.argv[3]), int(sys.argv[4]) + 1):
            publish(Path(sys.argv[2]) / "public", version)
