"""The conditions that all tests run under hold."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest


def test_environment_is_scrubbed() -> None:
    """Neither a test nor a process that it starts sees the machine's locale, time zone or CI."""
    code = "import os; print(sorted(k for k in os.environ if k in ('CI', 'TZ', 'LANG', 'SOURCE_DATE_EPOCH')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), "LC_ALL" in os.environ) == ("[]", False)


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("example.org", 443)])
def test_network_is_out_of_reach(address: tuple[str, int]) -> None:
    """A connection to another machine fails at once, and says so."""
    with pytest.raises(AssertionError, match="reached for the network"):
        socket.create_connection(address, timeout=1)


def test_loopback_is_within_reach() -> None:
    """A server of the test itself answers."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        connection, _ = server.accept()
        connection.close()
