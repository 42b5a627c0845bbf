"""Which files a portal consists of: every record, overlay and own page, and every file in the wrong place.

Takes the portal's folders, returns sorted `SourceFile` and `PageFile` values and PP009 findings. Nothing is
followed (links, devices) and nothing is passed over in silence, save dot files and pictures. Reads no file.
"""

from __future__ import annotations

import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.diagnostics import Finding, Position
from generator.limits import LIMITS, Limits
from generator.load.names import (
    KINDS,
    OTHER_PICTURES,
    PICTURE_SUFFIXES,
    Name,
    check_id,
    printable,
    read_name,
)
from generator.load.refusal import error, nearest
from generator.paths import PortalPaths


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A record (`language` is `None`) or its overlay. `shown` is the path inside the portal, printable."""

    kind: str
    id: str
    language: str | None
    path: Path
    shown: str


@dataclass(frozen=True, slots=True)
class PageFile:
    """A site's own Markdown page in the site's default language (`language` is `None`) or in another."""

    site: str
    name: str
    language: str | None
    path: Path
    shown: str


@dataclass(frozen=True, slots=True)
class Discovered:
    """All files of a portal, sorted by kind or site, id, and language."""

    sources: tuple[SourceFile, ...]
    pages: tuple[PageFile, ...]
    findings: tuple[Finding, ...]


def discover(paths: PortalPaths, limits: Limits = LIMITS) -> Discovered:
    """Walk `content/` and `sites/`. A folder that is missing counts as empty."""
    walk = _Walk(paths, limits)
    walk.content()
    walk.sites()
    return Discovered(
        tuple(sorted(walk.sources, key=lambda file: (file.kind, file.id, file.language or ""))),
        tuple(sorted(walk.pages, key=lambda file: (file.site, file.name, file.language or ""))),
        tuple(walk.findings),
    )


class _Walk:
    def __init__(self, paths: PortalPaths, limits: Limits) -> None:
        self._paths = paths
        self._limit = self._left = limits.records
        self.sources: list[SourceFile] = []
        self.pages: list[PageFile] = []
        self.findings: list[Finding] = []

    def content(self) -> None:
        """Collect records and their overlays."""
        for folder in self._top(self._paths.content):
            if not folder.is_dir():
                self._refuse(
                    folder, "A file directly in content/ is not read.", "Move it into the folder of its kind."
                )
            elif folder.name not in KINDS:
                self._refuse_kind(folder)
            else:
                for path in self._children(folder):
                    self._record(folder.name, path)

    def sites(self) -> None:
        """Collect site records, their overlays and the sites' own pages."""
        for folder in self._top(self._paths.sites):
            if not folder.is_dir():
                self._refuse(
                    folder, "A file directly in sites/ is not read.", "Move it into the folder of a site."
                )
            elif bad := check_id(folder.name):
                self._refuse(folder, bad.message, bad.help, **bad.values)
            else:
                self._site(folder)

    def _site(self, folder: Path) -> None:
        before = len(self.sources) + len(self.findings)
        for path in self._children(folder):
            if path.is_dir():
                self._site_folder(folder.name, path)
            elif path.suffix.lower() in (".yml", ".yaml"):
                self._site_record(folder.name, path)
        if len(self.sources) + len(self.findings) == before:
            self._refuse(folder, "This site has no site.yml.", "Add one, or delete the folder.")

    def _site_record(self, site: str, path: Path) -> None:
        name = self._name(path, ".yml")
        if name and name.id == "site":
            self.sources.append(SourceFile("sites", site, name.language, path, self._shown(path)))
        elif name:
            self._refuse(
                path,
                "This file is not read: a site's folder has site.yml and its translations.",
                "Put pages into pages/ as name.md; records belong in content/.",
            )

    def _site_folder(self, site: str, folder: Path) -> None:
        """Pages are read; other folders (a logo's, say) are only searched for links and devices."""
        for path in self._children(folder):
            if folder.name == "pages" and not path.is_dir():
                self._page(site, path)
            elif folder.name == "pages":
                self._refuse(
                    path, "A folder below pages/ is not read.", "Put the pages directly into pages/."
                )
            else:
                self._check_tree(path)

    def _check_tree(self, path: Path) -> None:
        folders = [path] if path.is_dir() else []
        while folders:
            folders.extend(child for child in self._children(folders.pop()) if child.is_dir())

    def _record(self, kind: str, path: Path) -> None:
        if kind == "media" and path.suffix.lower() in PICTURE_SUFFIXES and not path.is_dir():
            return
        if path.is_dir():
            self._refuse(
                path,
                "A folder inside content/{kind}/ is not read.",
                "Put the records side by side.",
                kind=kind,
            )
            return
        if kind == "media" and path.suffix.lower() in OTHER_PICTURES:
            message = "This picture is not read: expected are PNG, JPEG, WebP or AVIF."
            self._refuse(path, message, "Save it as JPEG, name it in small letters, and make its record.")
            return
        name = self._name(path, ".yml")
        if name:
            self.sources.append(SourceFile(kind, name.id, name.language, path, self._shown(path)))

    def _page(self, site: str, path: Path) -> None:
        if path.suffix.lower() in PICTURE_SUFFIXES:
            return
        name = self._name(path, ".md")
        if name:
            self.pages.append(PageFile(site, name.id, name.language, path, self._shown(path)))

    def _name(self, path: Path, suffix: str) -> Name | None:
        """Read a file's name; a name that cannot be used becomes a finding."""
        name = read_name(path.name, suffix)
        if isinstance(name, Name):
            return name
        self._refuse(path, name.message, name.help, **name.values)
        return None

    def _top(self, folder: Path) -> Iterator[Path]:
        if folder.is_symlink() or folder.exists():
            yield from self._children(folder) if self._is_plain(folder) else ()

    def _children(self, folder: Path) -> Iterator[Path]:
        """Yield what is in `folder`, sorted, without dot files; links, devices and twins become findings."""
        seen: dict[str, str] = {}
        for path in self._listing(folder):
            twin = seen.setdefault(unicodedata.normalize("NFC", path.name).casefold(), path.name)
            if not self._is_plain(path):
                continue
            if twin == path.name:
                yield path
            else:
                message = "This name and “{twin}” are the same on many computers."
                self._refuse(path, message, "Rename one of the two.", twin=printable(twin))

    def _is_plain(self, path: Path) -> bool:
        """Whether `path` is a folder or a plain file; anything else becomes a finding."""
        try:
            mode = path.lstat().st_mode
        except OSError as error:
            self._refuse_unreadable(path, error)
            return False
        if stat.S_ISLNK(mode):
            message = "This is a symbolic link, which is not followed."
            self._refuse(path, message, "Put the file itself here.")
        elif not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
            self._refuse(path, "This is not a plain file.", "Only plain files and folders belong here.")
        return stat.S_ISDIR(mode) or stat.S_ISREG(mode)

    def _listing(self, folder: Path) -> list[Path]:
        """Return what is in `folder`, sorted, without dot files; all files count towards the limit."""
        try:
            names = sorted(islice((path.name for path in folder.iterdir()), self._left + 1))
        except OSError as error:
            self._refuse_unreadable(folder, error)
            return []
        if len(names) > self._left:
            self._refuse_count(folder)
            return []
        self._left -= len(names)
        return [folder / name for name in names if not name.startswith(".")]

    def _shown(self, path: Path) -> str:
        return printable(self._paths.shown(path))

    def _refuse(self, path: Path, message: str, help: str, **values: object) -> None:
        position = Position(self._shown(path))
        self.findings.append(error("PP009", position, message, help, **values))

    def _refuse_unreadable(self, path: Path, problem: OSError) -> None:
        reason = problem.strerror or "unknown"
        self._refuse(path, "This cannot be read: {reason}.", "Check its permissions.", reason=reason)

    def _refuse_count(self, folder: Path) -> None:
        message = "There are more than {limit} files; this folder is not read."
        position = Position(self._shown(folder))
        self.findings.append(error("PP007", position, message, limit=self._limit))

    def _refuse_kind(self, folder: Path) -> None:
        guess = nearest(folder.name, KINDS)
        message, name = "There is no kind of record “{name}”.", printable(folder.name)
        if guess:
            self._refuse(folder, message, "Rename it to {suggestion}/.", name=name, suggestion=guess)
        else:
            self._refuse(folder, message, "The folders are: {kinds}.", name=name, kinds=", ".join(KINDS))
