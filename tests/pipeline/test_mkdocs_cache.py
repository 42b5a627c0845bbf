"""The option `cache` of the MkDocs plugin decides about the pictures that were made before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.builds import ROOT, SECONDS
from tests.support.portal import copy_small


@pytest.mark.parametrize("cache", [True, False])
def test_mkdocs_keeps_pictures_unless_told_not_to(cache: bool, tmp_path: Path) -> None:
    """With `cache: false`, `mkdocs build` leaves nothing for a later build."""
    paths = copy_small(tmp_path / "portal")
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = text.replace("cache: true", f"cache: {str(cache).lower()}")
    text = text.replace("theme/shell", str(ROOT / "theme/shell")).replace(
        "watch: [sites, theme, generator]\n", ""
    )
    (paths.root / "mkdocs.yml").write_text(text, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "built")]
    subprocess.run(command, cwd=paths.root, check=True, capture_output=True, timeout=SECONDS)
    kept = [path for path in (paths.cache / "pictures").rglob("*") if path.is_file()]
    assert ((tmp_path / "built/index.html").exists(), bool(kept)) == (True, cache)
