"""What a value is to readers: dates, numbers, durations and names as they see them.

Takes a value with the field it stands in, a catalog for names and a language; returns a text or a phrase. Long
texts are cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from generator.compare.fields import POINT, Path
from generator.compare.labels import WORDS, label
from generator.diagnostics import Phrase
from generator.model.base import Address, DurationRange
from generator.model.catalog import Catalog
from generator.model.fields.contact import PhoneNumber
from generator.model.fields.reference import Target, targets_of
from generator.model.fields.text import Prose, Text
from generator.model.naming import public_title
from generator.text import formats, units
from generator.text.locales import language_name
from generator.text.richtext import plain

_LONGEST = 160
_LANGUAGES = frozenset({"language", "languages", "interpreters"})


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: the language of values, and the catalog that knows what ids are called."""

    catalog: Catalog
    language: str

    def value(self, holder: type[BaseModel], field: str, value: object) -> object:
        """Return what `value` in `field` is to readers: a text or a phrase."""
        if isinstance(value, tuple):
            return formats.list_and([str(self.value(holder, field, item)) for item in value], self.language)
        if isinstance(value, BaseModel) and not isinstance(value, (Address, DurationRange)):
            return self._group(value)
        if isinstance(value, str):
            return self._word(targets_of(holder).get(field), field, value)
        return self._plain(value)

    def _plain(self, value: object) -> object:
        if isinstance(value, bool):
            return Phrase("yes") if value else Phrase("no")
        for kind, said in _PLAIN.items():
            if isinstance(value, kind):
                return said(value, self.language)
        return str(value)

    def _word(self, target: Target | None, field: str, value: str) -> object:
        if target and target.vocabulary:
            term = self.catalog.term(target.vocabulary, value)
            return term.source if term else value
        if target:
            record = self.catalog.by_key.get((target.kind, value))
            return f"{public_title(record)} ({value})" if record else value
        if field in _LANGUAGES:
            return language_name(value, self.language)
        return Phrase(WORDS[value]) if value in WORDS else cut(value)

    def _group(self, group: BaseModel) -> str:
        """The first facts of a group, enough to know which one is meant."""
        said = []
        for name in type(group).model_fields:
            value = getattr(group, name)
            if name != "id" and value not in (None, (), False) and not isinstance(value, BaseModel):
                said.append(str(self.value(type(group), name, value)))
        return cut(", ".join(said[:3]))


def _address(value: Address, language: str) -> str:
    parts: Iterable[str | None] = (value.address_1, value.address_2, f"{value.postal_code} {value.city}")
    return ", ".join(part for part in parts if part)


def _moment(value: datetime, language: str) -> str:
    return f"{formats.date_with_weekday(value.date(), language)}, {formats.time(value.time(), language)}"


_PLAIN: dict[type, Callable[[Any, str], str]] = {
    PhoneNumber: lambda value, language: value.international,
    datetime: _moment,
    date: formats.date,
    time: formats.time,
    Decimal: formats.number,
    DurationRange: lambda value, language: units.duration_range(
        value.min, value.max if value.max is not None else value.min, value.unit, language
    ),
    Address: _address,
    Prose: lambda value, language: f"“{cut(plain(value.source))}”",
    Text: lambda value, language: f"“{cut(value.source)}”",
}
"""Kinds of values and how they are said; a narrower kind stands before the wider one."""


def cut(text: str) -> str:
    """Return a text on one line, with an ellipsis when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def name_of(path: Path) -> Phrase:
    """Return what the place of a difference is called: `info meeting “december”, beginning`."""
    names: list[Phrase] = []
    for part in path:
        if part.startswith(POINT) and names:
            id = part.removeprefix(POINT)
            template = "{list} {id}" if id.isdigit() else "{list} “{id}”"
            names[-1] = Phrase(template, {"list": names[-1], "id": id})
        else:
            names.append(Phrase(label(part)))
    said = names[0]
    for name in names[1:]:
        said = Phrase("{whole}, {part}", {"whole": said, "part": name})
    return said
