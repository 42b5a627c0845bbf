"""How large a picture is, in pixels, from the first bytes of its file.

Takes a path to a PNG, JPEG, WebP or AVIF file; returns width and height as stored, or `None` when they are not
found. Nothing is decoded, and the EXIF orientation is not looked at.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_HEAD = 256 * 1024
"""A JPEG may carry a preview and colour profiles before its size."""
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of frames; the three others in this range are tables."""

Size = tuple[int, int]


def pixel_size(path: Path) -> Size | None:
    """Return width and height, or `None` for a file that is not there or not understood."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return None
    try:
        found = next(_sizes(head), None)
    except (struct.error, IndexError):  # cut off
        return None
    return found if found and all(found) else None


def _sizes(head: bytes) -> Iterator[Size]:
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        yield struct.unpack_from(">II", head, 16)
    elif head.startswith(b"\xff\xd8"):
        yield from _jpeg(head)
    elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        yield from _webp(head)
    elif head[4:8] == b"ftyp":
        yield from _avif(head)


def _jpeg(head: bytes) -> Iterator[Size]:
    place = 2
    while head[place] == 0xFF:
        marker = head[place + 1]
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", head, place + 5)
            yield width, height
            return
        fill = marker == 0xFF
        place += 1 if fill else 2 + struct.unpack_from(">H", head, place + 2)[0]


def _webp(head: bytes) -> Iterator[Size]:
    form = head[12:16]
    if form == b"VP8X":
        yield _little(head[24:27]) + 1, _little(head[27:30]) + 1
    elif form == b"VP8L":
        bits = struct.unpack_from("<I", head, 21)[0]
        yield (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif form == b"VP8 ":
        width, height = struct.unpack_from("<HH", head, 26)
        yield width & 0x3FFF, height & 0x3FFF


def _avif(head: bytes) -> Iterator[Size]:
    """The largest of the sizes in the file's properties: a preview is smaller than its picture."""
    found: list[Size] = []
    place = head.find(b"ispe")
    while place >= 0:
        found.append(struct.unpack_from(">II", head, place + 8))
        place = head.find(b"ispe", place + 4)
    if found:
        yield max(found)


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")
