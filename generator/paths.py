"""The only place with path checks: where a portal is, and whether a path stays inside a folder.

Content is untrusted, so a path is resolved on both sides and compared part by part, never as a string
prefix (`content` is not a parent of `content_private`). Symlinks inside a portal are refused at every level.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.errors import UsageError
from generator.limits import LIMITS

PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class PortalPaths:
    """The folders of one portal. All absolute."""

    root: Path

    @property
    def content(self) -> Path:
        """Facts and texts, untrusted."""
        return self.root / "content"

    @property
    def sites(self) -> Path:
        """One folder per site."""
        return self.root / "sites"

    @property
    def media(self) -> Path:
        """Pictures and their records."""
        return self.content / "media"

    @property
    def cache(self) -> Path:
        """What may be deleted at any time and is made again. Not part of the sources."""
        return self.root / ".portal" / "cache"

    @property
    def timings(self) -> Path:
        """Where the last build went, if somebody asked: a trace."""
        return self.root / ".portal" / "timings.json"

    @property
    def theme(self) -> Path:
        """The portal's own theme, else the one that came with the program."""
        return theme_folder(self.root)

    @property
    def settings(self) -> Path:
        """The portal's own settings of MkDocs; most portals have none."""
        return self.root / "mkdocs.yml"

    @property
    def mkdocs(self) -> Path:
        """The base MkDocs configuration: whatever of that name is in the portal, else the packaged one."""
        return self.settings if os.path.lexists(self.settings) else packaged_mkdocs()

    def shown(self, path: Path) -> str:
        """`path` as people write it: relative to the portal, with `/`."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


def packaged_theme() -> Path:
    """The theme inside the wheel, or the checkout's `theme/` when run from one."""
    bundled = PACKAGE / "_theme"
    return bundled if bundled.is_dir() else PACKAGE.parent / "theme"


def packaged_mkdocs() -> Path:
    """The base configuration inside the wheel, or the checkout's."""
    bundled = PACKAGE / "_theme" / "mkdocs.yml"
    return bundled if bundled.is_file() else PACKAGE.parent / "mkdocs.yml"


def theme_folder(root: Path) -> Path:
    """The theme that a portal at `root` uses."""
    own = root / "theme"
    return own if (own / "templates").is_dir() else packaged_theme()


def find_portal(start: Path, root: Path | None = None) -> PortalPaths:
    """Return the portal at `root`, else the nearest parent of `start` that holds `content/` and `sites/`.

    Raises `UsageError` when there is none.
    """
    candidates = [root.resolve()] if root else [start.resolve(), *start.resolve().parents]
    for folder in candidates:
        if (folder / "content").is_dir() and (folder / "sites").is_dir():
            return PortalPaths(folder)
    where = root if root else start
    raise UsageError(
        "no portal at {where}: a portal is a folder with content/ and sites/",
        "change into the portal's folder, or name it with --root DIR",
        where=where,
    )


def is_inside(folder: Path, path: Path) -> bool:
    """Whether `path`, with every link followed, is `folder` or below it."""
    return path.resolve().is_relative_to(folder.resolve())


def has_symlink(root: Path, path: Path) -> bool:
    """Whether `path` or any folder between it and `root` (exclusive) is a symbolic link."""
    current = path
    while current not in (root, current.parent):
        if current.is_symlink():
            return True
        current = current.parent
    return False


def is_regular(path: Path) -> bool:
    """Whether `path` itself is a plain file: no link, FIFO, socket or device."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def read_limited(path: Path, limit: int) -> bytes | None:
    """Read a plain file, or return `None` when it has more than `limit` bytes.

    The file is opened without following a link and looked at while open, so that nothing can be exchanged
    between a check and the reading. Raises `OSError` for a link, FIFO or device.
    """
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    descriptor = os.open(path, flags)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "not a plain file", str(path))
        most = min(found.st_size, limit) + 1
        data = more = os.read(descriptor, most)
        while more and len(data) != found.st_size and len(data) <= limit:  # it is growing, or came in parts
            more = os.read(descriptor, most)
            data += more
    finally:
        os.close(descriptor)
    return None if len(data) > limit else data


def source_lines(root: Path, file: str) -> tuple[str, ...]:
    """Return the lines of a text file of a portal, to show one of them; none of what is no plain file inside `root`.

    Names of files in findings come from content: a link, a pipe or a file over the limit is not read, and the bytes
    of a picture are no lines.
    """
    path = root / file
    try:
        data = read_limited(path, LIMITS.file_bytes) if is_inside(root, path) else None
    except (OSError, ValueError, RuntimeError):  # the last one is of a link to itself
        data = None
    text = None if data is None else _decoded(data)
    return () if text is None else tuple(line.rstrip("\r") for line in text.split("\n"))


def _decoded(data: bytes) -> str | None:
    """Text with what is no UTF-8 replaced; `None` for a file that is no text at all."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None if b"\0" in data else data.decode("utf-8", "replace")


def write_text(path: Path, text: str) -> None:
    """Write a file as `write_bytes` does, with the line ends that `text` has."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes, *, new: bool = False) -> None:
    """Write a file in one step: it has the old content or the new one, and nothing is left beside it.

    Its permissions stay; a link is replaced, not followed. Raises `UsageError` when it cannot be written, and with
    `new` when there is something already.
    """
    try:
        if new and os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        _replace(path, data)
    except FileExistsError:
        raise UsageError(
            "{file} exists already", "choose another id, or edit the file", file=path.name
        ) from None
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        help = "check the folder's permissions and the room on the disk"
        raise UsageError("{file} cannot be written: {reason}", help, file=path, reason=reason) from None


def _replace(path: Path, data: bytes) -> None:
    mode = stat.S_IMODE(path.lstat().st_mode) if is_regular(path) else None
    if path.is_dir() and not path.is_symlink():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    handle, name = tempfile.mkstemp(prefix=".portal-", suffix=".new", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(0o666 & ~_umask() if mode is None else mode)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Return which permissions new files do not get; it can be asked for only by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
