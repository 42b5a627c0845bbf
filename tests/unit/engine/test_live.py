"""What is kept in mind of sites that were just published, on disks with fine times and with coarse ones."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.engine.live import LiveSites
from generator.publish.assembly import Change
from generator.publish.tree import look
from generator.store.store import Store

AGO = 1_700_000_000
KEYS = {"kvinfo": "made from this"}


@pytest.fixture
def live(tmp_path: Path) -> LiveSites:
    """One live site that nobody has in mind."""
    (tmp_path / "public/kvinfo/da").mkdir(parents=True)
    (tmp_path / "public/kvinfo/da/index.html").write_bytes(b"1")
    return LiveSites(Store(tmp_path, tmp_path / "kept"), tmp_path / "public")


def _stamp(live: LiveSites, nanoseconds: int) -> None:
    """Give all folders the same time, as a disk does whose times are that coarse."""
    for folder in (live.output, live.output / "kvinfo", live.output / "kvinfo/da"):
        os.utime(folder, ns=(nanoseconds, nanoseconds))


def _remember(live: LiveSites) -> None:
    seen = look(live.output / "kvinfo")
    live.remember([Change("kvinfo", "digest", ("da/index.html",), 0, (), seen)], KEYS)


def _add(live: LiveSites) -> None:
    (live.output / "kvinfo/da/stray.html").write_bytes(b"2")


def _rename(live: LiveSites) -> None:
    (live.output / "kvinfo/da/index.html").rename(live.output / "kvinfo/index.html")


def _nothing(live: LiveSites) -> None:
    """Nobody does anything."""


@pytest.mark.parametrize(("harm", "same"), [(_nothing, {"kvinfo": 1}), (_add, {}), (_rename, {})])
@pytest.mark.parametrize("stamp", [0, 990_000_000])
def test_on_a_coarse_disk_a_site_is_looked_at_once_more(
    live: LiveSites, harm: Callable[[LiveSites], None], same: dict[str, int], stamp: int
) -> None:
    """A file that comes in the moment of the publishing leaves the time of its folder as it was, and is seen."""
    _stamp(live, AGO * 10**9 + stamp)
    _remember(live)
    harm(live)
    _stamp(live, AGO * 10**9 + stamp)
    assert live.unchanged(KEYS, 1) == same


def test_what_was_looked_at_later_is_told_by_times(live: LiveSites) -> None:
    """The look of the next build, long after the last change, is what builds after that compare with."""
    _stamp(live, AGO * 10**9)
    _remember(live)
    assert _marked(live) is False
    assert live.unchanged(KEYS, 1) == {"kvinfo": 1}
    assert _marked(live) is True


def test_on_an_ordinary_disk_times_tell(live: LiveSites) -> None:
    """Where times are fine no further look is needed."""
    _stamp(live, AGO * 10**9 + 123_456_789)
    _remember(live)
    assert _marked(live) is True
    _add(live)
    assert live.unchanged(KEYS, 1) == {}


def test_a_folder_that_changed_in_this_moment(live: LiveSites) -> None:
    """The finest clock may stand still for a moment: a folder of the future is as uncertain."""
    _stamp(live, 4_000_000_000 * 10**9 + 123_456_789)
    _remember(live)
    assert _marked(live) is False


def _marked(live: LiveSites) -> bool:
    """Whether it can be told by times alone that the site is as it was."""
    found = live._known("kvinfo")
    assert found is not None
    return bool(found.seen.marks[0])
