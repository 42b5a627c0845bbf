"""Small portals in git repositories of their own, committed at fixed times."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.support.portal import copy_small

_PERSON = {"NAME": "Editor", "EMAIL": "editor@example.org", "DATE": "2026-11-20T12:00:00+00:00"}


def git(root: Path, *arguments: str) -> str:
    """Run git in a repository of a test, with nothing from the machine's own settings."""
    own = {f"GIT_{who}_{name}": value for who in ("AUTHOR", "COMMITTER") for name, value in _PERSON.items()}
    own |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *arguments], cwd=root, env={**os.environ, **own}, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(root: Path, message: str = "change") -> str:
    """Commit everything; return the commit."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "HEAD")


def repository(target: Path) -> Path:
    """Return a copy of the small portal in a repository whose branch `main` has one commit."""
    root = copy_small(target).root
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root, "portal")
    return root


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Replace a text that a file has once or more."""
    path = root / file
    text = path.read_text("utf-8")
    assert old in text, f"{file} has no {old!r}"
    path.write_text(text.replace(old, new), "utf-8")
