"""Compiled templates, kept for the next run as Python keeps its own modules: compiling them takes longer than a page.

Takes nothing; returns where Jinja may keep them: a folder for temporary files that is this user's alone, since what is
kept there is code. Kept is what the very same template was compiled to by the very same program. Where no such folder
can be had, nothing is kept.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from generator.store.digest import program_digest


class _Compiled(FileSystemBytecodeCache):
    """Keeps one form of each template of each theme; a full disk is no fault."""

    def get_source_checksum(self, source: str) -> str:
        """Name a template by its text and by the program that compiles it."""
        return super().get_source_checksum(f"{program_digest()}\n{source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read what was kept; what cannot be read was not kept."""
        with suppress(Exception):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, if possible."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


@cache
def compiled_templates() -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept; `None` where no folder is sure to be this user's alone."""
    if os.name == "nt":
        return None
    try:
        return _Compiled(pattern="portal-%s.cache")
    except (RuntimeError, OSError):
        return None
