"""Whether something written in some languages serves readers of another one.

Takes BCP 47 tags. A reader of `pt-BR` is served by `pt`, of `prs` by `fa`; a reader of `zh-Hant` is not
served by `zh`, because dropping the script changes the letters. Finding texts is for the rules.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import lru_cache

from generator.model.fields.tables import chain, nearest_language


def serves(languages: Container[str], language: str) -> bool:
    """Whether a reader of `language` can be served from `languages`."""
    return any(tag in languages for tag in chain(language))


def is_read(language: str, spoken: Iterable[str]) -> bool:
    """Whether a text in `language` serves readers of one of the languages `spoken`."""
    return any(_is_wider(language, code) for code in spoken)


@lru_cache(maxsize=4096)
def _is_wider(language: str, code: str) -> bool:
    return serves((language,), code)


def meant_instead(language: str, spoken: Iterable[str]) -> str | None:
    """Return what a language that serves nobody was probably meant to be: `nb` for `no`; `None` when unknown."""
    meant = nearest_language(language)
    return meant if meant and meant != language and is_read(meant, spoken) else None
