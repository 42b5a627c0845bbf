"""The one style sheet and the one script of a site, joined from the theme's sources.

Takes the theme folder and a site's generated styles, returns bytes. Sources are readable files, published as
they are written: compression is the host's, and a reader can see what runs. Nothing is minified here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.errors import RenderError

_STYLES_FIRST = ("tokens", "base", "shell", "components")
"""What others build on; the rest follows by name. Generated styles come last, so that a site's tones win."""


@cache
def _joined(folder: Path, suffix: str, first: tuple[str, ...]) -> str:
    files = sorted(folder.glob(f"*{suffix}"))
    named = {file.stem: file for file in files}
    missing = [name for name in first if name not in named]
    if missing:
        raise RenderError(f"the theme has no {folder.name}/{missing[0]}{suffix}")
    order = [named[name] for name in first] + [file for file in files if file.stem not in first]
    return "\n".join(file.read_text("utf-8") for file in order)


def stylesheet(theme: Path, *generated: str) -> bytes:
    """Return a site's style sheet: the theme's sources, then `generated`. Raises `RenderError` for a broken theme."""
    return "\n".join((_joined(theme / "styles", ".css", _STYLES_FIRST), *generated)).encode()


def script(theme: Path) -> bytes:
    """Return the script of every site; each source is a function of its own, so their order is free."""
    return _joined(theme / "scripts", ".js", ()).encode()
