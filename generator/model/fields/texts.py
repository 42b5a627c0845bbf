"""Texts for readers: labels (one line) and prose (CommonMark), with their translations.

Takes a string in the record's language, or a map of language codes for labels of a few words, or either
joined with overlays; returns a `Text`. Which language a reader gets is decided in `text.resolve`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from generator.limits import LIMITS
from generator.load.node import OverlaidValue
from generator.model.fields import tables
from generator.model.fields.problem import inside, problem, scalar, wrong_shape
from generator.model.fields.text import Prose as ProseText
from generator.model.fields.text import Text

_T = TypeVar("_T", bound=Text)
_EXPECTED = "a text"
_MARKUP = re.compile(r"[<>]")
_ODD = re.compile(r"[<>\x00-\x1f\x7f-\x9f]|  ")
"""A line without any of these is one line of plain text, once the blanks at its ends are gone."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_TAG = re.compile(r"</?[A-Za-z!]")


def _one_line(text: str) -> str:
    if len(text) <= LIMITS.label_characters and not _ODD.search(text):
        return text.strip(" ")
    found = "one of the characters < and >" if _MARKUP.search(text) else ""
    found = "a control character" if _CONTROL.search(text) else found
    found = "a line break" if "\n" in text.strip() else found
    if found:
        raise problem("PP030", "found {found}; expected one line of plain text", found=found)
    if len(text) > LIMITS.label_characters:
        message = "this has {length} characters; a one-line text may have {limit}"
        raise problem("PP036", message, length=len(text), limit=LIMITS.label_characters)
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


def _prose(text: str) -> str:
    text = text.strip()
    markup = _TAG.search(text) or _CONTROL.search(text)
    if markup:
        message = "found HTML or a control character; expected plain text or Markdown"
        help = "write **bold**, *italic*, lists and [links](https://…) as Markdown"
        raise problem("PP030", message, help, line=text.count("\n", 0, markup.start()))
    if len(text) > LIMITS.prose_characters:
        message = "this has {length} characters; a text may have {limit}"
        raise problem("PP036", message, length=len(text), limit=LIMITS.prose_characters)
    return text


def _read(given: object, info: ValidationInfo, kind: type[_T], clean: Callable[[str], str]) -> _T:
    language = str((info.context or {}).get("language", "en"))
    overlays = given.overlays if isinstance(given, OverlaidValue) else {}
    value = given.source if isinstance(given, OverlaidValue) else given
    if isinstance(value, dict):
        texts = {code: _at(code, text, clean) for code, text in _languages(value).items()}
        language = language if language in texts else next(iter(texts))
    else:
        if not isinstance(value, str):
            wrong_shape(value, _EXPECTED)
        texts = {language: clean(scalar(value, _EXPECTED))}
    for code, text in overlays.items():
        if code in texts:
            fault = problem(
                "PP302",
                "this text stands twice in {language}: in the record and in its translation file",
                "keep one of them; prose belongs in the translation file",
                language=code,
            )
            raise inside(fault, code)
        if text.strip():
            texts[code] = _at(code, text, clean)
    return kind(language, texts)


def _at(language: str, text: object, clean: Callable[[str], str]) -> str:
    """Clean one language's text; what is wrong with it is found at its own place."""
    try:
        return clean(scalar(text, _EXPECTED))
    except PydanticCustomError as fault:
        raise inside(fault, language) from None


def _languages(value: dict[str, object]) -> dict[str, object]:
    if not value:
        raise problem("PP022", "this is empty; expected a text")
    unknown = next((code for code in value if not tables.is_language(code)), None)
    if unknown is not None and value[unknown] is None and (help := _torn(unknown, value)):
        message = "in these braces “{found}” stands without a value"
        raise problem("PP301", message, help, found=unknown, key=unknown)
    if unknown is not None:
        raise problem(
            "PP301",
            '"{found}" is not a language code; expected a text, or texts by language such as da and en',
            suggest=lambda: tables.nearest_language(unknown),
            found=unknown,
            key=unknown,
        )
    return value


def _torn(key: str, value: dict[str, object]) -> str:
    """Return advice on a key of a text by language that has no value; empty when it may be a code."""
    if re.match(r"[A-Za-z-]{2,8}:\S", key):
        return "write a blank after the colon"
    return (
        "a text with commas needs straight quotes: {da: 'one, two', en: …}"
        if key != next(iter(value))
        else ""
    )


def _label(value: object, info: ValidationInfo) -> Text:
    return value if isinstance(value, Text) else _read(value, info, Text, _one_line)


def _prose_text(value: object, info: ValidationInfo) -> ProseText:
    return value if isinstance(value, ProseText) else _read(value, info, ProseText, _prose)


def _plain(value: object) -> str:
    return _one_line(scalar(value, "one line of text"))


Label = Annotated[Text, BeforeValidator(_label)]
"""One line, translatable: names, titles, captions."""
Prose = Annotated[ProseText, BeforeValidator(_prose_text)]
"""CommonMark without HTML, translatable."""
Line = Annotated[str, BeforeValidator(_plain)]
"""One line that is the same in every language: a person's or a firm's name, a street, a register number."""
