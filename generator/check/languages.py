"""Whether something written in some languages serves readers of another one.

Takes BCP 47 tags. A reader of `pt-BR` is served by `pt`, of `prs` by `fa`; a reader of `zh-Hant` is not
served by `zh`, because dropping the script changes the letters. Finding texts is for the rules.
"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from generator.model.fields.tables import cldr

_SCRIPT_LETTERS = 4


@lru_cache(maxsize=1024)
def readable(language: str) -> tuple[str, ...]:
    """Return the tags whose texts a reader of `language` is given as their own, nearest first."""
    alias = str(cldr("language_aliases").get(language, language)).replace("_", "-")
    return tuple(dict.fromkeys((*_widened(language), *_widened(alias))))


def serves(languages: Container[str], language: str) -> bool:
    """Whether a reader of `language` can be served from `languages`."""
    return any(tag in languages for tag in readable(language))


def _widened(tag: str) -> tuple[str, ...]:
    found = [tag]
    head, _, last = tag.rpartition("-")
    while head and not (len(last) == _SCRIPT_LETTERS and last.isalpha()):
        found.append(head)
        head, _, last = head.rpartition("-")
    return tuple(found)
