"""Files with which a portal is checked and published by itself: on GitHub, on GitLab, before every commit.

Takes the name of a service, returns files by path. They stand as they are in `services/`; nothing is filled in.
"""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).resolve().parent / "services"
SERVICES = ("github", "gitlab")


def ci_files(service: str) -> dict[str, str]:
    """Return the files for a service, with the exact versions and the hooks that both share."""
    if service not in SERVICES:
        raise ValueError(f"there are no files for {service!r}")
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for folder in (_FOLDER / "common", _FOLDER / service)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
