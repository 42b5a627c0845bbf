"""Readers during a switch: they see one whole tree or the other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator.publish.manifest import NAME, Entry, read_manifest

PUBLISHER = Path(__file__).with_name("publisher.py")
ALWAYS = ("index.html", "da/index.html", "programmes/index.html", "assets/site.css")


def test_readers_see_whole_trees_during_100_switches(tmp_path: Path) -> None:
    """While 100 versions replace each other, no page is ever missing and none disagrees with its manifest."""
    repeat = [sys.executable, str(PUBLISHER), "repeat", str(tmp_path)]
    subprocess.run([*repeat, "1", "1"], check=True, timeout=60)
    site = tmp_path / "public" / "kvinfo"
    seen = set()
    compared = 0
    with subprocess.Popen([*repeat, "2", "101"]) as process:
        while process.poll() is None:
            before = (site / NAME).read_bytes()
            # A path that is in every version must be there at every moment: no handler for its absence here.
            read = {path: Entry.of((site / path).read_bytes()) for path in ALWAYS}
            manifest = read_manifest(site)
            assert manifest is not None
            if manifest.to_bytes() == before == (site / NAME).read_bytes():
                assert {path: manifest.files[path] for path in ALWAYS} == read
                compared += 1
                seen.add(manifest.digest)
        assert process.returncode == 0
    assert compared > 100
    assert len(seen) > 10
