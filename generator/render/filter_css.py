"""The rules that narrow lists down without a script: a chosen option hides the cards that do not fit.

Also those that take away the sentence that nothing fits: one for each kind of card, never one for each combination.
Takes a plan, returns the text of a style sheet. Values come from content, so they are escaped as CSS strings.
The form is printed by `theme/templates/parts/filters.html`, its look is in `theme/styles/filters.css`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.plan.site_plan import SitePlan
from generator.render.facets import Facet, directory_facets, programme_facets

MOST_KINDS = 150
"""Of more kinds of cards than this no rules are made: the sheet is loaded with every page."""

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


def filter_css(plan: SitePlan) -> str:
    """Return one rule for each value that can be chosen on the site; empty when no list can be narrowed down.

    They hold on screens only: a printed list is whole.
    """
    lists = {"coordinators": directory_facets(plan.view), "programmes": programme_facets(plan.view)}
    facets = [facet for found in lists.values() for facet in found]
    values = sorted({(facet.name, value) for facet in facets for value in facet.values})
    if not values:
        return ""
    rules = "".join(f"  {_rule(name, value)}\n" for name, value in values)
    rules += "".join(f"  {rule}\n" for name, found in lists.items() for rule in _sentence(name, found))
    return f"@media screen {{\n{rules}}}\n"


def _rule(name: str, value: str) -> str:
    said = css_string(value)
    chosen = f'.filtered:has(select[name="{name}"] > option[value={said}]:checked)'
    return f"{chosen} [data-{name}]:not([data-{name}~={said}]) {{ display: none; }}"


def _sentence(name: str, facets: Sequence[Facet]) -> Iterator[str]:
    """Show the sentence when something is chosen, and take it away when the choices leave a card of some kind."""
    kinds = _kinds(facets)
    if not 0 < len(kinds) <= MOST_KINDS:
        return
    scope = f".no-js .filtered--{name}"
    chosen = ':has(select > option:not([value=""]):checked)'
    yield f"{scope}{chosen} .filter__none {{ display: block; }}"
    for kind in kinds:
        fits = "".join(_allows(facet.name, values) for facet, values in zip(facets, kind, strict=True))
        yield f"{scope}{fits} .filter__none.filter__none {{ display: none; }}"


def _allows(name: str, values: frozenset[str]) -> str:
    options = ", ".join(f"[value={css_string(value)}]" for value in ("", *sorted(values)))
    return f':has(select[name="{name}"] > option:is({options}):checked)'


def _kinds(facets: Sequence[Facet]) -> list[tuple[frozenset[str], ...]]:
    """What cards have, as values for each question. Cards that differ in the first question only are one kind."""
    ids = sorted({id for facet in facets for id in facet.of})
    alike: dict[tuple[frozenset[str], ...], frozenset[str]] = defaultdict(frozenset)
    for id in ids:
        first, *others = (facet.of.get(id, frozenset()) for facet in facets)
        alike[tuple(others)] |= first
    kinds = [(first, *others) for others, first in alike.items()]
    return sorted(kinds, key=lambda kind: [sorted(values) for values in kind])


def css_string(text: str) -> str:
    """Return a text as a CSS string in which nothing but ASCII letters, digits, `_` and `-` stands as it is."""
    return '"' + _UNSAFE.sub(lambda found: f"\\{ord(found[0]):x} ", text) + '"'
