"""What pages are made from, and when a site has to be made again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from generator.clock import Clock, read_clock
from generator.engine.units import make_unit
from generator.paths import PortalPaths
from generator.render.extras import site_files
from generator.serve.snapshot import ServeOptions
from generator.serve.workbench import Workbench
from generator.store.digest import digest
from tests.support.builds import ROOT, replaced
from tests.support.portal import TODAY, copy_small


def keys(bench: Workbench, today: str = TODAY) -> dict[str, str]:
    """Read the portal anew and return the keys of its sites."""
    clock = read_clock(today)
    bench.take(bench.check(clock), clock)
    return {id: site.key for id, site in bench.benches.items()}


def test_key_is_stable(tmp_path: Path) -> None:
    """Reading the same again, here or in another process, gives the same keys."""
    paths = copy_small(tmp_path / "portal")
    bench = Workbench(paths, ServeOptions())
    assert keys(bench) == keys(bench) == keys(Workbench(paths, ServeOptions()))


def test_key_follows_the_day(tmp_path: Path) -> None:
    """Another day is another key."""
    bench = Workbench(copy_small(tmp_path / "portal"), ServeOptions())
    assert keys(bench) != keys(bench, "2026-11-22")


def test_key_follows_what_is_still_to_come(tmp_path: Path) -> None:
    """The time of the day alone is no difference; a meeting that ends is."""
    bench = Workbench(copy_small(tmp_path / "portal"), ServeOptions())
    found = []
    for hour, minute in ((9, 0), (9, 1), (17, 0), (18, 0)):  # it ends at half past five
        clock = Clock(datetime(2026, 12, 3, hour, minute, tzinfo=UTC))
        bench.take(bench.check(clock), clock)
        found.append(bench.benches["broen"].key)
    assert found[0] == found[1] == found[2] != found[3]


def test_key_follows_shared_words(tmp_path: Path) -> None:
    """A label that a page reads from outside its site's selection changes the key."""
    paths = copy_small(tmp_path / "portal")
    bench = Workbench(paths, ServeOptions())
    before = keys(bench)
    replaced(paths.root / "content/vocabulary/topics.yml", "en: ", "en: New ")
    assert keys(bench) != before


def test_sites_need_no_other_records() -> None:
    """All pages and files of the six sample sites are the same from the records of the site's key alone."""
    paths, clock = PortalPaths(ROOT), read_clock(TODAY)
    bench = Workbench(paths, ServeOptions())
    checked = bench.check(clock)
    bench.take(checked, clock)
    others = []
    for whole in checked.plans:
        alone, pictures = bench.benches[whole.id].plan, bench.benches[whole.id].pictures
        if site_files(whole, pictures, paths.theme, clock) != site_files(alone, pictures, paths.theme, clock):
            others.append(whole.id)
        for language in whole.languages:
            if make_unit(whole, language, paths, pictures) != make_unit(alone, language, paths, pictures):
                others.append(f"{whole.id}/{language}")
    assert (len(checked.plans), others) == (6, [])


def test_equal_parts_need_not_be_one() -> None:
    """A digest does not tell one object that is there twice from two equal ones."""
    one = "".join(["a", "b"])
    other = "".join(["a", "b"])
    assert digest((one, one)) == digest((one, other))
