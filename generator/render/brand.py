"""One brand colour becomes all tones of a site, with sufficient contrast.

Takes a hex colour, returns the style sheet `brand.css` and what was changed. Hue and chroma are kept in
OKLCH; only lightness moves, until text on the tint and white text on the colour reach 4.5:1 (WCAG 1.4.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from coloraide import Color

_TEXT_CONTRAST = 4.5
_STEP = 0.01
_ON_BRAND = ("#ffffff", "#1a1a1a")
"""Text on the colour itself: the first that can be read; on a middle grey only pure black can."""


@dataclass(frozen=True, slots=True)
class Brand:
    """The tones of a site as hex colours. `adjusted` says that the colour itself was too light for text."""

    brand: str
    strong: str
    on_brand: str
    tint: str
    focus: str
    adjusted: bool


@cache
def derive(colour: str) -> Brand:
    """Return the tones for a brand colour."""
    raw = Color(colour)
    tint = _fitted(
        raw.convert("oklch").set("lightness", 0.965).set("chroma", lambda chroma: min(chroma, 0.02))
    )
    strong = _darkened(raw, tint)
    on_brand = next((tone for tone in map(Color, _ON_BRAND) if _reads(tone, raw)), Color("#000000"))
    return Brand(
        brand=_hex(raw),
        strong=_hex(strong),
        on_brand=_hex(on_brand),
        tint=_hex(tint),
        focus=_hex(strong),
        adjusted=_hex(strong) != _hex(raw),
    )


def _darkened(colour: Color, ground: Color) -> Color:
    tone = colour.convert("oklch")
    while not _reads(_fitted(tone), ground) and tone["lightness"] > _STEP:
        tone = tone.set("lightness", tone["lightness"] - _STEP)
    return _fitted(tone)


def _reads(text: Color, ground: Color) -> bool:
    return bool(text.contrast(ground, method="wcag21") >= _TEXT_CONTRAST)


def _fitted(colour: Color) -> Color:
    return Color(_hex(colour))


def _hex(colour: Color) -> str:
    return str(colour.convert("srgb").fit().to_string(hex=True))


def brand_css(colour: str) -> str:
    """Return the style sheet that gives a site its tones."""
    tones = derive(colour)
    return (
        ":root {\n"
        f"  --portal-brand: {tones.brand};\n"
        f"  --portal-brand-strong: {tones.strong};\n"
        f"  --portal-on-brand: {tones.on_brand};\n"
        f"  --portal-tint: {tones.tint};\n"
        f"  --portal-focus: {tones.focus};\n"
        "}\n"
    )
