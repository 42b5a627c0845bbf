"""What was made of one picture, as the bytes of one entry of the store, and back.

Takes and returns values; knows no folder. An entry is not trusted: whoever can write it must not be able to publish
anything but a picture with it. One that says something impossible, or holds anything else, is `None`.
"""

from __future__ import annotations

import json
import re

from generator.render.pictures.bare import is_as_told
from generator.render.pictures.encode import Encoded, Recipe

_NAME = re.compile(r"\d+\.(webp|png|jpg)|[12]x\.webp")
_LOGOS = ("1x.webp", "2x.webp")


def to_bytes(made: Recipe) -> bytes:
    """Return a line that lists the files, then the files."""
    files = (*made.variants, made.shared, *made.logos)
    listed = [(file.name, file.width, file.height, len(file.data)) for file in files]
    head = json.dumps({"variants": len(made.variants), "files": listed})
    return b"\n".join((head.encode(), b"".join(file.data for file in files)))


def from_bytes(data: bytes) -> Recipe | None:
    """Return what `to_bytes` was given, or `None`."""
    head, _, rest = data.partition(b"\n")
    try:
        told = json.loads(head)
        files, count = [], int(told["variants"])
        for name, width, height, size in told["files"]:
            files.append(Encoded(str(name), int(width), int(height), rest[:size]))
            rest = rest[size:]
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None
    if rest or not 0 < count < len(files) or not all(map(_is_picture, files)):
        return None
    made = Recipe(tuple(files[:count]), files[count], tuple(files[count + 1 :]))
    names = {file.name for file in files}
    is_whole = made.shared.name.endswith(".jpg") and tuple(file.name for file in made.logos) == _LOGOS
    return made if is_whole and len(names) == len(files) else None


def _is_picture(file: Encoded) -> bool:
    kind = file.name.rpartition(".")[2]
    return bool(_NAME.fullmatch(file.name)) and is_as_told(file.data, kind, file.width, file.height)
