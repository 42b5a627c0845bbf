"""One brand colour becomes all tones of a site, with sufficient contrast in the light and the dark scheme.

Takes a hex colour, returns hex colours. Hue and chroma are kept in OKLCH; lightness moves, and chroma gives way only
where the screen has no such colour. The neutral tones are the theme's (`theme/styles/tokens.css`); no CSS is made here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from coloraide import Color

Scheme = Literal["light", "dark"]

TEXT = 4.5
"""Contrast of text (WCAG 1.4.3)."""
SIGN = 3.0
"""Contrast of what says something without being text (WCAG 1.4.11)."""
RING = 9.0
"""Contrast between the two colours of the focus ring: on any ground one of the two then has 3:1 or more."""

CLEAR = 5.2
"""Contrast with white from which a colour can be read on its own tint too: the worst of all hues needs 5.03."""

_STEP = 0.01
_WHITE = "#ffffff"
_ON_BRAND = (_WHITE, "#1a1a1a", "#000000")
"""Text on the colour itself: the first that can be read; on a middle grey only pure black can."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The neutral tones of a scheme, and which lightness and most chroma (OKLCH) its coloured ground has."""

    paper: str
    card: str
    on_strong: str
    """Text on buttons: the scheme's own ground, which the colour of buttons is fitted to."""
    towards: float
    """Which way contrast lies: -1 darker, +1 lighter."""
    tint: tuple[float, float]
    """Lightness and most chroma (OKLCH) of the coloured ground."""
    links: tuple[float, float, float]
    """Between which lightnesses links begin, and their most chroma: on a dark screen white glares and neon swims."""


GROUNDS: dict[Scheme, Ground] = {
    "light": Ground("#fffdfa", "#ffffff", "#ffffff", -1, tint=(0.965, 0.015), links=(0.0, 1.0, 0.4)),
    "dark": Ground("#1b1816", "#26221f", "#1b1816", +1, tint=(0.285, 0.03), links=(0.74, 0.92, 0.13)),
}


@dataclass(frozen=True, slots=True)
class Tones:
    """The tones of one scheme as hex colours; what each is for stands in `generator/render/brand.py`."""

    brand: str
    strong: str
    on_brand: str
    on_strong: str
    tint: str
    line: str
    focus: str


@dataclass(frozen=True, slots=True)
class Adjustment:
    """The colour itself cannot be read: its contrast on `ground`, cut to one decimal, and the tone used instead."""

    contrast: str
    ground: str
    tone: str


@cache
def tones(colour: str, scheme: Scheme) -> Tones:
    """Return the tones for a brand colour, six hexadecimal digits after `#`, in one scheme."""
    ground = GROUNDS[scheme]
    own = _hex(_colour(colour))
    tint = _tone(own, *ground.tint)
    grounds = (ground.paper, ground.card, tint)
    line = _reached(own, ground.towards, grounds, SIGN)
    brand = own if scheme == "light" else line
    darkest, lightest, chroma = ground.links
    start = _tone(own, min(max(_lightness(own), darkest), lightest), chroma)
    strong = _reached(start, ground.towards, (*grounds, ground.on_strong), TEXT)
    return Tones(
        brand=brand,
        strong=strong,
        on_brand=next(tone for tone in _ON_BRAND if contrast(tone, brand) >= TEXT),
        on_strong=ground.on_strong,
        tint=tint,
        line=line,
        focus=_reached(strong, ground.towards, (ground.on_strong,), RING),
    )


@cache
def adjustment(colour: str) -> Adjustment | None:
    """Return why links and buttons on light pages have another tone than the brand colour; `None` if they have not."""
    if contrast(colour, _WHITE) >= CLEAR:
        return None
    found = tones(colour, "light")
    own = _hex(_colour(colour))
    if found.strong == own:
        return None
    ground, where = (
        (_WHITE, "white") if contrast(own, _WHITE) < TEXT else (found.tint, f"its tint {found.tint}")
    )
    return Adjustment(f"{int(contrast(own, ground) * 10) / 10}", where, found.strong)


@cache
def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two hex colours as WCAG 2.2 defines it, 1 to 21.

    Reckoned here, with the constants of the definition: coloraide's finer ones differ in the fourth digit, and
    whoever measures a page does so with these.
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _reached(start: str, towards: float, grounds: tuple[str, ...], wanted: float) -> str:
    """Move a colour's lightness until it has the wanted contrast to every ground."""
    tone, lightness = start, _lightness(start)
    while not all(contrast(tone, ground) >= wanted for ground in grounds):
        lightness = min(max(lightness + towards * _STEP, 0.0), 1.0)
        tone = _tone(start, lightness)
    return tone


def _tone(colour: str, lightness: float, chroma: float = 1.0) -> str:
    """Return the colour of the same hue and, up to `chroma`, the same chroma, at another lightness."""
    own = _colour(colour).convert("oklch")
    if lightness == own["lightness"] and chroma >= own["chroma"]:
        return colour
    return _hex(own.set("lightness", lightness).set("chroma", min(own["chroma"], chroma)))


def _lightness(colour: str) -> float:
    return float(_colour(colour).convert("oklch")["lightness"])


def _colour(text: str) -> Color:
    """Read a colour. The library that knows them is loaded for the first one: most runs need none."""
    from coloraide import Color

    return Color(text)


def _hex(colour: Color) -> str:
    return str(colour.convert("srgb").fit(method="oklch-chroma").to_string(hex=True))
