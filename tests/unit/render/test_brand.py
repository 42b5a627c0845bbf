"""One colour becomes a site's tones, readable whatever the colour (WCAG 1.4.3)."""

from __future__ import annotations

import re

import pytest

from generator.render.brand import brand_css, derive

DIFFICULT = [
    "#000000",
    "#ffffff",
    "#fefefe",
    "#1a1a1a",
    "#767676",
    "#777777",
    "#808080",
    "#8a8a8a",
    "#c0c0c0",
    "#ffff00",
    "#00ff00",
    "#00ffff",
    "#ff00ff",
    "#ff0000",
    "#0000ff",
    "#f5d90a",
    "#7fff00",
    "#ff69b4",
    "#ffe4e1",
    "#003366",
    "#0b5c7a",
    "#7a1f5c",
]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it, reckoned here so that the program is not its own judge."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", DIFFICULT)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("strong", "tint"),
        ("#ffffff", "strong"),
        ("strong", "#ffffff"),
        ("on_brand", "brand"),
        ("focus", "#ffffff"),
    ],
)
def test_text_can_be_read_on_its_ground(colour: str, text: str, ground: str) -> None:
    """Every pair of tones that stands on a page has a contrast of 4.5:1 or more."""
    tones = derive(colour)
    assert contrast(getattr(tones, text, text), getattr(tones, ground, ground)) >= 4.5


@pytest.mark.parametrize(
    ("colour", "adjusted"), [("#0b5c7a", False), ("#003366", False), ("#ffff00", True), ("#777777", True)]
)
def test_a_colour_that_can_be_read_is_kept(colour: str, adjusted: bool) -> None:
    """Only a colour that is too light for text gets a darker sister; the colour itself stays what it is."""
    tones = derive(colour)
    assert (colour, adjusted, adjusted) == (tones.brand, tones.strong != colour, tones.adjusted)


def test_the_style_sheet_has_every_tone_once() -> None:
    """The names are those that the theme's style sheets use."""
    css = brand_css("#0b5c7a")
    assert dict(re.findall(r"(--[a-z-]+): (#[0-9a-f]{6});", css)) == {
        "--portal-brand": "#0b5c7a",
        "--portal-brand-strong": derive("#0b5c7a").strong,
        "--portal-on-brand": "#ffffff",
        "--portal-tint": derive("#0b5c7a").tint,
        "--portal-focus": derive("#0b5c7a").focus,
    }
