"""The languages in which the program speaks to editors: catalogues at `locales/<language>/LC_MESSAGES/editors.po`.

Takes a language tag as somebody writes it, returns `Words`. English needs no catalogue: its sentences are the keys. A
sentence that a catalogue lacks is said in English.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.console.words import ENGLISH, Words
from generator.errors import UsageError

_LOCALES = Path(__file__).parents[1] / "locales"
_SAME = {"no": "nb", "nn": "nb"}


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that can be chosen."""
    return tuple(sorted({"en", *(path.parts[-3] for path in _LOCALES.glob("*/LC_MESSAGES/editors.po"))}))


@cache
def words_in(tag: str) -> Words:
    """Return the words of a language: `de`, `de-AT`, `da_DK.UTF-8`. Raises `UsageError` for one without a catalogue."""
    code = tag.strip().replace("_", "-").split(".")[0].split("-")[0].casefold()
    code = _SAME.get(code, code)
    if code == "en":
        return ENGLISH
    if code not in languages():
        raise UsageError(
            "there are no messages in '{tag}'", "one of: {options}", tag=tag, options=", ".join(languages())
        )
    from generator.text.messages import read_catalogue  # English, which most hear, needs no catalogue

    path = _LOCALES / code / "LC_MESSAGES" / "editors.po"
    ready = (message for message in read_catalogue(path) if message.id and not message.fuzzy)
    return Words(code, {str(message.id): str(message.string) for message in ready if message.string})
