"""Processes are forked only where no thread runs: threads of tests before these have to end first."""

from __future__ import annotations

import threading
import time

import pytest

_SECONDS = 10.0


@pytest.fixture(autouse=True)
def only_one_thread() -> None:
    """Wait until this process has one thread, and name the others if they stay."""
    end = time.monotonic() + _SECONDS
    while threading.active_count() > 1 and time.monotonic() < end:
        time.sleep(0.01)
    assert [thread.name for thread in threading.enumerate()] == [threading.main_thread().name]
