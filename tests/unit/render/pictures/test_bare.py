"""What is kept in the cache is published without being made again: it must be a picture and nothing else."""

from __future__ import annotations

import dataclasses
import io

import pytest
from PIL import Image

from generator.render.pictures.bare import bare_type, is_as_told
from generator.render.pictures.encode import Encoded, Recipe
from generator.render.pictures.entry import from_bytes, to_bytes
from tests.support.pictures import made, picture

SCRIPT = b"<script>alert(1)</script>"
MADE = made(picture("jpeg", 700, 400))


def saved(kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(stream, kind, **options)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "JPEG"])
def test_a_plain_file_is_bare(kind: str) -> None:
    """What the encoder writes passes, of the type and size that it has."""
    data = saved(kind)
    suffix = {"PNG": "png", "WEBP": "webp", "JPEG": "jpg"}[kind]
    assert (bare_type(data), is_as_told(data, suffix, 40, 30), is_as_told(data, suffix, 41, 30)) == (
        suffix,
        True,
        False,
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        SCRIPT,
        b"\xff\xd8",
        b"\xff\xd8\xff\xd9" + SCRIPT,
        saved("JPEG") + SCRIPT,
        saved("JPEG")[:-2],
        saved("JPEG", comment=SCRIPT),
        saved("JPEG", icc_profile=b"x" * 200),
        saved("PNG") + SCRIPT,
        saved("WEBP", exif=b"Exif\0\0place"),
        saved("WEBP") + SCRIPT,
    ],
    ids=range(11),
)
def test_a_file_with_more_than_pixels_is_not(data: bytes) -> None:
    """Text behind, comments, profiles and places inside, files that are cut off or no pictures at all."""
    assert bare_type(data) == ""


@pytest.mark.parametrize("data", [SCRIPT, saved("PNG"), saved("JPEG"), MADE.shared.data + SCRIPT])
def test_a_forged_entry_is_made_anew(data: bytes) -> None:
    """An entry whose file is no picture, of another type or size, or more than a picture, is not read."""
    forged = dataclasses.replace(MADE.shared, data=data)
    assert from_bytes(to_bytes(Recipe(MADE.variants, forged, MADE.logos))) is None


def test_an_entry_with_a_foreign_name_is_not_read() -> None:
    """Names lead nowhere else, whatever the bytes are."""
    forged = Encoded("../evil.jpg", MADE.shared.width, MADE.shared.height, MADE.shared.data)
    assert from_bytes(to_bytes(Recipe(MADE.variants, forged, MADE.logos))) is None


@pytest.mark.parametrize(
    "forged",
    [
        Recipe(MADE.variants, MADE.shared, ()),
        Recipe(MADE.variants, MADE.variants[0], MADE.logos),
        Recipe(MADE.variants * 2, MADE.shared, MADE.logos),
    ],
    ids=["no logos", "nothing to share", "twice"],
)
def test_an_entry_that_lacks_something_is_not_read(forged: Recipe) -> None:
    """Whoever takes an entry may count on all of its files."""
    assert from_bytes(to_bytes(forged)) is None


@pytest.mark.parametrize("head", [b'{"variants": Infinity, "files": []}', b"[" * 100_000])
def test_a_head_that_breaks_its_reader_is_not_read(head: bytes) -> None:
    """Numbers without end and depths without end stop nothing."""
    assert from_bytes(head + b"\n") is None
