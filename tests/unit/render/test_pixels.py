"""The size of a picture from the bytes that its format puts first."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from generator.render.pixels import pixel_size

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 1200, 675)
EXIF = b"\xff\xe1" + struct.pack(">H", 6) + b"Exif"
TABLE = b"\xff\xc4" + struct.pack(">H", 4) + b"\x01\x02"
FRAME = struct.pack(">HBHHB", 11, 8, 675, 1200, 1)
JPEG = b"\xff\xd8" + EXIF + TABLE + b"\xff\xff\xc2" + FRAME
LOSSY = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\x30\x01\x00\x9d\x01\x2a" + struct.pack("<HH", 1200 | 0x4000, 675)
LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", 1199 | 674 << 14 | 1 << 28)
EXTENDED = (
    b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0" + (1199).to_bytes(3, "little") + (674).to_bytes(3, "little")
)


def ispe(width: int, height: int) -> bytes:
    return struct.pack(">I4sIII", 20, b"ispe", 0, width, height)


AVIF = struct.pack(">I8s", 16, b"ftypavif") + b"\0\0\0\0" + ispe(240, 135) + ispe(1200, 675)


@pytest.mark.parametrize(
    "data",
    [PNG, JPEG, LOSSY, LOSSLESS, EXTENDED, AVIF],
    ids=["png", "jpeg", "webp lossy", "webp lossless", "webp extended", "avif with preview"],
)
def test_size(data: bytes, tmp_path: Path) -> None:
    """Each format that a portal takes tells its width and height."""
    path = tmp_path / "picture"
    path.write_bytes(data + bytes(8))
    assert pixel_size(path) == (1200, 675)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        PNG[:20],
        JPEG[:-9],
        b"\xff\xd8",
        LOSSY[:27],
        LOSSLESS[:22],
        AVIF[:22],
        PNG[:16] + bytes(8),
    ],
    ids=["empty", "gif", "png", "jpeg", "jpeg start", "lossy", "lossless", "avif", "zero"],
)
def test_unknown(data: bytes, tmp_path: Path) -> None:
    """Of a file that is cut off, of another format or without a size nothing is claimed."""
    path = tmp_path / "picture"
    path.write_bytes(data)
    assert pixel_size(path) is None


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there has no size."""
    assert pixel_size(tmp_path / "gone.png") is None
