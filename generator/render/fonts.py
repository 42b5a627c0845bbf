"""The fonts of a site: which files its languages need, and the style sheet that names them.

Takes languages, returns CSS, output paths and files of the theme. The files themselves are made by
`tests/tools/make_fonts.py`, which reads the table below. A page loads the font of its own script and Latin: the
family of a script stands only in the stack of pages in that script, since the menu of every page names all languages
in their own letters.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.errors import RenderError
from generator.plan.routes import ASSETS
from generator.text.locales import script

_FOLDER = "fonts/"

LATIN = "U+20-24F, U+259, U+2BB-2BC, U+2C6-2C7, U+2D8-2DD, U+1E9E, U+2000-206F, U+20AC, U+2122, U+2212, U+2260-2265"
CYRILLIC = "U+301, U+400-45F, U+490-491, U+4AE-4B1, U+2116, U+20B4"
ARABIC = "U+20, U+A0, U+600-6FF, U+762-763, U+200C-200E, U+FDFC"
"""The space is the Arabic font's, so that lines have its height; digits, e-mail addresses and brackets are Latin."""


@dataclass(frozen=True, slots=True)
class Fallback:
    """A font of the reader's device that is made as wide and high as ours, so that nothing moves when ours arrives.

    `local` are its names, the bold ones apart; `regular` and `bold` are size, ascent and descent in percent.
    """

    name: str
    local: tuple[tuple[str, ...], tuple[str, ...]]
    regular: tuple[float, float, float]
    bold: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Face:
    """One font file of the theme: the family it makes, the characters it is used for, and what stands in for it."""

    file: str
    family: str
    characters: str
    fallbacks: tuple[Fallback, ...] = ()

    @property
    def path(self) -> str:
        """Where the file goes, below the site."""
        return f"{ASSETS}{_FOLDER}{self.file}"

    @property
    def families(self) -> tuple[str, ...]:
        """The family and what stands in for it, as a stack."""
        return (f'"{self.family}"', *(f'"{self.family} {each.name}"' for each in self.fallbacks))


_ARIAL = (
    ("Arial", "Arimo", "Liberation Sans"),
    ("Arial Bold", "Arial-BoldMT", "Arimo Bold", "Liberation Sans Bold"),
)
_ROBOTO = (("Roboto", "Roboto-Regular"), ("Roboto Bold", "Roboto-Bold"))
_NOTO = (("Noto Sans", "NotoSans-Regular"), ("Noto Sans Bold", "NotoSans-Bold"))

FACES: dict[str, Face] = {
    "Latn": Face(
        "nunito-sans-latin.woff2",
        "Portal Sans",
        LATIN,
        (
            Fallback("Arial", _ARIAL, (100.7, 100.4, 35.1), (97.7, 103.5, 36.1)),
            Fallback("Roboto", _ROBOTO, (101.4, 99.7, 34.8), (103.7, 97.5, 34.0)),
            Fallback("Noto", _NOTO, (94.8, 106.6, 37.2), (93.1, 108.6, 37.9)),
        ),
    ),
    "Cyrl": Face(
        "nunito-sans-cyrillic.woff2",
        "Portal Sans Cyrillic",
        CYRILLIC,
        (
            Fallback("Arial", _ARIAL, (102.1, 99.0, 34.6), (97.7, 103.4, 36.1)),
            Fallback("Roboto", _ROBOTO, (98.6, 102.5, 35.8), (101.7, 99.4, 34.7)),
            Fallback("Noto", _NOTO, (96.4, 104.9, 36.6), (93.5, 108.1, 37.8)),
        ),
    ),
    "Arab": Face("vazirmatn-arabic.woff2", "Portal Arabic", ARABIC),
}
"""By script (ISO 15924). A script without a file of its own is left to the reader's device."""

_SYSTEM = (
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Geeza Pro", "Noto Naskh Arabic", '
    '"Noto Sans Ethiopic", Kefa, Nyala, Ebrima, "Helvetica Neue", Arial, sans-serif'
)
_DEVICE = {
    "Arab": ('"Noto Sans Arabic"', '"Geeza Pro"', '"Noto Naskh Arabic"'),
    "Ethi": ('"Noto Sans Ethiopic"', "Kefa", "Nyala", "Ebrima"),
}
"""What devices have for a script, before their general font, which may have none or one that is too small."""

