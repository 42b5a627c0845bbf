"""Small portals on disk for tests: a copy of `tests/portals/small`, changed by the examples of a rule's page.

An example has blocks that start with `# <path>`: their top-level keys replace those of the file in the copy. New
files, pages and blocks marked `(whole file)` are taken as they are. `# PP203` at the end of a line is a finding
expected there, and not part of the file; `\\xNN` stands for a byte.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.clock import read_clock
from generator.diagnostics import Finding
from generator.paths import PortalPaths, packaged_theme
from generator.verdict.portal import check_portal

SMALL = Path(__file__).resolve().parents[1] / "portals" / "small"
TODAY = "2026-11-21"

_BLOCK = re.compile(r"# ((?:content|sites)/\S+)( \(whole file\))?")
_MARKER = re.compile(r"\s+# ((?:PP\d{3} ?)+)$")
_KEY = re.compile(r"([A-Za-z_]+):")
_BYTE = re.compile(rb"\\x([0-9a-f]{2})")

Place = tuple[str, int, str]
"""A file inside the portal, a line from 1, and a code."""


@dataclass(frozen=True, slots=True)
class Block:
    """One file of an example: its path inside the portal, its lines with markers, and how it is meant."""

    path: str
    lines: tuple[str, ...]
    whole: bool


def copy_small(target: Path) -> PortalPaths:
    """Copy the small portal to `target`, which must not exist, and return its folders."""
    shutil.copytree(SMALL, target)
    return PortalPaths(target.resolve())


def copy_with_theme(target: Path) -> PortalPaths:
    """Copy the small portal to `target`, with a theme of its own that a test may change."""
    found = copy_small(target)
    shutil.copytree(packaged_theme(), found.root / "theme")
    return found


def findings_of(paths: PortalPaths, today: str = TODAY) -> tuple[Finding, ...]:
    """Check a portal as `portal check --today` does."""
    return check_portal(paths, read_clock(today)).findings


def places_of(findings: tuple[Finding, ...]) -> list[Place]:
    """File, line and code of each finding, sorted."""
    return sorted((finding.position.file, finding.position.line, finding.code) for finding in findings)


def read_example(text: str) -> tuple[Block, ...]:
    """Divide an example, whose lines are not indented, into its blocks."""
    blocks: list[Block] = []
    path, whole, lines = "", False, list[str]()
    for line in [*text.splitlines(), "# content/end"]:
        start = _BLOCK.fullmatch(line)
        if start is None:
            lines.append(line)
            continue
        if path:
            blocks.append(Block(path, tuple(lines), whole))
        assert path or not any(lines), "an example starts with the path of a file"
        path, whole, lines = start[1], start[2] is not None, []
    return tuple(blocks)


def apply_example(paths: PortalPaths, text: str) -> list[Place]:
    """Write an example into the portal and return the findings that it expects, sorted."""
    expected: list[Place] = []
    for block in read_example(text):
        target = paths.root / block.path
        lines = list(block.lines)
        while lines and not lines[-1]:
            lines.pop()
        if target.exists() and target.suffix == ".yml" and not block.whole:
            lines = _with_keys_replaced(target.read_text("utf-8").splitlines(), lines)
        plain = []
        for number, line in enumerate(lines, 1):
            marker = _MARKER.search(line)
            expected += [(block.path, number, code) for code in (marker[1].split() if marker else ())]
            plain.append(line[: marker.start()] if marker else line)
        data = "".join(f"{line}\n" for line in plain).encode()
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_BYTE.sub(lambda found: bytes.fromhex(found[1].decode()), data))
    return sorted(expected)


def _with_keys_replaced(base: list[str], shown: list[str]) -> list[str]:
    """Put the top-level keys of `shown` in place of those of `base`; new ones go to the end."""
    new = dict(_sections(shown))
    kept = [(key, new.pop(key, lines)) for key, lines in _sections(base)]
    return [line for _, lines in (*kept, *new.items()) for line in lines]


def _sections(lines: list[str]) -> list[tuple[str, list[str]]]:
    """Top-level keys with their lines, as they stand in the file."""
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        key = _KEY.match(line)
        if key:
            found.append((key[1], [line]))
        elif found or not line.startswith("#"):  # comments above the first key are left out
            assert found, f"expected a top-level key before {line!r}"
            found[-1][1].append(line)
    return found
