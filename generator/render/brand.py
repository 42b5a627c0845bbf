"""The style sheet that gives a site its tones, from its one colour. The tones are reckoned in `model.tones`.

Takes a hex colour, returns CSS that comes after the theme's `tokens.css` and replaces these names of it:

--portal-brand         decoration: light pages have the colour itself, dark ones a tone of 3:1 or more
--portal-brand-strong  links and the ground of buttons: 4.5:1 or more on paper, card and tint
--portal-on-brand      text on the first, --portal-on-strong text on the second: 4.5:1 or more
--portal-tint          ground of hero, panels and footer: ink has 7:1 or more on it, soft ink 4.5:1
--portal-line-brand    borders and signs that say something: 3:1 or more on paper, card and tint
--portal-focus         outline of what has the focus. Around it or inside it stands --portal-on-strong, 9:1 from it:
                       whatever the ground, a button or a picture, one of the two has 3:1 or more on it
"""

from __future__ import annotations

from generator.model.tones import Scheme, tones


def brand_css(colour: str) -> str:
    """Return the tones of a site for the light and the dark scheme."""
    return f"{_block(colour, 'light')}@media (prefers-color-scheme: dark) {{\n{_block(colour, 'dark')}}}\n"


def _block(colour: str, scheme: Scheme) -> str:
    found = tones(colour, scheme)
    named = {
        "brand": found.brand,
        "brand-strong": found.strong,
        "on-brand": found.on_brand,
        "on-strong": found.on_strong,
        "tint": found.tint,
        "line-brand": found.line,
        "focus": found.focus,
    }
    return ":root {\n" + "".join(f"  --portal-{name}: {tone};\n" for name, tone in named.items()) + "}\n"
