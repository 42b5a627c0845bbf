"""The six real sites, built once for all processes of a test run, on a server and in Chromium."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.browsing import Site, launched, read_sites, served
from tests.support.builds import ROOT, must_build


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of all sites; the first process builds it, the others wait."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    with (shared / "sites.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "sites/portal").is_dir():
            must_build(ROOT, "--output", str(shared / "sites/portal"))
    return shared / "sites/portal"


@pytest.fixture(scope="session")
def sites(output: Path) -> dict[str, Site]:
    """The sites by id."""
    return read_sites(output)


@pytest.fixture(scope="session")
def address(output: Path) -> Iterator[str]:
    """Where all sites are served, each in a folder two levels below the root of the host."""
    with served(output.parent) as root:
        yield f"{root}{output.name}/"


# Not for the session: other tests of the same process start a browser of their own, and two at once cannot be.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with launched() as found:
        yield found
