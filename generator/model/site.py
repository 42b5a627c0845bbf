"""A site: its address, languages, what it selects, its brand and its legal pages. Fields only.

`SitePage` is one of the site's own Markdown pages with all its languages.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.diagnostics import Position
from generator.model.base import Part, Record
from generator.model.fields.codes import Country, Language, TimeZone
from generator.model.fields.contact import WebUrl
from generator.model.fields.reference import CoordinatorRef, MediaRef, OrganisationRef, PlaceRef, ProgrammeRef
from generator.model.fields.scalars import AtLeastOne, Boolean, Colour, Slug, one_of
from generator.model.fields.texts import Label, Prose
from generator.model.statement import AccessibilityStatement


class Criterion(Part):
    """One way onto the site. A programme must fit every key that is given; any criterion is enough.

    `places` also limits which places, coordinators and calls of the programme are shown.
    """

    all: Boolean = False
    programmes: tuple[ProgrammeRef, ...] = ()
    organisations: tuple[OrganisationRef, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    tags: tuple[Slug, ...] = ()
    languages: tuple[Language, ...] = ()


class Brand(Part):
    """The look: one colour, from which all tones are derived, and a logo."""

    colour: Colour
    logo: MediaRef | None = None
    hero: MediaRef | None = None


class Legal(Part):
    """Names of the site's own pages for legal duties."""

    imprint: Slug | None = None
    privacy: Slug | None = None
    accessibility: Slug | None = None
    """The statement as a page in the site's own words; the record's `accessibility` makes one from facts."""
    accessibility_url: WebUrl | None = None
    """Where the statement must stand on a central service instead (Denmark, Norway)."""


_Section = Literal["programmes", "places", "coordinators", "calls", "guides", "stories"]


class NavigationEntry(Part):
    """One entry of the main navigation: a section made from data, or one of the site's own pages."""

    section: Annotated[_Section, one_of(_Section)] | None = None
    page: Slug | None = None
    title: Label | None = None
    """Another word than the usual one."""


_Fallback = Literal["notice", "omit"]
_Outdated = Literal["show", "notice", "source"]
_SiteStatus = Literal["live", "hidden"]


class Site(Record):
    """One website."""

    kind: ClassVar[str] = "sites"

    name: Label
    summary: Label
    """One sentence for the home page: what this is, for whom."""
    introduction: Prose | None = None
    organisation: OrganisationRef
    url: WebUrl
    languages: Annotated[tuple[Language, ...], AtLeastOne]
    """The first is the default language; it stands at the root of the site."""
    jurisdiction: Country
    timezone: TimeZone
    status: Annotated[_SiteStatus, one_of(_SiteStatus)] = "live"
    select: tuple[Criterion, ...]
    brand: Brand
    fallback: Annotated[_Fallback, one_of(_Fallback)] = "notice"
    """What happens to a page without translation: shown with a notice, or left out."""
    outdated_translations: Annotated[_Outdated, one_of(_Outdated)] = "show"
    """What readers get of a translation whose source was changed after it: the translation (`show`), the
    translation with a dated notice on its page (`notice`), or the source in its own language (`source`)."""
    fallback_languages: tuple[Language, ...] = ()
    """Which languages stand in for a missing translation, the first that there is; else `text.resolve` decides."""
    navigation: tuple[NavigationEntry, ...] = ()
    legal: Legal = Legal()
    accessibility: AccessibilityStatement | None = None
    """The accessibility statement as facts, from which there is a page in every language."""
    contact: CoordinatorRef | None = None

    @property
    def default_language(self) -> str:
        """The language at the root of the site."""
        return self.languages[0]


class SitePage(Part):
    """One of the site's own pages. Title, summary and body by language.

    `places` says where each of them stands, by field and language: one file per language.
    """

    site: str
    name: str
    places: dict[tuple[str, str], Position] = Field(default_factory=dict, repr=False)
    title: Label
    summary: Label | None = None
    body: Prose
