"""The bytes of a picture become pixels as readers see them: upright, in sRGB, without anything about the camera.

Takes bytes that an editor delivered, which may be hostile; returns an image or what is wrong with it. Of a
moving picture the first frame is taken.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.check.picture_files import DAMAGED, FORMATS, PictureFault, picture_fault

if TYPE_CHECKING:
    from PIL import Image

_ENOUGH = 2560
"""JPEG can be decoded at a half, a quarter …: at least twice the widest variant is left."""
_BARE_PNG = frozenset(
    (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"cHRM", b"pHYs", b"bKGD")
)
_BARE_WEBP = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH"))


@dataclass(frozen=True, slots=True)
class Upright:
    """A decoded picture, `RGB` or `RGBA`. `width` and `height` are those of the file, turned as it is shown."""

    image: Image.Image
    width: int
    height: int
    is_drawing: bool
    """Whether it came as PNG: few colours and sharp edges are likely."""


def decode(data: bytes) -> Upright | PictureFault:
    """Return the picture, or what is wrong with it."""
    fault = picture_fault(data)
    if fault:
        return fault
    try:
        return _decoded(data)
    except Exception:  # Pillow raises whatever its readers stumble over
        return DAMAGED


def is_bare(data: bytes) -> bool:
    """Whether a PNG or WebP file holds pixels and nothing else: no place, camera, text, preview or further frame."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _holds_only(data, 8, _BARE_PNG)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _holds_only(data, 12, _BARE_WEBP)
    return False


def _decoded(data: bytes) -> Upright:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=FORMATS) as source:
        width, height = source.size
        is_drawing = source.format == "PNG"
        source.draft(None, (_ENOUGH, _ENOUGH))
        source.load()
        turned = ImageOps.exif_transpose(source)
        is_on_its_side = source.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        image = _in_srgb(turned)
    if is_on_its_side:
        width, height = height, width
    return Upright(image, width, height, is_drawing)


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return `RGB` or `RGBA`; colours of another profile are turned into what a browser takes them for."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits of grey: `convert` would cut them off at 255
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    has_alpha = image.has_transparency_data
    alpha = image.convert("RGBA").getchannel("A") if has_alpha else None
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        plain = _managed(image.convert("RGB") if image.mode == "RGBA" else image, profile)
    else:
        plain = image.convert("RGBA").convert("RGB") if has_alpha else image.convert("RGB")
    if alpha is None or alpha.getextrema() == (255, 255):
        return plain
    plain.putalpha(alpha)
    return plain


def _managed(image: Image.Image, profile: bytes) -> Image.Image:
    from PIL import ImageCms

    try:
        found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(image, found, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):  # a profile that cannot be read or is of another space
        return image.convert("RGB")
    return turned if turned is not None else image.convert("RGB")


def _holds_only(data: bytes, place: int, known: frozenset[bytes]) -> bool:
    """Whether a file consists of known chunks up to its last byte."""
    is_png = data[0] == 0x89
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
