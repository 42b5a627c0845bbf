"""What is wrong with the bytes of a picture, as far as its head and its end tell.

Takes the bytes of a PNG, JPEG, WebP or AVIF file; returns a sentence and advice, or `None`. No pixel is decoded,
so a small file that would become a huge picture costs nothing here.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from generator.limits import LIMITS

FORMATS = ("PNG", "JPEG", "WEBP", "AVIF")
"""What the program opens; Pillow knows many more, each with its own faults."""

_PNG_END = b"IEND\xaeB`\x82"
_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class PictureFault:
    """Why a picture cannot be used. Both are templates over `values`."""

    message: str
    help: str
    values: tuple[tuple[str, object], ...] = ()


DAMAGED = PictureFault("{file} is damaged", "save the picture again, or ask for it once more")
"""It begins as a picture does, and its content cannot be read."""


def picture_fault(data: bytes) -> PictureFault | None:
    """Return what is wrong with the head or the end of a picture."""
    size = _size(data)
    if size is None:
        return DAMAGED
    width, height = size
    if width * height > LIMITS.media_pixels:
        values = (("width", width), ("height", height), ("limit", LIMITS.media_pixels // _MEGA))
        message = "{file} has {width} × {height} pixels; a picture may have {limit} million"
        return PictureFault(message, "save it smaller: 1600 pixels wide, as WebP", values)
    if max(width, height) > LIMITS.media_ratio * min(width, height):
        values = (("width", width), ("height", height), ("limit", LIMITS.media_ratio))
        message = "{file} has {width} × {height} pixels: one side is over {limit} times the other"
        return PictureFault(message, "cut out the part that readers should see", values)
    if _is_cut_off(data):
        return PictureFault("{file} is cut off", "copy the whole file again")
    return None


def _size(data: bytes) -> tuple[int, int] | None:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                return image.size
    except Image.DecompressionBombError:
        return LIMITS.media_pixels, LIMITS.media_pixels
    except Exception:  # Pillow raises whatever its readers stumble over
        return None


def _is_cut_off(data: bytes) -> bool:
    if data.startswith(b"\x89PNG"):
        return _PNG_END not in data
    if data.startswith(
        b"\xff\xd8"
    ):  # a preview in the head has an end of its own: the last scan must have one
        return data.rfind(b"\xff\xd9") < data.rfind(b"\xff\xda")
    if data[:4] == b"RIFF":
        return int.from_bytes(data[4:8], "little") + 8 > len(data)
    return False
