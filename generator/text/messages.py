"""The portal's own words: gettext catalogues at `<theme>/locales/<language>/LC_MESSAGES/portal.po`.

Takes the theme's folder and a language, returns `Messages`. The English sentence is the key; a translator's
text is data: it is never a format string and never HTML. `catalogues` says what is wrong with a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import c2py
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import fill
from generator.errors import RenderError
from generator.text.locales import chain
from generator.text.slots import without_slots

if TYPE_CHECKING:  # English has no catalogue, and most runs read none
    from babel.messages.catalog import Catalog, Message

SOURCE = "en"
_TRIED = 200  # every plural rule in use repeats within this many numbers
_MANY_FORMS = re.compile(r"nplurals\s*=\s*\d{2,}")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language's sentences. `texts` holds all forms of each msgid, in the order of the header's rule."""

    language: str
    texts: Mapping[str, tuple[str, ...]]
    form: Callable[[int], int]


@dataclass(slots=True)
class Messages:
    """The words for readers of `language`. `missing` collects msgids that fell back to English."""

    language: str
    catalogues: tuple[Catalogue, ...]
    missing: set[str] = field(default_factory=set)

    def get(self, msgid: str, **values: object) -> str:
        """Return the sentence with `{name}` slots filled; without a translation, the English one."""
        return fill(self._found(msgid, 0) or msgid, values)

    def plural(self, singular: str, plural: str, n: int, **values: object) -> str:
        """Return the sentence for `n` things; fills `{n}` too, written as the language writes numbers."""
        from generator.text.formats import number

        words = self._found(singular, n, is_plural=True) or (singular if n == 1 else plural)
        return fill(words, {"n": number(n, self.language), **values})

    def _found(self, msgid: str, n: int, *, is_plural: bool = False) -> str | None:
        """Return the words in the first language that has them; `None` stands for the English as given."""
        english = chain(self.language)[-1] == SOURCE
        for catalogue in self.catalogues:
            texts = catalogue.texts.get(msgid, ())
            index = catalogue.form(n) if is_plural else 0
            if catalogue.language == SOURCE and not (english and texts):
                break
            if index < len(texts) and texts[index]:
                return texts[index]
            if catalogue.language == SOURCE:
                return None
        self.missing.add(msgid)
        return None


def catalogue_path(theme: Path, language: str) -> Path:
    """Return where the catalogue of a language is kept."""
    return theme / "locales" / language / "LC_MESSAGES" / "portal.po"


def load_messages(theme: Path, language: str) -> Messages:
    """Read the catalogues of `language` and of the wider tags it falls back to, English last.

    Languages without a catalogue are passed over. Raises `RenderError` when one cannot be read.
    """
    tags = dict.fromkeys((*chain(language), SOURCE))
    found = [(tag, catalogue_path(theme, tag)) for tag in tags]
    return Messages(language, tuple(_load(tag, path) for tag, path in found if path.is_file()))


def read_catalogue(path: Path) -> Catalog:
    """Read one PO file as `parse_catalogue` does."""
    return parse_catalogue(path.read_bytes())


@lru_cache(maxsize=128)
def parse_catalogue(data: bytes) -> Catalog:
    """Parse a PO file; nobody changes what comes back. Raises `ValueError` with a sentence and the line."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ValueError("this is not UTF-8 text", data[: fault.start].count(b"\n") + 1) from None
    if _MANY_FORMS.search(text):
        raise ValueError("no language has that many plural forms", 1)
    try:
        return read_po(StringIO(text, newline=None), abort_invalid=True)
    except PoFileError as fault:
        raise ValueError(str(fault), fault.lineno + 1) from None
    except (ValueError, LookupError, TypeError, AttributeError) as fault:  # what broken files do to Babel
        raise ValueError(f"this is not a message catalogue: {fault}", 1) from None


def plural_rule(catalog: Catalog) -> Callable[[int], int]:
    """Return the rule of the header's `Plural-Forms`. Raises `ValueError` when it is no such rule."""
    rule = c2py(catalog.plural_expr)
    try:
        used = {rule(n) for n in range(_TRIED)}
    except ZeroDivisionError:
        raise ValueError("the plural rule divides by zero") from None
    if not used <= set(range(catalog.num_plurals)):
        raise ValueError(f"the plural rule gives form {max(used)} of {catalog.num_plurals}")
    return rule


def _load(language: str, path: Path) -> Catalogue:
    try:
        return _made(language, path.read_bytes())
    except ValueError as fault:
        raise RenderError(f"{path.as_posix()}: {fault.args[0]}", "`portal check` shows where") from None


@lru_cache(maxsize=128)
def _made(language: str, data: bytes) -> Catalogue:
    catalog = parse_catalogue(data)
    rule = plural_rule(catalog)
    ready = (message for message in catalog if message.id and not message.fuzzy)
    texts = {_singular(message.id): tuple(map(without_slots, forms(message))) for message in ready}
    return Catalogue(language, texts, rule)


def forms(message: Message) -> tuple[str, ...]:
    """Return a message's translations in the order of the plural rule; one when it has no plural."""
    if message.string is None:
        return ()
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def _singular(msgid: str | tuple[str, ...] | list[str]) -> str:
    return msgid if isinstance(msgid, str) else msgid[0]


def mark(msgid: str) -> str:
    """Return `msgid` as it is; says that a word kept in a table is a message, so that it is collected."""
    return msgid
