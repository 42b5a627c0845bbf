"""The form above a list that narrows it down, and the marks of each card that it looks at.

Takes a voice and the facets of a list. Names, values and marks are the same in every language, so that an
address with a choice can be shared and survives a change of language; only words and their order differ.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.coordinator import Coordinator
from generator.model.place import Place
from generator.model.programme import Programme
from generator.render.facets import (
    ONLINE,
    ROLES,
    TIMES,
    Facet,
    directory_facets,
    home_place,
    programme_facets,
)
from generator.render.views.parts import role_name
from generator.render.views.people import PlaceGroup
from generator.render.views.plurals import plural_words
from generator.render.voice import TextView, Voice
from generator.text import units
from generator.text.locales import language_name
from generator.text.messages import mark

_LABELS = {
    "city": mark("Where"),
    "language": mark("Language"),
    "programme": mark("Programme"),
    "role": mark("Role"),
    "time": mark("Time"),
}
_Sentence = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a question; the label is in the language in which it is known."""

    value: str
    label: str
    language: str


@dataclass(frozen=True, slots=True)
class Question:
    """One select of the form; `name` is also the key in the address and in the marks of cards."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A form; without questions there is none. `words` are the script's sentences as JSON.

    `none` is said when nothing fits: by the script, or by style alone (`filter_css`).
    """

    questions: tuple[Question, ...]
    words: str
    none: str


@dataclass(frozen=True, slots=True)
class Marked:
    """Something that can be hidden: its id, its attributes for the form, and what stands in it."""

    id: str
    marks: Markup
    item: object
    inside: tuple[Marked, ...] = ()


def directory_filter(voice: Voice, groups: tuple[PlaceGroup, ...]) -> tuple[Filter, tuple[Marked, ...]]:
    """Return the form of the directory, and its groups with marks on them and on their cards."""
    facets = directory_facets(voice.plan.view)
    own: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for card in group.coordinators:
            own[card.key] = (*own.get(card.key, ()), group.id)
    marked = tuple(_group(voice, facets, group, own) for group in groups)
    said = _sentences(voice, lambda n: voice.plural("{n} coordinator", "{n} coordinators", n))
    return Filter(_questions(voice, facets), said, _none(voice)), marked


def programme_filter(voice: Voice, cards: Mapping[str, object]) -> tuple[Filter, tuple[Marked, ...]]:
    """Return the form of the list of programmes, and its cards, given by the programme's id, with marks."""
    facets = programme_facets(voice.plan.view)
    marked = tuple(
        Marked(id, _marks({facet.name: facet.of.get(id, frozenset()) for facet in facets}), card)
        for id, card in cards.items()
    )
    said = _sentences(voice, lambda n: voice.plural("{n} programme", "{n} programmes", n))
    return Filter(_questions(voice, facets), said, _none(voice)), marked


def _group(
    voice: Voice, facets: tuple[Facet, ...], group: PlaceGroup, own: Mapping[str, tuple[str, ...]]
) -> Marked:
    """A group has the values of all of its cards, so that it goes when none of them has the one chosen."""
    catalog = voice.plan.view.catalog
    cards, whole = [], {facet.name: frozenset[str]() for facet in facets}
    for card in group.coordinators:
        values = {facet.name: facet.of.get(card.key, frozenset()) for facet in facets}
        if "city" in values:  # somebody who stands in several groups is found in one of them for each place
            here = (id for id in values["city"] if home_place(catalog, own[card.key], id) == group.id)
            values["city"] = frozenset(here)
        whole = {name: found | values[name] for name, found in whole.items()}
        cards.append(Marked(card.key, _marks(values), card))
    return Marked(group.id, _marks(whole), group, tuple(cards))


def _marks(values: Mapping[str, Iterable[str]]) -> Markup:
    """Attributes of an element; what is not chosen from has none."""
    return Markup("").join(
        Markup(' data-{}="{}"').format(name, " ".join(sorted(found))) for name, found in values.items()
    )


def _questions(voice: Voice, facets: tuple[Facet, ...]) -> tuple[Question, ...]:
    return tuple(
        Question(facet.name, voice.say(_LABELS[facet.name]), _options(voice, facet)) for facet in facets
    )


def _options(voice: Voice, facet: Facet) -> tuple[Option, ...]:
    """By name; roles and times in their own order. Online comes before the places."""
    options = [_option(voice, facet.name, value) for value in facet.values]
    order = {value: index for index, value in enumerate((ONLINE, *ROLES, *TIMES))}
    last = len(order)
    return tuple(sorted(options, key=lambda one: (order.get(one.value, last), one.label.casefold())))


def _option(voice: Voice, name: str, value: str) -> Option:
    label = _label(voice, name, value)
    other = label.language if isinstance(label, TextView) and label.is_fallback else ""
    return Option(value, str(label), other)


def _label(voice: Voice, name: str, value: str) -> TextView | str:
    view = voice.plan.view
    if name == "language":
        return language_name(value, voice.language)
    if name == "role":
        return role_name(voice, None, value)
    if name == "time":
        return _time(voice, *TIMES[value])
    if value == ONLINE:
        return voice.say("Online")
    record = view.get(Place, value) if name == "city" else view.get(Programme, value)
    return voice.text(record.name) if record else value


def _time(voice: Voice, over: int, up_to: int | None) -> str:
    if up_to is None:
        return voice.say("more than {time}", time=voice.rate(over, "month"))
    if over == 0:
        return voice.say("up to {time}", time=voice.rate(up_to, "month"))
    return units.rate(over, up_to, "hour", "month", voice.language)


def _sentences(voice: Voice, count: _Sentence) -> str:
    words = {**plural_words(voice, count), "none": _none(voice)}
    return json.dumps(words, ensure_ascii=False, sort_keys=True)


def _none(voice: Voice) -> str:
    """What is said when nothing fits: the page has the site's contact below the list where there is one."""
    view = voice.plan.view
    if view.get(Coordinator, view.site.contact):
        return voice.say("Nothing fits all of your choices. Change one, or ask the contact below.")
    return voice.say("Nothing fits all of your choices. Change one of them.")
