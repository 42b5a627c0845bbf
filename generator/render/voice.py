"""How one page speaks: its language, its words, its way to other pages.

A `Voice` is made per page and given to the views. Links begin with `SITE`, so what a page shows does not depend on
where it stands, and what many pages show is made once. It turns texts of the catalog into values that templates
print as they are: escaped, and marked with their own language where they had to fall back.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from markupsafe import Markup, escape

from generator.model.fields.text import Prose, Text
from generator.plan.site_plan import PlannedPage, SitePlan
from generator.render.pictures.gallery import NO_PICTURES, Gallery
from generator.text import formats, units
from generator.text.locales import direction, language_name
from generator.text.messages import Messages
from generator.text.resolve import Resolved, resolve_for
from generator.text.richtext import plain, render
from generator.text.slots import PART, PART_END, SITE, without_slots

_PLAIN = frozenset({str, int, type(None)})
_NOWHERE = "nowhere"

Made = dict[tuple[Hashable, ...], tuple[object, object]]
"""What was made for all pages of a language, with what it was made of, so that this lives as long."""

_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class TextView:
    """One line in the language it was found in. Prints itself with `lang` and `dir` where that is another one."""

    text: str
    language: str
    is_fallback: bool

    def __html__(self) -> Markup:
        if not self.is_fallback:
            return escape(self.text)
        return Markup('<span lang="{}" dir="{}">{}</span>').format(
            self.language, direction(self.language), self.text
        )

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class ProseView:
    """Rendered prose. Prints itself inside a marked block where it is in another language."""

    html: Markup
    language: str
    is_fallback: bool
    said: str = ""
    """Which language it is, in the reader's words; empty where the page says it already."""

    def __html__(self) -> Markup:
        if not self.is_fallback:
            return self.html
        said = Markup('<p class="written">{}</p>\n').format(self.said) if self.said else Markup()
        return said + Markup('<div lang="{}" dir="{}">{}</div>').format(
            self.language, direction(self.language), self.html
        )


