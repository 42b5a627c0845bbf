"""Building units: pages, languages, determinism, errors."""

import dataclasses
import json
import logging
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.engine.builder import build_unit, collected_warnings, warm_up
from generator.engine.configuration import BaseConfig, read_base
from generator.engine.plugin import PortalPlugin
from generator.engine.unit import Unit
from generator.errors import RenderError, SettingsError
from tests.support.units import write_unit

MakeUnit = Callable[..., Unit]
MakeView = Callable[..., dict[str, Any]]
ROOT = Path(__file__).parents[3]


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("page", ["index.html", "programmes/kvinfo/index.html", "404.html"])
@pytest.mark.parametrize(
    "tag",
    [("en", "ltr"), ("ar", "rtl"), ("so", "ltr"), ("ti", "ltr"), ("ckb", "rtl"), ("prs", "rtl"),
     ("zh-Hans", "ltr"), ("pt-BR", "ltr")],
)  # fmt: skip
def test_language_and_direction(
    tmp_path: Path, base: BaseConfig, make_unit: MakeUnit, tag: tuple[str, str], page: str
) -> None:
    """Every page, the 404 page too, has its exact language code and direction on <html>."""
    write_unit(make_unit(*tag), tmp_path / "out", base)
    tree = LexborHTMLParser((tmp_path / "out" / page).read_text("utf-8"))
    html = tree.css_first("html").attributes
    assert (html["lang"], html["dir"]) == tag


def test_result_lists_what_was_written(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit) -> None:
    """A unit without assets is its pages, its 404 page and its further files: no sitemap, no theme files."""
    result = write_unit(make_unit(carries_assets=False), tmp_path / "out", base)
    assert tuple(result.files) == (
        "404.html",
        "index.html",
        "programmes/kvinfo/index.html",
        "search/index.json",
    )


def test_no_warnings(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit) -> None:
    """MkDocs and Material find nothing to complain about."""
    assert write_unit(make_unit(), tmp_path / "out", base).warnings == ()


def test_content_is_ours(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit) -> None:
    """The page's HTML arrives unchanged: no Markdown, no template runs over it."""
    text = '<h1 id="top">*{{ 7*7 }}* {% raw %} [a](b)</h1>\n<pre>  a\n\n\n   b</pre>'
    unit = make_unit()
    page = dataclasses.replace(unit.pages[0], html=text)
    write_unit(dataclasses.replace(unit, pages=(page,)), tmp_path / "out", base)
    assert text in (tmp_path / "out/index.html").read_text("utf-8")


def test_same_bytes_alone_and_after_others(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit) -> None:
    """A unit built in a fresh process equals the same unit built after units of other sites."""
    for number, (language, direction) in enumerate((("ar", "rtl"), ("en", "ltr"), ("so", "ltr"))):
        words = {**make_unit().strings, "search": f"Search {number}"}
        write_unit(make_unit(language, direction, site="other", strings=words), tmp_path / "x", base)
    write_unit(make_unit("en", "ltr"), tmp_path / "after", base)
    script = (
        "import sys; sys.path[:0] = sys.argv[1:3]; from pathlib import Path\n"
        "from conftest import sample_unit\n"
        "from generator.engine.configuration import read_base; from tests.support.units import write_unit\n"
        "root = Path(sys.argv[1]); base = read_base(root / 'mkdocs.yml', root / 'theme')\n"
        "write_unit(sample_unit('en', 'ltr'), Path(sys.argv[3]), base)"
    )
    arguments = [str(ROOT), str(Path(__file__).parent), str(tmp_path / "alone")]
    subprocess.run([sys.executable, "-c", script, *arguments], check=True, timeout=60)
    assert digests(tmp_path / "alone") == digests(tmp_path / "after")


def test_base_is_not_used_up(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit) -> None:
    """Building leaves the base configuration as it was, so that the next unit gets all of it."""
    before = json.dumps(base.settings, default=str)
    write_unit(make_unit(), tmp_path / "out", base)
    assert before == json.dumps(base.settings, default=str)


def test_warm_up_leaves_no_trace(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit) -> None:
    """Warming up before a unit does not change its bytes."""
    write_unit(make_unit(), tmp_path / "one", base)
    warm_up(base)
    write_unit(make_unit(), tmp_path / "two", base)
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_error_names_page_and_template(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit) -> None:
    """A mistake in a template is reported with site, language, page, template and line."""
    theme = tmp_path / "theme"
    shutil.copytree(base.theme, theme)
    (theme / "shell/partials/breadcrumbs.html").write_text(
        "{% if page %}\n{{ document.title.odd.more }}{% endif %}"
    )
    broken = dataclasses.replace(base, theme=theme)
    message = r"demo/en: page index\.html: breadcrumbs\.html line 2: .* has no attribute 'odd'"
    with pytest.raises(RenderError, match=message):
        write_unit(make_unit(), tmp_path / "out", broken)


