"""How many of what a site of the benchmark has, so that readers get exactly so many pages in each language.

Takes a number of pages, or of records; returns counts. Knows which pages the program makes: a home page, a list for
each kind of records, a page for most records, the site's own pages. Writes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

LEAST = 10
"""Pages of the smallest site: home, imprint, privacy, coordinators, programmes, calls and guides of one page each."""

_SHARES = {"stories": 34, "guides": 20, "calls": 16, "places": 12, "programmes": 10, "own_pages": 8}
"""What the pages beyond the first of each kind are, of a hundred."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Counts for one site. Guides and `shared_places` are the same records for all sites, all else is the site's own.

    `statement` is 1 with an accessibility statement, `testimonials` are those of the site, on one page.
    """

    programmes: int = 1
    calls: int = 1
    guides: int = 1
    stories: int = 0
    places: int = 0
    own_pages: int = 2
    statement: int = 0
    testimonials: int = 0

    @property
    def pages(self) -> int:
        """Pages that readers get in each language."""
        lists = 4 + bool(self.stories) + bool(self.places) + bool(self.testimonials)
        members = self.programmes + self.calls + self.guides + self.stories + self.places
        return 1 + lists + members + self.own_pages + self.statement

    @property
    def shared_places(self) -> int:
        """Of the places so many are shared by all sites."""
        return self.places // 2

    @property
    def coordinators(self) -> int:
        """One for everything, and one for every two places."""
        return 1 + (self.places + 1) // 2

    @property
    def own_records(self) -> int:
        """Records that a site has for itself: with its organisation and, where it has places, a venue."""
        own_places = self.places - self.shared_places + bool(self.places)
        records = self.programmes + self.calls + self.stories + self.testimonials + self.coordinators
        return records + own_places + 1

    @property
    def shared_records(self) -> int:
        """Records that all sites show."""
        return self.guides + self.shared_places


def shape_of(pages: int) -> Shape:
    """Return the shape of a site with exactly so many pages in each language. Raises `ValueError` for too few."""
    if pages < LEAST:
        raise ValueError(f"a site has at least {LEAST} pages")
    shape = Shape()
    for more in ({"own_pages": 3}, {"statement": 1}, {"places": 1}, {"stories": 1}, {"testimonials": 2}):
        grown = replace(shape, **more)
        if grown.pages <= pages:
            shape = grown
    left = pages - shape.pages
    shares = _SHARES if shape.testimonials else {"guides": 1}
    whole = sum(shares.values())
    given = {name: left * share // whole for name, share in shares.items()}
    given[next(iter(shares))] += left - sum(given.values())
    shape = replace(shape, **{name: getattr(shape, name) + more for name, more in given.items()})
    return replace(shape, testimonials=min(6, 2 * shape.programmes) if shape.testimonials else 0)


def shapes_of(sites: int, pages: int) -> tuple[Shape, ...]:
    """Return one shape for each site, all with so many pages."""
    return (shape_of(pages),) * sites


def shapes_for_records(records: int, sites: int) -> tuple[Shape, ...]:
    """Return shapes that have exactly so many records together. Raises `ValueError` for too few.

    Guides count once, because they are shared; what a whole number of pages leaves over is stories of the first site.
    """
    pages = LEAST
    while _records(shapes_of(sites, pages + 1)) <= records:
        pages += 1
    shapes = shapes_of(sites, pages)
    left = records - _records(shapes)
    if left < 0:
        raise ValueError(f"{sites} sites have at least {_records(shapes)} records")
    return (replace(shapes[0], stories=shapes[0].stories + left), *shapes[1:])


def _records(shapes: tuple[Shape, ...]) -> int:
    return sum(shape.own_records for shape in shapes) + shapes[0].shared_records
