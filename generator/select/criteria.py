"""Which criteria of a site a programme fits, and why.

Pure functions of a criterion and a programme. Every answer is a sentence for maintainers, because
`portal list --why` must be able to say it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.catalog import Catalog
from generator.model.programme import Programme
from generator.model.site import Criterion


@dataclass(frozen=True, slots=True)
class Match:
    """A programme fits a criterion. `places` limits what is shown of it; `None` means everywhere."""

    reason: str
    places: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Wish:
    """A criterion, the `number`-th of its site; `places` has those wanted with all that lie in them."""

    criterion: Criterion
    number: int
    places: frozenset[str]

    @classmethod
    def of(cls, criterion: Criterion, number: int, catalog: Catalog) -> Wish:
        """Prepare a criterion, since it is compared with every programme."""
        return cls(criterion, number, _with_inner_places(criterion.places, catalog))

    def match(self, programme: Programme) -> Match | None:
        """Return how `programme` fits, or `None`; it is one that the criterion names (`Catalog.programmes_named`).

        Every key that the criterion gives must fit; a criterion without keys fits nothing.
        """
        criterion = self.criterion
        common = sorted(set(criterion.tags) & set(programme.tags))
        spoken = any(programme.description.get(language) for language in criterion.languages)
        inside = not self.places.isdisjoint(programme.places)
        given = (
            (criterion.all, True, "all"),
            (bool(criterion.programmes), True, f"programme {programme.id}"),
            (bool(criterion.organisations), True, f"organisation {programme.organisation}"),
            (bool(criterion.places), inside, _named("place", criterion.places)),
            (bool(criterion.tags), bool(common), _named("tag", common)),
            (bool(criterion.languages), spoken, _named("language", criterion.languages)),
        )
        asked = [(fits, reason) for is_given, fits, reason in given if is_given]
        if not asked or not all(fits for fits, _ in asked):
            return None
        reason = f"select[{self.number}]: " + ", ".join(reason for _, reason in asked)
        return Match(reason, self.places if criterion.places else None)


def _with_inner_places(places: Iterable[str], catalog: Catalog) -> frozenset[str]:
    wanted, waiting = set[str](), list(places)
    while waiting:
        place = waiting.pop()
        if place not in wanted:
            wanted.add(place)
            waiting += catalog.places_in.get(place, ())
    return frozenset(wanted)


def _named(word: str, ids: Iterable[str]) -> str:
    return f"{word} {' or '.join(ids)}"
