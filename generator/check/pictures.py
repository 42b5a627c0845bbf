"""Picture files as rules see them: is there one, what is it really, which of them has no record.

Takes the context and a record, touches the disk for a few bytes. Nothing is decoded; names cannot leave the
folder because the model admits plain file names only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.check.rule import Context
from generator.load.names import PICTURE_SUFFIXES, slug_like
from generator.load.node import Scalar
from generator.model.media import SUFFIXES, Media
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


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """A picture file that no record names: the id that suits it, and a name that a record may give.

    Both are empty when nothing of the name can be used; `usable` also for a format that is not published.
    """

    name: str
    id: str
    usable: str


def unrecorded(context: Context) -> tuple[Unrecorded, ...]:
    """Return the picture files that no record names, not even one that cannot be read otherwise.

    While a record names a file that is not there, it may mean any of them: then there are none (PP501, PP504).
    """
    files = {path.name: path for path in _files(context.media_root)} if context.media_root else {}
    named = {_file_of(context, id) for id in context.catalog.ids(Media.kind)}
    if not named <= files.keys():
        return ()
    return tuple(_unrecorded(path) for name, path in files.items() if name not in named)


def named_somewhere(context: Context) -> frozenset[str]:
    """Return the ids of pictures without a record to which some record refers (PP101)."""
    catalog = context.catalog
    return frozenset(
        reference.id
        for references in catalog.references.values()
        for reference in references
        if reference.target.kind == Media.kind and not catalog.exists(Media.kind, reference.id)
    )


def _files(folder: Path) -> list[Path]:
    try:
        names = sorted(path for path in folder.iterdir() if path.suffix.lower() in PICTURE_SUFFIXES)
    except OSError:
        return []
    return [path for path in names if is_regular(path) and not path.name.startswith(".")]


def _file_of(context: Context, id: str) -> str:
    media = context.catalog.get(Media, id)
    if media is not None:
        return media.file
    document = context.catalog.documents.get((Media.kind, id))
    entry = document.root.get("file") if document else None
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


def _unrecorded(path: Path) -> Unrecorded:
    return Unrecorded(path.name, slug_like(path.stem), usable_name(path.name))


def usable_name(name: str) -> str:
    """Return the name most like this one that a record may give; empty when nothing of it can be used."""
    stem, dot, ending = name.rpartition(".")
    id, ending = slug_like(stem), f"{dot}{ending.lower()}"
    return f"{id}{ending}" if id and ending in SUFFIXES else ""


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
