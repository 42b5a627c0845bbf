"""Pack pixels as a small PNG: at most 256 colours, each with its own transparency.

Takes red, green, blue and alpha bytes row by row, returns the file's bytes. For flat drawings: the rarest
shades of their smooth edges give way to the nearest kept one. Draws nothing and reads no files.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PALETTE = 256


def pack(width: int, height: int, rgba: bytes) -> bytes:
    """Return a PNG of `width` × `height` pixels. Raises `ValueError` when `rgba` has another length."""
    if len(rgba) != width * height * 4:
        raise ValueError(f"{len(rgba)} bytes are no {width} × {height} pixels of four bytes")
    pixels = [rgba[place : place + 4] for place in range(0, len(rgba), 4)]
    index = _indexes(pixels)
    places = bytes(index[pixel] for pixel in pixels)
    # Every row starts with its filter; none (0) is the smallest for flat areas.
    rows = b"".join(b"\0" + places[start : start + width] for start in range(0, len(places), width))
    palette = {place: pixel for pixel, place in reversed(index.items())}
    kept = [palette[place] for place in range(len(palette))]
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", b"".join(pixel[:3] for pixel in kept)),
            _chunk(b"tRNS", bytes(pixel[3] for pixel in kept)),
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _indexes(pixels: list[bytes]) -> dict[bytes, int]:
    """Map every colour to its place in the palette; the kept colours come first, in palette order."""
    by_use = sorted(Counter(pixels).items(), key=lambda item: (-item[1], item[0]))
    kept = [pixel for pixel, _ in by_use[:_PALETTE]]
    index = {pixel: place for place, pixel in enumerate(kept)}
    for pixel, _ in by_use[_PALETTE:]:
        index[pixel] = min(range(len(kept)), key=lambda place: _distance(kept[place], pixel))
    return index


def _distance(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
