"""One picture becomes the files that are published: WebP in several widths, a JPEG to share, a small logo.

Takes bytes, returns files with their real sizes in pixels, or what is wrong. Same bytes, same Pillow, same
result; where files go and who shows them is not known here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.check.picture_files import PictureFault
from generator.limits import LIMITS
from generator.render.pictures.bare import bare_type
from generator.render.pictures.decode import Upright, decode

if TYPE_CHECKING:
    from PIL import Image

WIDTHS = (400, 640, 960, 1280)
"""Pixels: a telephone, a sharp telephone, half a desk-top, a sharp half."""
SHARED_WIDTH = 1200
"""Pixels; what messengers ask for."""
LOGO_HEIGHT, LOGO_WIDTH = 48, 192
"""The box of a logo in CSS pixels."""
_QUALITIES = (78, 70, 60, 50, 40, 30, 20)
"""The first that is small enough is taken."""
_OPTIONS: dict[str, dict[str, int | bool]] = {
    "WEBP": {"method": 4},
    "JPEG": {"optimize": True, "progressive": True},
}
"""Method 4 of WebP: method 6 takes fifty times as long where there is transparency and saves a twentieth."""
_EXACT: dict[str, int | bool] = {"lossless": True, "quality": 80, "method": 4}
_KEPT = ("png", "webp")
"""Types of files that are published as they came where ours would be longer."""
_CLOSE = 1.1
"""A width this near to the widest is left out."""
_VERSION = 1
"""To be raised with every change of this module or of `decode`."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One file. `name` is the end of its own: `640.webp`, `1200.jpg`, `2x.webp`; sizes in pixels."""

    name: str
    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything published of one picture: by width, narrowest first; to share; as logo for one and two pixels."""

    variants: tuple[Encoded, ...]
    shared: Encoded
    logos: tuple[Encoded, ...]


@cache
def recipe_name() -> str:
    """Return what the bytes depend on besides the picture itself."""
    from PIL import __version__, features

    codecs = ",".join(
        f"{name} {features.version(name)}" for name in ("webp", "libjpeg_turbo", "jpg", "littlecms2")
    )
    values = (_VERSION, WIDTHS, SHARED_WIDTH, LOGO_HEIGHT, LOGO_WIDTH, _QUALITIES, LIMITS.picture_bytes)
    return f"pillow {__version__}; {codecs}; {values}"


def encode(data: bytes) -> Recipe | PictureFault:
    """Return everything to publish of a picture, or why it cannot be."""
    source = decode(data)
    if isinstance(source, PictureFault):
        return source
    variants = tuple(_variants(source, data))
    shared = _shared(source)
    if not variants or shared is None:
        values = (("limit", LIMITS.picture_bytes // 1000),)
        message = "{file} cannot be published in less than {limit} kB"
        return PictureFault(message, "take a calmer picture, or cut out a part of it", values)
    return Recipe(variants, shared, tuple(_logo(source, density) for density in (1, 2)))


def _variants(source: Upright, data: bytes) -> Iterator[Encoded]:
    """Give the widths that are worth having: one that needs more bytes than a wider one is not."""
    least = LIMITS.picture_bytes + 1
    found = []
    for width in reversed(_widths(source.width)):
        made = _narrowed(source, width)
        is_shorter = width == source.width and len(data) < len(made.data)
        if is_shorter and (kind := bare_type(data)) in _KEPT:
            made = Encoded(f"{width}.{kind}", source.width, source.height, data)
        if len(made.data) < least:
            least = len(made.data)
            found.append(made)
    return reversed(found)


def _widths(width: int) -> tuple[int, ...]:
    widest = min(width, WIDTHS[-1])
    return (*(step for step in WIDTHS if step * _CLOSE < widest), widest)


def _narrowed(source: Upright, width: int) -> Encoded:
    size = (width, _height(source, width))
    image = _resized(source, size)
    data = _small_enough(image, "WEBP")
    if source.is_drawing:
        exact = _saved(image, "WEBP", **_EXACT)
        data = min(data, exact, key=len)
    return Encoded(f"{width}.webp", *size, data)


def _shared(source: Upright) -> Encoded | None:
    from PIL import Image

    for wanted in (SHARED_WIDTH, *reversed(WIDTHS[:-1])):
        width = min(source.width, wanted)
        size = (width, _height(source, width))
        image = _resized(source, size)
        if image.mode == "RGBA":  # messengers put transparency on black
            ground = Image.new("RGBA", size, "white")
            image = Image.alpha_composite(ground, image).convert("RGB")
        data = _small_enough(image, "JPEG")
        if len(data) <= LIMITS.picture_bytes:
            return Encoded(f"{width}.jpg", *size, data)
    return None


def _logo(source: Upright, density: int) -> Encoded:
    scale = min(LOGO_HEIGHT * density / source.height, LOGO_WIDTH * density / source.width, 1)
    size = (max(1, round(source.width * scale)), max(1, round(source.height * scale)))
    image = _resized(source, size)
    lossy, exact = (
        _saved(image, "WEBP", quality=90, method=4),
        _saved(image, "WEBP", **_EXACT),
    )
    return Encoded(f"{density}x.webp", *size, min(lossy, exact, key=len))


def _height(source: Upright, width: int) -> int:
    return max(1, round(source.height * width / source.width))


def _resized(source: Upright, size: tuple[int, int]) -> Image.Image:
    from PIL import Image

    if source.image.size == size:
        return source.image
    return source.image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _small_enough(image: Image.Image, kind: str) -> bytes:
    """The picture in the best quality that stays below the limit, else in the worst."""
    data = b""
    for quality in _QUALITIES:
        data = _saved(image, kind, quality=quality, **_OPTIONS[kind])
        if len(data) <= LIMITS.picture_bytes:
            break
    return data


def _saved(image: Image.Image, kind: str, **options: int | bool) -> bytes:
    stream = io.BytesIO()
    clean = image.copy()
    clean.info.clear()  # what stands here could be written into the file: profile, comment, place
    clean.save(stream, kind, **options)
    return stream.getvalue()
