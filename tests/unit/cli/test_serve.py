"""`portal serve` as a process: what it prints, how it ends, what it says when it cannot begin."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from generator.paths import PortalPaths
from tests.support.builds import PORTAL, ROOT, replaced
from tests.support.portal import TODAY, copy_small
from tests.support.serving import until

SECONDS = 60
FILE = "content/coordinators/broen-odense.yml"
SLEEPY = """
import time
from pathlib import Path

def on_env(env, **_):
    Path("{file}").touch()
    time.sleep(60)
"""


@pytest.fixture
def small(tmp_path: Path) -> PortalPaths:
    """A portal without findings."""
    return copy_small(tmp_path / "portal")


def words(root: Path, *arguments: str) -> list[str]:
    """The command line."""
    return [*PORTAL, "--root", str(root), "--today", TODAY, "serve", *arguments]


@contextmanager
def begun(root: Path, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Start the command in a group of its own."""
    process = subprocess.Popen(
        words(root, "--port", "0", *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@contextmanager
def started(root: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], int, list[str]]]:
    """Start the command; give the process, its port and the lines it has printed by then."""
    with begun(root, *arguments) as process:
        assert process.stdout is not None
        lines = []
        while line := process.stdout.readline():
            lines.append(line)
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                yield process, int(found[1]), lines
                return
        raise AssertionError(f"it did not begin: {lines} {process.communicate()}")


def loaded_by_children(pid: int) -> str:
    """The libraries in the processes that a process has started, as Linux shows them."""
    found = []
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split():
        with suppress(OSError):  # it has ended
            found.append(Path(f"/proc/{child}/maps").read_text("utf-8"))
    return "\n".join(found)


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command that is expected to end by itself."""
    return subprocess.run(
        words(root, *arguments),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ends_quietly(small: PortalPaths, how: signal.Signals) -> None:
    """Ctrl-C ends it with code 0 and without a word; a polite request to end does the same."""
    with started(small.root) as (process, _, lines):
        process.send_signal(how)
        out, err = process.communicate(timeout=SECONDS)
    assert [re.sub(r":\d+/", ":0/", line) for line in lines] == [
        "1 site at http://127.0.0.1:0/ – Ctrl-C ends\n"
    ]
    assert (process.returncode, out, err.strip()) == (0, "", "")


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
def test_ends_quietly_while_it_begins(small: PortalPaths) -> None:
    """A terminal sends Ctrl-C to all processes: none of them says a word while it is loading."""
    with begun(small.root) as process:
        until(lambda: "pydantic_core" in loaded_by_children(process.pid))
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=SECONDS)
    assert (process.returncode, out, err.strip()) == (0, "", "")


@pytest.mark.parametrize("length", [8, 100])
def test_leaves_nothing_behind(length: int, small: PortalPaths, tmp_path: Path) -> None:
    """Ctrl-C in the middle of a page leaves no folder among the temporary ones, however long their names are."""
    temporary = Path(tempfile.mkdtemp()) / ("t" * length)
    temporary.mkdir()
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (small.root / "mkdocs.yml").write_text(f"{settings}\nhooks: [hook.py]\n", "utf-8")
    (small.root / "hook.py").write_text(SLEEPY.format(file=tmp_path / "asleep"), "utf-8")
    with begun(small.root, TMPDIR=str(temporary)) as process:
        until((tmp_path / "asleep").exists)
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=SECONDS)
    left = list(temporary.iterdir())
    shutil.rmtree(temporary.parent)
    assert (process.returncode, left) == (0, [])


def test_findings_are_printed_when_they_change(small: PortalPaths) -> None:
    """A mistake is printed once, with its line; an edit that changes nothing about it prints it no second time."""
    good = (small.root / FILE).read_text("utf-8")
    with started(small.root) as (process, _, _):
        assert process.stdout is not None
        assert process.stderr is not None
        replaced(small.root / FILE, "assured_on: 2026-10-01", "assured_on: 2026-13-01")
        assert process.stdout.readline().startswith(f"{FILE}:23:13  error  PP024")
        assert f"{FILE} changed, read in" in process.stderr.readline()
        replaced(small.root / FILE, "country: DK", "country: DK # the same")
        assert f"{FILE} changed, read in" in process.stderr.readline()
        (small.root / FILE).write_text(good, "utf-8")
        assert f"{FILE} changed, read in" in process.stderr.readline()
        said = []
        while (line := process.stdout.readline()) != "no findings\n":
            assert line, "it has ended"
            said.append(line)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=SECONDS)
    assert ([line for line in said if "PP024  " in line], out) == ([], "")


def test_port_in_use(small: PortalPaths) -> None:
    """A port that somebody else has is told, with one that is free."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = run(small.root, "--port", str(port))
    assert (done.returncode, done.stdout) == (2, "")
    said = re.fullmatch(
        r"portal: port (\d+) is in use\n  help: (port (\d+) is free: portal serve --port \3; .*)\n",
        done.stderr,
    )
    assert said is not None, done.stderr
    assert (int(said[1]), int(said[3]) > port) == (port, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--site", "nowhere"), "there is no site 'nowhere'"),
        (("--language", "xx"), "no site has the language 'xx'"),
        (("--host", "203.0.113.1"), "cannot listen on 203.0.113.1"),
    ],
)
def test_wrong_use(small: PortalPaths, arguments: tuple[str, ...], said: str) -> None:
    """What cannot be meant ends with code 2 and a sentence."""
    done = run(small.root, "--port", "0", *arguments)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_one_language(small: PortalPaths) -> None:
    """With one language, that language is at the root."""
    with started(small.root, "--language", "en") as (_, port, _):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
        connection.request("GET", "/broen/")
        page = connection.getresponse().read().decode()
        connection.close()
    assert '<html lang="en"' in page
