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
