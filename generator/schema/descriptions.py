"""What the keys of a model mean, in the words that stand below each of them in its source.

Takes a model, returns texts by name of the field. pydantic would read all sources whenever the program starts; only
schemas and help ask for them.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from generator.model.base import Part


@cache
def descriptions_of(model: type[Part]) -> Mapping[str, str]:
    """Return the description of every field that has one, on one line each; those of its bases too."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, Part):
            found.update(_own(base))
    return found


def _own(model: type[Part]) -> Iterator[tuple[str, str]]:
    (made,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    assert isinstance(made, ast.ClassDef)  # noqa: S101 - the source of a class
    for field, below in pairwise(made.body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, " ".join(text.split())
