"""Pictures of all sites become a gallery: what was made before is taken from the store, the rest is encoded once.

Takes records with their bytes; returns what is there and what is left to do, so that a caller may spread the work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.check.picture_files import PictureFault
from generator.diagnostics import Finding, Severity
from generator.errors import RenderError
from generator.limits import LIMITS
from generator.model.catalog import Catalog
from generator.model.media import Media
from generator.paths import is_regular, read_limited
from generator.plan.site_plan import SitePlan
from generator.render.pictures.encode import Recipe, encode, recipe_name
from generator.render.pictures.entry import from_bytes, to_bytes
from generator.store.store import Store, key_of


@dataclass(frozen=True, slots=True)
class Order:
    """A picture to be encoded."""

    media: Media
    data: bytes
    key: str


def orders(plans: Iterable[SitePlan], folder: Path) -> tuple[Order, ...]:
    """Return every picture that some site shows, once. Raises `RenderError` for one that cannot be read."""
    shown = {media.id: media for plan in plans for media in plan.pictures}
    return tuple(_order(media, folder / media.file) for _, media in sorted(shown.items()))


def kept(order: Order, store: Store) -> Recipe | None:
    """Return what was made of a picture before."""
    data = store.get(order.key)
    return from_bytes(data) if data else None


def make(order: Order, store: Store) -> Recipe | PictureFault:
    """Encode a picture and keep the result."""
    made = encode(order.data)
    if isinstance(made, Recipe):
        store.put(order.key, to_bytes(made))
    return made


def finding(order: Order, fault: PictureFault, catalog: Catalog) -> Finding:
    """Return a fault at the line that names the file."""
    place = catalog.documents[order.media.key].locate(("file",))
    values = {"file": order.media.file, **dict(fault.values)}
    return Finding("PP509", Severity.ERROR, place, fault.message, values, fault.help, ("file",))


def _order(media: Media, path: Path) -> Order:
    data = read_limited(path, LIMITS.media_bytes) if is_regular(path) else None
    if data is None:
        raise RenderError(f"the picture {path.name} is missing, no plain file or too large")
    return Order(media, data, key_of(data, recipe_name().encode()))
