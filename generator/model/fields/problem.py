"""How a field says that a value is wrong: a stable code, a sentence with slots, and advice.

Field types raise `problem(...)`; `model.shape` turns it into a finding at the right line. Nothing is printed
and no position is known here, only the way to it below the field (`inside`).
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn

from pydantic_core import PydanticCustomError

from generator.diagnostics import Phrase, told
from generator.load.node import OverlaidValue

Suggest = Callable[[], str | None]

_DID_YOU_MEAN = "did you mean {suggestion}?"
SHAPE = "PP022"
OVERLAY_FACT = "PP031"
PLACEHOLDER = "TODO"
"""What `portal new` writes where an editor has to write something; as a whole value it is never right."""


def problem(
    code: str,
    message: str,
    help: str | Phrase = "",
    *,
    suggest: Suggest | None = None,
    line: int | None = None,
    **values: object,
) -> PydanticCustomError:
    """Return the error to raise; `message` and `help` are templates over `values`.

    `suggest` finds what was probably meant; it costs time and is called by `advised` only. `line` counts the
    lines of a text, from 0. The message is wrapped so that pydantic does not fill the slots itself.
    """
    context = {"portal_code": code, "portal_message": message, "portal_help": help}
    more = {"portal_values": dict(values), "portal_suggest": suggest, "portal_line": line}
    return PydanticCustomError("portal", "{portal_code}", {**context, **more})


def advised(context: Mapping[str, Any], *, suggest: bool = True) -> tuple[str, dict[str, object]]:
    """Return advice and values of an error's context. `suggest` tells whether to look for what was meant."""
    values = dict(context["portal_values"])
    finder: Suggest | None = context["portal_suggest"]
    found = finder() if finder and suggest else None
    if found:
        return _DID_YOU_MEAN, {**values, "suggestion": found}
    return told(context["portal_help"], values)


def refixed(fault: PydanticCustomError, fix: str | None) -> PydanticCustomError:
    """Return `fault` with its repair: the whole value as it was meant beyond doubt, `None` when there is doubt."""
    return PydanticCustomError("portal", "{portal_code}", {**dict(fault.context or {}), "portal_fix": fix})


def inside(fault: PydanticCustomError, *way: str) -> PydanticCustomError:
    """Return `fault` as one that lies below its field: at a language's text, in the record or an overlay."""
    context = dict(fault.context or {})
    return PydanticCustomError("portal", "{portal_code}", {**context, "portal_inside": way})


def scalar(value: object, expected: str | Phrase) -> str:
    """Return the text of a fact, or raise when it is no plain value; `expected` says what should stand here."""
    if isinstance(value, str) and value.strip():
        return value
    expected = Phrase(expected) if isinstance(expected, str) else expected
    if isinstance(value, OverlaidValue):
        fault = problem(
            OVERLAY_FACT,
            "this is a fact, and facts are not translated: they stand once, in the record itself",
            "delete the line here; {expected} is written for each language by the program",
            expected=expected,
        )
        raise inside(fault, min(value.overlays))
    if isinstance(value, str):
        raise problem(SHAPE, "this is empty; expected {expected}", expected=expected)
    return wrong_shape(value, expected)


def wrong_shape(value: object, expected: str | Phrase) -> NoReturn:
    """Raise the error for a value of another shape than `expected`."""
    expected = Phrase(expected) if isinstance(expected, str) else expected
    if value is None:
        raise problem(SHAPE, "this is empty; expected {expected}", expected=expected)
    found = Phrase(
        "a list"
        if isinstance(value, (tuple, list))
        else "a group of keys"
        if isinstance(value, dict)
        else "a value"
    )
    raise problem(SHAPE, "found {found}; expected {expected}", found=found, expected=expected)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like `word`, or an empty string."""
    spellings = {option.casefold(): option for option in sorted(known, reverse=True)}
    close = difflib.get_close_matches(word.casefold(), spellings, n=1, cutoff=0.6)
    return spellings[close[0]] if close else ""


def advice_on(word: str, known: Iterable[str]) -> Phrase:
    """Return advice naming the nearest known word, else listing a few that are allowed."""
    options = sorted(known)
    close = nearest(word, options)
    if close:
        return Phrase(_DID_YOU_MEAN, {"suggestion": close})
    shown = ", ".join(options[:12]) + (" …" if len(options) > 12 else "")
    return Phrase("one of: {options}", {"options": shown})
