"""Operating system errors in words."""

from __future__ import annotations

import errno
import os

import pytest

from generator.errors import PublishError
from generator.publish.causes import as_publish_error


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(errno.ENOSPC, "x"), "cannot write public: the disk is full"),
        (PermissionError(errno.EACCES, "x", "/srv/web"), "cannot write public: no permission (/srv/web)"),
        (OSError(errno.ELOOP, os.strerror(errno.ELOOP)), f"cannot write public: {os.strerror(errno.ELOOP)}"),
        (OSError("odd"), "cannot write public: odd"),
    ],
)
def test_cause_is_told_in_one_sentence(error: OSError, message: str) -> None:
    """Known causes get words, unknown ones keep the system's; the file is named when it is known."""
    with pytest.raises(PublishError) as told, as_publish_error("cannot write public"):
        raise error
    assert message == told.value.message


def test_other_errors_pass() -> None:
    """A fault of the program is not disguised as one of the disk."""
    with pytest.raises(ZeroDivisionError), as_publish_error("cannot write public"):
        _ = 1 / 0
