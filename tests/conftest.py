"""What every test runs under: a scrubbed environment, no network but loopback, and golden files.

The environment is scrubbed once for the whole session, so that processes which tests start have it too.
"""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

GOLDEN = Path(__file__).parent / "golden"
_SCRUBBED = ("CI", "NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "TZ", "COLUMNS")
_SCRUBBED_PREFIXES = ("PORTAL_", "LANG", "LC_")
_LOOPBACK = ("127.", "::1", "localhost")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; review the diff like code"
    )


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """Let programs that tests start be interrupted: what runs in the background has them ignore Ctrl-C."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def scrubbed_environment() -> Iterator[None]:
    """Nothing that a machine has set reaches a test or a process that it starts."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name in _SCRUBBED or name.startswith(_SCRUBBED_PREFIXES):
                patch.delenv(name)
        time.tzset()
        yield
    time.tzset()


@pytest.fixture(scope="session", autouse=True)
def loopback_only() -> Iterator[None]:
    """A test that reaches for the network fails."""
    connect, connect_ex, resolve = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _refuse_far(self.family, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_far(self.family, address)
        return connect_ex(self, address)

    def guarded_resolve(host: Any, *rest: Any, **named: Any) -> Any:
        _refuse_far(socket.AF_INET, (host, 0))
        return resolve(host, *rest, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket, "getaddrinfo", guarded_resolve)
        yield


def _refuse_far(family: int, address: Any) -> None:
    if family not in (socket.AF_INET, socket.AF_INET6):
        return
    host = address[0].decode() if isinstance(address[0], bytes) else str(address[0] or "localhost")
    if not host.startswith(_LOOPBACK):
        raise AssertionError(f"a test reached for the network: {host}")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """A function (name, actual) that compares with `tests/golden/<name>`, or writes it with --update-golden."""

    def compare(name: str, actual: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, "utf-8")
        assert path.is_file(), f"there is no golden file {name}: pytest --update-golden makes it"
        assert path.read_text("utf-8") == actual

    return compare


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many page states axe looked at."""
    reports = [report for found in terminalreporter.stats.values() for report in found]
    counts = [
        count
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, count in report.user_properties
        if name == "axe states"
    ]
    if counts:
        terminalreporter.write_line(f"axe looked at {sum(map(int, map(str, counts)))} page states")


@pytest.fixture
def only_one_thread() -> None:
    """Wait until threads of other tests have ended, for processes are forked beside none; name those that stay."""
    end = time.monotonic() + 10
    while threading.active_count() > 1 and time.monotonic() < end:
        time.sleep(0.01)
    assert [thread.name for thread in threading.enumerate()] == [threading.main_thread().name]
