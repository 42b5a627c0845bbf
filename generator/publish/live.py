"""What is published now, and whether it is ours to replace.

Takes the output folder and tells the sites that `portal` wrote from files of somebody else. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.errors import PublishError
from generator.publish.manifest import NAME, read_manifest

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
            if _is_closed(self.folder / name):
                raise _closed(self.folder / name)
            raise PublishError(
                f"{self.folder.name}/{name} was not written by portal and would be replaced",
                "move it away, or choose another folder with --output; delete it if it is a site that has lost its"
                " manifest.json",
            )

    def refuse_hidden(self, keep: Iterable[str]) -> None:
        """Raise `PublishError` when something that is not in `keep` may be a site that has to leave, and nobody may
        look: it would stay public without a word."""
        for name in sorted(set(self.foreign).difference(keep)):
            if _is_called_as_sites(name) and _is_closed(self.folder / name):
                raise _closed(self.folder / name)


def survey(folder: Path, sure: Collection[str] = ()) -> Live:
    """Look at the output folder. The manifests of sites that are `sure` to be ours and whole are not read.

    Raises `PublishError` when it is no real folder, or one with files in which `portal` never published.
    """
    names = _names(folder)
    if names is None:
        return Live(folder, exists=False)
    sites = frozenset(name for name in names if name in sure or _is_site(folder / name))
    foreign = tuple(name for name in names if name not in sites)
    if not sites:
        _refuse_foreign(folder, foreign)
    return Live(folder, True, sites, foreign)


def refuse_others(folder: Path) -> None:
    """Raise the `PublishError` that `survey` would raise: one site of ours is enough to know."""
    names = _names(folder) or ()
    if not any(_is_site(folder / name) for name in names):
        _refuse_foreign(folder, names)


def _names(folder: Path) -> tuple[str, ...] | None:
    """What is in the output folder, sorted; `None` when there is no folder."""
    if folder.is_symlink():
        raise PublishError(
            f"{folder.name} is a symbolic link", f"name the real folder: --output {folder.resolve()}"
        )
    if not folder.exists():
        return None
    if not folder.is_dir():
        raise PublishError(f"{folder.name} is not a folder", "move it away, or choose another --output")
    return tuple(sorted(entry.name for entry in folder.iterdir()))


def _refuse_foreign(folder: Path, names: Iterable[str]) -> None:
    """Raise `PublishError` when there is anything but marks; where all of it is closed it may be sites of ours."""
    there = [name for name in names if name not in _MARKS]
    if not there:
        return
    if all(_is_called_as_sites(name) and _is_closed(folder / name) for name in there):
        raise _closed(folder / there[0])
    raise PublishError(
        f"{folder.name} holds files that portal did not write, and no site of a portal",
        "choose an empty or new folder with --output",
    )


def _is_called_as_sites(name: str) -> bool:
    return name.replace("-", "").isalnum()  # and not lost+found


def _is_closed(folder: Path) -> bool:
    """Whether this user may not look into a folder: whose it is cannot be known."""
    try:
        (folder / NAME).lstat()
    except PermissionError:
        return True
    except OSError:  # there is none
        return False
    return False


def _closed(folder: Path) -> PublishError:
    return PublishError(
        f"{folder.parent.name}/{folder.name} cannot be looked into: no permission",
        "if it is a site of this portal, or was one, give your user the right to read and write there; if not, move it"
        " away, or choose another folder with --output; nothing in it was touched",
    )


def _is_site(folder: Path) -> bool:
    manifest = read_manifest(folder)
    return manifest is not None and manifest.site == folder.name
