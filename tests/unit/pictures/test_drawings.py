"""The sample pictures: each drawing has its picture, its record, and texts in none of its shapes."""

from __future__ import annotations

import struct
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
MEDIA = ROOT / "content" / "media"
DRAWINGS = sorted((ROOT / "docs" / "pictures").glob("*.svg"))
LANGUAGES = {"en", "de", "da", "nb", "ar", "uk", "tr"}

each_drawing = pytest.mark.parametrize("drawing", DRAWINGS, ids=[drawing.stem for drawing in DRAWINGS])


@pytest.fixture
def render(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script that draws the pictures, as a module."""
    monkeypatch.syspath_prepend(str(ROOT / "docs" / "pictures"))
    import render

    return render


def _record(drawing: Path) -> dict[str, object]:
    text = (MEDIA / f"{drawing.stem}.yml").read_text(encoding="utf-8")
    record = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes nothing but text
    assert isinstance(record, dict)
    return record


def _size(picture: Path) -> tuple[int, int]:
    data = picture.read_bytes()
    if picture.suffix == ".png":
        width, height = struct.unpack_from(">II", data, 16)
        return width, height
    # Chromium writes the extended form, with the colour profile: both sizes less one, three bytes each.
    assert (data[:4], data[8:16]) == (b"RIFF", b"WEBPVP8X")
    return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1


def test_there_are_drawings() -> None:
    """Every sample site has a hero and a logo, so the tests below have something to look at."""
    sites = {"kvinfo", "drammen", "dortmund", "hochsauerland", "crossmentoring", "network"}
    wanted = {f"{site}-{use}" for site in sites for use in ("hero", "logo")}
    assert wanted - {drawing.stem for drawing in DRAWINGS} == set()


@each_drawing
def test_picture_has_the_size_of_its_drawing(drawing: Path, render: ModuleType) -> None:
    """The delivered picture measures what the drawing says."""
    picture = MEDIA / str(_record(drawing)["file"])
    assert _size(picture) == render.size_of(drawing.read_bytes())


@each_drawing
def test_picture_is_light_enough(drawing: Path, render: ModuleType) -> None:
    """The delivered picture is within the budget of its kind."""
    picture = MEDIA / str(_record(drawing)["file"])
    budget = render.LOGO_BYTES if render.is_logo(drawing.stem) else render.SCENE_BYTES
    assert picture.stat().st_size <= budget


@each_drawing
def test_record_describes_the_picture_in_every_language(drawing: Path) -> None:
    """The alternative text exists in all languages of the sample sites."""
    alt = _record(drawing)["alt"]
    assert isinstance(alt, dict)
    assert set(alt) == LANGUAGES


@each_drawing
def test_drawing_holds_no_words_and_loads_nothing(drawing: Path) -> None:
    """A drawing has no words, which nobody could translate, and refers to nothing outside itself."""
    root = ElementTree.fromstring(drawing.read_bytes())  # noqa: S314 - our own drawings
    words = [
        shape.tag
        for shape in root.iter()
        if shape.tag.rpartition("}")[2] in {"text", "image", "foreignObject"}
    ]
    outside = [shape.attrib["href"] for shape in root.iter("{http://www.w3.org/2000/svg}use")]
    assert (words, [target for target in outside if not target.startswith("#")]) == ([], [])


def test_two_creators_share_one_holder() -> None:
    """The Dortmund picture names two creators beside one holder of the rights, as its source page does."""
    record = _record(ROOT / "docs" / "pictures" / "dortmund-hero.svg")
    assert (record["creators"], record["copyright_holder"]) == (
        ["Atelier Nordlicht", "Studio Kupfer"],
        "Programme Portal contributors",
    )
