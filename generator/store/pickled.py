"""Values as bytes for the store, and back: only of classes that the reader names.

Takes plain values and frozen classes, returns bytes. Bytes that name anything else, or are damaged, give nothing: what
is read may have been put there by somebody else.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping
from typing import Any


def dumps(value: object) -> bytes:
    """Return a value as bytes."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


Known = Mapping[tuple[str, str], Callable[..., Any]]
"""What bytes may name, by module and qualified name."""


def known(*classes: Callable[..., Any]) -> Known:
    """Return these classes, or functions that make values of them, as `loads` takes them; sets are known always."""
    every: tuple[Callable[..., Any], ...] = (*classes, frozenset, set)
    return {(one.__module__, one.__qualname__): one for one in every}


def loads(data: bytes, known: Known) -> Any:
    """Return the value in `data`, or `None` when it is none made of plain values and of `known` classes."""
    try:
        return _Reader(data, known).load()
    except Exception:  # a stranger's bytes may fail in any way
        return None


class _Reader(pickle.Unpickler):
    """Knows nothing but what it was told."""

    def __init__(self, data: bytes, known: Known) -> None:
        super().__init__(io.BytesIO(data))
        self._known = known

    def find_class(self, module: str, name: str) -> Callable[..., Any]:
        try:
            return self._known[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is not expected here") from None
