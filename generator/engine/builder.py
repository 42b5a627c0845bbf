"""Builds one unit by running MkDocs in this process.

Takes a unit and the base configuration; returns its files. One unit at a time per process, never in threads: MkDocs
and its plugins keep state in modules and classes. What is kept on purpose (compiled templates) and what is thrown
away between units is all in this module and `environment`.
"""

from __future__ import annotations

import copy
import logging
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config.config_options import Theme
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils.yaml import yaml_load

from generator.engine.assets import site_assets
from generator.engine.environment import shared_environment
from generator.engine.plugin import NOT_FOUND, PortalPlugin
from generator.engine.unit import Unit, UnitPage, UnitResult
from generator.engine.view import LABELS
from generator.errors import PortalError, RenderError
from generator.render.environment import template_position

PLUGIN = "programme-portal"


@dataclass(frozen=True, slots=True)
class BaseConfig:
    """What all units share: the settings of `mkdocs.yml` and the theme folder (`shell/`, `assets/`)."""

    settings: Mapping[str, Any]
    theme: Path


def read_base(mkdocs: Path, theme: Path) -> BaseConfig:
    """Read the base configuration. `mkdocs` is trusted: MkDocs runs what stands in it.

    Raises `RenderError` when the file or the theme cannot be used.
    """
    try:
        with mkdocs.open("rb") as stream:
            settings = yaml_load(stream)
    except Exception as error:
        raise RenderError(f"{mkdocs.name} cannot be read: {error}") from error
    chosen = settings.get("theme") if isinstance(settings, dict) else None
    if not isinstance(chosen, dict) or chosen.get("name") != "material":
        raise RenderError(f"{mkdocs.name}: the theme must be a map with name: material")
    if not (theme / "shell/main.html").is_file():
        raise RenderError(f"no shell/main.html in the theme folder {theme}")
    return BaseConfig(settings, theme)


def build_unit(unit: Unit, base: BaseConfig) -> UnitResult:
    """Return all files of `unit`; nothing is left on the disk.

    Raises `RenderError` naming site, language, page and template for anything that goes wrong.
    """
    plugin = PortalPlugin()
    plugin.unit = unit
    written: dict[str, bytes] = {}
    plugin.written = written
    plugin.load_config({})
    with collected_warnings() as warnings, tempfile.TemporaryDirectory(prefix="portal-") as scratch:
        try:
            config = _configure(unit, Path(scratch), base, plugin)
            _run(config)
        except PortalError:
            raise
        except (Exception, Abort) as error:
            raise _render_error(unit, plugin.current, error, warnings) from error
        finally:
            _forget_plugins()
        others = _files_below(Path(scratch))  # of other plugins that mkdocs.yml may name
    assets = site_assets(base.theme / "assets") if unit.carries_assets else {}
    files = {path: source.read_bytes() for path, source in assets.items()}
    files |= {**others, **unit.files, **written}
    missing = {page.path for page in unit.pages} | {NOT_FOUND}
    missing.difference_update(files)
    if missing:
        raise RenderError(f"{unit.site}/{unit.language}: not written: {', '.join(sorted(missing))}")
    return UnitResult(unit.site, unit.language, dict(sorted(files.items())), tuple(warnings))


def _files_below(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def warm_up(base: BaseConfig) -> None:
    """Import, compile and cache what every unit needs, by building a small one that nobody sees."""
    build_unit(_dummy_unit(), base)


@contextmanager
def collected_warnings() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins log from `WARNING` up, instead of printing it."""
    collected: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            collected.append(record.getMessage())

    logger = logging.getLogger("mkdocs")
    before = (logger.level, logger.propagate)
    handler = Collector(logging.WARNING)
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield collected
    finally:
        logger.level, logger.propagate = before
        logger.removeHandler(handler)


def _configure(unit: Unit, destination: Path, base: BaseConfig, plugin: PortalPlugin) -> MkDocsConfig:
    settings = copy.deepcopy(dict(base.settings))  # validation empties the lists it is given
    settings.update(site_dir=str(destination), site_name=unit.site, site_url=unit.url)
    settings["docs_dir"] = str(base.theme / "assets")  # must exist; the plugin replaces what is found there
    settings["theme"]["custom_dir"] = str(base.theme / "shell")
    settings["plugins"] = [entry for entry in settings.get("plugins") or () if _plugin_name(entry) != PLUGIN]
    for name in ("nav", "watch"):  # of no use here, and paths in them count from another folder
        settings.pop(name, None)
    _forget_plugins()
    config = _UnitConfig(config_file_path=str(base.theme / "mkdocs.yml"))
    config.load_dict(settings)
    errors, _ = config.validate()
    if errors:
        raise RenderError("mkdocs.yml: " + "; ".join(f"{key}: {problem}" for key, problem in errors))
    config.plugins[PLUGIN] = plugin
    environment = shared_environment(tuple(config.theme.dirs))
    vars(config.theme)["get_env"] = lambda: environment
    return config


class _ThemeOnce(Theme):
    """Finds an installed theme once: MkDocs looks through all installed packages for each configuration."""

    def __init__(self) -> None:
        super().__init__(default="material")
        self._found: dict[str, Any] = {}

    def run_validation(self, value: object) -> Any:
        """Return a copy, since plugins write into the theme."""
        key = repr(value)
        if key not in self._found:
            self._found[key] = super().run_validation(value)
        return copy.deepcopy(self._found[key])


class _UnitConfig(MkDocsConfig):  # type: ignore[no-untyped-call]
    """The configuration of one unit."""

    theme = _ThemeOnce()


def _run(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)  # MkDocs leaves these two to its command line
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def _plugin_name(entry: str | Mapping[str, Any]) -> str:
    return entry if isinstance(entry, str) else next(iter(entry))


def _forget_plugins() -> None:
    """Empty MkDocs' cache of plugin objects, which would share one search index between sites."""
    dict(MkDocsConfig._schema)["plugins"].plugin_cache.clear()  # type: ignore[attr-defined]


def _render_error(unit: Unit, page: str, error: BaseException, logged: list[str]) -> RenderError:
    position = template_position(error)
    place = f"{Path(position.file).name} line {position.line}" if position else ""
    where = f"{unit.site}/{unit.language}" + (f": page {page}" if page else "")
    reason = str(error) or type(error).__name__
    message = ": ".join(part for part in (where, place, reason) if part)
    return RenderError(message, "; ".join(logged[-3:]), position)


def _dummy_unit() -> Unit:
    links = {"contact": (), "legal": (), "network": ()}
    view = {
        **dict.fromkeys(("canonical", "x_default", "robots", "notice"), ""),
        **dict.fromkeys(("navigation", "breadcrumbs", "alternates"), ()),
        "home_url": "./",
        "content_language": "en",
        "content_direction": "ltr",
        "footer": links,
        "labels": dict.fromkeys(LABELS, "-"),
    }
    page = UnitPage("index.html", "Warm", "", "<h1>Warm</h1>", view=view)
    address = "https://example.org/"
    return Unit("warm", "en", "ltr", "", address, "Warm", (page,), page, carries_assets=False)
