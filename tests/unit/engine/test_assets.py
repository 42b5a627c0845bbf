"""Which static files a site ships."""

from pathlib import Path

from generator.engine.assets import asset_files, site_assets


def test_own_assets(tmp_path: Path) -> None:
    """The theme's files go to assets/portal/ with their folders; hidden ones stay behind, and nothing is added."""
    (tmp_path / "fonts").mkdir()
    for name in ("shell.css", "fonts/latin.woff2", ".cache"):
        (tmp_path / name).write_text("x")
    assert list(site_assets(tmp_path)) == ["assets/portal/fonts/latin.woff2", "assets/portal/shell.css"]
    assert asset_files(tmp_path) == dict.fromkeys(site_assets(tmp_path), b"x")
