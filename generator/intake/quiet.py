"""Pauses Python's search for cycles while very many values are made that have none, and keeps it off those later.

Without it, the collector walks through all records again and again while they are read: a third of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_KEPT: list[object] = []


@contextmanager
def without_collector() -> Iterator[None]:
    """Let nothing be collected inside; afterwards all is as before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def set_aside(records: object) -> Iterator[None]:
    """Let the collector never look at what there is now; what is made inside is looked at as ever.

    For a process that keeps all `records` to its end: the collector would walk through them again and again. They are
    kept until others are set aside, since to free them one by one takes as long as to read a tenth of them.
    """
    _KEPT[:] = [records]
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
