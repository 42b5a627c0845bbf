"""Whether a file holds pixels and nothing else: no place, camera, text, preview, further frame or foreign bytes.

Takes the bytes of a PNG, WebP or JPEG file, which may be hostile. Only the structure is read; no pixel is decoded.
"""

from __future__ import annotations

import io

from generator.limits import LIMITS

_PNG = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"cHRM", b"pHYs", b"bKGD"))
_WEBP = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH"))
_JPEG_TABLES = frozenset((0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xE0))
"""Frames, Huffman and quantisation tables, restart interval, the JFIF head."""
_JPEG_SCAN, _JPEG_END = 0xDA, b"\xff\xd9"
_JFIF_HEAD = 16
"""Bytes of a JFIF head without a preview."""
_TYPES = {"png": "PNG", "webp": "WEBP", "jpg": "JPEG"}


def bare_type(data: bytes) -> str:
    """Return `png`, `webp` or `jpg` for a file that consists of what makes its pixels, up to its last byte.

    Empty for every other file.
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png" if _chunks(data, 8, _PNG, is_png=True) else ""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp" if _chunks(data, 12, _WEBP, is_png=False) else ""
    return "jpg" if data.startswith(b"\xff\xd8") and _segments(data) else ""


def is_as_told(data: bytes, kind: str, width: int, height: int) -> bool:
    """Whether a file is a bare picture of this type (`webp`, `jpg`, `png`) and size, small enough to publish."""
    from PIL import Image

    if bare_type(data) != kind or len(data) > LIMITS.picture_bytes:
        return False
    try:
        with Image.open(io.BytesIO(data), formats=(_TYPES[kind],)) as image:
            return image.size == (width, height)
    except Exception:  # Pillow raises whatever its readers stumble over
        return False


def _chunks(data: bytes, place: int, known: frozenset[bytes], *, is_png: bool) -> bool:
    while place < len(data):
        if is_png:
            name, size = data[place + 4 : place + 8], int.from_bytes(data[place : place + 4], "big") + 12
        else:
            name, size = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little") + 8
            size += size % 2
        if name not in known:
            return False
        place += size
    return place == len(data)


def _segments(data: bytes) -> bool:
    """Walk the segments of a JPEG file; between scans, bytes after 0xFF are 0 or a restart mark."""
    place = 2
    while data[place : place + 2] != _JPEG_END:
        if place + 4 > len(data) or data[place] != 0xFF:
            return False
        mark, size = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if mark not in _JPEG_TABLES | {_JPEG_SCAN} or (mark == 0xE0 and size != _JFIF_HEAD):
            return False
        place += 2 + size
        if mark == _JPEG_SCAN:
            place = _after_scan(data, place)
    return place + 2 == len(data)


def _after_scan(data: bytes, place: int) -> int:
    while True:
        place = data.find(b"\xff", place)
        if place < 0:
            return len(data)
        following = data[place + 1 : place + 2]
        if following != b"\0" and not b"\xd0" <= following <= b"\xd7":
            return place
        place += 2
