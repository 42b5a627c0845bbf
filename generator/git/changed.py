"""Which lines were changed since a branch was left.

Takes a folder and the name of a revision; returns files with line numbers. Never writes, asks or fetches; without git,
a repository or the revision there is no answer, which is no fault.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from generator.git.process import NoAnswer, run
from generator.git.repository import merge_base

_AS_LINES = (
    *("--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames"),
    *("--relative", "--src-prefix=a/", "--dst-prefix=b/"),
)
_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")


def changed_lines(folder: Path, base: str) -> Mapping[str, frozenset[int]]:
    """Return the lines, from 1, of each file below `folder` that are new since the merge base with `base`.

    Paths are relative to `folder`, with `/`. A branch is looked for at `origin` first, as build services have it.
    """
    for revision in (f"refs/remotes/origin/{base}", base) if base else ():
        left = merge_base(folder, revision)
        if not isinstance(left, NoAnswer):
            diff = run(folder, "diff", *_AS_LINES, left, "--", ".")
            return _read_diff(b"" if isinstance(diff, NoAnswer) else diff)
    return {}


def _read_diff(diff: bytes) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    file = None
    header = True
    for line in diff.split(b"\n"):
        if line.startswith(b"diff --git "):
            file, header = None, True
        elif header and line.startswith(b"+++ b/"):
            file = line[6:].rstrip(b"\t").decode("utf-8", "surrogateescape")
        elif hunk := _HUNK.match(line):
            header = False
            if file is not None:
                first, count = int(hunk[1]), int(hunk[2] or 1)
                found.setdefault(file, set()).update(range(first, first + count))
    return {name: frozenset(lines) for name, lines in found.items()}
