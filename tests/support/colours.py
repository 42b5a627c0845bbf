"""Twenty-two difficult brand colours, the inks of the theme, and the contrast of WCAG 2.2, reckoned apart."""

from __future__ import annotations

DIFFICULT = {
    "#ffffff": "white",
    "#fefefe": "nearly white",
    "#000000": "black",
    "#808080": "mid grey",
    "#767676": "grey at the limit on white",
    "#ffff00": "yellow",
    "#ffd400": "warm yellow",
    "#7fff00": "lime",
    "#00ff00": "green",
    "#00ffff": "cyan",
    "#ff00ff": "neon magenta",
    "#ff0000": "red",
    "#0000ff": "blue",
    "#ff69b4": "neon pink",
    "#ffd1dc": "pastel pink",
    "#e6e6fa": "lavender",
    "#6b3e1d": "brown",
    "#000033": "very dark navy",
    "#009485": "teal",
    "#4caf50": "leaf green",
    "#ff9800": "orange",
    "#03a9f4": "light blue",
}

INK = {"light": "#2a2521", "dark": "#f1ebe4"}
SOFT = {"light": "#5d544c", "dark": "#c3b8ac"}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it, 0 to 1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
