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
    place_type: Annotated[_PlaceType, one_of(_PlaceType)]
    country: Country
    part_of: PlaceRef | None = None
    address: Address | None = None
    step_free: Boolean | None = None
    """Whether one gets in without steps; left out when nobody has checked."""
    transportation: Label | None = None
