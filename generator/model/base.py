"""The base of all records: strict about keys, frozen, and the parts that several kinds share.

A `Part` is a group of keys inside a record; a `Record` is a file. Nothing here reads files or compares two
records: that is for rules.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.model.fields.codes import Country, Language
from generator.model.fields.scalars import Integer, IsoDate, Slug, one_of
from generator.model.fields.texts import Label, Line


class Part(BaseModel):
    """A group of keys. Unknown keys are refused; values cannot change after loading."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        defer_build=True,
    )

    @model_validator(mode="before")
    @classmethod
    def _without_empty_keys(cls, data: Any) -> Any:
        """A key with nothing after the colon counts as left out, so that a template can be filled in slowly."""
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if value is not None}


class Item(Part):
    """One point of a list. The `id` lets translations find it when the order changes."""

    id: Slug
    """Names this item, so that translations find it when the order changes."""
    text: Label
    """What the point says, in one line."""


_TimeUnit = Literal["hour", "day", "week", "month", "year"]
TimeUnit = Annotated[_TimeUnit, one_of(_TimeUnit)]


class DurationRange(Part):
    """A length of time: at least `min`, at most `max` of `unit`. Without `max` it is exactly `min`."""

    min: Integer
    """The least, as a whole number."""
    max: Integer | None = None
    """The most; left out when the length is exactly `min`."""
    unit: TimeUnit
    """What `min` and `max` count."""


class Address(Part):
    """A postal or visiting address, in HSDS terms."""

    address_1: Line
    """Street and house number."""
    address_2: Line | None = None
    """What else an envelope needs: floor, building, c/o."""
    postal_code: Line
    """The postal code as the country writes it."""
    city: Line
    """The town as it stands on an envelope."""
    country: Country
    """The country of the address, two capital letters."""


_ConsentBasis = Literal["consent", "contract", "legitimate_interest"]
ConsentScope = Literal["name", "email", "phone", "photo", "quotation"]


class Consent(Part):
    """Why a person may be shown, what of them, and until when (GDPR article 6)."""

    basis: Annotated[_ConsentBasis, one_of(_ConsentBasis)]
    """What allows it: the person's consent, their work contract, or a legitimate interest."""
    scope: tuple[Annotated[ConsentScope, one_of(ConsentScope)], ...]
    """What may be shown of the person; nothing else is."""
    given_on: IsoDate
    """The day on which the person agreed or the contract began."""
    expires_on: IsoDate | None = None
    """The last day on which it holds; left out when it has no end."""
    withdrawn_on: IsoDate | None = None
    """The day on which the person took it back; from then on nothing is shown."""


class Record(Part):
    """What every kind of record has. `id` and kind come from the file's place, not from its text."""

    kind: ClassVar[str]
    id: Annotated[str, Field(exclude=True)]
    """The name of the file without its ending; it is not written in the file."""
    language: Language = "en"
    """The language in which the record's texts are written."""
    tags: tuple[Slug, ...] = ()
    """Words for selecting records on sites; readers do not see them."""
    assured_on: IsoDate | None = None
    """The day on which somebody last confirmed that all of this is right (HSDS assured_date)."""
    review_by: IsoDate | None = None
    """The day by which somebody must look again."""

    @property
    def key(self) -> tuple[str, str]:
        """Kind and id: unique in a portal."""
        return (self.kind, self.id)


class Addressed(Record):
    """A record with a page of its own."""

    former_ids: tuple[Slug, ...] = ()
    """Ids that the record had before. Their addresses lead to its page, in every language."""
