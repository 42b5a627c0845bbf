"""Two states of one record become sentences: facts, texts, translations, and the state that readers see.

Takes both states, returns changes and the languages that fell behind. Which pages show the record is `shown`'s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.compare.difference import Change
from generator.compare.fields import Leaf, Path, differences
from generator.compare.labels import WORDS
from generator.compare.texts import TextChange, compare_texts, passage
from generator.compare.values import Reader, cut, name_of
from generator.diagnostics import Phrase
from generator.model.base import Record
from generator.model.call import Call
from generator.model.fields.text import Text
from generator.model.programme import Programme
from generator.model.site import SitePage
from generator.model.state import call_state
from generator.text.locales import language_name

_OWN_SENTENCES = {
    ("calls", "closes_on"): "now closes {after} (was {before})",
    ("calls", "opens_on"): "now opens {after} (was {before})",
    ("programmes", "status"): "is now {after} (was {before})",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One record before and after, and who reads about each of them."""

    before: Record | SitePage
    after: Record | SitePage
    then: Reader
    now: Reader


def changes_of(pair: Pair, today: date) -> tuple[tuple[Change, ...], dict[str, int]]:
    """Return what changed, states first, and how many texts fell behind in each language."""
    outdated: Counter[str] = Counter()
    added: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    found = list(_states(pair, today))
    for leaf in differences(pair.before, pair.after):
        if isinstance(leaf.before, Text) and isinstance(leaf.after, Text):
            change = compare_texts(leaf.before, leaf.after)
            found += _text(leaf.path, change, leaf.after.language, pair.now.language)
            outdated.update(change.outdated)
            added.update(change.added)
            removed.update(change.removed)
        else:
            found.append(_fact(leaf, pair))
    found += [_counted(_ADDED, language, number, pair) for language, number in sorted(added.items())]
    found += [_counted(_REMOVED, language, number, pair) for language, number in sorted(removed.items())]
    return tuple(found), dict(sorted(outdated.items()))


_ADDED = ("{n} text is now there in {language}", "{n} texts are now there in {language}")
_REMOVED = ("{n} text is no longer there in {language}", "{n} texts are no longer there in {language}")


def _counted(words: tuple[str, str], language: str, number: int, pair: Pair) -> Change:
    said = language_name(language, pair.now.language)
    return Change(Phrase(words[number != 1], {"n": number, "language": said}))


def _states(pair: Pair, today: date) -> Iterator[Change]:
    """Say when readers of today get another state of a call."""
    if isinstance(pair.before, Call) and isinstance(pair.after, Call):
        before, after = call_state(pair.before, today), call_state(pair.after, today)
        if before != after:
            values = {"after": Phrase(STATES[after.value]), "before": Phrase(STATES[before.value])}
            yield Change(Phrase("is now {after} (was {before})", values), ("state",))


STATES = {
    "announced": "announced",
    "open": "open",
    "extended": "extended",
    "closing": "closing soon",
    "closed": "closed",
    "rolling": "open at any time",
    "paused": "paused",
    "full": "full",
    "waiting-list": "full, with a waiting list",
    "cancelled": "cancelled",
}
"""What the states of a call are called."""


def _text(path: Path, change: TextChange, source: str, reader: str) -> Iterator[Change]:
    name = name_of(path)
    for language, before, after in change.reworded:
        values: dict[str, object] = {"what": name, "passage": passage(before, after)}
        template = "{what}: {passage}"
        if language != source:
            template, values["language"] = "{what} in {language}: {passage}", language_name(language, reader)
        yield Change(Phrase(template, values), (*path, language))
    for language in change.retyped:
        template = "{what} in {language}: only capitals, blanks or punctuation"
        values = {"what": name, "language": language_name(language, reader)}
        yield Change(Phrase(template, values), (*path, language))


def _fact(leaf: Leaf, pair: Pair) -> Change:
    name = name_of(leaf.path)
    values: dict[str, object] = {"what": name}
    if leaf.before is not None:
        values["before"] = pair.then.value(leaf.holder, leaf.field, leaf.before)
    if leaf.after is not None:
        values["after"] = pair.now.value(leaf.holder, leaf.field, leaf.after)
    if isinstance(leaf.before, tuple) and isinstance(leaf.after, tuple):
        return Change(_list(leaf, values, pair), leaf.path)
    template = "{what}: {after} (was {before})"
    if leaf.before is None:
        template = "{what}: {after} (new)"
    elif leaf.after is None:
        template = "{what}: {before} (gone)"
    else:
        kind = "" if isinstance(pair.after, SitePage) else pair.after.kind
        template = _OWN_SENTENCES.get((kind, ".".join(leaf.path)), template)
    return Change(Phrase(template, values), leaf.path)


def _list(leaf: Leaf, values: dict[str, object], pair: Pair) -> Phrase:
    """Say what a list of values gained and lost."""
    assert isinstance(leaf.before, tuple) and isinstance(leaf.after, tuple)  # noqa: S101 - asked before
    gained = tuple(item for item in leaf.after if item not in leaf.before)
    lost = tuple(item for item in leaf.before if item not in leaf.after)
    values["gained"] = pair.now.value(leaf.holder, leaf.field, gained) if gained else ""
    values["lost"] = pair.then.value(leaf.holder, leaf.field, lost) if lost else ""
    if gained and lost:
        return Phrase("{what}: {gained} (new), {lost} (gone)", values)
    if gained:
        return Phrase("{what}: {gained} (new)", values)
    return Phrase("{what}: {lost} (gone)" if lost else "{what}: in another order", values)


def told(record: Record | SitePage, reader: Reader) -> tuple[Change, ...]:
    """Return what is most worth telling of a record that is new."""
    found: list[Change] = []
    summary = getattr(record, "summary", None)
    if isinstance(summary, Text):
        found.append(Change(Phrase("“{text}”", {"text": cut(summary.source)}), ("summary",)))
    if isinstance(record, Call) and record.closes_on:
        values = {"first": reader.value(Call, "opens_on", record.opens_on)}
        values["last"] = reader.value(Call, "closes_on", record.closes_on)
        found.append(Change(Phrase("open from {first} to {last}", values), ("opens_on",)))
    if isinstance(record, Programme) and record.status != "active":
        found.append(Change(Phrase("is {state}", {"state": Phrase(WORDS[record.status])}), ("status",)))
    return tuple(found)
