"""The values of the open JSON files: texts in all languages, references, what every file begins with.

A model here says what a file may hold, and so is both the list of what leaves the site and its JSON Schema.
Validated with the site's plan as context, it takes records' own values; nothing reaches a file by default.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo

from generator.model.base import Record
from generator.model.coordinator import Coordinator
from generator.model.fields.text import Text
from generator.model.organisation import Organisation
from generator.model.place import Place
from generator.model.programme import Programme
from generator.plan.site_plan import SitePlan
from generator.text.resolve import resolve_for

VERSION = "1.0"
_R = TypeVar("_R", bound=Record)


class Out(BaseModel):
    """A group of values in a file. A value that is not known is left out."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        from_attributes=True,
        use_attribute_docstrings=True,
        populate_by_name=True,
    )


def plan_of(info: ValidationInfo) -> SitePlan:
    """Return the plan for which values are validated."""
    plan = (info.context or {}).get("plan")
    assert isinstance(plan, SitePlan)  # noqa: S101 - the caller's duty
    return plan


def _texts(value: object, info: ValidationInfo) -> object:
    """Every reader of the site finds their text here: translations, and what stands in for missing ones."""
    if not isinstance(value, Text):
        return value
    site = plan_of(info).view.site
    found = (resolve_for(site, value, language) for language in site.languages)
    return {each.language: each.text for each in found}


def _shown(model: type[_R]) -> Callable[[Any, ValidationInfo], Any]:
    """Keep ids of records that the site shows, of one id or of many."""

    def keep(value: Any, info: ValidationInfo) -> Any:
        view = plan_of(info).view
        if isinstance(value, str) or value is None:
            return value if view.get(model, value) else None
        return tuple(id for id in value if view.get(model, id))

    return keep


def _clock(value: object) -> object:
    return f"{value:%H:%M}" if isinstance(value, time) else value


Texts = Annotated[
    dict[str, str],
    BeforeValidator(_texts),
    Field(
        min_length=1,
        description="One text by language (BCP 47). A language without translation is not there.",
    ),
]
Urls = Annotated[dict[str, str], Field(description="Absolute addresses by language (BCP 47).")]
ClockTime = Annotated[str, BeforeValidator(_clock), Field(pattern=r"^[0-2][0-9]:[0-5][0-9]$")]
ProgrammeIds = Annotated[tuple[str, ...], BeforeValidator(_shown(Programme))]
PlaceIds = Annotated[tuple[str, ...], BeforeValidator(_shown(Place))]
ProgrammeId = Annotated[str | None, BeforeValidator(_shown(Programme))]
PlaceId = Annotated[str | None, BeforeValidator(_shown(Place))]
CoordinatorId = Annotated[str | None, BeforeValidator(_shown(Coordinator))]


class TermOut(Out):
    """A controlled word."""

    id: str
    name: Texts


def term(vocabulary: str) -> BeforeValidator:
    """Return a validator that turns ids of a vocabulary into its words; unknown ones are left out."""

    def look_up(value: Any, info: ValidationInfo) -> Any:
        catalog = plan_of(info).view.catalog
        ids = (value,) if isinstance(value, str) else value
        found = tuple(
            {"id": id, "name": name} for id in ids if (name := catalog.term(vocabulary, id)) is not None
        )
        return next(iter(found), None) if isinstance(value, str) else found

    return BeforeValidator(look_up)


class OrganisationOut(Out):
    """An organisation."""

    id: str
    name: Texts
    website: str | None = None


def _organisation(value: object, info: ValidationInfo) -> object:
    return plan_of(info).view.get(Organisation, value) if isinstance(value, str) else value


OrganisationRef = Annotated[OrganisationOut | None, BeforeValidator(_organisation)]


class AddressOut(Out):
    """A postal or visiting address, in HSDS terms."""

    address_1: str
    address_2: str | None = None
    postal_code: str
    city: str
    country: str
    """ISO 3166-1, two letters."""


class DurationOut(Out):
    """A length of time: at least `min`, at most `max` of `unit`; without `max`, exactly `min`."""

    min: int
    max: int | None = None
    unit: Literal["hour", "day", "week", "month", "year"]


class PointOut(Out):
    """One point of a list."""

    id: str
    text: Texts


class Envelope(Out):
    """What every file begins with."""

    schema_url: str = Field(alias="$schema")
    schema_version: Literal["1.0"]
    """The first number changes when a reader of the file must change."""
    site: str
    url: str
    """The site's address."""
    languages: tuple[str, ...]
    """The site's languages; the first is the default."""


def envelope(plan: SitePlan, schema_path: str) -> Mapping[str, object]:
    """Return the values that every file of a site begins with."""
    return {
        "schema_url": f"{plan.addresses.base}{schema_path}",
        "schema_version": VERSION,
        "site": plan.id,
        "url": plan.addresses.base,
        "languages": plan.view.site.languages,
    }
