"""Values as bytes for the store, and back: only of classes that the reader names.

Takes plain values and frozen classes, returns bytes. Bytes that name anything else, or are damaged, give nothing: what
is read may have been put there by somebody else.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Collection
from typing import Any


def dumps(value: object) -> bytes:
    """Return a value as bytes."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


def loads(data: bytes, allowed: Collection[type]) -> Any:
    """Return the value in `data`, or `None` when it is none made of plain values and of `allowed` classes."""
    try:
        return _Reader(data, allowed).load()
    except Exception:  # a stranger's bytes may fail in any way
        return None


class _Reader(pickle.Unpickler):
    """Knows a few classes and no function."""

    def __init__(self, data: bytes, allowed: Collection[type]) -> None:
        super().__init__(io.BytesIO(data))
        self._known = {(one.__module__, one.__qualname__): one for one in (*allowed, frozenset, set)}

    def find_class(self, module: str, name: str) -> type:
        try:
            return self._known[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is not expected here") from None
