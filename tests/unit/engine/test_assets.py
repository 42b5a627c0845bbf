"""Which static files a site ships."""

from pathlib import Path

from generator.engine.assets import site_assets


def test_material_is_reduced(tmp_path: Path) -> None:
    """Of Material comes the search worker: no style sheet, maps, icons, bundle or unused stemmers."""
    names = [Path(path).name.split(".")[0] for path in site_assets(tmp_path, ["so"])]
    assert names == ["search"]


def test_stemmers_of_all_languages(tmp_path: Path) -> None:
    """The searches of all languages of the site find their scripts."""
    paths = site_assets(tmp_path, ["nb", "de", "en"])
    expected = ["lunr.de.min.js", "lunr.no.min.js", "lunr.stemmer.support.min.js"]
    assert expected == [path.split("/")[-1] for path in paths if "/lunr/" in path]


def test_own_assets(tmp_path: Path) -> None:
    """The theme's files go to assets/portal/ with their folders; hidden ones stay behind."""
    (tmp_path / "fonts").mkdir()
    for name in ("shell.css", "fonts/latin.woff2", ".cache"):
        (tmp_path / name).write_text("x")
    own = [path for path in site_assets(tmp_path, []) if path.startswith("assets/portal/")]
    assert own == ["assets/portal/fonts/latin.woff2", "assets/portal/shell.css"]