@dataclass(frozen=True, slots=True)
class Voice:
    """The language, words and addresses of one page."""

    plan: SitePlan
    page: PlannedPage
    messages: Messages
    pictures: Gallery = NO_PICTURES
    made: Made = field(default_factory=dict, compare=False, repr=False)
    """What `once` has made for all pages of the language; the same for all of their voices."""

    def once(self, make: Callable[Concatenate[Voice, _P], _T], *about: _P.args, **more: _P.kwargs) -> _T:
        """Return `make(voice, *about)`, made once for all pages of this language that show it.

        It is given a voice without a page, except for the language of the page's own text.
        """
        key: tuple[Hashable, ...] = (make, self.page.content_language, *map(_name_of, about))
        for name, value in more.items():
            key = (*key, name, _name_of(value))
        kept = self.made.get(key)
        if kept is None:
            kept = self.made[key] = make(self._nowhere, *about, **more), (about, more)
        found: _T = kept[0]  # type: ignore[assignment]
        return found

    @property
    def _nowhere(self) -> Voice:
        """The voice without a page, one for each language that pages are in."""
        key = (_NOWHERE, self.page.content_language)
        if key not in self.made:
            page = self.page._replace(kind="", route="", record=None)
            self.made[key] = replace(self, page=page), None
        found: Voice = self.made[key][0]  # type: ignore[assignment]
        return found

    @property
    def language(self) -> str:
        """The language that the reader asked for."""
        return self.page.language

    def say(self, message: str, **values: object) -> str:
        """Return a sentence of the catalogue in the reader's language."""
        return self.messages.get(message, **values)

    def plural(self, singular: str, plural: str, n: int, **values: object) -> str:
        """Return a sentence with a number, in the plural form that it needs."""
        return self.messages.plural(singular, plural, n, **values)

    def _resolve(self, text: Text) -> Resolved:
        shown = self.plan.outdated.without(text)
        return resolve_for(self.plan.view.site, shown, self.language)

    def text(self, text: Text) -> TextView:
        """Return a line in the best language for this reader."""
        kept = self.made.get((id(text),))
        if kept is None:
            found = self._resolve(text)
            kept = self.made[id(text),] = (
                TextView(without_slots(found.text), found.language, found.is_fallback),
                text,
            )
        view: TextView = kept[0]  # type: ignore[assignment]
        return view

    def line(self, text: Text | None) -> TextView | None:
        """Return a line, or `None` when there is none."""
        return None if text is None else self.text(text)

    def prose(self, text: Prose | None, prefix: str, *, base_level: int = 3) -> ProseView | None:
        """Return rendered Markdown, or `None`.

        Headings begin at `base_level`; their ids begin with `prefix`, which must be unique on the page.
        """
        if text is None:
            return None
        found = self._resolve(text)
        said = self._written(found.language) if found.is_fallback else ""
        return ProseView(render(found.text, base_level, prefix), found.language, found.is_fallback, said)

    def written_in(self, *texts: object) -> str:
        """Return in which other language a card or list is, once for all of its texts; empty where it is the reader's.

        Everything but lines and sequences of lines is passed over: names and numbers are no language to read.
        """
        other = dict.fromkeys(found.language for found in _lines(texts) if found.is_fallback)
        return self._written(*other)

    def _written(self, *languages: str) -> str:
        """Nothing is said of the language that the notice above the page names."""
        notice = self.page.content_language if self.page.is_fallback else ""
        names = [language_name(tag, self.language) for tag in languages if tag != notice]
        return (
            self.say("Language of this text: {language}", language=formats.list_and(names, self.language))
            if names
            else ""
        )

    def summary(self, text: Text | None) -> str:
        """Return a text without markup, for descriptions; empty when there is none."""
        if text is None:
            return ""
        found = self.text(text).text
        return plain(found) if isinstance(text, Prose) else found

    def to(self, route: str) -> str:
        """Return the link to a route in the same language."""
        return self.to_language(self.language, route)

    def to_file(self, path: str) -> str:
        """Return the link to a file below the site: `media/x.webp`."""
        return f"{SITE}{path}"

    def to_language(self, language: str, route: str) -> str:
        """Return the link to a route in another language."""
        return f"{SITE}{self.plan.addresses.folder(language)}{route}"

    def to_existing(self, route: str) -> str:
        """Return the link to a route in the same language; empty where there is no page."""
        return self.to(route) if self.has(route) else ""

    def has(self, route: str) -> bool:
        """Whether there is a page at `route` in this language."""
        return self.plan.has(self.language, route)

    def date(self, day: date) -> str:
        """Return a day in words."""
        return formats.date(day, self.language)

    def span(self, starts: datetime, ends: datetime | None, timezone: str, *, city: bool) -> Markup:
        """Return a day with weekday and times; with `city`, whose time it is. Hours run left to right everywhere."""
        if ends is not None and ends.date() == starts.date():
            day = formats.date_with_weekday(starts.date(), self.language)
            hours = Markup('<bdi dir="ltr">{}</bdi>').format(self.hours(starts.time(), ends.time()))
            text = with_markup(lambda slot: self.say("{date}, {time}", date=day, time=slot[0]), [hours])
        else:
            moments = [starts] if ends is None else [starts, ends]
            shown = [formats.datetime_at(moment, timezone, self.language, city=False) for moment in moments]
            text = escape(" – ".join(shown))
        return Markup("{} ({})").format(text, self.city(timezone)) if city else text

    def city(self, timezone: str) -> str:
        """Return the city that a time zone is named after."""
        return formats.zone_city(timezone, self.language)

    def iso(self, local: datetime, timezone: str) -> str:
        """Return a moment for machines, with its offset from UTC."""
        return formats.iso_datetime(local, timezone)

    def number(self, value: int) -> str:
        """Return a number as the language writes it, in Latin digits."""
        return formats.number(value, self.language)

    def hours(self, opens: time, closes: time) -> str:
        """Return a span of the day."""
        return formats.time_range(opens, closes, self.language)

    def duration(self, minimum: int, maximum: int | None, unit: units.Unit) -> str:
        """Return a length of time, `4–12 months`."""
        return units.duration_range(minimum, maximum if maximum is not None else minimum, unit, self.language)

    def rate(self, amount: formats.Number, per: units.Unit) -> str:
        """Return hours in each period, `2 hours per month`."""
        return units.rate(amount, amount, "hour", per, self.language)

    def language_names(self, codes: tuple[str, ...]) -> str:
        """Return the names of languages as a list in words."""
        names = [language_name(code, self.language) for code in codes]
        return formats.list_and(names, self.language)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return direction(self.language)


def shared(make: Callable[Concatenate[Voice, _P], _T]) -> Callable[Concatenate[Voice, _P], _T]:
    """Make a view once for all pages of a language that show it: see `Voice.once`."""

    @wraps(make)
    def made(voice: Voice, /, *about: _P.args, **more: _P.kwargs) -> _T:
        return voice.once(make, *about, **more)

    return made


def with_markup(sentence: Callable[[list[str]], str], parts: Sequence[Markup]) -> Markup:
    """Return a sentence, made from one slot for each part, escaped and with the parts in their slots."""
    slots = [f"{PART}{index}{PART_END}" for index in range(len(parts))]
    text = escape(sentence(slots))
    for slot, part in zip(slots, parts, strict=True):
        text = text.replace(slot, part)
    return text


def _lines(texts: Iterable[object]) -> Iterator[TextView]:
    """The lines among `texts`, also those in sequences."""
    for text in texts:
        if isinstance(text, TextView):
            yield text
        elif isinstance(text, (tuple, list)):
            yield from _lines(text)


def _name_of(value: object) -> Hashable:
    """What tells a value from others: plain ones by themselves, records, views and markup by identity."""
    if value.__class__ in _PLAIN:
        return value
    return tuple(map(_name_of, value)) if isinstance(value, tuple) else id(value)
