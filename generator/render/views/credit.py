"""The line below a picture: who made it, who holds the rights, under which licence.

Takes a voice and a picture's record, returns markup. Whether the picture may be shown is not decided here.
"""

from __future__ import annotations

from markupsafe import Markup

from generator.model.media import Media
from generator.render.voice import Voice, with_markup
from generator.text.formats import list_and


def credit_line(voice: Voice, media: Media) -> Markup:
    """Return who made a picture and who holds the rights: `Picture: A and B / City of Dortmund (CC-BY-4.0)`.

    Each name has a direction of its own, so that a line in Arabic does not change their order.
    """
    holder = media.copyright_holder if media.copyright_holder not in media.creators else None
    names = (*media.creators, *((holder,) if holder else ()))
    line = with_markup(
        lambda slots: _credit(voice, slots[: len(media.creators)], slots[len(media.creators) :]),
        [Markup("<bdi>{}</bdi>").format(name) for name in names],
    )
    return Markup("{} (<bdi>{}</bdi>)").format(line, media.license) if media.license else line


def _credit(voice: Voice, creators: list[str], holder: list[str]) -> str:
    found = list_and(creators, voice.language)
    if holder:
        return voice.say("Picture: {creators} / {holder}", creators=found, holder=holder[0])
    return voice.say("Picture: {creators}", creators=found)
