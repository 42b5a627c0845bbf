"""Few sites are built by a process that got ready to render while everything was still being checked.

Takes the plans of the sites and where they are put together; returns what was built. Of a plan only the records are
sent that its pages may read. Which sites have to be built is not decided here.
"""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from generator.engine.ready import get_ready
from generator.engine.tasks import Built, BuiltUnit, Order
from generator.intake.codec import dumps
from generator.paths import PortalPaths
from generator.plan.alone import alone
from generator.workers.standby import Standby, Tell

Outpost: TypeAlias = Standby[BuiltUnit, Built]

_FEW = 4000
"""Pages: more are built by processes that need not be sent what they build, and are ready as quickly."""


def outpost(paths: PortalPaths, jobs: int) -> Outpost:
    """Return a process that will get ready once it is started, and then build with up to `jobs` processes."""
    return Standby(partial(_prepare, paths), partial(_work, jobs))


def build_all(order: Order, jobs: int, ready: Outpost, advanced: Callable[[BuiltUnit], None]) -> Built:
    """Build the sites, by the process that is ready or else from here. Raises `RenderError` or `PublishError`."""
    if 0 < order.pages <= _FEW and ready.is_ready():
        try:
            return ready.ask(_sent(order), advanced)
        except BaseException:
            ready.close()  # before the folder goes in which it writes
            raise
    return _built_here(order, jobs, advanced)


def _sent(order: Order) -> bytes:
    return dumps(replace(order, plans={id: alone(plan) for id, plan in order.plans.items()}))


def _prepare(paths: PortalPaths) -> None:
    from generator.engine.builder import warm_up
    from generator.engine.configuration import read_base

    get_ready(paths.theme)
    warm_up(read_base(paths.mkdocs, paths.theme))
    gc.disable()  # few pages leave little to collect
    gc.freeze()  # and workers are forked without a look at all that is here


def _work(jobs: int, question: bytes, tell: Tell[BuiltUnit]) -> Built:
    return _built_here(pickle.loads(question), jobs, tell)  # noqa: S301 - written by the process that forked this one


def _built_here(order: Order, jobs: int, advanced: Callable[[BuiltUnit], None]) -> Built:
    from generator.engine.workshop import Workshop

    return Workshop(order).build_all(jobs, advanced)
