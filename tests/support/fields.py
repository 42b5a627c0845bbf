"""One field type at a time: what it reads a typed value as, or how it refuses it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import fill
from generator.model.fields.problem import advised


def read(kind: Any, typed: object, **context: str) -> Any:
    """Return what a field of this type makes of a value as YAML gives it."""
    return TypeAdapter(kind).validate_python(typed, context=context)


def refusal(kind: Any, typed: object, **context: str) -> tuple[str, str, str]:
    """Return code, message and advice with which a field of this type refuses a value."""
    with pytest.raises(ValidationError) as caught:
        read(kind, typed, **context)
    (error,) = caught.value.errors()
    found = error["ctx"]
    help, values = advised(found)
    return found["portal_code"], fill(found["portal_message"], values), fill(help, values)
