"""A small portal with live sites, built once; each test gets its own copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.builds import copy_of, must_build
from tests.support.portal import copy_small


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small portal with its `public/`. To be copied, never changed."""
    root = copy_small(tmp_path_factory.mktemp("built") / "portal").root
    must_build(root)
    return root


@pytest.fixture
def live(built: Path, tmp_path: Path) -> Path:
    """A copy of the small portal with its `public/`, to be changed."""
    return copy_of(built, tmp_path / "live")
