"""The PNG packer of the sample logos: what is packed can be unpacked to the same pixels."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def png(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, which stands beside the drawings and not in the package."""
    monkeypatch.syspath_prepend(str(ROOT / "docs" / "pictures"))
    import png

    return png


def _unpack(packed: bytes) -> tuple[int, int, bytes]:
    """Read width, height and RGBA back, checking every chunk's sum."""
    chunks: dict[bytes, bytes] = {}
    place = 8
    while place < len(packed):
        (length,) = struct.unpack_from(">I", packed, place)
        name, body = packed[place + 4 : place + 8], packed[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack_from(">I", packed, place + 8 + length)
        assert zlib.crc32(name + body) == checksum
        chunks[name] = body
        place += 12 + length
    width, height = struct.unpack_from(">II", chunks[b"IHDR"])
    rows = zlib.decompress(chunks[b"IDAT"])
    colours, alphas = chunks[b"PLTE"], chunks[b"tRNS"]
    pixels = bytearray()
    for row in range(height):
        for index in rows[row * (width + 1) + 1 : (row + 1) * (width + 1)]:
            pixels += colours[index * 3 : index * 3 + 3] + alphas[index : index + 1]
    return width, height, bytes(pixels)


def test_few_colours_stay_as_they_are(png: ModuleType) -> None:
    """A picture with few colours keeps every pixel, its transparency included."""
    rgba = bytes([255, 0, 0, 255, 0, 0, 0, 0, 0, 255, 0, 128, 255, 0, 0, 255, 1, 2, 3, 4, 0, 0, 0, 0])
    assert _unpack(png.pack(3, 2, rgba)) == (3, 2, rgba)


def test_the_rarest_colour_becomes_its_nearest_neighbour(png: ModuleType) -> None:
    """Of 257 colours the one used least is replaced by the kept colour most like it."""
    common = b"".join(bytes([shade, 0, 0, 255]) * 2 for shade in range(256))
    rare = bytes([200, 1, 0, 255])
    assert _unpack(png.pack(513, 1, common + rare)) == (513, 1, common + bytes([200, 0, 0, 255]))


def test_a_wrong_number_of_bytes_is_refused(png: ModuleType) -> None:
    """Bytes that do not fill the picture raise an error that names both sizes."""
    with pytest.raises(ValueError, match="12 bytes are no 2 × 2 pixels"):
        png.pack(2, 2, bytes(12))