def test_good_unit_after_a_broken_one(
    tmp_path: Path, base: BaseConfig, make_unit: MakeUnit, make_view: MakeView
) -> None:
    """A unit that failed leaves nothing behind that would change the next."""
    write_unit(make_unit(), tmp_path / "before", base)
    bad = dataclasses.replace(make_unit().pages[1], view=make_view(navigation=None))
    with pytest.raises(RenderError):
        write_unit(make_unit("ar", "rtl", pages=(bad,)), tmp_path / "bad", base)
    write_unit(make_unit(), tmp_path / "after", base)
    assert digests(tmp_path / "before") == digests(tmp_path / "after")


def test_each_unit_has_its_own_configuration(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit) -> None:
    """What a build writes into the configuration of one unit does not reach the next."""
    first, untouched = (base.configuration(make_unit(), tmp_path, PortalPlugin()) for _ in range(2))
    first.theme["language"] = "ar"
    first.theme.dirs.insert(0, "elsewhere")
    first.theme.static_templates.add("extra.html")
    first.extra["more"] = True
    first.plugins["another"] = PortalPlugin()
    first.site_name = "another"
    later = base.configuration(make_unit(), tmp_path, PortalPlugin())
    assert dict(later.theme.items()) == dict(untouched.theme.items())
    assert (later.theme.dirs, later.theme.static_templates) == (
        untouched.theme.dirs,
        untouched.theme.static_templates,
    )
    assert (later.extra, list(later.plugins), later.site_name) == (
        untouched.extra,
        ["programme-portal"],
        make_unit().site,
    )


def test_plugins_of_others_begin_anew_with_each_unit(
    tmp_path: Path, base: BaseConfig, make_unit: MakeUnit
) -> None:
    """They keep state, such as a search index, which must not pass from site to site."""
    settings = {**base.settings, "plugins": [*base.settings["plugins"], "search"]}
    mixed = dataclasses.replace(base, settings=settings)
    one, two = (
        mixed.configuration(make_unit(), tmp_path, PortalPlugin()).plugins["material/search"]
        for _ in range(2)
    )
    assert one is not two
    assert (base.is_alone, mixed.is_alone) == (True, False)


def test_files_of_other_plugins_are_taken_along(
    tmp_path: Path, base: BaseConfig, make_unit: MakeUnit
) -> None:
    """With a scratch or without, what another plugin writes is part of the unit, and nothing is left behind."""
    settings = {**base.settings, "plugins": [*base.settings["plugins"], "search"]}
    mixed = dataclasses.replace(base, settings=settings)
    alone, below = build_unit(make_unit(), mixed), build_unit(make_unit(), mixed, tmp_path)
    assert "search/search_index.json" in alone.files
    assert alone == below
    assert not list(tmp_path.iterdir())


def test_same_path_twice(tmp_path: Path, base: BaseConfig, make_unit: MakeUnit) -> None:
    """Two pages on one path are an error, never one of them silently."""
    unit = make_unit()
    with pytest.raises(RenderError, match="two pages have the same path"):
        write_unit(dataclasses.replace(unit, pages=unit.pages * 2), tmp_path / "out", base)


def test_warnings_are_collected_and_the_logger_restored() -> None:
    """What is logged below `mkdocs` is kept per unit, and logging is as before afterwards."""
    logger = logging.getLogger("mkdocs")
    before = (logger.level, logger.propagate, list(logger.handlers))
    with collected_warnings() as warnings:
        logging.getLogger("mkdocs.plugins.x").warning("odd %s", "thing")
        logging.getLogger("mkdocs").info("usual")
    assert (["odd thing"], before) == (warnings, (logger.level, logger.propagate, list(logger.handlers)))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("theme: readthedocs\n", "name: material"),
        ("a: [\n", "^mkdocs.yml:2:1: The file ends here"),
        ("- a\n", "name: material"),
    ],
)
def test_unusable_base(tmp_path: Path, text: str, message: str) -> None:
    """A base configuration that cannot serve is refused in words."""
    (tmp_path / "mkdocs.yml").write_text(text)
    with pytest.raises(SettingsError, match=message):
        read_base(tmp_path / "mkdocs.yml", ROOT / "theme")


def test_warming_up_makes_no_folder(
    base: BaseConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None is left where the process is ended meanwhile."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    warm_up(base)
    assert not (tmp_path / "none").exists()
