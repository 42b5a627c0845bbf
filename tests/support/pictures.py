"""Pictures for tests, drawn by Pillow at the moment: a scene with edges and gradients, nobody's photograph."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import Any

from PIL import Image

from generator.check.picture_files import PictureFault
from generator.render.pictures.encode import Encoded, Recipe, encode


def scene(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Return a gradient whose corner at the start of the first line is red, with a dark half below."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    image.paste((200, 16, 16), (0, 0, max(1, width // 4), max(1, height // 4)))
    return image.convert(mode)


def noise(width: int, height: int) -> Image.Image:
    """Return what compresses worst, the same each time."""
    return Image.frombytes("RGB", (width, height), random.Random(1).randbytes(width * height * 3))  # noqa: S311


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """Return an image as a file."""
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def picture(kind: str, width: int, height: int, mode: str = "RGB", **options: Any) -> bytes:
    """Return a scene as a file: `png`, `webp`, `jpeg` or `avif`."""
    return saved(scene(width, height, mode), kind, **options)


def made(data: bytes) -> Recipe:
    """Return what is published of a picture, which must be fit."""
    found = encode(data)
    assert isinstance(found, Recipe), found
    return found


def fault(data: bytes) -> str:
    """Return the sentence about a picture that cannot be used."""
    found = encode(data)
    assert isinstance(found, PictureFault), [file.name for file in found.variants]
    return found.message


def all_files(recipe: Recipe) -> tuple[Encoded, ...]:
    """Return every file of a picture."""
    return (*recipe.variants, recipe.shared, *recipe.logos)


def opened(data: bytes) -> Image.Image:
    """Return a file as an image, decoded."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def size_of(path: Path) -> tuple[int, int]:
    """Return width and height of a file in pixels."""
    return opened(path.read_bytes()).size
