"""Picture files as rules see them: is there one, how large is it, what is it really.

Takes the context and a record, touches the disk for a few bytes. Nothing is decoded; names cannot leave the
folder because the model admits plain file names only.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.check.rule import Context
from generator.model.media import Media
from generator.paths import is_regular

_HEAD = 32
_STARTS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"), (b"<svg", "svg"))
_BRANDS = (b"avif", b"avis")


def pictures(context: Context) -> Iterator[tuple[Media, Path]]:
    """Yield each picture's record with the path at which its file should be."""
    if context.media_root is not None:
        for media in context.catalog.of(Media):
            yield media, context.media_root / media.file


def existing_pictures(context: Context) -> Iterator[tuple[Media, Path]]:
    """Yield only the pictures whose file is there: a plain file, no link."""
    return ((media, path) for media, path in pictures(context) if is_regular(path))


def file_type(path: Path) -> str:
    """Return `png`, `jpg`, `webp`, `avif`, `gif` or `svg` from the first bytes; empty for anything else."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return ""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp" and any(brand in head[8:] for brand in _BRANDS):
        return "avif"
    return next((name for start, name in _STARTS if head.startswith(start)), "")
