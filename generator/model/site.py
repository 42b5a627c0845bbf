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
from generator.model.fields.site_path import SitePath
from generator.model.fields.texts import Label, Prose
from generator.model.prose import ProseLink
from generator.model.statement import AccessibilityStatement


class Criterion(Part):
    """One way onto the site. A programme must fit every key that is given; any criterion is enough.

    `places` also limits which places, coordinators and calls of the programme are shown.
    """

    all: Boolean = False
    """True for every programme of the portal."""
    programmes: tuple[ProgrammeRef, ...] = ()
    """Programmes by their ids."""
    organisations: tuple[OrganisationRef, ...] = ()
    """Programmes that these organisations run, by their ids."""
    places: tuple[PlaceRef, ...] = ()
    """Programmes in these places, by their ids."""
    tags: tuple[Slug, ...] = ()
    """Programmes that have one of these words in `tags`."""
    languages: tuple[Language, ...] = ()
    """Programmes that have texts in one of these languages."""


class Brand(Part):
    """The look: one colour, from which all tones are derived, and a logo."""

    colour: Colour
    """The colour of the site, as # and six digits, in quotes."""
    logo: MediaRef | None = None
    """The logo at the top of each page, by its id in content/media/."""
    hero: MediaRef | None = None
    """The picture of the home page, by its id in content/media/."""


class Legal(Part):
    """Names of the site's own pages for legal duties."""

    imprint: Slug | None = None
    """The page that says who publishes the site: imprint for pages/imprint.md."""
    privacy: Slug | None = None
    """The page about personal data: privacy for pages/privacy.md."""
    accessibility: Slug | None = None
    """The statement as a page in the site's own words; the record's `accessibility` makes one from facts."""
    accessibility_url: WebUrl | None = None
    """Where the statement must stand on a central service instead (Denmark, Norway)."""


_Section = Literal["programmes", "places", "coordinators", "calls", "guides", "stories"]


class NavigationEntry(Part):
    """One entry of the main navigation: a section made from data, or one of the site's own pages."""

    section: Annotated[_Section, one_of(_Section)] | None = None
    """A section that is made from the records."""
    page: Slug | None = None
    """One of the site's own pages: about for pages/about.md."""
    title: Label | None = None
    """Another word than the usual one."""


class Redirect(Part):
    """An address that people still have, and the page that they should get instead.

    Both are below the site, `about-us/`, and hold for every language; with a language in front, `da/about-us/`,
    for that one.
    """

    old: SitePath
    """The address that people still have, below the site: `about-us/`."""
    new: SitePath
    """The address of the page that is there now, below the site: `about/`."""


_Fallback = Literal["notice", "omit"]
_Outdated = Literal["show", "notice", "source"]
_SiteStatus = Literal["live", "hidden"]


class Site(Record):
    """One website."""

    kind: ClassVar[str] = "sites"

    name: Label
    """The name of the website, at the top of each page."""
    summary: Label
    """One sentence for the home page: what this is, for whom."""
    introduction: Prose | None = None
    """The first paragraphs of the home page."""
    organisation: OrganisationRef
    """The organisation that publishes the site, by its id."""
    url: WebUrl
    """The address at which the site is published."""
    languages: Annotated[tuple[Language, ...], AtLeastOne]
    """The languages of the site, as codes. The first is the default language; it stands at the root of the site."""
    jurisdiction: Country
    """The country whose law holds for the site, two capital letters."""
    timezone: TimeZone
    """The time zone in which days begin and end on this site."""
    status: Annotated[_SiteStatus, one_of(_SiteStatus)] = "live"
    """Whether search engines may list the site."""
    select: tuple[Criterion, ...]
    """What the site shows; one entry is enough for a programme to be on it."""
    brand: Brand
    """The look: a colour, a logo and a picture."""
    fallback: Annotated[_Fallback, one_of(_Fallback)] = "notice"
    """What happens to a page without translation: shown with a notice, or left out."""
    outdated_translations: Annotated[_Outdated, one_of(_Outdated)] = "show"
    """What readers get of a translation whose source was changed after it: the translation (`show`), the
    translation with a dated notice on its page (`notice`), or the source in its own language (`source`)."""
    fallback_languages: tuple[Language, ...] = ()
    """Which languages stand in for a missing translation, the first that there is; else the nearest language."""
    navigation: tuple[NavigationEntry, ...] = ()
    """The main navigation, when it is not the usual one."""
    legal: Legal = Legal()
    """The pages that the law asks for."""
    accessibility: AccessibilityStatement | None = None
    """The accessibility statement as facts, from which there is a page in every language."""
    contact: CoordinatorRef | None = None
    """Whom readers can ask about everything, by the id of a coordinator."""
    redirects: tuple[Redirect, ...] = ()
    """Old addresses of own pages, or of another system. Records keep theirs with `former_ids`."""

    @property
    def default_language(self) -> str:
        """The language at the root of the site."""
        return self.languages[0]


class SitePage(Part):
    """One of the site's own pages. Title, summary and body by language.

    `places` says where each of them stands, by field and language: one file per language. `links` are those of the
    body, by language, found once for all who follow them.
    """

    site: str
    name: str
    places: dict[tuple[str, str], Position] = Field(default_factory=dict, repr=False)
    links: dict[str, tuple[ProseLink, ...]] = Field(default_factory=dict, repr=False)
    title: Label
    summary: Label | None = None
    body: Prose
