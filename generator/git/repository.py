"""A repository's past as values: commits, which blobs each of them changed, what stands in one, where two meet.

Takes the folder of a portal, which may be a part of the repository; paths are relative to that folder. Answers
are values, `NoAnswer` among them; nothing is written or fetched and no content is read (`process.Blobs` does).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.git.process import NoAnswer, run

_BLOB_MODES = ("100644", "100755")
_NULL = re.compile("0+")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that touches the paths asked for. `parents` are the nearest such commits, in git's order.

    `seconds` is when it was committed, since 1970. `unaffected`: a trailer says that its changes leave
    translations right.
    """

    id: str
    parents: tuple[str, ...]
    seconds: int
    unaffected: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit did to a file: its blob in the parent and in the commit; empty where there is none."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository with at least one commit. `shallow`: the oldest commits in it are not the first ones.

    `partial`: contents that were not needed so far are not in it, and are not fetched.
    """

    folder: Path
    head: str
    shallow: bool
    partial: bool = False

    def commits(self, *paths: str) -> tuple[Commit, ...] | NoAnswer:
        """Return the commits that touch `paths`, children before parents; the first is what stands now.

        Every merge is among them.
        """
        form = "--format=%ct%x00%(trailers:key=Translations,valueonly,separator=%x2C)"
        words = ["rev-list", "--topo-order", "--parents", "--full-history", form, self.head, "--", *paths]
        found = run(self.folder, *words)
        return found if isinstance(found, NoAnswer) else tuple(_commits(found.decode("utf-8", "replace")))

    def changes(
        self, commits: Sequence[Commit], *paths: str
    ) -> dict[tuple[str, str], tuple[Change, ...]] | NoAnswer:
        """Return, by (commit, parent), the files that differ; the parent of a first commit is empty."""
        pairs = [(commit.id, parent) for commit in commits for parent in commit.parents or ("",)]
        feed = "".join(f"{commit} {parent}".rstrip() + "\n" for commit, parent in pairs)
        words = ["diff-tree", "--stdin", "--root", "-r", "-z", "--raw", "--no-renames", "--no-abbrev"]
        found = run(self.folder, *words, "--relative", "--always", "--", *paths, feed=feed.encode("ascii"))
        if isinstance(found, NoAnswer):
            return found
        blocks = _blocks(found.decode("utf-8", "surrogateescape"))
        return dict(zip(pairs, blocks, strict=True))

    def files(self, revision: str, *paths: str) -> dict[str, str] | NoAnswer:
        """Return the files of a commit with their blobs."""
        found = run(self.folder, "ls-tree", "-r", "-z", revision, "--", *paths)
        if isinstance(found, NoAnswer):
            return found
        files = {}
        for line in found.decode("utf-8", "surrogateescape").split("\0")[:-1]:
            facts, _, path = line.partition("\t")
            mode, _, blob = facts.split(" ")
            if mode in _BLOB_MODES:
                files[path] = blob
        return files


def folder_in_repository(folder: Path) -> str:
    """Return where `folder` lies in its repository: `portal/`; empty at the top, or where there is none."""
    found = run(folder, "rev-parse", "--show-prefix")
    return "" if isinstance(found, NoAnswer) else found.decode("utf-8", "surrogateescape").rstrip("\n")


def merge_base(folder: Path, revision: str, head: str = "HEAD") -> str | NoAnswer:
    """Return the commit where `head` left `revision`."""
    if not revision or revision.startswith("-"):
        return NoAnswer("this is no revision: {detail}", revision)
    found = run(folder, "merge-base", revision, head)
    return found if isinstance(found, NoAnswer) else found.decode("ascii").strip()


def open_repository(folder: Path) -> Repository | NoAnswer:
    """Return the repository that `folder` belongs to."""
    head = run(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    shallow = run(folder, "rev-parse", "--is-shallow-repository")
    if isinstance(shallow, NoAnswer):
        outside = "not a git repository" in shallow.detail
        return NoAnswer("this folder is in no git repository") if outside else shallow
    if isinstance(head, NoAnswer):
        return NoAnswer("nothing is committed yet")
    promised = run(folder, "config", "--type=bool", "--get-regexp", r"^remote\..*\.promisor$")
    partial = not isinstance(promised, NoAnswer) and b" true" in promised
    return Repository(folder, head.decode("ascii").strip(), shallow.strip() != b"false", partial)


def _commits(text: str) -> Iterator[Commit]:
    lines = iter(text.split("\n"))
    for line in lines:
        if not line.startswith("commit "):
            continue
        _, id, *parents = line.split(" ")
        seconds, _, trailer = next(lines, "0").partition("\0")
        words = {word.strip().casefold() for word in trailer.split(",")}
        yield Commit(id, tuple(parents), int(seconds), "unaffected" in words)


def _blocks(text: str) -> Iterator[tuple[Change, ...]]:
    """Divide the output of diff-tree at the lines that name a commit."""
    fields = text.split("\0")
    changes: list[Change] | None = None
    index = 0
    while index < len(fields) - 1:
        field = fields[index]
        if field.startswith(":"):
            mode_before, mode_after, before, after, _ = field[1:].split(" ")
            change = Change(fields[index + 1], _blob(mode_before, before), _blob(mode_after, after))
            (changes if changes is not None else []).append(change)
            index += 2
        else:
            if changes is not None:
                yield tuple(changes)
            changes = []
            index += 1
    if changes is not None:
        yield tuple(changes)


def _blob(mode: str, id: str) -> str:
    """A file's blob; links, submodules and what is not there have none."""
    return id if mode in _BLOB_MODES and not _NULL.fullmatch(id) else ""
