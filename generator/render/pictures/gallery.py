"""Which files each picture has on the sites: addresses and sizes for pages, bytes for the output.

Takes what `encode` made of each picture; returns values that views look up. Opens no file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.media import Media
from generator.model.organisation import Organisation
from generator.model.programme import Programme
from generator.model.story import Story
from generator.plan.routes import picture_path
from generator.render.pictures.encode import Encoded, Recipe
from generator.select.view import SiteView

_USUAL = 640
"""Pixels: the width for browsers that know no choice."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One file of a picture: its path below the site, and its size in pixels; 0 when that is not known."""

    path: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """All files of a picture: by width, narrowest first; the one to share; the logo for one and two pixels."""

    variants: tuple[Variant, ...]
    shared: Variant
    logos: tuple[Variant, ...]

    @property
    def usual(self) -> Variant:
        """The file for a browser that cannot choose."""
        return next((found for found in self.variants if found.width >= _USUAL), self.variants[-1])


@dataclass(frozen=True, slots=True)
class Gallery:
    """What was made of every picture, by the id of its record."""

    made: Mapping[str, Recipe] = field(default_factory=dict)

    def of(self, media: Media) -> Shown:
        """Return the files of a picture; of one that was not made, the file of the record, of unknown size."""
        made = self.made.get(media.id)
        if made is None:
            only = Variant(picture_path(media.file))
            return Shown((only,), only, (only, only))
        variants, logos = (
            tuple(_variant(media, file) for file in files) for files in (made.variants, made.logos)
        )
        return Shown(variants, _variant(media, made.shared), logos)

    def files(self, view: SiteView, pictures: tuple[Media, ...]) -> dict[str, bytes]:
        """Return the files that one site publishes, by path."""
        found: dict[str, bytes] = {}
        told = shared_ids(view)
        for media in pictures:
            made = self.made[media.id]
            wanted = [*made.variants]
            wanted += [made.shared] if media.id in told else []
            wanted += made.logos if media.id == view.site.brand.logo else ()
            found |= {_variant(media, file).path: file.data for file in wanted}
        return found


NO_PICTURES = Gallery()
"""For a page that is looked at without files."""


def shared_ids(view: SiteView) -> frozenset[str]:
    """Return the pictures that machines are told of: messengers, search engines. Nobody's portrait is among them."""
    found = {view.site.brand.hero}
    found |= {programme.image for programme in view.of(Programme)}
    found |= {story.image for story in view.of(Story)}
    found |= {record.logo for record in view.of(Organisation)}
    return frozenset(id for id in found if id)


def _variant(media: Media, file: Encoded) -> Variant:
    return Variant(picture_path(f"{media.id}-{file.name}"), file.width, file.height)
