"""One brand colour becomes all tones of a site, with sufficient contrast.

Takes a hex colour, returns the style sheet `brand.css` and what was changed. Hue and chroma are kept in
OKLCH; only lightness moves, until text on white and white text on the colour reach 4.5:1 (WCAG 1.4.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from coloraide import Color

_TEXT_CONTRAST = 4.5
_STEP = 0.01


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
    strong = _darkened(raw, _TEXT_CONTRAST)
    white = Color("#ffffff")
    on_brand = white if raw.contrast(white, method="wcag21") >= _TEXT_CONTRAST else Color("#1a1a1a")
    tint = raw.convert("oklch").set("lightness", 0.965).set("chroma", lambda chroma: min(chroma, 0.02))
    return Brand(
        brand=_hex(raw),
        strong=_hex(strong),
        on_brand=_hex(on_brand),
        tint=_hex(tint),
        focus=_hex(strong),
        adjusted=_hex(strong) != _hex(raw),
    )


def _darkened(colour: Color, contrast: float) -> Color:
    tint = Color("oklch", [0.965, 0, 0])
    tone = colour.convert("oklch")
    while (
        _fitted(tone).contrast(tint.convert("srgb"), method="wcag21") < contrast and tone["lightness"] > _STEP
    ):
        tone = tone.set("lightness", tone["lightness"] - _STEP)
    return _fitted(tone)


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
