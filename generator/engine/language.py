"""Words and direction of Material's own chrome, for every language, also those Material has no file for.

Takes a language, its direction and the reader's words, returns the name and source of a Jinja partial that
Material imports as `partials/languages/<name>.html`. Words not given come from Material's nearest language,
then English. Loading that partial is the work of `generator.engine.environment`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import jinja2
import material

from generator.engine.unit import Unit
from generator.engine.view import OPTIONAL_LABELS
from generator.errors import RenderError

MATERIAL_TEMPLATES = Path(material.__file__).parent / "templates"

_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_KEY = re.compile(r'^\s+"([a-z.]+)": "', re.MULTILINE)

_NEAREST = {
    "ckb": "ku-IQ",
    "fa-af": "fa",
    "fil": "tl",
    "iw": "he",
    "no": "nb",
    "prs": "fa",
    "zh-hant": "zh-Hant",
    "zh-hk": "zh-Hant",
    "zh-mo": "zh-Hant",
    "zh-tw": "zh-TW",
}
"""Where the nearest file is not found by leaving out subtags. `ku-IQ` is Sorani in Arabic letters, so it
serves `ckb` and not Kurmanji."""

_WORDS = {"skip": "action.skip", "search": "search", "language": "select.language", **OPTIONAL_LABELS}


def language_partial(unit: Unit) -> tuple[str, str]:
    """Return (name for `theme.language`, template source) of a unit's chrome.

    The name holds a digest of the words: units share compiled templates, so one name must mean one text.
    Raises `RenderError` for a code that is not BCP 47 in shape or a direction other than `ltr` and `rtl`.
    """
    if not _CODE.fullmatch(unit.language):
        raise RenderError(f"{unit.site}: {unit.language!r} is not a language code (BCP 47)")
    if unit.direction not in {"ltr", "rtl"}:
        raise RenderError(f"{unit.site}/{unit.language}: direction {unit.direction!r} is neither ltr nor rtl")
    words = {
        **material_words(unit.language),
        **{key: unit.strings[label] for label, key in _WORDS.items() if unit.strings.get(label)},
        "language": unit.language,
        "direction": unit.direction,
    }
    source = partial_source(words)
    digest = hashlib.sha256(source.encode()).hexdigest()[:12]
    return f"portal-{unit.language}-{digest}", source


def partial_source(words: Mapping[str, str]) -> str:
    """Return a language partial as Material imports it: a macro `t(key)`."""
    table = json.dumps(dict(sorted(words.items())), ensure_ascii=False)
    return "{% macro t(key) %}{{ " + table + "[key] }}{% endmacro %}"


def nearest_material_language(language: str) -> str:
    """Return the Material language file to take words from: the nearest, `en` when there is none."""
    folder = MATERIAL_TEMPLATES / "partials/languages"
    files = {path.stem.lower(): path.stem for path in folder.glob("*.html")}
    parts = language.replace("_", "-").lower().split("-")
    while parts:
        code = "-".join(parts)
        if code in _NEAREST:
            return _NEAREST[code]
        if code in files:
            return files[code]
        parts.pop()
    return "en"


@lru_cache(maxsize=256)
def material_words(language: str) -> dict[str, str]:
    """Return Material's words in the nearest language, by Material's keys, empty ones filled from English."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(MATERIAL_TEMPLATES))  # noqa: S701
    folder = "partials/languages/"
    english = environment.get_template(folder + "en.html").module
    nearest = environment.get_template(f"{folder}{nearest_material_language(language)}.html").module
    keys = _KEY.findall((MATERIAL_TEMPLATES / folder / "en.html").read_text("utf-8"))
    words = {key: str(nearest.t(key)) or str(english.t(key)) for key in keys}  # type: ignore[attr-defined]
    return {key: word for key, word in words.items() if not key.startswith("search.config.")}
