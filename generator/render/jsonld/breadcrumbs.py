"""The way from home to a page (schema.org BreadcrumbList), as the page itself shows it.

Takes names and absolute addresses in order; returns one node, or none for the home page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.render.jsonld.node import Node, node

Trail = Sequence[tuple[str, str]]
"""Names with absolute addresses, from home to the page itself."""


def breadcrumbs(trail: Trail) -> Iterator[Node]:
    """Yield the list of a trail; nothing where there is no way to show."""
    if trail:
        steps = tuple(
            node("ListItem", position=position, name=name, item=address)
            for position, (name, address) in enumerate(trail, 1)
        )
        yield node("BreadcrumbList", f"{trail[-1][1]}#breadcrumbs", itemListElement=steps)
