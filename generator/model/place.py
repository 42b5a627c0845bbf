"""A city, region or venue (HSDS `location`, schema.org Place). Fields only."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.model.base import Address, Addressed
from generator.model.fields.codes import Country
from generator.model.fields.reference import PlaceRef
from generator.model.fields.scalars import Boolean, one_of
from generator.model.fields.texts import Label

_PlaceType = Literal["city", "region", "venue"]


class Place(Addressed):
    """Where something happens. `part_of` is the larger place: a venue's city, a city's region."""

    kind: ClassVar[str] = "places"

    name: Label
    """The name of the place; other languages may have their own: {en: Copenhagen, da: København}."""
    place_type: Annotated[_PlaceType, one_of(_PlaceType)]
    """Whether this is a city, a region or a venue."""
    country: Country
    """The country of the place, two capital letters."""
    part_of: PlaceRef | None = None
    """The larger place, by its id: a venue's city, a city's region."""
    address: Address | None = None
    """The address, for a venue."""
    step_free: Boolean | None = None
    """Whether one gets in without steps; left out when nobody has checked."""
    transportation: Label | None = None
    """How to get there, in one line."""
