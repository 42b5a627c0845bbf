"""Which criteria of a site a programme fits, and why.

Pure functions of a criterion and a programme. Every answer is a sentence for maintainers, because
`portal list --why` must be able to say it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.catalog import Catalog
from generator.model.place import Place
from generator.model.programme import Programme
from generator.model.site import Criterion


@dataclass(frozen=True, slots=True)
class Match:
    """A programme fits a criterion. `places` limits what is shown of it; `None` means everywhere."""

    reason: str
    places: frozenset[str] | None


def match(criterion: Criterion, number: int, programme: Programme, catalog: Catalog) -> Match | None:
    """Return how `programme` fits the criterion, the `number`-th of its site, or `None`.

    Every key that the criterion gives must fit; a criterion without keys fits nothing.
    """
    wanted_places = _with_inner_places(criterion.places, catalog)
    given = (
        (criterion.all, True, "all"),
        (bool(criterion.programmes), programme.id in criterion.programmes, f"programme {programme.id}"),
        (
            bool(criterion.organisations),
            programme.organisation in criterion.organisations,
            f"organisation {programme.organisation}",
        ),
        (
            bool(criterion.places),
            not wanted_places.isdisjoint(programme.places),
            _named("place", criterion.places),
        ),
        (
            bool(criterion.tags),
            not set(criterion.tags).isdisjoint(programme.tags),
            _named("tag", sorted(set(criterion.tags) & set(programme.tags))),
        ),
        (
            bool(criterion.languages),
            any(programme.description.get(language) for language in criterion.languages),
            _named("language", criterion.languages),
        ),
    )
    asked = [(fits, reason) for is_given, fits, reason in given if is_given]
    if not asked or not all(fits for fits, _ in asked):
        return None
    reason = f"select[{number}]: " + ", ".join(reason for _, reason in asked)
    return Match(reason, wanted_places if criterion.places else None)


def _with_inner_places(places: Iterable[str], catalog: Catalog) -> frozenset[str]:
    wanted = set(places)
    grown = True
    while wanted and grown:
        inner = {place.id for place in catalog.of(Place) if place.part_of in wanted}
        grown = not inner <= wanted
        wanted |= inner
    return frozenset(wanted)


def _named(word: str, ids: Iterable[str]) -> str:
    return f"{word} {' or '.join(ids)}"
