"""What is published of a picture: sizes, direction, bytes, and nothing about the camera or its place."""

from __future__ import annotations

import io
import itertools
import os
import subprocess
import sys

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from generator.limits import LIMITS
from generator.render.pictures.encode import encode
from tests.support.pictures import all_files, fault, made, noise, opened, picture, saved, scene

KINDS = ("png", "webp", "jpeg", "avif")
SECRET = b"55.6761N 12.5683E"


def exif(**tags: int) -> Image.Exif:
    """Return data of a camera: its orientation, a name, and the place where somebody lives."""
    found = Image.Exif()
    found[0x0112] = tags.get("orientation", 1)
    found[0x010F] = SECRET.decode()
    found.get_ifd(0x8825)[29] = SECRET.decode()
    return found


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (1600, [400, 640, 960, 1280]),
        (1280, [400, 640, 960, 1280]),
        (1200, [400, 640, 960, 1200]),
        (1000, [400, 640, 1000]),
        (641, [400, 641]),
        (410, [410]),
        (320, [320]),
    ],
)
def test_widths(width: int, widths: list[int]) -> None:
    """The usual widths up to that of the picture, which is never enlarged; a width close to the widest is left out."""
    found = made(saved(noise(width, width // 8), "jpeg", quality=90))
    assert [file.width for file in found.variants] == widths


@pytest.mark.parametrize("kind", KINDS)
def test_told_sizes_are_real(kind: str) -> None:
    """The width and height told of each file are those that a decoder finds in it."""
    found = all_files(made(picture(kind, 1500, 1000)))
    assert [(file.width, file.height) for file in found] == [opened(file.data).size for file in found]


def test_aspect_is_kept() -> None:
    """Each height is that of the picture, to the nearest pixel."""
    found = made(saved(noise(1600, 165), "jpeg"))
    assert [file.height for file in found.variants] == [41, 66, 99, 132]


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_picture_is_turned_as_it_is_shown(orientation: int) -> None:
    """A telephone held upright writes its picture lying down with a note; readers get it upright without one."""
    stored = scene(600, 300).transpose(
        {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}[
            orientation
        ]
    )
    found = made(saved(stored, "jpeg", quality=95, exif=exif(orientation=orientation))).variants[-1]
    corner = opened(found.data).convert("RGB").getpixel((20, 20))
    assert isinstance(corner, tuple)
    assert ((found.width, found.height), corner[0] > 150 and corner[1] < 80) == ((600, 300), True)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_about_camera_or_place_is_published(kind: str) -> None:
    """EXIF with the place, XMP, comments and texts are in no file, not even in one that is smaller as delivered."""
    options = {"exif": exif(), "quality": 1} if kind != "png" else {"exif": exif()}
    if kind == "png":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", SECRET.decode())
        options["pnginfo"] = info
    if kind in ("webp", "jpeg"):
        options["xmp"] = SECRET
    delivered = picture(kind, 640, 360, **options)
    published = all_files(made(delivered))
    kept = {key for file in published for key in opened(file.data).info} & {
        "exif",
        "xmp",
        "icc_profile",
        "comment",
    }
    assert (SECRET in delivered, [SECRET in file.data for file in published], kept) == (
        True,
        [False] * len(published),
        set(),
    )


@pytest.mark.parametrize("kind", ["png", "webp"])
def test_a_file_that_cannot_be_bettered_is_taken_as_it_is(kind: str) -> None:
    """A small clean file at its own width stays byte for byte, under the ending of its kind."""
    options = {"quality": 5, "method": 6} if kind == "webp" else {"optimize": True}
    mode = "RGB" if kind == "webp" else "1"
    image = noise(300, 200) if kind == "webp" else scene(300, 200)
    delivered = saved(image.convert(mode), kind, **options)
    found = made(delivered).variants[-1]
    assert len(found.data) <= len(delivered)
    if kind == "webp":
        assert (found.name, found.data) == ("300.webp", delivered)


def test_wider_files_are_never_smaller() -> None:
    """A narrow file that needs more bytes than a wider one is not published."""
    found = made(picture("webp", 1280, 720, quality=1)).variants
    sizes = [len(file.data) for file in found]
    assert sizes == sorted(set(sizes))


def test_transparency_stays() -> None:
    """A logo keeps its transparent ground, and is put on white where it is shared."""
    logo = scene(300, 300, "RGBA")
    logo.putalpha(Image.linear_gradient("L").resize((300, 300)))
    found = made(saved(logo, "png"))
    shown = [opened(file.data) for file in (*found.variants, *found.logos)]
    shared = opened(found.shared.data).getpixel((150, 2))
    assert isinstance(shared, tuple)
    assert ([image.mode for image in shown], min(shared) > 230) == (["RGBA"] * len(shown), True)


@pytest.mark.parametrize(
    ("size", "sizes"),
    [
        ((320, 320), [(48, 48), (96, 96)]),
        ((600, 200), [(144, 48), (288, 96)]),
        ((1000, 125), [(192, 24), (384, 48)]),
        ((64, 64), [(48, 48), (64, 64)]),
    ],
)
def test_logo_fits_its_box(size: tuple[int, int], sizes: list[tuple[int, int]]) -> None:
    """A logo is 48 px high, at most 192 px wide, once for each density; it is not enlarged."""
    assert [(file.width, file.height) for file in made(picture("png", *size)).logos] == sizes


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "RGBA", "RGB"])
def test_every_mode_of_png(mode: str) -> None:
    """Black and white, grey with 16 bits, palettes: all become colours that a browser shows, not black or white."""
    if mode == "I;16":
        image = Image.frombytes("I;16", (100, 100), bytes([0, 128] * 10_000))
    else:
        image = Image.new("RGB", (100, 100), (128, 128, 128))
        image = image.quantize(4) if mode == "P" else image.convert(mode, dither=Image.Dither.NONE)
    grey = opened(made(saved(image, "png")).variants[-1].data).convert("L").getpixel((50, 50))
    expected = 255 if mode == "1" else 128
    assert isinstance(grey, (int, float))
    assert abs(grey - expected) <= 3


def test_print_colours_become_screen_colours() -> None:
    """A JPEG made for print, in four inks, is shown in its colours."""
    image = Image.new("CMYK", (100, 100), (0, 255, 255, 0))
    colour = opened(made(saved(image, "jpeg")).variants[-1].data).convert("RGB").getpixel((50, 50))
    assert isinstance(colour, tuple)
    assert (colour[0] > 200, colour[1] < 60, colour[2] < 60) == (True, True, True)


def test_a_profile_that_cannot_be_read_is_left_out() -> None:
    """The colours stay as they are; nothing fails."""
    data = picture("png", 100, 100, icc_profile=b"no profile")
    assert made(data).variants == made(picture("png", 100, 100)).variants


def test_a_profile_is_used() -> None:
    """Colours of a profile are turned into those of the web before the profile is left out."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain, managed = made(picture("png", 100, 100)), made(picture("png", 100, 100, icc_profile=lab))
    one, two = (opened(each.variants[-1].data).convert("RGB").getpixel((5, 5)) for each in (plain, managed))
    assert isinstance(one, tuple)
    assert isinstance(two, tuple)
    assert max(abs(a - b) for a, b in zip(one, two, strict=True)) <= 4


@pytest.mark.parametrize("size", [(1280, 720), (500, 900)])
def test_no_file_is_over_the_limit(size: tuple[int, int]) -> None:
    """What does not compress is published in lower quality or not at that width."""
    found = all_files(made(saved(noise(*size), "jpeg", quality=90)))
    assert max(len(file.data) for file in found) <= LIMITS.picture_bytes


def test_same_bytes_each_time() -> None:
    """Twice in this process and once in another with other hashes, the files are the same."""
    data = picture("jpeg", 700, 400, quality=90)
    code = (
        "import sys; from generator.render.pictures.encode import encode; "
        "from generator.render.pictures.entry import to_bytes; "
        "sys.stdout.buffer.write(to_bytes(encode(sys.stdin.buffer.read())))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    other = subprocess.run(
        [sys.executable, "-c", code], input=data, capture_output=True, check=True, env=environment
    )
    from generator.render.pictures.entry import from_bytes

    assert encode(data) == encode(data) == from_bytes(other.stdout)


def test_moving_pictures_stand_still() -> None:
    """Of several frames the first is taken."""
    frames = [scene(200, 100), noise(200, 100)]
    data = saved(frames[0], "webp", save_all=True, append_images=frames[1:], duration=100, lossless=True)
    still = made(saved(frames[0], "webp", lossless=True))
    assert made(data).logos == still.logos


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.98])
def test_cut_off_files(kind: str, share: float) -> None:
    """Half a picture is refused with a sentence, wherever the copy ended."""
    data = saved(noise(300, 200), kind)
    assert fault(data[: int(len(data) * share)]) in ("{file} is damaged", "{file} is cut off")


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_files_give_a_sentence_or_a_picture(kind: str) -> None:
    """Whatever bytes are wrong, there is no exception."""
    data = saved(noise(24, 16), kind)
    for place in itertools.chain(range(min(len(data), 80)), range(80, len(data), max(1, len(data) // 20))):
        encode(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a" + bytes(100), b"<svg/>", b"RIFF" + bytes(30)]
)
def test_other_files(data: bytes) -> None:
    """What is no picture, or one of a kind that is not opened, is refused."""
    assert fault(data) == "{file} is damaged"


def test_other_kinds_are_not_opened() -> None:
    """Pillow would read a TIFF or BMP; those readers are not for strangers' files."""
    assert [fault(picture(kind, 10, 10)) for kind in ("tiff", "bmp", "gif")] == ["{file} is damaged"] * 3


@pytest.mark.parametrize(
    ("size", "sentence"),
    [
        ((8000, 7000), "{file} has {width} × {height} pixels; a picture may have {limit} million"),
        ((20_000, 20_000), "{file} has {width} × {height} pixels; a picture may have {limit} million"),
        ((1100, 100), "{file} has {width} × {height} pixels: one side is over {limit} times the other"),
    ],
)
def test_too_many_pixels(size: tuple[int, int], sentence: str) -> None:
    """A small file that would fill the memory is refused before a pixel is decoded."""
    stream = io.BytesIO()
    Image.new("1", size).save(stream, "png")
    assert (len(stream.getvalue()) < 100_000, fault(stream.getvalue())) == (True, sentence)
