"""`translations.lock`: translations that somebody found right, and those known to fit where there is no history.

One line per text and language: the record, the key, the language, and digests of the source and of the translation.
Sorted and independent of each other, so that two branches merge line by line. Damaged lines count for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Phrase
from generator.errors import UsageError
from generator.history.normal import digest
from generator.history.texts import Translatable
from generator.limits import LIMITS
from generator.paths import read_limited, write_text

NAME = "translations.lock"
_HEAD = """\
# Translations that are right as they stand, though their source was changed after them, or though its history
# cannot be seen here. Written by `portal translations accept`; a line may be deleted.
"""
_LINE = re.compile(r"(\S+/\S+) (\S+) (\S+) ([0-9a-f]{16}) ([0-9a-f]{16})")
_MOST_BYTES = 64 * LIMITS.file_bytes


@dataclass(frozen=True, order=True, slots=True)
class Entry:
    """One accepted translation. `record` is kind and id with a slash."""

    record: str
    leaf: str
    language: str
    source: str
    translation: str

    @property
    def name(self) -> tuple[str, str, str]:
        """Which text in which language."""
        return (self.record, self.leaf, self.language)


def name_of(text: Translatable, language: str) -> tuple[str, str, str]:
    """Return how the lock file calls a text in a language."""
    return (f"{text.kind}/{text.id}", text.leaf, language)


def entry_of(text: Translatable, language: str) -> Entry:
    """Return the line that says: this translation, as it stands, is right for the source as it stands."""
    return Entry(*name_of(text, language), digest(text.source), digest(text.values[language]))


def read_lock(root: Path) -> frozenset[Entry]:
    """Return the entries of a portal's lock file; none when there is no such file.

    Raises `UsageError` for one that cannot be read, so that nobody writes over what others accepted.
    """
    try:
        data = read_limited(root / NAME, _MOST_BYTES)
    except FileNotFoundError:
        return frozenset()
    except OSError as fault:
        is_link = (root / NAME).is_symlink()
        raise _unreadable(Phrase("it is a link") if is_link else fault.strerror) from None
    if data is None:
        raise _unreadable(Phrase("it is too large"))
    lines = data.decode("utf-8", "replace").splitlines()
    return frozenset(Entry(*found.groups()) for line in lines if (found := _LINE.fullmatch(line.strip())))


def _unreadable(reason: object) -> UsageError:
    return UsageError(
        "{file} cannot be read: {reason}",
        "restore it from git, or delete it",
        file=NAME,
        reason=reason,
    )


def write_lock(root: Path, entries: Iterable[Entry]) -> bool:
    """Write the lock file with `entries` for what it has of the same texts; return whether it changed.

    Raises `UsageError` when what it says now cannot be read.
    """
    new = set(entries)
    named = {entry.name for entry in new}
    old = read_lock(root)
    kept = {entry for entry in old if entry.name not in named} | new
    if kept == old:
        return False
    lines = (
        f"{entry.record} {entry.leaf} {entry.language} {entry.source} {entry.translation}\n"
        for entry in sorted(kept)
    )
    write_text(root / NAME, _HEAD + "".join(lines))
    return True
