"""Pictures of the sites of a portal: made once, kept, and refused with a place when they cannot be decoded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.engine.gallery import make_gallery
from generator.errors import ContentError
from generator.paths import PortalPaths
from generator.plan.site_plan import SitePlan
from generator.render.pictures.entry import to_bytes
from generator.render.pictures.making import orders
from generator.store.store import Store
from generator.verdict.portal import check_portal
from tests.support.pictures import made, noise, picture, saved
from tests.support.portal import TODAY, copy_small

FILE = "content/media/conversation.png"


@pytest.fixture
def paths(tmp_path: Path) -> PortalPaths:
    """The small portal."""
    return copy_small(tmp_path / "portal")


def plans(paths: PortalPaths) -> tuple[SitePlan, ...]:
    """The plans of all of its sites."""
    return check_portal(paths, read_clock(TODAY)).plans


def test_a_picture_is_made_from_its_file(paths: PortalPaths) -> None:
    """The gallery holds what is made of the file."""
    data = picture("png", 500, 300)
    (paths.root / FILE).write_bytes(data)
    assert make_gallery(plans(paths), paths).made == {"conversation": made(data)}


@pytest.mark.parametrize("cache", [True, False])
def test_what_was_made_is_taken_from_the_cache(paths: PortalPaths, cache: bool) -> None:
    """A kept result is used as it is, without looking at the picture again; unless nobody wants the cache."""
    (order,) = orders(plans(paths), paths.media)
    real = made(order.data)
    marked = replace(made(picture("png", 400, 300)), shared=real.shared)
    Store(paths.root, paths.cache / "pictures").put(order.key, to_bytes(marked))
    expected = marked if cache else real
    assert make_gallery(plans(paths), paths, cache=cache).made == {"conversation": expected}


def test_without_cache_nothing_is_written(paths: PortalPaths) -> None:
    """The folder of the cache is not even made."""
    make_gallery(plans(paths), paths, cache=False)
    assert not paths.cache.exists()


def test_another_picture_is_another_entry(paths: PortalPaths) -> None:
    """A file that changed under its name is made again."""
    make_gallery(plans(paths), paths)
    data = picture("png", 200, 100)
    (paths.root / FILE).write_bytes(data)
    assert make_gallery(plans(paths), paths).made == {"conversation": made(data)}


def test_damaged_cache_is_made_again(paths: PortalPaths) -> None:
    """Whatever happened to the folder, the result is the same."""
    before = make_gallery(plans(paths), paths)
    entries = [path for path in paths.cache.rglob("*") if path.is_file()]
    for path in entries:
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert (len(entries), make_gallery(plans(paths), paths)) == (1, before)


def test_a_picture_that_cannot_be_decoded_has_a_place(paths: PortalPaths) -> None:
    """Damage that head and end do not show is found when the picture is made, at the line of its file."""
    data = bytearray(saved(noise(60, 40), "png"))
    data[2000:2100] = bytes(100)
    (paths.root / FILE).write_bytes(data)
    with pytest.raises(ContentError) as raised:
        make_gallery(plans(paths), paths)
    (found,) = raised.value.findings
    place = f"{found.position.file}:{found.position.line}"
    assert (found.code, place, found.text) == (
        "PP509",
        "content/media/conversation.yml:2",
        "conversation.png is damaged",
    )
