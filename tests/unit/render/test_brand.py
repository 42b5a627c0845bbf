"""The style sheet of a site's tones: every name, for both schemes."""

from __future__ import annotations

import re
from pathlib import Path

from generator.model.tones import tones
from generator.render.brand import brand_css

STYLES = Path(__file__).resolve().parents[3] / "theme/styles"
NAMES = ("brand", "brand-strong", "on-brand", "on-strong", "tint", "line-brand", "focus")


def blocks(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """The names and tones of the light and of the dark scheme."""
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    return tuple(dict(re.findall(r"--portal-([a-z-]+): (#[0-9a-f]{6});", part)) for part in (light, dark))  # type: ignore[return-value]


def test_both_schemes_have_every_tone() -> None:
    """Seven names, once in each scheme, and nothing else."""
    light, dark = blocks(brand_css("#0b5c7a"))
    assert (tuple(light), tuple(dark)) == (NAMES, NAMES)


def test_tones_stand_under_their_names() -> None:
    """Light and dark tones of one colour, in the order of the names."""
    light, dark = blocks(brand_css("#ffd400"))
    for found, scheme in ((light, tones("#ffd400", "light")), (dark, tones("#ffd400", "dark"))):
        expected = (
            scheme.brand,
            scheme.strong,
            scheme.on_brand,
            scheme.on_strong,
            scheme.tint,
            scheme.line,
            scheme.focus,
        )
        assert expected == tuple(found.values())
