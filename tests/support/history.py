"""Repositories for tests: a copy of the small portal with scripted commits, at known times.

They are always by the same person, and nothing of the machine's git settings is read.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from generator.check.translatable import page_languages, translatable_texts
from generator.history.states import History, read_history
from generator.load.loader import load
from generator.model.build import build_catalog
from generator.paths import PortalPaths
from tests.support.portal import copy_small

_START = 1_767_225_600  # 1 January 2026, in UTC
_DAY = 86_400
PROGRAMME = "content/programmes/broen-mentor.yml"
ENGLISH = "content/programmes/broen-mentor.en.yml"


@dataclass(slots=True)
class Past:
    """A portal in a repository. Each commit is made a day after the one before; the first on 1 January 2026."""

    paths: PortalPaths
    commits: list[str] = field(default_factory=list)

    def git(self, *words: str) -> str:
        """Run git as a fixed person at a fixed time."""
        when = f"{_START + _DAY * len(self.commits)} +0000"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        who = {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "Ida Eksempel"), ("EMAIL", "ida@example.org"), ("DATE", when))
        }
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", "-c", "init.defaultBranch=main", "-C", str(self.paths.root), *words],
            env={**kept, **who, **settings},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def commit(self, message: str = "A change") -> None:
        """Commit everything as it is on the disk."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        self.commits.append(self.git("rev-parse", "HEAD"))

    def change(self, file: str, old: str, new: str) -> None:
        """Replace a text in a file that has it."""
        path = self.paths.root / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new), "utf-8")

    def history(self) -> History:
        """The states of all translations as they are on the disk."""
        loaded = load(self.paths)
        catalog, _ = build_catalog(loaded.documents, loaded.pages, loaded.failed)
        return read_history(self.paths, translatable_texts(catalog), page_languages(catalog))

    def stale(self) -> dict[str, str]:
        """What is not fresh: `kind/id leaf language` to its state."""
        return {
            f"{kind}/{id} {leaf} {language}": found.state.value
            for (kind, id, leaf, language), found in self.history().states.items()
            if found.state.value != "fresh"
        }


def begin(folder: Path) -> Past:
    """Return a repository with the small portal as its first commit."""
    past = Past(copy_small(folder))
    past.git("init", "--quiet")
    past.commit("The portal")
    return past


def clone(past: Past, folder: Path, depth: int) -> Past:
    """Return a clone with the newest `depth` commits."""
    past.git("clone", "--quiet", f"--depth={depth}", past.paths.root.as_uri(), str(folder))
    return Past(PortalPaths(folder.resolve()), list(past.commits))


def without_git(past: Past) -> None:
    """Take the repository away."""
    shutil.rmtree(past.paths.root / ".git")
