"""An older state of a portal, read out of git into a folder: nothing is checked out, nothing of it is run.

Takes the portal's folder and the name of a revision; writes its records and pages as plain files. Filters, hooks,
attributes and links of the repository have no effect: objects are read as they are stored.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Phrase
from generator.errors import UsageError
from generator.git.process import NoAnswer, run
from generator.git.repository import merge_base
from generator.limits import LIMITS

SOURCES = ("content", "sites")
LOOK = ("theme", "mkdocs.yml")
"""What decides how all sites look."""

_READ = (".yml", ".yaml", ".md")
_BRANCHES = ("refs/remotes/origin/HEAD", "origin/main", "origin/master", "main", "master")


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, and the name under which somebody asked for it."""

    name: str
    commit: str

    @property
    def short(self) -> str:
        """The first digits of the commit."""
        return self.commit[:9]


@dataclass(frozen=True, slots=True)
class _Blob:
    path: str
    oid: str
    size: int


def find_revision(root: Path, name: str | None = None) -> Revision:
    """Return the commit called `name`; `main...` is where this branch left main.

    Without a name it is where the current branch left the default branch, else the last commit. Raises `UsageError`
    where there is no git, no repository or no such commit.
    """
    _git(root, "rev-parse", "--git-dir")
    if name is None:
        return _base(root)
    if name.endswith("..."):
        return Revision(name, _merge_base(root, _commit(root, name.removesuffix("..."))))
    return Revision(name, _commit(root, name))


def export(root: Path, revision: Revision, target: Path) -> dict[str, str]:
    """Write the records and pages of a revision below `target`; return all its source files with their object ids.

    What is no plain text file of allowed size is written so that loading refuses it: links as what they say,
    large files as large holes. A revision without a portal has none: to readers everything is new since then.
    """
    blobs = list(_blobs(root, revision))
    wanted = [blob for blob in blobs if blob.path.startswith(SOURCES) and blob.path.endswith(_READ)]
    if len(wanted) > LIMITS.records:
        raise UsageError(
            "{name} has more than {records} files",
            "name another revision",
            name=revision.name,
            records=LIMITS.records,
        )
    for folder in SOURCES:
        (target / folder).mkdir(parents=True, exist_ok=True)
    small = [blob for blob in wanted if blob.size <= LIMITS.file_bytes]
    contents = _contents(root, [blob.oid for blob in small])
    for blob in wanted:
        path = target / blob.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as stream:
            if blob.size <= LIMITS.file_bytes:
                stream.write(contents[blob.oid])
            else:
                stream.truncate(LIMITS.file_bytes + 1)
    return {blob.path: blob.oid for blob in blobs}


def changed_files(root: Path, known: Mapping[str, str], below: Sequence[str]) -> tuple[str, ...]:
    """Return the files below some folders that differ between a revision's object ids and the working tree."""
    here: dict[str, Path] = {}
    for name in below:
        start = root / name
        files = [start] if _is_file(start) else sorted(path for path in start.rglob("*") if _is_file(path))
        here |= {path.relative_to(root).as_posix(): path for path in files if "__pycache__" not in path.parts}
    there = {path: oid for path, oid in known.items() if path.split("/", 1)[0] in below}
    return tuple(
        path
        for path in sorted(here.keys() | there.keys())
        if path not in here or path not in there or not _same(here[path], there[path])
    )


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _same(path: Path, oid: str) -> bool:
    data = path.read_bytes()
    forms = (data, data.replace(b"\r\n", b"\n")) if b"\r\n" in data else (data,)
    return any(_object_id(form, len(oid)) == oid for form in forms)


def _object_id(data: bytes, digits: int) -> str:
    whole = b"blob %d\0" % len(data) + data
    name = "sha256" if digits == 64 else "sha1"
    return hashlib.new(name, whole, usedforsecurity=False).hexdigest()


def _base(root: Path) -> Revision:
    head = _commit(root, "HEAD")
    for branch in _BRANCHES:
        found = _try(root, "rev-parse", "--verify", "--quiet", f"{branch}^{{commit}}")
        if found:
            base = merge_base(root, found, head)
            shown = branch.removeprefix("refs/remotes/").removesuffix("/HEAD")
            if not isinstance(base, NoAnswer) and base != head:
                return Revision(f"{shown}...", base)
            break
    return Revision("HEAD", head)


def _commit(root: Path, name: str) -> str:
    usable = bool(name) and not name.startswith("-") and ".." not in name and name.isprintable()
    found = usable and _try(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if not found:
        raise UsageError(
            "there is no revision '{name}'",
            "`git log --oneline` lists commits; a shallow clone may lack it: git fetch --unshallow",
            name=name,
        )
    return found


def _merge_base(root: Path, other: str) -> str:
    found = merge_base(root, other)
    if isinstance(found, NoAnswer):
        raise UsageError(
            "the two branches have no commit in common",
            "a shallow clone may lack the history: git fetch --unshallow",
        )
    return found


def _blobs(root: Path, revision: Revision) -> Iterator[_Blob]:
    listed = _git(root, "ls-tree", "-r", "-z", "--long", revision.commit, "--", *SOURCES, *LOOK)
    for line in listed.split(b"\0"):
        facts, _, name = line.partition(b"\t")
        if not name:
            continue
        _, kind, oid, size = facts.decode().split()
        path = os.fsdecode(name)
        if kind == "blob" and _is_plain(path):
            yield _Blob(path, oid, int(size))


def _is_plain(path: str) -> bool:
    """Whether a path of a tree may be used as one: a tree that somebody crafted can hold any bytes."""
    parts = path.split("/")
    return not any(part in ("", ".", "..", ".git") or "\\" in part or len(part) > 240 for part in parts)


def _contents(root: Path, oids: Sequence[str]) -> dict[str, bytes]:
    wanted = list(dict.fromkeys(oids))
    data = _git(root, "cat-file", "--batch", given="".join(f"{oid}\n" for oid in wanted).encode())
    found, at = {}, 0
    for oid in wanted:
        end = data.index(b"\n", at)
        size = int(data[at:end].split()[-1])
        found[oid] = data[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


def _try(root: Path, *arguments: str) -> str:
    """Return what git says, empty when it fails."""
    said = run(root, *arguments)
    return "" if isinstance(said, NoAnswer) else said.decode(errors="replace").strip()


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    said = run(root, *arguments, feed=given)
    if isinstance(said, NoAnswer):
        reason = Phrase(said.reason, {"detail": said.detail})
        raise UsageError(
            "the history of this portal cannot be read: {reason}", "is this folder in git?", reason=reason
        )
    return said
