"""What an import would do: which texts are set, which translations are found right, and what is refused.

Takes a file that came back and the texts as they stand; returns a plan. A message is taken for the text it was made
from only: unknown texts, changed sources and lost markup are refused. Nothing is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.edit.exchange.export import context_of
from generator.edit.exchange.reading import PoFile, Refusal, Returned
from generator.history.states import History, State
from generator.history.texts import Translatable
from generator.model.fields.problem import advised
from generator.model.fields.texts import Label, Prose
from generator.model.prose import parser

_SLOT = re.compile(r"\{[a-z_]+\}")
_MARKS = ("link_open", "image", "heading_open", "code_inline", "fence")
_NAMES = {
    "link_open": "links",
    "image": "pictures",
    "heading_open": "headings",
    "code_inline": "pieces of code",
    "fence": "blocks of code",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """A text that gets a translation."""

    text: Translatable
    language: str
    value: str
    message: Returned


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What to do with a file. `confirmed` are translations whose doubt the translator took away.

    `waiting` counts messages that are empty or still in doubt, `same` those that change nothing.
    """

    language: str
    settings: tuple[Setting, ...]
    confirmed: tuple[Setting, ...]
    refused: tuple[Refusal, ...]
    waiting: int
    same: int


def plan_import(po: PoFile, texts: Iterable[Translatable], history: History) -> ImportPlan:
    """Return what the messages of `po` mean for the texts of the portal."""
    known = {context_of(text): text for text in texts}
    settings: list[Setting] = []
    confirmed: list[Setting] = []
    refused: list[Refusal] = []
    waiting = same = 0
    for message in po.messages:
        text = known.get(message.context)
        if _is_waiting(message, text, po.language):
            waiting += 1
        elif found := _refusal(message, text, po.language):
            refused.append(found)
        elif text is not None:
            one = Setting(text, po.language, message.translation, message)
            if message.translation != text.values.get(po.language, "").strip():
                settings.append(one)
            elif history.of(text, po.language).state is State.OUTDATED:
                confirmed.append(one)
            else:
                same += 1
    return ImportPlan(po.language, tuple(settings), tuple(confirmed), tuple(refused), waiting, same)


def _is_waiting(message: Returned, text: Translatable | None, language: str) -> bool:
    """Whether there is nothing to take: no words, doubt, or an old message whose words stand there already."""
    if text is None or not message.translation:
        return not message.translation
    is_old = message.source.strip() != text.source.strip()
    return message.fuzzy or (is_old and message.translation == text.values.get(language, "").strip())


def _refusal(message: Returned, text: Translatable | None, language: str) -> Refusal | None:
    if text is None:
        values: dict[str, object] = {"context": message.context or "—"}
        return Refusal(message.position, "there is no text “{context}” any more; export anew", values)
    if message.source.strip() != text.source.strip():
        template = "the source was changed after the export: “{then}” is now “{now}”; export anew"
        values = {"then": _short(message.source), "now": _short(text.source)}
        return Refusal(message.position, template, values)
    if text.language == language:
        return Refusal(message.position, "{language} is the language of the source", {"language": language})
    return (
        _refused_value(message, text)
        if message.translation != text.values.get(language, "").strip()
        else None
    )


def _refused_value(message: Returned, text: Translatable) -> Refusal | None:
    place, value = message.position, message.translation
    slots, found = Counter(_SLOT.findall(text.source)), Counter(_SLOT.findall(value))
    if slots != found:
        values: dict[str, object] = {
            "expected": ", ".join(sorted(slots)) or "—",
            "found": ", ".join(sorted(found)) or "—",
        }
        return Refusal(place, "the words in braces differ: expected {expected}, found {found}", values)
    try:
        _adapter(text.prose).validate_python({"en": value}, context={"language": "en"})
    except ValidationError as fault:
        context: Mapping[str, Any] = fault.errors()[0].get("ctx", {})
        return Refusal(place, str(context["portal_message"]), advised(context, suggest=False)[1])
    if text.prose:
        expected, there = _marks(text.source), _marks(value)
        for mark in _MARKS:
            if expected[mark] != there[mark]:
                template = "the markup differs: the source has {expected} {what}, the translation {found}"
                values = {"expected": expected[mark], "found": there[mark], "what": _NAMES[mark]}
                return Refusal(place, template, values)
    return None


def _marks(text: str) -> Counter[str]:
    tokens = parser().parse(text)
    inner = (child for token in tokens for child in token.children or ())
    return Counter(token.type for token in (*tokens, *inner))


@cache
def _adapter(prose: bool) -> TypeAdapter[Any]:
    return TypeAdapter(Prose if prose else Label)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
