"""The search in the header: which indexes the script asks, and its words in the reader's language.

Takes a voice, returns the mapping that the shell's template prints. The index itself is made in `search_index`.
"""

from __future__ import annotations

import json

from generator.plan.routes import ASSETS, SEARCH_INDEX
from generator.render.voice import Voice
from generator.text.locales import babel_locale, direction, language_name

_SAMPLES = (0, 1, 2, 3, 6, 11, 20, 21, 100)
"""One of these has each plural category that a whole number can have in any language."""


def search_field(voice: Voice) -> dict[str, str]:
    """Return addresses and words of the search. `other` is empty in the default language: there is no further index."""
    addresses = voice.plan.addresses
    default = addresses.default_language
    is_default = voice.language == default
    return {
        "script": voice.to_file(f"{ASSETS}search.js"),
        "index": _index(voice, voice.language),
        "other": "" if is_default else _index(voice, default),
        "other_language": default,
        "other_direction": direction(default),
        "field": voice.say("Search this site"),
        "none": voice.say("Nothing found"),
        "broken": voice.say("The search does not work at the moment."),
        "found": voice.say("Found in {language}:", language=language_name(default, voice.language)),
        "counts": json.dumps(_counts(voice), sort_keys=True),
        "advice": voice.say("Check the spelling, or use fewer words. You can also ask a person:"),
    }


def _index(voice: Voice, language: str) -> str:
    return voice.to_file(voice.plan.addresses.path(language, SEARCH_INDEX))


def _counts(voice: Voice) -> dict[str, str]:
    """Return the number of results in words, for each plural category of CLDR, with `{n}` for the number.

    `other` is always there, for browsers that do not know the language.
    """
    rule = babel_locale(voice.language).plural_form
    found: dict[str, str] = {}
    for number in _SAMPLES:
        words = voice.plural("{n} result", "{n} results", number)
        found.setdefault(str(rule(number)), words.replace(voice.number(number), "{n}"))
    return {"other": found[str(rule(_SAMPLES[-1]))], **found}
