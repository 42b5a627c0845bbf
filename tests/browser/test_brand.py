"""Twenty-two difficult brand colours on the parts of real pages, in both schemes: everything can be read and seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from generator.render.brand import brand_css
from generator.render.bundle import stylesheet
from tests.support.browsing import served
from tests.support.builds import ROOT
from tests.support.colours import DIFFICULT, ratio

pytestmark = pytest.mark.browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PARTS = """
<header class="portal-header"><p class="portal-brand__name">{name}</p></header>
<nav class="portal-breadcrumbs" aria-label="Breadcrumbs {number}"><ol><li><a href="#x">Home</a></li>
  <li><span aria-current="page">Programmes</span></li></ol></nav>
<section class="hero"><div><h2>Find a mentor</h2>
  <p class="hero__promise">Ground of the tint, <a href="#x">a link</a>.</p>
  <div class="doors"><a class="button" href="#x">Write to us</a></div></div></section>
<p>Text with <a href="#x">a link in it</a>.</p><p class="meta">Soft ink, <a href="#x">a link</a>.</p>
<div class="card"><h3 class="card__title"><a href="#x">A card</a></h3><p class="card__label">With a label</p></div>
<div class="panel"><h3>Facts</h3><dl class="facts"><div class="facts__row"><dt>Where</dt>
  <dd><a href="#x">Odense</a></dd></div></dl></div>
<p class="note">A note with <a href="#x">a link</a>.</p>
<div data-is="open"><p class="state">Open now</p></div><div data-is="closing"><p class="state">12 days left</p></div>
<ol class="steps"><li class="step"><h3>You meet</h3><p class="step__facts"><span>Pair</span></p></li>
  <li class="step"><h3>You plan</h3></li></ol>
<p style="padding:.5rem;background:var(--portal-brand);color:var(--portal-on-brand)">Text on the colour itself</p>
<footer class="portal-footer"><div class="portal-footer__inner"><section class="portal-footer__part"><h3>Help</h3>
  <ul class="portal-links"><li><a href="#x">Contact</a></li></ul><p>A line of the footer.</p></section></div></footer>
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One page with a section for every colour, in the styles of the theme."""
    folder = tmp_path_factory.mktemp("colours")
    scoped = [brand_css(colour).replace(":root", f".c{at}") for at, colour in enumerate(DIFFICULT)]
    ground = "section[data-colour] { background: var(--portal-paper); padding: 1rem; }"
    (folder / "portal.css").write_bytes(stylesheet(ROOT / "theme", *scoped, ground))
    sections = (
        f'<section data-colour="{colour}" class="c{at}">{PARTS.format(name=name, number=at)}</section>'
        for at, (colour, name) in enumerate(DIFFICULT.items())
    )
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Colours</title>'
    link = '<link rel="stylesheet" href="portal.css">'
    (folder / "index.html").write_text(f'{head}{link}<main id="x">{"".join(sections)}</main></html>', "utf-8")
    with served(folder) as root:
        yield root


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_has_no_complaint_about_contrast(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    """Text on every ground of every colour: axe measures what stands on the screen."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address)
    rules = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
    found = Axe().run(page, options=rules).response
    context.close()
    complaints = [
        (node["target"], node["any"][0]["message"]) for one in found["violations"] for node in one["nodes"]
    ]
    measured = sum(len(one["nodes"]) for one in found["passes"] if one["id"] == "color-contrast")
    assert (complaints, measured > 15 * len(DIFFICULT)) == ([], True)


_RING = """section => {
  const hex = colour => '#' + colour.match(/\\d+/g).slice(0, 3).map(n => (+n).toString(16).padStart(2, '0')).join('');
  const link = section.querySelector('a.button');
  link.focus();
  const style = getComputedStyle(link);
  const paper = getComputedStyle(section).backgroundColor;
  const tint = getComputedStyle(section.querySelector('.panel')).backgroundColor;
  return [style.outlineStyle, style.outlineColor, style.boxShadow, paper, tint, style.backgroundColor]
    .map((value, at) => at === 0 ? value : hex(value));
}"""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_focus_ring_is_seen_on_every_ground(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    """The ring as drawn: its outer colour has 3:1 on paper and tint, and one of its two has 3:1 on the button."""
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    page.keyboard.press("Tab")  # from now on a focus set by script counts as one by keyboard
    weak = []
    for section in page.query_selector_all("section[data-colour]"):
        drawn, outer, inner, paper, tint, strong = section.evaluate(_RING)
        seen = min(ratio(outer, paper), ratio(outer, tint), max(ratio(outer, strong), ratio(inner, strong)))
        if drawn != "solid" or seen < 3:
            weak.append((section.get_attribute("data-colour"), outer, inner, paper, tint, strong))
    context.close()
    assert weak == []
