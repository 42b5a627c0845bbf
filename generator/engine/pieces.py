"""The pieces of sites that workers have put in place: on the disk, until a site is whole.

Takes what was placed and what it says, and gives it to whoever completes the site: the worker that finds all pieces
there, and only one of them. It looks into no piece.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.engine.recall import CLASSES
from generator.publish.assembly import Part
from generator.publish.verify import Examined
from generator.store.pickled import dumps, known, loads


@dataclass(frozen=True, slots=True)
class Piece:
    """What was placed of a site, what it says, and the lines that search finds its pages by."""

    part: Part
    examined: Mapping[str, Examined]
    lines: tuple[str, ...] = field(default=())


_KNOWN = known(Piece, Part, *CLASSES)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of all sites of a build, in a folder of its own; may be used in several processes at a time."""

    folder: Path

    def keep(self, site: str, number: int, piece: Piece) -> None:
        """Keep a piece; it is there as a whole or not at all."""
        path = self._path(site, number)
        beside = path.with_name(f"{path.name}.new")
        beside.write_bytes(dumps(piece))
        beside.replace(path)

    def completes(self, site: str, numbers: Iterable[int]) -> bool:
        """Whether all pieces are there and nobody has been told so before."""
        if not all(self._path(site, number).exists() for number in numbers):
            return False
        try:
            os.close(os.open(self.folder / f"{site}.whole", os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return False
        return True

    def take(self, site: str, number: int) -> Piece:
        """Return a piece that was kept, and keep it no longer."""
        path = self._path(site, number)
        piece = loads(path.read_bytes(), _KNOWN)
        assert isinstance(piece, Piece)  # noqa: S101 - written by this program a moment ago
        path.unlink()
        return piece

    def _path(self, site: str, number: int) -> Path:
        return self.folder / f"{site}.{number}"
