"""What the tests of publishing share: a small portal's output, published for real below `tmp_path`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import pytest

from generator.publish.assembly import Source
from generator.publish.staging import Published, Workspace
from tests.support.publishing import publish_sites

Publish = Callable[..., Published]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder that does not exist yet."""
    return tmp_path / "public"


@pytest.fixture
def publish(output: Path) -> Publish:
    """Publish sites to the output folder: a mapping of site to files, and the sites to keep."""

    def published(sites: Mapping[str, Mapping[str, Source]], keep: Collection[str] = ()) -> Published:
        with Workspace.open(output) as workspace:
            return publish_sites(workspace, sites, keep)

    return published