_TALL = ("Arab", "Ethi")
"""Scripts with strokes and marks far above and below the line, and without an italic of their own."""


def font_css(languages: Iterable[str]) -> str:
    """Return the fonts of a site in these languages, and which of them the pages of each language use."""
    by_script: dict[str, list[str]] = {}
    for language in languages:
        by_script.setdefault(script(language), []).append(language)
    faces = [_face(FACES[each]) for each in _needed(by_script)]
    stacks = [f":root {{ --portal-font: {_stack('Latn')}; }}\n"]
    for each, own in by_script.items():
        if each in FACES.keys() - {"Latn"} | _DEVICE.keys():
            stacks.append(f"{_languages(own, ':root')} {{ --portal-font: {_stack(each)}; }}\n")
    tall = [language for each in _TALL for language in by_script.get(each, ())]
    return "".join((*faces, *stacks, _tall(tall) if tall else ""))


def preload_fonts(language: str) -> tuple[str, ...]:
    """Return the paths below the site of what a page of this language needs first: the font of its own letters."""
    face = FACES.get(script(language))
    return (face.path,) if face else ()


def font_files(theme: Path, languages: Iterable[str]) -> dict[str, Path]:
    """Return path below the site → file of the theme. Raises `RenderError` if the theme lacks one."""
    files = {FACES[each].path: theme / _FOLDER / FACES[each].file for each in _needed(map(script, languages))}
    missing = [file.name for file in files.values() if not file.is_file()]
    if missing:
        raise RenderError(f"the theme has no {_FOLDER}{missing[0]}")
    return files


def _needed(scripts: Iterable[str]) -> list[str]:
    """Latin always: phone numbers, addresses and names of places are in it on every page."""
    wanted = {"Latn", *scripts}
    return [each for each in FACES if each in wanted]


def _stack(of: str) -> str:
    own = () if of == "Latn" or of not in FACES else FACES[of].families
    return ", ".join((*own, *FACES["Latn"].families, *_DEVICE.get(of, ()), _SYSTEM))


def _face(face: Face) -> str:
    source = f'url("{_FOLDER}{face.file}") format("woff2")'
    parts = [
        f'@font-face {{ font-family: "{face.family}"; src: {source}; font-weight: 400 700; '
        f"font-display: swap; unicode-range: {face.characters}; }}\n"
    ]
    for each in face.fallbacks:
        for local, weights, numbers in zip(
            each.local, ("400 599", "600 700"), (each.regular, each.bold), strict=True
        ):
            names = ", ".join(f'local("{name}")' for name in local)
            size, ascent, descent = numbers
            parts.append(
                f'@font-face {{ font-family: "{face.family} {each.name}"; src: {names}; font-weight: {weights}; '
                f"size-adjust: {size}%; ascent-override: {ascent}%; descent-override: {descent}%; "
                f"line-gap-override: 0%; unicode-range: {face.characters}; }}\n"
            )
    return "".join(parts)


def _languages(languages: Iterable[str], before: str = "") -> str:
    return ", ".join(f"{before}:lang({language})" for language in languages)


def _tall(languages: list[str]) -> str:
    """Room between lines; emphasis by weight, since a machine-made slant and wide letters break these scripts.

    Tags stand beside the language so that these rules win over a class, which speaks for Latin.
    """
    these = f":is({_languages(languages)})"
    return (
        f":where({_languages(languages)}) {{ line-height: 1.8; letter-spacing: normal; font-synthesis-style: none; }}\n"
        f":is(p, li, dt, dd, blockquote, figcaption){these} {{ line-height: 1.75; letter-spacing: normal; }}\n"
        f":is(h1, h2, h3, h4){these} {{ line-height: 1.6; letter-spacing: normal; }}\n"
        f":is(em, i, cite, dfn){these} {{ font-style: normal; font-weight: 700; }}\n"
    )
