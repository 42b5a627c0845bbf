"""The rules that narrow lists down without a script: a chosen option hides the cards that do not fit.

Takes a plan, returns the text of a style sheet. Values come from content, so they are escaped as CSS strings.
The form is printed by `theme/templates/parts/filters.html`, its look is in `theme/styles/filters.css`.
"""

from __future__ import annotations

import re

from generator.plan.site_plan import SitePlan
from generator.render.facets import directory_facets, programme_facets

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


def filter_css(plan: SitePlan) -> str:
    """Return one rule for each value that can be chosen on the site; empty when no list can be narrowed down.

    They hold on screens only: a printed list is whole.
    """
    facets = (*directory_facets(plan.view), *programme_facets(plan.view))
    values = sorted({(facet.name, value) for facet in facets for value in facet.values})
    if not values:
        return ""
    rules = "".join(f"  {_rule(name, value)}\n" for name, value in values)
    return f"@media screen {{\n{rules}}}\n"


def _rule(name: str, value: str) -> str:
    said = css_string(value)
    chosen = f'.filtered:has(select[name="{name}"] > option[value={said}]:checked)'
    return f"{chosen} [data-{name}]:not([data-{name}~={said}]) {{ display: none; }}"


def css_string(text: str) -> str:
    """Return a text as a CSS string in which nothing but ASCII letters, digits, `_` and `-` stands as it is."""
    return '"' + _UNSAFE.sub(lambda found: f"\\{ord(found[0]):x} ", text) + '"'
