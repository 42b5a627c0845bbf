"""Draw the sample pictures anew: `docs/pictures/<id>.svg` becomes `content/media/<id>.webp` (logos: `.png`).

Takes ids as arguments, or none for every drawing. Needs Chromium on the machine (`CHROMIUM` names another
one) and nothing but the standard library. Refuses a picture over its budget. The records (`<id>.yml`) are
written by hand.
"""

from __future__ import annotations

import argparse
import base64
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from png import pack

SOURCES = Path(__file__).resolve().parent
MEDIA = SOURCES.parents[1] / "content" / "media"

# Most bytes of one picture: a reader on a phone loads a scene once and the logo with every first visit.
SCENE_BYTES = 90_000
LOGO_BYTES = 12_000

_PAGE = """<!doctype html><meta charset="utf-8"><img src="data:image/svg+xml;base64,{svg}" onload="
const canvas = document.createElement('canvas');
canvas.width = {width}; canvas.height = {height};
const context = canvas.getContext('2d');
context.drawImage(this, 0, 0, {width}, {height});
document.body.replaceChildren('drawn:' + {result});">"""
_WEBP = "canvas.toDataURL('image/webp', 0.86).split('image/webp;base64,')[1]"
_PIXELS = (
    "btoa(Array.from(context.getImageData(0, 0, {width}, {height}).data, "
    "byte => String.fromCharCode(byte)).join(''))"
)


def is_logo(picture: str) -> bool:
    """Tell whether this id is a logo's: it keeps transparent corners and sharp edges, so it becomes a PNG."""
    return picture.endswith("-logo")


def size_of(svg: bytes) -> tuple[int, int]:
    """Return width and height in pixels, as the root element of the drawing says."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own drawings
    return int(root.attrib["width"]), int(root.attrib["height"])


def draw_scene(svg: bytes) -> bytes:
    """Return the drawing as WebP. Raises `RuntimeError` when Chromium does not draw."""
    drawn = _drawn(svg, _WEBP)
    if drawn[8:12] != b"WEBP":
        raise RuntimeError("this Chromium cannot write WebP")
    return drawn


def draw_logo(svg: bytes) -> bytes:
    """Return the drawing as PNG. Raises `RuntimeError` when Chromium does not draw."""
    width, height = size_of(svg)
    return pack(width, height, _drawn(svg, _PIXELS.format(width=width, height=height)))


def _drawn(svg: bytes, result: str) -> bytes:
    """Let Chromium draw, and return the bytes that the script expression `result` gives in Base64."""
    width, height = size_of(svg)
    encoded = base64.b64encode(svg).decode("ascii")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(
            _PAGE.format(svg=encoded, width=width, height=height, result=result), encoding="utf-8"
        )
        command = [
            os.environ.get("CHROMIUM", "chromium"),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
            "--force-color-profile=srgb",
            f"--user-data-dir={folder}/profile",
            "--dump-dom",
            page.as_uri(),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603
    found = re.search(r"<body>drawn:([A-Za-z0-9+/=]+)</body>", done.stdout)
    if found is None:
        raise RuntimeError(f"Chromium drew nothing: {done.stderr.strip()[-400:]}")
    return base64.b64decode(found.group(1))


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw the named pictures; return 1 when one is over its budget, and leave its old file as it was."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("ids", nargs="*", help="ids such as kvinfo-hero; without any, every drawing")
    wanted = parser.parse_args(arguments).ids or sorted(source.stem for source in SOURCES.glob("*.svg"))
    heavy = 0
    for picture in wanted:
        svg = (SOURCES / f"{picture}.svg").read_bytes()
        logo = is_logo(picture)
        drawn, budget = (draw_logo(svg), LOGO_BYTES) if logo else (draw_scene(svg), SCENE_BYTES)
        if len(drawn) > budget:
            heavy += 1
            sys.stdout.write(f"{picture}: {len(drawn)} bytes, over the budget of {budget}: not written\n")
        else:
            (MEDIA / f"{picture}{'.png' if logo else '.webp'}").write_bytes(drawn)
            sys.stdout.write(f"{picture}: {len(drawn)} bytes\n")
    return 1 if heavy else 0


if __name__ == "__main__":
    sys.exit(main())
