"""The only place that makes addresses: routes, output paths, absolute and relative URLs.

A route is a page's address below its language's root, the same in every language: `programmes/kvinfo/`. The
default language stands at the root of the site, the others in a folder named after their code.
"""

from __future__ import annotations

from dataclasses import dataclass

SECTIONS = ("programmes", "places", "coordinators", "calls", "guides", "stories")
"""Route prefixes of the pages made from data."""

RESERVED = frozenset(
    {*SECTIONS, "testimonials", "search", "assets", "media", "api", "feeds", "credits", "404", "index"}
)
"""Names that the site's own pages cannot have."""

HOME = ""
CREDITS = "credits/"
TESTIMONIALS = "testimonials/"
ACCESSIBILITY = "accessibility/"
"""The statement made from facts. A page of the site's own words may have any name, this one too."""
NOT_FOUND = "404.html"
MEDIA = "media/"
ASSETS = "assets/portal/"
FEEDS = "feeds/"
API = "api/"
SEARCH_INDEX = "search/index.json"
"""The route of a language's search index. Results are found from here: its pages lie one level up."""


def section_route(section: str) -> str:
    """The route of a section's list: `programmes/`."""
    return f"{section}/"


def record_route(kind: str, id: str) -> str:
    """The route of a record's page: `programmes/kvinfo/`."""
    return f"{kind}/{id}/"


def page_route(name: str) -> str:
    """The route of one of the site's own pages: `about/`."""
    return f"{name}/"


def contact_card_route(coordinator: str) -> str:
    """The route of a coordinator's vCard: `feeds/kvinfo-odense.vcf`."""
    return f"{FEEDS}{coordinator}.vcf"


def meeting_route(call: str, meeting: str) -> str:
    """The route of one info meeting as iCalendar: `feeds/calls/odense-2027/december.ics`."""
    return f"{FEEDS}calls/{call}/{meeting}.ics"


def calendar_route(place: str | None = None) -> str:
    """The route of the calendar to subscribe to: of a place, `feeds/places/odense.ics`, or of the site."""
    return f"{FEEDS}places/{place}.ics" if place else f"{FEEDS}events.ics"


def news_route(section: str) -> str:
    """The route of a section's Atom feed: `feeds/calls.xml`. There is one for calls and one for stories."""
    return f"{FEEDS}{section}.xml"


def api_path(name: str) -> str:
    """Where a site's open data stand, below the site: `api/calls.json`, the same for all languages."""
    return f"{API}{name}.json"


def api_schema_path(name: str) -> str:
    """Where the JSON Schema of `api_path(name)` stands, below the site."""
    return f"{API}schema/{name}.json"


def picture_path(name: str) -> str:
    """Where a file of a picture stands, below the site: `media/kvinfo-hero-640.webp`. Its number is its width.

    Logos have their density instead, `media/kvinfo-logo-2x.webp`; JPEG is for what people share.
    """
    return f"{MEDIA}{name}"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes the addresses of one site. `base` is its absolute URL with a slash at the end."""

    base: str
    default_language: str

    def folder(self, language: str) -> str:
        """The folder of a language below the site: empty for the default language, else `da/`."""
        return "" if language == self.default_language else f"{language}/"

    def path(self, language: str, route: str) -> str:
        """The output file of a route, below the site: `da/programmes/kvinfo/index.html`."""
        folder = self.folder(language)
        return f"{folder}{route}index.html" if not route or route.endswith("/") else f"{folder}{route}"

    def absolute(self, language: str, route: str) -> str:
        """The full URL of a route."""
        return f"{self.base}{self.folder(language)}{route}"

    def relative(self, language: str, route: str, target: str) -> str:
        """The way from a page to `target`, a path below the site such as `da/calls/` or `media/x.webp`.

        Returns a relative reference, so that a site works in any folder; `./` for the page itself.
        """
        own = self.path(language, route).split("/")[:-1]
        parts = target.split("/")
        same = 0
        for here, there in zip(own, parts[:-1], strict=False):
            if here != there:
                break
            same += 1
        way = "../" * (len(own) - same) + "/".join(parts[same:])
        return way or "./"

    def way_up(self, language: str, route: str) -> str:
        """The way from a page to the site's folder: `../../`, or `./` where it stands in it."""
        return "../" * self.path(language, route).count("/") or "./"

    def to_route(self, language: str, route: str, target_language: str, target: str) -> str:
        """The way from a page to another route, in the same or another language."""
        return self.relative(language, route, f"{self.folder(target_language)}{target}")


def base_url(url: str) -> str:
    """Return a site's URL with exactly one slash at the end."""
    return url.rstrip("/") + "/"
