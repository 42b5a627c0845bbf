"""What is published now, and whether it is ours to replace.

Takes the output folder and tells the sites that `portal` wrote from files of somebody else. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.errors import PublishError
from generator.publish.manifest import read_manifest

_MARKS = frozenset({".gitkeep", ".gitignore", ".nojekyll"})
"""Files that people put into an output folder before the first build."""


@dataclass(frozen=True, slots=True)
class Live:
    """The live output folder: `sites` have a manifest of ours, `foreign` names were not written by us."""

    folder: Path
    exists: bool
    sites: frozenset[str] = frozenset()
    foreign: tuple[str, ...] = ()

    def refuse_clash(self, sites: Iterable[str]) -> None:
        """Raise `PublishError` when a site would replace something of somebody else."""
        for name in sorted(set(sites).intersection(self.foreign)):
            raise PublishError(
                f"{self.folder.name}/{name} was not written by portal and would be replaced",
                "move it away, or choose another folder with --output",
            )


def survey(folder: Path) -> Live:
    """Look at the output folder.

    Raises `PublishError` when it is no real folder, or one with files in which `portal` never published.
    """
    if folder.is_symlink():
        raise PublishError(
            f"{folder.name} is a symbolic link", f"name the real folder: --output {folder.resolve()}"
        )
    if not folder.exists():
        return Live(folder, exists=False)
    if not folder.is_dir():
        raise PublishError(f"{folder.name} is not a folder", "move it away, or choose another --output")
    names = sorted(entry.name for entry in folder.iterdir())
    sites = frozenset(name for name in names if _is_site(folder / name))
    foreign = tuple(name for name in names if name not in sites)
    if not sites and not _MARKS.issuperset(foreign):
        raise PublishError(
            f"{folder.name} holds files that portal did not write, and no site of a portal",
            "choose an empty or new folder with --output",
        )
    return Live(folder, True, sites, foreign)


def _is_site(folder: Path) -> bool:
    manifest = read_manifest(folder)
    return manifest is not None and manifest.site == folder.name
