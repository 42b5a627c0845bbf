"""The plugin in MkDocs' own hands, as with `mkdocs build`."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.engine.builder import BaseConfig
from generator.engine.plugin import PortalPlugin
from generator.engine.unit import Unit, UnitPage
from generator.errors import RenderError
from generator.text.slots import ROUTE, SITE
from tests.support.units import write_unit

MakeUnit = Callable[..., Unit]
MakeView = Callable[..., dict[str, Any]]
ROOT = Path(__file__).parents[3]


def mkdocs_build(plugin: PortalPlugin, folder: Path) -> Path:
    """Build as MkDocs does by itself: own configuration file, own template environment."""
    (folder / "docs").mkdir()
    (folder / "docs/stray.md").write_text("# Not a page of ours")
    theme = f"{{name: material, font: false, custom_dir: {ROOT / 'theme/shell'}}}"
    (folder / "mkdocs.yml").write_text(f"site_name: x\ntheme: {theme}\nplugins: []\n")
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"))
    config.plugins["programme-portal"] = plugin
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    return folder / "site"


def contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_same_as_in_process(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit) -> None:
    """Plain MkDocs writes the same bytes as the builder, and no page of its own."""
    plugin = PortalPlugin()
    plugin.unit = make_unit("so")
    write_unit(plugin.unit, tmp_path / "ours", base)
    assert contents(tmp_path / "ours") == contents(mkdocs_build(plugin, tmp_path))


def test_static_files(tmp_path: Path, make_unit: MakeUnit) -> None:
    """Further files of the site are written where they belong, from bytes or from a file."""
    (tmp_path / "logo.svg").write_bytes(b"<svg/>")
    plugin = PortalPlugin()
    plugin.unit = make_unit()
    plugin.static_files = {"assets/portal/portal.css": b":root{}", "media/logo.svg": tmp_path / "logo.svg"}
    found = contents(mkdocs_build(plugin, tmp_path))
    assert (found["assets/portal/portal.css"], found["media/logo.svg"]) == (b":root{}", b"<svg/>")


def test_each_build_looks_at_views_anew(tmp_path: Path, make_unit: MakeUnit) -> None:
    """MkDocs keeps the plugin while it serves; what an earlier build found sound is nothing to rely on."""
    plugin = PortalPlugin()
    plugin.unit = make_unit()
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    mkdocs_build(plugin, tmp_path / "first")
    plugin.unit.pages[0].view["navigation"][0].clear()  # type: ignore[index]
    with pytest.raises(RenderError, match=r"page index\.html: .*'navigation\.title'"):
        mkdocs_build(plugin, tmp_path / "second")


def test_slots_are_filled_in_the_whole_page(
    tmp_path: Path, base: BaseConfig, make_unit: MakeUnit, make_view: MakeView
) -> None:
    """In what stands around a page as in the page, with each page's own values, on the 404 page too."""
    view = make_view(up=SITE, canonical=f"https://example.org/{ROUTE}")
    unit = make_unit()
    pages = [
        UnitPage(path, "A", "", f'<a href="{SITE}x/">', view=view, slots={SITE: way, ROUTE: path})
        for path, way in (("index.html", "./"), ("a/b/index.html", "../../"), ("404.html", "/portal/"))
    ]
    unit = dataclasses.replace(unit, pages=tuple(pages[:2]), not_found=pages[2])
    files = write_unit(unit, tmp_path, base).files
    for page in pages:
        html = files[page.path].decode()
        assert (SITE in html, ROUTE in html) == (False, False)
        assert f'<a href="{page.slots[SITE]}x/">' in html
        assert f'href="{page.slots[SITE]}programmes/"' in html
        assert f'href="https://example.org/{page.path}"' in html


def test_without_unit(tmp_path: Path) -> None:
    """Without a unit the plugin says so instead of building an empty site."""
    with pytest.raises(RenderError, match="no unit to build"):
        mkdocs_build(PortalPlugin(), tmp_path)
