"""Which files a portal consists of: every record, overlay and own page, and every file in the wrong place.

Takes the portal's folders, returns sorted `SourceFile` and `PageFile` values and PP009 findings. Nothing is
followed (links, devices) and nothing is passed over in silence, save dot files and pictures. Reads no file.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from generator.diagnostics import Finding, Position
from generator.limits import LIMITS, Limits
from generator.load.files import File, Mark, PageFile, SourceFile
from generator.load.names import (
    KINDS,
    OTHER_PICTURES,
    PICTURE_SUFFIXES,
    Name,
    check_id,
    is_leftover,
    printable,
    read_name,
)
from generator.load.refusal import error, nearest
from generator.paths import PortalPaths


@dataclass(frozen=True, slots=True)
class Discovered:
    """All files of a portal, sorted by kind or site, id, and language. `pictures` are those among the records."""

    sources: tuple[SourceFile, ...]
    pages: tuple[PageFile, ...]
    findings: tuple[Finding, ...]
    pictures: tuple[tuple[str, Mark], ...] = ()

    @property
    def files(self) -> tuple[File, ...]:
        """All files of records and pages."""
        return (*self.sources, *self.pages)


class _Seen(NamedTuple):
    """What the walk sees of one name in a folder: never followed, looked at once. `shown` is its path, printable."""

    name: str
    path: str
    shown: str
    is_folder: bool
    mark: Mark


def discover(
    paths: PortalPaths,
    limits: Limits = LIMITS,
    told: Callable[[Sequence[SourceFile]], object] = tuple,
    accepted: Container[str] = (),
) -> Discovered:
    """Walk `content/` and `sites/`. A folder that is missing counts as empty.

    `told` is called with the files of each folder of `content/` as soon as they are known. Names shown that an
    earlier walk of this very program `accepted` for records and pages need no thought; what is returned is the same.
    """
    walk = _Walk(paths, limits, accepted)
    for first in walk.content():
        told(walk.sources[first:])
    walk.sites()
    return Discovered(
        tuple(sorted(walk.sources, key=_place)),
        tuple(sorted(walk.pages, key=_place)),
        tuple(walk.findings),
        tuple(walk.pictures),
    )


def _place(file: File) -> tuple[str, str, str]:
    return file[0], file[1], file.language or ""


class _Walk:
    def __init__(self, paths: PortalPaths, limits: Limits, accepted: Container[str]) -> None:
        self._paths = paths
        self._accepted = accepted
        self._limit = self._left = limits.records
        self.sources: list[SourceFile] = []
        self.pages: list[PageFile] = []
        self.findings: list[Finding] = []
        self.pictures: list[tuple[str, Mark]] = []
        self._root = f"{str(paths.root).rstrip(os.sep)}{os.sep}"  # the root may be that of the disk
        self._first = len(self._root)

    def content(self) -> Iterator[int]:
        """Collect records and their overlays; after each folder, yield where in `sources` its files begin."""
        for folder in self._top(self._paths.content):
            first = len(self.sources)
            if not folder.is_folder:
                self._refuse(
                    folder.path,
                    "A file directly in content/ is not read.",
                    "Move it into the folder of its kind.",
                )
            elif folder.name not in KINDS:
                self._refuse_kind(folder)
            else:
                for seen in self._children(folder.path):
                    self._record(folder.name, seen)
            yield first

    def sites(self) -> None:
        """Collect site records, their overlays and the sites' own pages."""
        for folder in self._top(self._paths.sites):
            if not folder.is_folder:
                self._refuse(
                    folder.path,
                    "A file directly in sites/ is not read.",
                    "Move it into the folder of a site.",
                )
            elif bad := check_id(folder.name):
                self._refuse(folder.path, bad.message, bad.help, **bad.values)
            else:
                self._site(folder)

    def _site(self, folder: _Seen) -> None:
        before = len(self.sources) + len(self.findings)
        for seen in self._children(folder.path):
            if seen.is_folder:
                self._site_folder(folder.name, seen)
            elif _suffix(seen.name) in (".yml", ".yaml"):
                self._site_record(folder.name, seen)
        if len(self.sources) + len(self.findings) == before:
            self._refuse(folder.path, "This site has no site.yml.", "Add one, or delete the folder.")

    def _site_record(self, site: str, seen: _Seen) -> None:
        name = self._name(seen, ".yml")
        if name and name.id == "site":
            self.sources.append(SourceFile("sites", site, name.language, seen.path, seen.shown, seen.mark))
        elif name:
            self._refuse(
                seen.path,
                "This file is not read: a site's folder has site.yml and its translations.",
                "Put pages into pages/ as name.md; records belong in content/.",
            )

    def _site_folder(self, site: str, folder: _Seen) -> None:
        """Pages are read; other folders (a logo's, say) are only searched for links and devices."""
        for seen in self._children(folder.path):
            if folder.name == "pages":
                self._page(site, seen)
            else:
                self._check_tree(seen)

    def _check_tree(self, seen: _Seen) -> None:
        folders = [seen] if seen.is_folder else []
        while folders:
            folders.extend(child for child in self._children(folders.pop().path) if child.is_folder)

    def _record(self, kind: str, seen: _Seen) -> None:
        suffix = _suffix(seen.name) if kind == "media" else ""
        if suffix in PICTURE_SUFFIXES and not seen.is_folder:
            self.pictures.append((seen.name, seen.mark))
            return
        if seen.is_folder:
            self._refuse(
                seen.path,
                "A folder inside content/{kind}/ is not read.",
                "Put the records side by side.",
                kind=kind,
            )
            return
        if suffix in OTHER_PICTURES:
            message = "This picture is not read: expected are PNG, JPEG, WebP or AVIF."
            self._refuse(
                seen.path, message, "Save it as JPEG, name it in small letters, and make its record."
            )
            return
        name = self._accepted_name(seen) or self._name(seen, ".yml")
        if name:
            self.sources.append(SourceFile(kind, name.id, name.language, seen.path, seen.shown, seen.mark))

    def _page(self, site: str, seen: _Seen) -> None:
        if seen.is_folder:
            message = "A folder below pages/ is not read."
            self._refuse(seen.path, message, "Put the pages directly into pages/.")
            return
        if _suffix(seen.name) in PICTURE_SUFFIXES:
            return
        name = self._accepted_name(seen) or self._name(seen, ".md")
        if name:
            self.pages.append(PageFile(site, name.id, name.language, seen.path, seen.shown, seen.mark))

    def _accepted_name(self, seen: _Seen) -> Name | None:
        """Take a file's name apart if it was accepted before; `None` for any other."""
        if seen.shown not in self._accepted:
            return None
        id, _, language = seen.name.rpartition(".")[0].partition(".")
        return Name(id, language or None)

    def _name(self, seen: _Seen, suffix: str) -> Name | None:
        """Read a file's name; a name that cannot be used becomes a finding."""
        name = read_name(seen.name, suffix)
        if isinstance(name, Name):
            return name
        self._refuse(seen.path, name.message, name.help, **name.values)
        return None

    def _top(self, folder: Path) -> Iterator[_Seen]:
        if folder.is_symlink() or folder.exists():
            found = self._look(folder.name, str(folder), self._shown(str(folder)))
            yield from self._children(str(folder)) if found else ()

    def _children(self, folder: str) -> Iterator[_Seen]:
        """Yield what is in `folder`, sorted, without dot files; links, devices and twins become findings."""
        names = self._listing(folder)
        twins = _twins(names)
        within, shown_within = f"{folder}{os.sep}", f"{self._shown(folder)}/"
        for name in names:
            path = within + name
            seen = self._look(name, path, shown_within + printable(name))
            if seen is None:
                continue
            if name not in twins:
                yield seen
            else:
                message = "This name and “{twin}” are the same on many computers."
                self._refuse(path, message, "Rename one of the two.", twin=printable(twins[name]))

    def _look(self, name: str, path: str, shown: str) -> _Seen | None:
        """Return a folder or a plain file; anything else becomes a finding."""
        try:
            found = os.lstat(path)
        except OSError as error:
            self._refuse_unreadable(path, error)
            return None
        kind = stat.S_IFMT(found.st_mode)
        if kind == stat.S_IFLNK:
            message = "This is a symbolic link, which is not followed."
            self._refuse(path, message, "Put the file itself here.")
            return None
        if kind not in (stat.S_IFREG, stat.S_IFDIR):
            self._refuse(path, "This is not a plain file.", "Only plain files and folders belong here.")
            return None
        return _Seen(name, path, shown, kind == stat.S_IFDIR, Mark.of(found))

    def _listing(self, folder: str) -> list[str]:
        """Return what is in `folder`, sorted, without dot files and backups; all files count towards the limit."""
        try:
            with os.scandir(folder) as entries:
                names = sorted([entry.name for entry in islice(entries, self._left + 1)])
        except OSError as error:
            self._refuse_unreadable(folder, error)
            return []
        if len(names) > self._left:
            self._refuse_count(folder)
            return []
        self._left -= len(names)
        return [name for name in names if not is_leftover(name)]

    def _shown(self, path: str) -> str:
        inside = path[self._first :] if path.startswith(self._root) else path
        return printable(inside.replace(os.sep, "/"))

    def _refuse(self, path: str, message: str, help: str, **values: object) -> None:
        position = Position(self._shown(path))
        self.findings.append(error("PP009", position, message, help, **values))

    def _refuse_unreadable(self, path: str, problem: OSError) -> None:
        reason = problem.strerror or "unknown"
        self._refuse(path, "This cannot be read: {reason}.", "Check its permissions.", reason=reason)

    def _refuse_count(self, folder: str) -> None:
        message = "There are more than {limit} files; this folder is not read."
        position = Position(self._shown(folder))
        self.findings.append(error("PP007", position, message, limit=self._limit))

    def _refuse_kind(self, folder: _Seen) -> None:
        guess = nearest(folder.name, KINDS)
        message, name = "There is no kind of record “{name}”.", printable(folder.name)
        if guess:
            self._refuse(folder.path, message, "Rename it to {suggestion}/.", name=name, suggestion=guess)
        else:
            self._refuse(folder.path, message, "The folders are: {kinds}.", name=name, kinds=", ".join(KINDS))


def _twins(names: Iterable[str]) -> dict[str, str]:
    """Return the names that computers may take for an earlier one, with the earlier one."""
    if all(name.isascii() and name.islower() for name in names):
        return {}
    first: dict[str, str] = {}
    found = {name: first.setdefault(_folded(name), name) for name in names}
    return {name: other for name, other in found.items() if other != name}


def _folded(name: str) -> str:
    """A name as computers that know no case, or only one form of accents, take it."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()


def _suffix(name: str) -> str:
    """The ending of a name, in small letters, with its dot."""
    at = name.rfind(".")
    return name[at:].lower() if 0 < at < len(name) - 1 else ""
