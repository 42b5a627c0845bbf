"""Put the complete new tree together beside the live one.

Takes output paths with their sources and what is live, and fills an empty folder. A file whose bytes are live
already gets the live file's inode, so its time stays and a host's sync has nothing to do. It does not switch.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import PublishError
from generator.paths import is_regular
from generator.publish.live import Live
from generator.publish.manifest import NAME, Entry, Manifest
from generator.publish.names import check_paths, check_sites
from generator.publish.tree import carry, link_file, list_files, same_bytes

Source = Path | bytes
"""Where a file comes from: a path (moved when it is scratch, else copied), or its content."""

Sites = Mapping[str, Mapping[str, Source]]
"""Site id → output path below the site's folder → source."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from the live tree, as `<site>/<path>`, sorted. Sites carried over count nowhere."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def check_names(sites: Sites, keep: Collection[str]) -> None:
    """Raise `PublishError` for the first site id or output path that cannot be published."""
    check_sites({*sites, *keep})
    for site, files in sorted(sites.items()):
        if NAME in files:
            raise PublishError(f"{site} cannot have an output file {NAME}: portal writes it itself")
        check_paths(site, [NAME, *files])


def fill(folder: Path, live: Live, scratch: Path, sites: Sites, keep: Collection[str]) -> Changes:
    """Fill the empty `folder` with `sites`, the other live sites in `keep`, and what others put beside them.

    Sources below `scratch` may be moved away. Raises `PublishError` for a source that is no plain file.
    """
    movable = Counter(
        source
        for files in sites.values()
        for source in files.values()
        if isinstance(source, Path) and source.is_relative_to(scratch)
    )
    written: list[str] = []
    unchanged: list[str] = []
    removed: list[str] = []
    for site in sorted({*sites, *live.sites}):
        before = list_files(live.folder / site) if site in live.sites else {}
        if site in sites:
            stage = _SiteStage(live.folder / site, folder / site, before, movable)
            stage.fill(site, sites[site])
            written += [f"{site}/{path}" for path in sorted(stage.written)]
            unchanged += [f"{site}/{path}" for path in sorted(stage.unchanged)]
            removed += [f"{site}/{path}" for path in before if path not in stage.unchanged | stage.written]
        elif site in keep:
            carry(live.folder / site, folder / site)
        else:
            removed += [f"{site}/{path}" for path in before]
    for name in live.foreign:
        carry(live.folder / name, folder / name)
    return Changes(tuple(written), tuple(unchanged), tuple(removed))


class _SiteStage:
    """One site on its way from `live` to `target`; collects what was written and what was not."""

    def __init__(self, live: Path, target: Path, before: Mapping[str, int], movable: Counter[Path]) -> None:
        self.written: set[str] = set()
        self.unchanged: set[str] = set()
        self._live = live
        self._target = target
        self._before = before
        self._movable = movable
        self._folders: set[Path] = set()

    def fill(self, site: str, files: Mapping[str, Source]) -> None:
        """Place all files and the manifest that lists them."""
        entries = {}
        for path, source in sorted(files.items()):
            data = source if isinstance(source, bytes) else _read(source)
            entries[path] = Entry.of(data)
            self._place(path, source, data)
        manifest = Manifest(site, entries).to_bytes()
        self._place(NAME, manifest, manifest)

    def _place(self, path: str, source: Source, data: bytes) -> None:
        target = self._target / path
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        if same_bytes(self._live / path, self._before.get(path), data):
            link_file(self._live / path, target)
            self.unchanged.add(path)
            return
        if isinstance(source, Path) and self._movable[source] == 1:
            source.rename(target)
        else:
            target.write_bytes(data)
        self.written.add(path)


def _read(source: Path) -> bytes:
    if not is_regular(source):
        raise PublishError(f"{source} cannot be published: it is not a plain file")
    return source.read_bytes()
