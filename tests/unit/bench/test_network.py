"""Networks of the benchmark: as many pages as asked for, nothing to find, the same bytes from the same seed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.outcome import Checked
from generator.paths import PortalPaths
from generator.pipeline import check_portal
from tests.bench.network import TODAY, change_phone, change_title, write_network, write_records
from tests.bench.shape import LEAST, shape_of
from tests.support.builds import contents


def checked(root: Path) -> Checked:
    return check_portal(PortalPaths(root), read_clock(TODAY))


@pytest.mark.parametrize("pages", [10, 13, 17, 40])
def test_pages(tmp_path: Path, pages: int) -> None:
    """The program plans as many pages for each site and language as were asked for, and finds nothing wrong."""
    written = write_network(tmp_path / "net", sites=2, languages=3, pages=pages)
    found = checked(tmp_path / "net")
    counted = Counter((plan.id, page.language) for plan in found.plans for page in plan.pages)
    assert set(counted.values()) == {pages}
    assert (len(counted), written.pages) == (6, 6 * pages)
    assert found.findings == ()


def test_every_size_is_met() -> None:
    """Shapes have the number of pages that was asked for, up to a thousand; a site of fewer pages is refused."""
    assert [shape_of(pages).pages for pages in range(LEAST, 1001)] == list(range(LEAST, 1001))
    with pytest.raises(ValueError, match="at least 10 pages"):
        shape_of(LEAST - 1)


def test_every_language_is_clean(tmp_path: Path) -> None:
    """All ten languages pass the checks, the regional ones as well; every text is translated."""
    write_network(tmp_path / "net", languages=10, pages=17)
    found = checked(tmp_path / "net")
    assert found.findings == ()
    assert not any(page.is_fallback for plan in found.plans for page in plan.pages)


def test_records(tmp_path: Path) -> None:
    """A network of so many records has exactly these, beside its sites and vocabularies."""
    written = write_records(tmp_path / "net", 83, sites=2, languages=2)
    found = checked(tmp_path / "net")
    kinds = Counter(record.kind for record in found.catalog)
    assert sum(kinds.values()) - kinds["sites"] - kinds["vocabulary"] == written.records == 83
    assert found.findings == ()


def test_a_seed_tells_the_bytes(tmp_path: Path) -> None:
    """The same seed writes the same files; another one other words in the same files."""
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_network(tmp_path / name, sites=2, languages=2, pages=17, seed=seed)
    one, other = contents(tmp_path / "one"), contents(tmp_path / "other")
    assert contents(tmp_path / "again") == one
    assert one.keys() == other.keys()
    assert sum(one[name] == other[name] for name in one) == 0


def test_edits_change_one_file(tmp_path: Path) -> None:
    """A phone number and a title change in one file each, and the portal stays right."""
    root = tmp_path / "net"
    write_network(root, sites=2, languages=2, pages=17)
    before = contents(root)
    phone, title = change_phone(root), change_title(root)
    after = contents(root)
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {path.relative_to(root).as_posix() for path in (phone, title)}
    assert b"+45 33 12" in after["content/coordinators/office-2-2.yml"]
    assert checked(root).findings == ()
