"""A picture's file is missing.

What it does
    Looks for the file beside its record, in `content/media/`.

Why it matters
    Readers would see a broken picture.

Example
    # content/media/conversation.yml
    file: conversations.png  # PP504

Use instead
    # content/media/conversation.yml
    file: conversation.png
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.check.advice import Advice
from generator.check.pictures import pictures, usable_name
from generator.check.rule import Context, Flaw, Rule
from generator.diagnostics import Phrase, Severity
from generator.load.names import printable
from generator.paths import is_regular


def check(context: Context) -> Iterator[Flaw]:
    """Yield pictures without a plain file of their name."""
    advice = Advice(context.catalog)
    names: tuple[str, ...] | None = None
    for media, path in pictures(context):
        if not is_regular(path):
            names = _names(path.parent) if names is None else names
            help = (
                _twin(media.file, names)
                or advice.word(media.file, names)
                or "put the file beside this record"
            )
            yield Flaw(media, ("file",), "there is no content/media/{file}", {"file": media.file}, help)


def _twin(file: str, names: tuple[str, ...]) -> Phrase | None:
    """The file that is meant, and only its own name cannot be used: `Photo.JPG` for `photo.jpg`."""
    twin = next((name for name in names if name != file and usable_name(name) == file), "")
    return Phrase("rename {name} to {file}", {"name": printable(twin), "file": file}) if twin else None


def _names(folder: Path) -> tuple[str, ...]:
    try:
        return tuple(sorted(path.name for path in folder.iterdir() if path.suffix != ".yml"))
    except OSError:
        return ()


RULE = Rule("PP504", Severity.ERROR, "0.1", __doc__, check)
