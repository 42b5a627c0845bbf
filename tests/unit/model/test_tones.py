"""One colour becomes a site's tones, readable whatever the colour, in both schemes (WCAG 1.4.3, 1.4.11)."""

from __future__ import annotations

import colorsys
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.tones import CLEAR, GROUNDS, Adjustment, Scheme, adjustment, contrast, tones
from tests.support.colours import DIFFICULT, INK, SOFT, ratio

TOKENS = Path(__file__).resolve().parents[3] / "theme/styles/tokens.css"
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

PAIRS = [
    ("strong", "paper", 4.5),
    ("strong", "card", 4.5),
    ("strong", "tint", 4.5),
    ("on_strong", "strong", 4.5),
    ("on_brand", "brand", 4.5),
    ("line", "paper", 3),
    ("line", "card", 3),
    ("line", "tint", 3),
    ("focus", "paper", 3),
    ("focus", "card", 3),
    ("focus", "tint", 3),
    ("focus", "on_strong", 9),
    ("ink", "tint", 7),
    ("soft", "tint", 4.5),
]
"""What stands on what, and the contrast it needs. Text on a ring of 9:1 is ring enough on any third colour."""


def named(colour: str, scheme: Scheme) -> dict[str, str]:
    """Every tone of a scheme by name, the neutral ones included."""
    found = tones(colour, scheme)
    own = {name: getattr(found, name) for name in found.__slots__}
    neutral = {"paper": GROUNDS[scheme].paper, "card": GROUNDS[scheme].card}
    return own | neutral | {"ink": INK[scheme], "soft": SOFT[scheme]}


def failing(colour: str, scheme: Scheme) -> list[tuple[str, str, float]]:
    """The pairs that have too little contrast."""
    by_name = named(colour, scheme)
    measured = ((one, other, ratio(by_name[one], by_name[other]), wanted) for one, other, wanted in PAIRS)
    return [(one, other, found) for one, other, found, wanted in measured if found < wanted]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("colour", DIFFICULT)
def test_difficult_colour_can_be_read(colour: str, scheme: Scheme) -> None:
    """Every pair of tones that stands on a page has the contrast it needs."""
    assert failing(colour, scheme) == []


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 0xFFFFFF), st.sampled_from(SCHEMES))
def test_any_colour_can_be_read(number: int, scheme: Scheme) -> None:
    """There is no colour of which a site becomes unreadable."""
    assert failing(f"#{number:06x}", scheme) == []


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF), st.sampled_from(SCHEMES))
def test_focus_is_seen_on_any_ground(number: int, ground: int, scheme: Scheme) -> None:
    """Of the two colours of the focus ring, one has 3:1 on whatever lies below, a picture included."""
    found = tones(f"#{number:06x}", scheme)
    below = f"#{ground:06x}"
    assert max(ratio(found.focus, below), ratio(found.on_strong, below)) >= 2.99


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("colour", ["#009485", "#ff9800", "#03a9f4", "#8c1d4f", "#6b3e1d", "#3d4a9e"])
def test_hue_is_kept(colour: str, scheme: Scheme) -> None:
    """A brand that is green stays green: the hue of links moves by less than 12 degrees."""
    hues = [
        colorsys.rgb_to_hsv(*(int(tone[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0] * 360
        for tone in (colour, tones(colour, scheme).strong)
    ]
    apart = abs(hues[0] - hues[1])
    assert min(apart, 360 - apart) < 12


@pytest.mark.parametrize("colour", ["#0b5c7a", "#003366", "#8c1d4f", "#000000", "#0000ff"])
def test_a_colour_that_can_be_read_is_kept(colour: str) -> None:
    """On light pages such a colour is the colour of links and buttons, and there is nothing to say."""
    assert (tones(colour, "light").strong, adjustment(colour)) == (colour, None)


@given(st.tuples(*[st.integers(0, 0xFF)] * 3))
def test_a_clear_colour_needs_no_other_tone(channels: tuple[int, int, int]) -> None:
    """Whoever does not reckon the tones of a colour that is clear on white gives the same answer."""
    shades = (
        f"#{''.join(f'{int(part * share / 50):02x}' for part in channels)}" for share in range(50, -1, -1)
    )
    colour = next(shade for shade in shades if contrast(shade, "#ffffff") >= CLEAR)
    assert tones(colour, "light").strong == colour


def test_a_colour_that_cannot_be_read_decorates_only() -> None:
    """The colour itself stays; links take the first darker tone that can be read, and its contrast is said."""
    found = tones("#ffd400", "light")
    assert (found.brand, adjustment("#ffd400")) == ("#ffd400", Adjustment("1.4", "white", found.strong))


def test_a_colour_that_fails_only_on_its_tint_says_so() -> None:
    """Grey #767676 has 4.5:1 on white but not on the ground made from it."""
    assert adjustment("#767676") == Adjustment("4.0", "its tint #f3f3f3", "#6d6d6d")


def test_contrast_is_that_of_wcag() -> None:
    """The program's own measure agrees with the definition, reckoned apart from it."""
    found = {colour: round(contrast(colour, "#ffffff"), 6) for colour in DIFFICULT}
    assert {colour: round(ratio(colour, "#ffffff"), 6) for colour in DIFFICULT} == found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_grounds_are_those_of_the_theme(scheme: Scheme) -> None:
    """The neutral tones that colours are fitted to are the ones in tokens.css."""
    light, dark = re.split(r"@media[^{]*dark[^{]*\{", TOKENS.read_text("utf-8"), maxsplit=1)
    css = dict(re.findall(r"--portal-([a-z-]+): (#[0-9a-f]{6});", light if scheme == "light" else dark))
    ground = GROUNDS[scheme]
    expected = {"paper": ground.paper, "card": ground.card, "ink": INK[scheme], "ink-soft": SOFT[scheme]}
    assert expected == {name: css[name] for name in expected}
