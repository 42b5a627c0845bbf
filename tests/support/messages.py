"""Collect every message that the program and its templates say, by Babel's extraction.

Returns pairs of singular and plural (empty when there is none) with the places where they are used.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.extract import extract

ROOT = Path(__file__).resolve().parents[2]
_FOR_READERS = ("text", "select", "plan", "render", "engine")
"""The parts of the program that speak to readers; what the others say is for editors."""
_KEYWORDS = {"say": None, "plural": (1, 2), "mark": None, "_": None, "ngettext": (1, 2)}


def used_messages() -> dict[tuple[str, str], list[str]]:
    """Return each message with the files and lines that use it, in order."""
    found: dict[tuple[str, str], list[str]] = {}
    for part in _FOR_READERS:
        for path in sorted((ROOT / "generator" / part).rglob("*.py")):
            _collect(found, path, "python")
    for path in sorted((ROOT / "theme/templates").rglob("*.html")):
        _collect(found, path, "jinja2.ext:babel_extract")
    return found


def _collect(found: dict[tuple[str, str], list[str]], path: Path, method: str) -> None:
    stream = io.BytesIO(path.read_bytes())
    for line, message, _, _ in extract(method, stream, keywords=_KEYWORDS, options={"silent": "false"}):
        texts = message if isinstance(message, tuple) else (message, "")
        place = f"{path.relative_to(ROOT).as_posix()}:{line}"
        found.setdefault((texts[0], texts[1]), []).append(place)
