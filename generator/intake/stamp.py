"""What this program is, as one digest: another version of it, or of what it reads with, never uses what this one kept.

Takes the package's own source files and the versions of the libraries that decide about content.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.paths import PACKAGE

_LIBRARIES = (
    *("pyyaml", "pydantic", "pydantic-core", "phonenumbers", "email-validator", "babel", "langcodes"),
    *("markdown-it-py", "tzdata", "pillow"),
)


@cache
def program_stamp() -> bytes:
    """Return the digest of the program: its source, its libraries' versions, Python's."""
    found = hashlib.sha256(f"{sys.version}\n".encode())
    for name in _LIBRARIES:
        found.update(f"{name} {_version(name)}\n".encode())
    for folder, folders, names in os.walk(PACKAGE):
        folders[:] = sorted(name for name in folders if not name.startswith(("_", ".")))
        for name in sorted(names):
            if name.endswith(".py"):
                path = Path(folder, name)
                found.update(f"{path.relative_to(PACKAGE)}\n".encode())
                found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.digest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
