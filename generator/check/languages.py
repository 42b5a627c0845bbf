"""Whether something written in some languages serves readers of another one.

Takes BCP 47 tags. A reader of `pt-BR` is served by `pt`, of `prs` by `fa`; a reader of `zh-Hant` is not
served by `zh`, because dropping the script changes the letters. Finding texts is for the rules.
"""

from __future__ import annotations

from collections.abc import Container

from generator.model.fields.tables import chain


def serves(languages: Container[str], language: str) -> bool:
    """Whether a reader of `language` can be served from `languages`."""
    return any(tag in languages for tag in chain(language))
