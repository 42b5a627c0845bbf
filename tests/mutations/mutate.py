"""Mistakes that editors make, one in one field: seeded, so that every run makes the same.

Takes fields and a source of chance, returns changed files with the lines at which the mistake may be reported. Which
kinds must be found, and which leave everything as it is, is said here.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.load.node import Scalar
from tests.mutations.fields import Field, looks_like

_DATE = r"\d{4}-\d{2}-\d{2}"


@dataclass(frozen=True, slots=True)
class Mutation:
    """A file with one mistake. `lines` are those of the new file, from 1, at which it may rightly be reported."""

    kind: str
    file: str
    text: str
    lines: frozenset[int]
    what: str


Make = Callable[[Field, list[str], random.Random], "tuple[list[str], set[int]] | None"]


def misspell(word: str, chance: random.Random) -> str:
    """Return a word with one letter left out, doubled or replaced."""
    place = chance.randrange(1, len(word)) if len(word) > 1 else 0
    wrong = chance.choice(("", word[place] * 2, "x"))
    return word[:place] + wrong + word[place + 1 :]


def _in_line(field: Field, lines: list[str], old: str, new: str) -> tuple[list[str], set[int]] | None:
    """Replace a value in the line of its field."""
    line = field.value.position.line - 1
    column = field.value.position.column - 1
    if old == new or old not in lines[line][column:]:
        return None
    changed = lines[line][:column] + lines[line][column:].replace(old, new, 1)
    return [*lines[:line], changed, *lines[line + 1 :]], {line}


def misspelled_key(
    field: Field, lines: list[str], chance: random.Random
) -> tuple[list[str], set[int]] | None:
    """`nmae: …`"""
    if not field.key:
        return None
    wrong = misspell(field.key, chance)
    found = re.match(rf"(\s*(?:- )?){re.escape(field.key)}:", lines[field.line])
    if not found or wrong == field.key:
        return None
    changed = f"{found[1]}{wrong}{lines[field.line][found.end() - 1 :]}"
    return [*lines[: field.line], changed, *lines[field.line + 1 :]], {field.line}


def given_twice(field: Field, lines: list[str], chance: random.Random) -> tuple[list[str], set[int]] | None:
    """The same entry again, right below."""
    if not field.key or lines[field.line].lstrip().startswith("- "):
        return None
    copy = lines[field.line : field.last_line + 1]
    below = field.last_line + 1
    return [*lines[:below], *copy, *lines[below:]], {field.line, below}


def impossible_date(
    field: Field, lines: list[str], chance: random.Random
) -> tuple[list[str], set[int]] | None:
    """31 February, month 13, another notation."""
    if not looks_like(field, _DATE):
        return None
    year, month, day = field.text.split("-")
    wrong = chance.choice(
        (
            f"{year}-02-31",
            f"{year}-13-{day}",
            f"{day}.{month}.{year}",
            f"{year}-{int(month)}-{day}x",
            f"{year}-{month}",
        )
    )
    return _in_line(field, lines, field.text, wrong)


def late_opening(field: Field, lines: list[str], chance: random.Random) -> tuple[list[str], set[int]] | None:
    """A call that opens long after it closes."""
    if field.key != "opens_on" or not any(line.startswith("closes_on:") for line in lines):
        return None
    found = _in_line(field, lines, field.text, f"20{chance.randint(60, 90)}-01-01")
    other = next(number for number, line in enumerate(lines) if line.startswith("closes_on:"))
    return (found[0], {field.line, other}) if found else None


def short_phone(field: Field, lines: list[str], chance: random.Random) -> tuple[list[str], set[int]] | None:
    """Half a phone number."""
    if field.key not in ("number", "phone") or not looks_like(field, r"\+?[\d ()/-]{8,}"):
        return None
    return _in_line(field, lines, field.text, field.text[: len(field.text) // 2])


def broken_address(
    field: Field, lines: list[str], chance: random.Random
) -> tuple[list[str], set[int]] | None:
    """An e-mail or web address that is none."""
    if looks_like(field, r"[\w.+-]+@[\w.-]+"):
        return _in_line(field, lines, "@", chance.choice((" at ", "", "@@")))
    if looks_like(field, r"https://\S+"):
        return _in_line(field, lines, "https://", chance.choice(("https:/", "htps://", "")))
    return None


def wrong_reference(
    field: Field, lines: list[str], chance: random.Random
) -> tuple[list[str], set[int]] | None:
    """The id of no record."""
    return _in_line(field, lines, field.text, misspell(field.text, chance)) if field.is_reference else None


def wrong_word(field: Field, lines: list[str], chance: random.Random) -> tuple[list[str], set[int]] | None:
    """A word that is not on the list."""
    if not field.known or field.text not in field.known:
        return None
    wrong = misspell(field.text, chance)
    return _in_line(field, lines, field.text, wrong) if wrong not in field.known else None


def wrong_kind(field: Field, lines: list[str], chance: random.Random) -> tuple[list[str], set[int]] | None:
    """A list or a group where one value is expected."""
    value = field.value
    plain = (
        isinstance(value, Scalar) and value.text and field.line == value.position.line - 1 == field.last_line
    )
    if not field.key or not plain or re.search(r"[{\[]", lines[field.line][: value.position.column]):
        return None
    column = value.position.column - 1
    wrong = chance.choice(("[[a]]", "{wrong: {a: b}}"))
    return [*lines[: field.line], lines[field.line][:column] + wrong, *lines[field.line + 1 :]], {field.line}


def open_quote(field: Field, lines: list[str], chance: random.Random) -> tuple[list[str], set[int]] | None:
    """A quotation mark that is never closed."""
    value = field.value
    if (
        not isinstance(value, Scalar)
        or value.quoted
        or not value.text
        or field.line != value.position.line - 1
    ):
        return None
    column = value.position.column - 1
    changed = lines[field.line][:column] + chance.choice("'\"") + lines[field.line][column:]
    return [*lines[: field.line], changed, *lines[field.line + 1 :]], set(range(field.line, len(lines) + 1))


def wrong_indent(field: Field, lines: list[str], chance: random.Random) -> tuple[list[str], set[int]] | None:
    """One space too many, or a tab."""
    if not field.key or field.last_line != field.line:
        return None
    indent = chance.choice((" ", "\t"))
    around = {field.line - 1, field.line, field.line + 1}
    return [*lines[: field.line], indent + lines[field.line], *lines[field.line + 1 :]], around


def missing_key(field: Field, lines: list[str], chance: random.Random) -> tuple[list[str], set[int]] | None:
    """A key that must be there is deleted, with its value."""
    if not field.required or not field.key or not lines[field.line].lstrip().startswith(f"{field.key}:"):
        return None
    return [*lines[: field.line], *lines[field.last_line + 1 :]], {
        0,
        field.parent,
        field.parent + 1,
        field.line - 1,
    }


def emptied(field: Field, lines: list[str], chance: random.Random) -> tuple[list[str], set[int]] | None:
    """A key that must have a value has none."""
    if (
        not field.required
        or not isinstance(field.value, Scalar)
        or field.last_line != field.line
        or not field.key
    ):
        return None
    column = field.value.position.column - 1
    return [*lines[: field.line], lines[field.line][:column].rstrip(), *lines[field.line + 1 :]], {field.line}


def without_colon(field: Field, lines: list[str], chance: random.Random) -> tuple[list[str], set[int]] | None:
    """`name Mentors`: the colon was forgotten."""
    if not field.key or ": " not in lines[field.line]:
        return None
    changed = lines[field.line].replace(": ", " ", 1)
    around = {field.line - 1, field.line, field.line + 1}
    return [*lines[: field.line], changed, *lines[field.line + 1 :]], around


def another_quote(field: Field, lines: list[str], chance: random.Random) -> tuple[list[str], set[int]] | None:
    """A value in quotes that had none: no mistake, and no difference."""
    value = field.value
    if not isinstance(value, Scalar) or value.quoted or not value.text or field.last_line != field.line:
        return None
    if not field.key or "'" in value.text or "\\" in value.text:
        return None
    return _in_line(field, lines, value.text, f"'{value.text}'")


def comment_above(field: Field, lines: list[str], chance: random.Random) -> tuple[list[str], set[int]] | None:
    """A comment and an empty line: no mistake, and no difference."""
    if not field.key or lines[field.line].lstrip().startswith("- "):
        return None
    indent = lines[field.line][: len(lines[field.line]) - len(lines[field.line].lstrip())]
    return [*lines[: field.line], "", f"{indent}# a comment: with a colon", *lines[field.line :]], {
        field.line
    }


FAULTS: tuple[Make, ...] = (
    misspelled_key,
    given_twice,
    impossible_date,
    late_opening,
    short_phone,
    broken_address,
    wrong_reference,
    wrong_word,
    wrong_kind,
    open_quote,
    wrong_indent,
    missing_key,
    emptied,
    without_colon,
)
HARMLESS: tuple[Make, ...] = (another_quote, comment_above)


def mutations(fields: list[Field], texts: dict[str, str], count: int, seed: int) -> list[Mutation]:
    """Return `count` mutations, as many of each kind as of any other while there are fields for it."""
    chance = random.Random(seed)  # noqa: S311 - the same mistakes in every run
    makers = (*FAULTS, *HARMLESS)
    pools = {make: chance.sample(fields, len(fields)) for make in makers}
    made: list[Mutation] = []
    while len(made) < count and any(pools.values()):
        for make in makers:
            found = _next(make, pools[make], texts, chance)
            if found and len(made) < count:
                made.append(found)
    return made


def _next(make: Make, pool: list[Field], texts: dict[str, str], chance: random.Random) -> Mutation | None:
    while pool:
        field = pool.pop()
        lines = texts[field.file].split("\n")
        found = make(field, lines, chance)
        if found is not None:
            text, at = "\n".join(found[0]), frozenset(line + 1 for line in found[1])
            where = ".".join(str(step) for step in field.path)
            return Mutation(make.__name__, field.file, text, at, where)
    return None
