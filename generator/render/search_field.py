"""The search in the header: which indexes the script asks, and its words in the reader's language.

Takes a voice, returns the mapping that the shell's template prints. The index itself is made in `search_index`.
"""

from __future__ import annotations

import json

from generator.plan.routes import ASSETS, SEARCH_INDEX
from generator.render.views.plurals import plural_words
from generator.render.voice import Voice
from generator.text.locales import direction, language_name


def search_field(voice: Voice) -> dict[str, str]:
    """Return addresses and words of the search. `other` is empty in the default language: there is no further index."""
    addresses = voice.plan.addresses
    default = addresses.default_language
    is_default = voice.language == default
    counts = plural_words(voice, lambda number: voice.plural("{n} result", "{n} results", number))
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
        "counts": json.dumps(counts, sort_keys=True),
        "advice": voice.say("Check the spelling, or use fewer words."),
        "elsewhere": voice.say("Is your city not here? Ask anyway:"),
    }


def _index(voice: Voice, language: str) -> str:
    return voice.to_file(voice.plan.addresses.path(language, SEARCH_INDEX))
