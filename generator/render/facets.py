"""By what the lists of a site can be narrowed down: the values of each card, the same in every language.

Takes a plan, returns facets of the directory and of the list of programmes. Words for readers are made in
`views.filters`, the style rules that hide cards in `filter_css`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.area import Area, wider_places
from generator.model.base import Record
from generator.model.catalog import Catalog
from generator.model.coordinator import Coordinator
from generator.model.place import Place
from generator.model.programme import Meetings, Programme
from generator.plan.pages import place_has_page
from generator.select.view import SiteView

FEWEST_CARDS = 4
"""A shorter list is read faster than it is narrowed down."""

MOST_VALUES = 30
"""Of more values those that most cards have are offered: each of them is a rule in the style sheet of every page.

Places are offered all: a reader must find their own city, and one among many is in few cards.
"""

ONLINE = "_online"
"""Stands among the places; no place can have this id."""

ROLES = ("mentor", "mentee", "organisation")
TIMES: Mapping[str, tuple[int, int | None]] = {
    "0-2": (0, 2),
    "2-4": (2, 4),
    "4-8": (4, 8),
    "8-": (8, None),
}
"""Hours a month: more than the first, up to the second."""

_WEEKS_OF_A_MONTH = Decimal(52) / 12

Values = Mapping[str, Iterable[str]]


@dataclass(frozen=True, slots=True)
class Facet:
    """One question: its name, the values that can be chosen, and which of them each record has, by its id."""

    name: str
    values: tuple[str, ...]
    of: Mapping[str, frozenset[str]]


def directory_facets(view: SiteView) -> tuple[Facet, ...]:
    """Return the facets of the directory: place, language spoken, programme."""
    people = view.of(Coordinator)
    shown = {programme.id for programme in view.of(Programme)}
    return _useful(
        people,
        {
            "city": {found.id: _served(view, found.places) for found in people if found.places},
            "language": {found.id: found.languages for found in people},
            "programme": {found.id: shown.intersection(found.programmes) for found in people},
        },
    )


def programme_facets(view: SiteView) -> tuple[Facet, ...]:
    """Return the facets of the list of programmes: place or online, language, role, time in a month."""
    programmes = view.of(Programme)
    return _useful(
        programmes,
        {
            "city": {found.id: _places(view, found) for found in programmes},
            "language": {found.id: _spoken(view, found) for found in programmes},
            "role": {
                found.id: [role for role in ROLES if getattr(found.roles, role) is not None]
                for found in programmes
            },
            "time": {found.id: time_values(found.meetings) for found in programmes},
        },
    )


def home_place(catalog: Catalog, own: tuple[str, ...], place: str) -> str:
    """Return under which of somebody's `own` places they stand for readers who ask for `place`.

    It is the place itself or the nearest around it, else the first; `own` must not be empty.
    """
    return next((id for id in wider_places(catalog, place) if id in own), own[0])


def time_values(meetings: Meetings | None) -> tuple[str, ...]:
    """Return the range of hours a month that meetings take, as a value of `TIMES`; nothing when unknown."""
    if meetings is None:
        return ()
    hours = meetings.hours * _WEEKS_OF_A_MONTH if meetings.per == "week" else meetings.hours
    return tuple(
        value for value, (over, up_to) in TIMES.items() if over < hours and (up_to is None or hours <= up_to)
    )


def _pages(view: SiteView) -> tuple[str, ...]:
    return tuple(place.id for place in view.of(Place) if place_has_page(place))


def _served(view: SiteView, places: tuple[str, ...]) -> tuple[str, ...]:
    area = Area.of(view.catalog, places)
    return tuple(id for id in _pages(view) if area.meets(id))


def _places(view: SiteView, programme: Programme) -> tuple[str, ...]:
    """One that does not say where it is may be anywhere, as in `model.area`."""
    online = (ONLINE,) if programme.programme_mode in ("online", "blended") else ()
    found = _served(view, programme.places) if programme.places else _pages(view)
    return found + online


def _spoken(view: SiteView, programme: Programme) -> frozenset[str]:
    """The languages in which one can ask about a programme: those of its coordinators."""
    people = [found for found in view.of(Coordinator) if programme.id in found.programmes]
    return frozenset(language for found in people for language in found.languages)


def _useful(records: tuple[Record, ...], found: Mapping[str, Values]) -> tuple[Facet, ...]:
    """Leave out short lists, and questions whose answers would not narrow the list down."""
    if len(records) < FEWEST_CARDS:
        return ()
    facets = (_facet(name, values, len(records)) for name, values in found.items())
    return tuple(facet for facet in facets if facet is not None)


def _facet(name: str, found: Values, cards: int) -> Facet | None:
    of = {id: frozenset(values) for id, values in found.items()}
    count = Counter(value for values in of.values() for value in values)
    most = len(count) if name == "city" else MOST_VALUES
    often = sorted(count, key=lambda value: (-count[value], value))[:most]
    if len(often) < 2 or all(count[value] == cards for value in often):
        return None
    return Facet(name, tuple(sorted(often)), {id: values.intersection(often) for id, values in of.items()})
