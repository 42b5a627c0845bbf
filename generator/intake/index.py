"""Which bytes each file had, by what its folder says of it: files that have not changed need not be read.

Takes what a walk saw, returns the digests of the files that are as they were, and keeps those of today's; with them the
folders, which make the next walk quicker. A file that changed so lately that it might change again without a trace is
not trusted next time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import TypeAlias

from generator.clock import machine_seconds
from generator.intake.codec import dumps, loads
from generator.load.discover import Discovered
from generator.load.files import File, Folder, Folders, Mark, PageFile, SourceFile
from generator.paths import PortalPaths
from generator.store.store import Store

_UNSURE = 2.0
"""Seconds: the coarsest time stamps that files have, those of FAT."""
_NANO = 1_000_000_000
_FEW = 1000
"""Of so many files one that is not known costs nothing."""
_NO_MARK = Mark(0, 0, 0, 0)
"""No file has it; that of a file which is not to be trusted."""

_Columns: TypeAlias = tuple[tuple[str, ...], tuple[str | None, ...], tuple[int, ...], tuple[str, ...]]
"""A folder as it is kept: of each file the id, the language, the four numbers of its mark, the digest or nothing."""


@dataclass(frozen=True, slots=True)
class Index:
    """Digests of files and the marks that the files had, by the name shown. `since` is when the walk began.

    `folders` are those of the earlier walk; a file of theirs that is not trusted has a mark that none has.
    """

    store: Store
    key: str
    since: float
    marks: Mapping[str, Mark] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    folders: Folders = field(default_factory=dict)

    @classmethod
    def open(cls, store: Store, key: str, paths: PortalPaths) -> Index:
        """Return what was kept of the portal; call this before the walk."""
        since = machine_seconds()
        data = store.get(key)
        try:
            match loads(data) if data else None:
                case (dict() as folders, dict() as marks, dict() as digests):
                    return cls(store, key, since, *_opened(paths, folders, marks, digests))
        except (AttributeError, TypeError, ValueError):
            pass  # the bytes were written by somebody else
        return cls(store, key, since)

    def known(self, files: Iterable[File]) -> dict[str, str]:
        """Return the digests of the files that are as they were."""
        marks, digests = self.marks, self.digests
        return {
            file.shown: digests[file.shown]
            for file in files
            if file.shown in digests and marks.get(file.shown) == file.mark
        }

    def is_about(self, files: int, known: int) -> bool:
        """Whether it is not worth while to keep it anew, when of so many files so many are known.

        The next run reads what is not known, and that is sooner done for one file in a thousand.
        """
        return (max(files, len(self.digests)) - known) * _FEW < files

    def keep(self, found: Discovered, digests: Mapping[str, str]) -> None:
        """Keep what a walk saw and the digests of its files for the next run, unless nothing is new."""
        marks = {
            file.shown: file.mark
            for file in found.files
            if file.mark is not None and file.shown in digests and self.is_settled(file.mark)
        }
        known = {name: digests[name] for name in marks}
        if (marks, known) == (self.marks, self.digests):
            return
        folders = {}
        for folder in found.folders.values():
            if folder.files:
                shown = folder.files[0].shown.rpartition("/")[0]
                folders[shown] = _columns(folder, marks, known)
                for file in folder.files:
                    marks.pop(file.shown, None)
        others = {name: tuple(mark) for name, mark in marks.items()}
        self.store.put(self.key, dumps((folders, others, {name: known[name] for name in others})))

    def is_settled(self, mark: Mark) -> bool:
        """Whether a change from now on would be seen in the mark."""
        return max(mark.modified, mark.changed) < (self.since - _UNSURE) * _NANO


def _columns(folder: Folder, marks: Mapping[str, Mark], digests: Mapping[str, str]) -> _Columns:
    files: tuple[File, ...] = folder.files
    return (
        tuple(file[1] for file in files),
        tuple(file.language for file in files),
        tuple(chain.from_iterable(marks.get(file.shown, _NO_MARK) for file in files)),
        tuple(digests.get(file.shown, "") for file in files),
    )


def _opened(
    paths: PortalPaths, columns: Mapping[str, _Columns], marks: Mapping[str, Mark], digests: Mapping[str, str]
) -> tuple[dict[str, Mark], dict[str, str], Folders]:
    """Return marks, digests and folders of what was kept. Raises `TypeError` or `ValueError` for what was not."""
    found, known, folders = dict(marks), dict(digests), {}
    for shown, (ids, languages, numbers, own) in columns.items():
        path = f"{paths.root}{os.sep}{shown.replace('/', os.sep)}"
        each = [iter(numbers)] * len(Mark._fields)
        folder = _folder(shown, path, ids, languages, [Mark._make(mark) for mark in zip(*each, strict=True)])
        folders[path] = folder
        for file, digest in zip(folder.files, own, strict=True):
            if digest:
                found[file.shown], known[file.shown] = file.mark, digest
    return found, known, folders


def _folder(
    shown: str, path: str, ids: tuple[str, ...], languages: tuple[str | None, ...], marks: Iterable[Mark]
) -> Folder:
    """Return a folder as it was; the names of files follow from what they are (`generator/load/names.py`)."""
    top, named, *_ = shown.split("/")
    kind, suffix = (SourceFile, ".yml") if top == "content" else (PageFile, ".md")
    names = tuple(
        f"{id}.{language}{suffix}" if language else f"{id}{suffix}"
        for id, language in zip(ids, languages, strict=True)
    )
    paths, inside = (f"{path}{os.sep}{name}" for name in names), (f"{shown}/{name}" for name in names)
    columns = zip(repeat(named), ids, languages, paths, inside, marks, strict=False)
    return Folder(names, tuple(map(kind._make, columns)))


def state_of(digests: Mapping[str, str], *others: bytes) -> bytes:
    """Return the digest of all files together and of what else decides."""
    found = hashlib.sha256(b"\n".join(hashlib.sha256(other).digest() for other in others))
    found.update("".join(f"\n{name}\0{digests[name]}" for name in sorted(digests)).encode())
    return found.digest()
