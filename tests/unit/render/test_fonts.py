"""The fonts of a site: which files its languages need, what the style sheet says, what the files hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.errors import RenderError
from generator.render.fonts import FACES, font_css, font_files, preload_fonts

THEME = Path(__file__).resolve().parents[3] / "theme"
FOLDER = "assets/portal/fonts/"
LATIN, CYRILLIC, ARABIC = "nunito-sans-latin.woff2", "nunito-sans-cyrillic.woff2", "vazirmatn-arabic.woff2"


def loaded(css: str) -> list[str]:
    """The files that a style sheet names."""
    return re.findall(r'url\("fonts/([^"]+)"\)', css)


def stacks(css: str) -> dict[str, list[str]]:
    """The font families of each selector."""
    found = re.findall(r"^(:root[^{]*) \{ --portal-font: ([^;]+);", css, re.MULTILINE)
    return {selector: [name.strip('" ') for name in families.split(",")] for selector, families in found}


@pytest.mark.parametrize(
    ("languages", "files"),
    [
        (("da", "en", "so"), [LATIN]),
        (("nb", "uk"), [LATIN, CYRILLIC]),
        (("da", "ar"), [LATIN, ARABIC]),
        (("ckb", "prs", "ur"), [LATIN, ARABIC]),
        (("ti", "am"), [LATIN]),
        (("sr-Latn", "uz-Cyrl"), [LATIN, CYRILLIC]),
        (("el", "ka"), [LATIN]),
    ],
)
def test_a_site_has_the_files_of_its_scripts(languages: tuple[str, ...], files: list[str]) -> None:
    """Latin always, another script when a language of the site is written in it; the style sheet names the same."""
    copied = font_files(THEME, languages)
    assert (files, {FOLDER + name: THEME / "fonts" / name for name in files}) == (
        loaded(font_css(languages)),
        copied,
    )


@pytest.mark.parametrize(
    ("language", "file"), [("da", LATIN), ("uk", CYRILLIC), ("ar", ARABIC), ("ckb", ARABIC), ("so", LATIN)]
)
def test_the_font_of_the_pages_letters_comes_first(language: str, file: str) -> None:
    """One file is worth asking for before the style sheet is read."""
    assert preload_fonts(language) == (FOLDER + file,)


def test_a_script_of_the_device_needs_nothing_first() -> None:
    """For Ethiopic letters the reader's device has a font."""
    assert preload_fonts("ti") == ()


def test_a_script_stands_only_in_the_stack_of_its_own_pages() -> None:
    """The Danish page names Arabic and Ukrainian in their own letters, and must not load fonts for two words."""
    found = stacks(font_css(("da", "uk", "ar", "ckb")))
    ours = {
        selector: [name for name in names if name in {face.family for face in FACES.values()}]
        for selector, names in found.items()
    }
    assert ours == {
        ":root": ["Portal Sans"],
        ":root:lang(uk)": ["Portal Sans Cyrillic", "Portal Sans"],
        ":root:lang(ar), :root:lang(ckb)": ["Portal Arabic", "Portal Sans"],
    }


def test_ethiopic_asks_the_device_by_name() -> None:
    """After our Latin come the fonts that systems have for Ethiopic, before their general one."""
    names = stacks(font_css(("ti",)))[":root:lang(ti)"]
    start = names.index("Noto Sans Ethiopic")
    assert (names[0], names[start : start + 5]) == (
        "Portal Sans",
        ["Noto Sans Ethiopic", "Kefa", "Nyala", "Ebrima", "system-ui"],
    )


def test_latin_digits_and_addresses_are_never_arabic() -> None:
    """On an Arabic page digits and e-mail addresses come from the Latin file; only the space is Arabic's."""
    ranges = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", FACES["Arab"].characters)
    taken = {
        point
        for first, last in ranges
        for point in range(int(first, 16), int(last or first, 16) + 1)
        if point < 0x600
    }
    assert taken == {0x20, 0xA0}


def test_every_face_swaps_and_has_the_weights_of_the_pages() -> None:
    """Text is there before its font, and one file has every weight."""
    faces = [line for line in font_css(("da", "uk", "ar")).splitlines() if "url(" in line]
    assert ["font-weight: 400 700; font-display: swap;" in line for line in faces] == [True] * 3


@pytest.mark.parametrize(("script", "most"), [("Latn", 32_000), ("Cyrl", 18_000), ("Arab", 50_000)])
def test_file_keeps_to_its_budget(script: str, most: int) -> None:
    """A web font of at most so many bytes."""
    data = (THEME / "fonts" / FACES[script].file).read_bytes()
    assert (data[:4], len(data) <= most) == (b"wOF2", True)


def test_readme_of_the_fonts_says_their_sizes() -> None:
    """The table has every file with its size; every licence that it names is there."""
    text = (THEME / "fonts/README.md").read_text("utf-8")
    sizes = {
        file: int(size.replace(",", ""))
        for file, size in re.findall(r"\| `(.+?)` .* ([\d,]+) bytes \|", text)
    }
    licences = re.findall(r"`(OFL-[\w-]+\.txt)`", text)
    assert sizes == {face.file: (THEME / "fonts" / face.file).stat().st_size for face in FACES.values()}
    assert sorted(licences) == sorted(file.name for file in (THEME / "fonts").glob("OFL-*"))


def test_a_theme_without_a_font_is_refused(tmp_path: Path) -> None:
    """The build stops with a sentence rather than publish a page that asks for nothing."""
    with pytest.raises(RenderError, match=r"the theme has no fonts/nunito-sans-latin\.woff2"):
        font_files(tmp_path, ("da",))
