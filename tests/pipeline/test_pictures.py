"""Pictures of a built site: sizes told are those of the files, no file is heavy, and the original stays at home."""

from __future__ import annotations

import os
import shutil
from fractions import Fraction
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.limits import LIMITS
from tests.support.builds import build, copy_of, digests, must_build
from tests.support.pictures import noise, saved, scene, size_of
from tests.support.portal import copy_small

PLACE = b"55.6761N 12.5683E"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small portal with a large picture that says where it was taken, built."""
    root = copy_small(tmp_path_factory.mktemp("pictures") / "portal").root
    image = scene(1500, 1001)
    image.paste(noise(600, 600), (600, 300))
    exif = image.getexif()
    exif[0x010E] = PLACE.decode()
    data = saved(image, "png", exif=exif)
    assert PLACE in data
    (root / "content/media/conversation.png").write_bytes(data)
    must_build(root)
    return root


def images(site: Path) -> list[tuple[Path, dict[str, str]]]:
    """Return each picture of every page with the folder of the page and its attributes."""
    return [
        (page.parent, {name: value or "" for name, value in image.attributes.items()})
        for page in sorted(site.rglob("*.html"))
        for image in LexborHTMLParser(page.read_text("utf-8")).css("img")
    ]


def file_at(site: Path, folder: Path, url: str) -> Path:
    """Return the file that an address on a page leads to; 404 pages begin at the root of their host."""
    here = f"/{folder.relative_to(site).as_posix()}/".replace("/./", "/")
    return site / urljoin(here, url).lstrip("/")


def test_width_and_height_are_those_of_the_file(root: Path) -> None:
    """No picture changes its place when it comes: every one has a size, in the ratio of every file it offers."""
    site = root / "public/broen"
    found = images(site)
    wrong = []
    for folder, image in found:
        told = Fraction(int(image["width"]), int(image["height"]))
        offered = [part.split()[0] for part in image.get("srcset", "").split(",") if part]
        for url in (image["src"], *offered):
            width, height = size_of(file_at(site, folder, url))
            wrong += [] if abs(told - Fraction(width, height)) < Fraction(1, 100) else [(folder, url)]
    assert (len(found) > 5, wrong) == (True, [])


def test_files_to_choose_from_have_the_width_they_are_offered_for(root: Path) -> None:
    """`640w` is 640 pixels wide; narrow files come first, and a page says how wide it shows the picture."""
    site = root / "public/broen"
    offers = [(folder, image) for folder, image in images(site) if image.get("srcset", "").endswith("w")]
    wrong = []
    for folder, image in offers:
        pairs = [part.split() for part in image["srcset"].split(",")]
        real = [size_of(file_at(site, folder, url))[0] for url, _ in pairs]
        told = [int(width.removesuffix("w")) for _, width in pairs]
        wrong += [] if real == told == sorted(told) and image["sizes"] else [image["srcset"]]
    assert (len(offers) > 0, wrong) == (True, [])


def test_first_picture_comes_first_and_others_wait(root: Path) -> None:
    """One picture of a page is fetched early; those below are fetched when they are near."""
    pages: dict[Path, list[tuple[str, str]]] = {}
    for folder, image in images(root / "public/broen"):
        if "decoding" in image:
            pages.setdefault(folder, []).append((image.get("fetchpriority", ""), image.get("loading", "")))
    assert {each for found in pages.values() for each in found} <= {("high", ""), ("", "lazy")}
    assert max(found.count(("high", "")) for found in pages.values()) == 1


def test_no_picture_is_heavy(root: Path) -> None:
    """No file has over 150 kB, though the original has more."""
    original = (root / "content/media/conversation.png").stat().st_size
    largest = max(path.stat().st_size for path in (root / "public/broen/media").iterdir())
    assert (original > LIMITS.picture_bytes, largest <= LIMITS.picture_bytes) == (True, True)


def test_the_place_is_published_nowhere(root: Path) -> None:
    """What the camera wrote into the picture is in no file."""
    files = [path for path in (root / "public").rglob("*") if path.is_file()]
    assert [path.name for path in files if PLACE in path.read_bytes()] == []


def test_shared_picture_has_the_size_that_is_told(root: Path) -> None:
    """Open Graph names a file of the site with its width and height."""
    page = LexborHTMLParser((root / "public/broen/index.html").read_text("utf-8"))
    said = {
        str(tag.attributes["property"]): tag.attributes["content"]
        for tag in page.css('meta[property^="og:image"]')
    }
    width, height = size_of(root / "public/broen/media" / str(said["og:image"]).rpartition("/")[2])
    assert (said["og:image:width"], said["og:image:height"]) == (str(width), str(height))


def test_with_and_without_what_was_kept_the_bytes_are_the_same(root: Path, tmp_path: Path) -> None:
    """A build that finds every picture in the cache publishes what the first one did."""
    must_build(root, "--output", str(tmp_path / "second"))
    assert digests(tmp_path / "second") == digests(root / "public")


def test_without_the_cache_nothing_is_kept_and_the_bytes_are_the_same(root: Path, tmp_path: Path) -> None:
    """`--no-cache` neither reads what an earlier build kept nor leaves anything for a later one."""
    copy = copy_of(root, tmp_path / "portal")
    shutil.rmtree(copy / ".portal", ignore_errors=True)
    must_build(copy, "--no-cache")
    kept = list((copy / ".portal").rglob("*")) if (copy / ".portal").exists() else []
    assert ([path for path in kept if path.is_file()], digests(copy / "public")) == (
        [],
        digests(root / "public"),
    )


@pytest.mark.parametrize(
    ("options", "is_kept"),
    [((), False), (("--site", "broen"), True), (("--language", "da"), True), (("--no-cache",), True)],
    ids=["all", "site", "language", "no-cache"],
)
def test_only_a_build_of_all_sites_clears_the_cache(
    live: Path, options: tuple[str, ...], is_kept: bool
) -> None:
    """What one site or language does not use may be another's, so only a whole build deletes what is old."""
    entry = live / ".portal/cache/pictures/00" / ("0" * 62)
    entry.parent.mkdir(parents=True, exist_ok=True)
    entry.write_bytes(b"of a picture that is no more")
    os.utime(entry, (0, 0))
    must_build(live, *options)
    assert is_kept == entry.exists()


def test_damaged_picture_stops_the_build(live: Path) -> None:
    """A picture that was cut off is a finding with a place, and what is live stays."""
    before = digests(live / "public")
    file = live / "content/media/conversation.png"
    file.write_bytes(file.read_bytes()[:-20])
    done = build(live)
    assert (done.returncode, "PP509" in done.stdout, "conversation.yml:2" in done.stdout) == (1, True, True)
    assert ("Traceback" in done.stdout + done.stderr, digests(live / "public")) == (False, before)
