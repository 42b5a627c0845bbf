"""The text of a new record: what it must have, with comments that explain, and below it what it may have.

Takes a kind, what is known of the record and the ids that references may name; returns YAML. Where nothing is known
stands a placeholder, which `portal check` reports until it is replaced. Optional keys are commented out with `#` and
no space, so that deleting this one character is enough.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.model.base import Part
from generator.model.fields.problem import PLACEHOLDER
from generator.model.kinds import MODELS
from generator.scaffold.values import Known, Values, Way, as_yaml
from generator.schema.examples import example_of
from generator.schema.fields import Key, keys_of
from generator.schema.files import STEMS, modeline
from generator.schema.labels import labels_of
from generator.schema.record import described

_WIDTH = 100
_SHOWN = 8
_HEAD = (
    "Write the real values in place of TODO; `portal check` names those that are left.",
    "A line that begins with # is a comment and has no effect.",
)
_MORE = "What follows may be left out. Delete the # at the beginning of the lines that you need."
_USUAL = {
    "Role": ("summary",),
    "Apply": ("coordinator",),
    "Criterion": ("programmes",),
    "Legal": ("imprint", "privacy"),
    "Call": ("closes_on",),
    "Coordinator": ("email", "phones"),
    "Media": ("alt", "creators", "copyright_holder", "license"),
    "Site": ("legal",),
}
"""Keys that are written although they may be left out: without them the record or group says too little."""


def record_path(kind: str, id: str) -> str:
    """Return where the record stands in its portal."""
    return f"sites/{id}/site.yml" if kind == "sites" else f"content/{kind}/{id}.yml"


def record_text(kind: str, id: str, values: Values, known: Known) -> str:
    """Return the text of a new record."""
    writer = _Writer(values, known)
    model = MODELS[kind]
    keys = keys_of(model)
    written = [key for key in keys if writer.is_written(key, ())]
    lines = [modeline(PurePosixPath(record_path(kind, id)))]
    lines += _comment(f"{STEMS[kind].capitalize()}. {described(model)}")
    lines += [f"# {line}" for line in _HEAD]
    for key in written:
        lines += ["", *writer.explained(key, ()), *writer.lines(key, (), active=True)]
    lines += ["", *_comment(_MORE)]
    for key in (key for key in keys if key not in written):
        lines += ["", *_comment(key.description), *writer.commented(key, ())]
    return "\n".join(lines) + "\n"


def open_keys(kind: str, values: Values) -> tuple[tuple[Way, Key], ...]:
    """Return the keys for which a new record would have placeholders, with the way to each."""
    return tuple(_open(MODELS[kind], (), _Writer(values, {})))


def _open(model: type[Part], way: Way, writer: _Writer) -> Iterator[tuple[Way, Key]]:
    for key in keys_of(model):
        if not writer.is_written(key, way):
            continue
        if key.group:
            yield from _open(key.group, (*way, key.name), writer)
        elif not writer.is_known(key, way):
            yield (*way, key.name), key


class _Writer:
    def __init__(self, values: Values, known: Known) -> None:
        self._values = values
        self._known = known

    def is_written(self, key: Key, way: Way) -> bool:
        """Whether a key is written, not commented out: it must be there, or something is known of it."""
        here = (*way, key.name)
        usual = key.name in _USUAL.get(key.owner.__name__, ()) or here == ("language",)
        return key.required or usual or any(given[: len(here)] == here for given in self._values)

    def is_known(self, key: Key, way: Way) -> bool:
        """Whether there is a value for a key."""
        return (*way, key.name) in self._values

    def explained(self, key: Key, way: Way) -> list[str]:
        """Return the comment above a key: what it is for, and what could stand there while nothing does."""
        lines = _comment(key.description)
        return lines if key.group or self.is_known(key, way) else [*lines, *_comment(self._hint(key))]

    def lines(self, key: Key, way: Way, *, active: bool) -> list[str]:
        """Return a key with its value: what is known, else a placeholder, or an example in what is commented out."""
        here = (*way, key.name)
        if key.group:
            inner = self._group(key.group, here, active=active)
            return [f"{key.name}:", *(_item(inner) if key.many else _indented(inner))]
        words = self._values.get(here) or (PLACEHOLDER if active else self._example(key),)
        values = [as_yaml(word, key.form) for word in words]
        if key.many:
            return [f"{key.name}:", *(f"  - {value}" for value in values)]
        return f"{key.name}: {values[0]}".split("\n")

    def commented(self, key: Key, way: Way) -> list[str]:
        """Return a key that may be left out, with an example, as comments."""
        return [f"#{line}" for line in self.lines(key, way, active=False)]

    def _group(self, model: type[Part], way: Way, *, active: bool) -> list[str]:
        lines: list[str] = []
        for key in keys_of(model):
            if not active:
                first, *rest = self.lines(key, way, active=False)
                lines += [f"{first}  # {key.description}", *rest]
            elif self.is_written(key, way):
                lines += [*self.explained(key, way), *self.lines(key, way, active=True)]
        return lines

    def _example(self, key: Key) -> str:
        if key.target:
            return next(iter(self._known.get(key.target, ())), "id-of-the-record")
        return example_of(key)

    def _hint(self, key: Key) -> str:
        if key.choices:
            pairs = zip(key.choices, labels_of(key), strict=True)
            return "One of: " + "; ".join(f"{word} ({label})" for word, label in pairs) + "."
        if key.target:
            ids = list(self._known.get(key.target, ()))
            if not ids and not key.target.vocabulary:
                return f"There is none yet; make one with: portal new {STEMS[key.target.kind]}"
            more = " …" if len(ids) > _SHOWN else ""
            return f"One of: {', '.join(ids[:_SHOWN])}{more}"
        return f"For example: {as_yaml(example_of(key), key.form)}"


def _comment(text: str) -> list[str]:
    return [
        f"# {line}" for line in textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    ]


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _item(lines: list[str]) -> list[str]:
    """Return the lines of a group as a list's item: comments above its first key, then a hyphen."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return [
        *(f"  {line}" for line in lines[:first]),
        f"  - {lines[first]}",
        *(f"    {line}" for line in lines[first + 1 :]),
    ]
