"""In a network of sites an edit writes the files that show it, and no others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.clock import read_clock
from generator.outcome import BuildOptions
from generator.paths import PortalPaths
from generator.pipeline import build_portal
from tests.bench.network import TODAY, change_phone, change_title, write_network
from tests.support.builds import State, state

SITES = 3


def _build(root: Path) -> State:
    build_portal(PortalPaths(root), read_clock(TODAY), BuildOptions(root / "public"))
    return state(root / "public")


def _shared_guide(root: Path) -> Path:
    path = root / "content/guides/guide-1.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("\ntitle: ", "\ntitle: Plus ", 1), "utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "sites"), [(change_phone, {"site-3"}), (change_title, {"site-3"}), (_shared_guide, None)]
)
def test_only_files_that_show_an_edit_are_written(
    tmp_path: Path, change: Callable[[Path], Path], sites: set[str] | None
) -> None:
    """Sites that do not show a phone number, a title or a shared guide keep every file; the others those that stay."""
    root = tmp_path / "network"
    write_network(root, sites=SITES, languages=2, pages=20)
    before = _build(root)
    change(root)
    after = _build(root)
    written = {path for path in after if after[path] != before.get(path)}
    assert {path.partition("/")[0] for path in written} == (sites or {f"site-{n + 1}" for n in range(SITES)})
    assert written == {path for path in after if after[path][0] != before[path][0]}
    assert before.keys() == after.keys()
    assert len(written) < len(after) / 2
