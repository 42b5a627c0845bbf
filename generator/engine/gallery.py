"""The pictures of all sites are made before the pages that show them, each once, in several processes.

Takes plans; returns the gallery that units and site files share. What a picture becomes: `render.pictures`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from generator.check.picture_files import PictureFault
from generator.errors import ContentError
from generator.paths import PortalPaths
from generator.plan.site_plan import SitePlan
from generator.render.pictures.encode import Recipe
from generator.render.pictures.gallery import Gallery
from generator.render.pictures.making import Order, finding, kept, make, orders
from generator.store.store import Store
from generator.workers.pool import Job, run_units


def make_gallery(
    plans: Collection[SitePlan], paths: PortalPaths, jobs: int = 1, *, cache: bool = True, prune: bool = False
) -> Gallery:
    """Return what is published of every picture. Without `cache` nothing is read from the store or written to it.

    With `prune`, for which `plans` must be those of all sites, what none of them uses is deleted after a while.

    Raises `ContentError` with a PP509 for each picture that cannot be decoded, `RenderError` for a missing one.
    """
    store = Store(paths.root, paths.cache / "pictures") if cache else Store()
    wanted = orders(plans, paths.media)
    made = {order.media.id: found for order in wanted if (found := kept(order, store))}
    missing = [order for order in wanted if order.media.id not in made]
    job = Job(missing, _Making(store), _name, _weight)
    faults: list[tuple[Order, PictureFault]] = []
    for order, result in zip(missing, run_units(job, jobs), strict=True):
        if isinstance(result, Recipe):
            made[order.media.id] = result
        else:
            faults.append((order, result))
    if faults:
        catalog = next(iter(plans)).view.catalog
        raise ContentError([finding(order, fault, catalog) for order, fault in faults])
    if prune:
        store.prune({order.key for order in wanted})
    return Gallery(made)


@dataclass(frozen=True, slots=True)
class _Making:
    """What each process does with an order."""

    store: Store

    def __call__(self, order: Order) -> Recipe | PictureFault:
        return make(order, self.store)


def _name(order: Order) -> str:
    return order.media.file


def _weight(order: Order) -> int:
    return len(order.data)
