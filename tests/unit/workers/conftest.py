"""All tests here fork processes."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _alone(only_one_thread: None) -> None:
    """No test begins before the threads of others have ended."""
