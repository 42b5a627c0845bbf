"""What a messenger or a social network shows of a page that somebody shares (Open Graph).

Takes a voice; returns plain values that the shell prints into `<meta>`. Title,
description and address are the page's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.model.fields.tables import cldr
from generator.model.media import Media
from generator.model.programme import Programme
from generator.model.story import Story
from generator.render.voice import Voice
from generator.text.locales import babel_locale


def shared_picture(voice: Voice) -> Media | None:
    """Return the picture of the page, else the one of the site's home page."""
    record = voice.page.record
    own = record.image if isinstance(record, (Programme, Story)) else None
    view = voice.plan.view
    return view.get(Media, own) or view.get(Media, view.site.brand.hero)


def open_graph(voice: Voice, picture: Media | None) -> Mapping[str, object]:
    """Return type, locales and what is known of the picture."""
    record, page = voice.page.record, voice.page
    file = voice.pictures.of(picture).shared if picture else None
    written = voice.plan.alternates(page.route)
    others = tuple(language for language in written if language != page.content_language)
    return {
        "type": "article" if isinstance(record, Story) else "website",
        "published": record.date_published.isoformat() if isinstance(record, Story) else "",
        "locales": voice.once(_locales, page.content_language, others),
        "image_alt": str(voice.text(picture.alt)) if picture and picture.alt else "",
        "image_width": (file.width or "") if file else "",
        "image_height": (file.height or "") if file else "",
    }


def _locales(voice: Voice, language: str, others: tuple[str, ...]) -> tuple[str, ...]:
    """The locale of the page, then those of its translations."""
    return tuple(og_locale(tag) for tag in (language, *others))


@cache
def og_locale(tag: str) -> str:
    """Return a language tag as Open Graph writes it, `da_DK`: with the country where it is mostly spoken."""
    language, *rest = tag.split("-")
    named = next((part for part in rest if len(part) == 2 and part.isupper()), "")
    # The portals' English is British; for all others CLDR says `da_Latn_DK`, in some cases without a country.
    known = cldr("likely_subtags")
    usual = known.get(tag.replace("-", "_")) or known.get(language, "")
    usual = babel_locale("en") if language == "en" else usual
    likely = next((part for part in str(usual).split("_")[1:] if len(part) == 2), "")
    return "_".join(part for part in (language, named or likely) if part)
