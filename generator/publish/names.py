"""Output names that every web host and every file system accepts.

Takes the output paths of one site and refuses the first that is unsafe, or that a host without letter case or
with another Unicode form would mix up with a second one. It opens no file and repairs no name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from generator.errors import PublishError

SEGMENT_BYTES = 255
"""The longest file name of ext4, APFS and NTFS."""

PATH_BYTES = 1024
"""The longest key of an object store (S3)."""

_REFUSED = frozenset('\\:*?"<>|#%')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in "123456789")]
)


@lru_cache(maxsize=16384)
def fault_in_segment(segment: str) -> str:
    """Say why `segment` cannot be a file or folder name; empty when it can."""
    if segment in {"", ".", ".."}:
        return "has an empty, '.' or '..' part"
    if any(unicodedata.category(character).startswith("C") for character in segment):
        return "has an invisible or control character"
    refused = sorted(_REFUSED.intersection(segment))
    if refused:
        return f"has the character {refused[0]!r}"
    if segment != segment.strip() or segment.endswith("."):
        return "has a part that begins or ends with a space, or ends with a full stop"
    if segment != unicodedata.normalize("NFC", segment):
        return "is not in Unicode form NFC"
    if len(segment.encode()) > SEGMENT_BYTES:
        return f"has a part of more than {SEGMENT_BYTES} bytes"
    if segment.split(".", 1)[0].casefold() in _DEVICES:
        return "has a part that Windows keeps for a device"
    return ""


def fault_in_path(path: str) -> str:
    """Say why `path` cannot be an output path; empty when it can."""
    if path.startswith("/"):
        return "is absolute"
    if len(path.encode(errors="replace")) > PATH_BYTES:
        return f"has more than {PATH_BYTES} bytes"
    for segment in path.split("/"):
        if fault := fault_in_segment(segment):
            return fault
    return ""


def check_sites(sites: Iterable[str]) -> None:
    """Raise `PublishError` when a site id cannot be a folder name, or when two would be one folder."""
    seen: dict[str, str] = {}
    for site in sorted(sites):
        fault = fault_in_segment(site) or ("begins with a full stop" if site.startswith(".") else "")
        if fault or "/" in site:
            raise PublishError(f"the site id {site!r} cannot be a folder name: it {fault or 'has a /'}")
        twin = seen.setdefault(_folded(site), site)
        if twin != site:
            raise PublishError(f"the sites {twin!r} and {site!r} would share one folder")


def check_paths(site: str, paths: Iterable[str]) -> None:
    """Raise `PublishError` for the first path of `site` that a host would refuse or confuse with another."""
    files: set[str] = set()
    folders: set[str] = set()
    spelling: dict[str, str] = {}
    for path in sorted(paths):
        if fault := fault_in_path(path):
            raise PublishError(f"{site} cannot have an output file {path!r}: the path {fault}")
        new, parent = [path], path.rpartition("/")[0]
        while parent and parent not in folders:
            folders.add(parent)
            new.append(parent)
            parent = parent.rpartition("/")[0]
        for prefix in reversed(new):
            twin = spelling.setdefault(_folded(prefix), prefix)
            if twin != prefix:
                raise PublishError(
                    f"{site} has two output names that some hosts take for one: {twin}, {prefix}"
                )
        files.add(path)
    for path in sorted(files & folders):
        raise PublishError(f"{site} has a file and a folder of the same name: {path}")


def _folded(name: str) -> str:
    """The form in which a host without letter case compares names."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
