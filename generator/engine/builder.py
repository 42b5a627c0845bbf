"""Builds one unit by running MkDocs in this process.

Takes a unit and the base configuration; returns its files. One unit at a time per process, never in threads: MkDocs
and its plugins keep state in modules and classes. What is kept on purpose (compiled templates) and what is thrown
away between units is all in this module and `environment`.
"""

from __future__ import annotations

import logging
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig

from generator.engine.assets import site_assets
from generator.engine.configuration import BaseConfig, forget_plugins
from generator.engine.foreign import fault_of_others
from generator.engine.plugin import NOT_FOUND, PortalPlugin
from generator.engine.unit import Unit, UnitPage, UnitResult
from generator.engine.view import ALTERNATE, LABELS
from generator.errors import PortalError, RenderError
from generator.render.environment import template_position


def build_unit(unit: Unit, base: BaseConfig, scratch: Path | None = None) -> UnitResult:
    """Return all files of `unit`; nothing is left on the disk, save below `scratch`, a folder of this process alone.

    Raises `SettingsError` for `mkdocs.yml` and the hooks and plugins that it names, `RenderError` naming site,
    language, page and template for anything else that goes wrong.
    """
    plugin = PortalPlugin()
    plugin.unit = unit
    written: dict[str, bytes] = {}
    plugin.written = written
    plugin.load_config({})
    with collected_warnings() as warnings, _destination(scratch) as folder:
        try:
            _run(base.configuration(unit, folder, plugin))
        except PortalError:
            raise
        except BaseException as error:  # as MkDocs' own `Abort` is; and hooks may say exit()
            if isinstance(error, KeyboardInterrupt) and signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
                raise  # else nobody hears Ctrl-C here, and it is a hook's
            fault = fault_of_others(error, base.settings, base.file, f"{unit.site}/{unit.language}")
            raise fault or _render_error(unit, plugin.current, error, warnings) from error
        finally:
            forget_plugins()
        others = _files_below(folder)  # of other plugins that mkdocs.yml may name
    assets = site_assets(base.theme / "assets") if unit.carries_assets else {}
    files = {path: source.read_bytes() for path, source in assets.items()}
    files |= {**others, **unit.files, **written}
    missing = {page.path for page in unit.pages} | {NOT_FOUND}
    missing.difference_update(files)
    if missing:
        raise RenderError(f"{unit.site}/{unit.language}: not written: {', '.join(sorted(missing))}")
    return UnitResult(unit.site, unit.language, dict(sorted(files.items())), tuple(warnings))


@contextmanager
def _destination(scratch: Path | None) -> Iterator[Path]:
    """A folder for files of others; where there is a scratch it is made by whoever writes, which is seldom anybody."""
    if scratch is None:
        with tempfile.TemporaryDirectory(prefix="portal-") as made:
            yield Path(made)
    else:
        folder = scratch / f"mkdocs-{os.getpid()}"
        yield folder
        if folder.exists():
            shutil.rmtree(folder)


def _files_below(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def warm_up(base: BaseConfig) -> None:
    """Import, compile and cache what every unit needs, by building a small one that nobody sees.

    Hooks and plugins of others do not see it either: they would act on a page that is nobody's.
    """
    if base.is_alone:
        # Nobody writes a file here, so no folder is made either, which a process that is ended would leave behind.
        build_unit(_dummy_unit(), base, Path(tempfile.gettempdir()))


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


def _run(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)  # MkDocs leaves these two to its command line
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def _render_error(unit: Unit, page: str, error: BaseException, logged: list[str]) -> RenderError:
    position = template_position(error)
    place = f"{Path(position.file).name} line {position.line}" if position else ""
    where = f"{unit.site}/{unit.language}" + (f": page {page}" if page else "")
    reason = str(error) or type(error).__name__
    message = ": ".join(part for part in (where, place, reason) if part)
    return RenderError(message, "; ".join(logged[-3:]), position)


def _dummy_unit() -> Unit:
    link = {"title": "-", **dict.fromkeys(("url", "language"), "")}
    links = {"contact": (link,), "legal": (link,), "network": (link,)}
    other = dict.fromkeys((*ALTERNATE, "shown"), "")
    view = {
        **dict.fromkeys(("canonical", "x_default", "robots", "notice"), ""),
        **dict.fromkeys(("navigation", "breadcrumbs"), ()),
        "alternates": (other, other),
        "home_url": "./",
        "content_language": "en",
        "content_direction": "ltr",
        "footer": links,
        "labels": dict.fromkeys(LABELS, "-"),
    }
    page = UnitPage("index.html", "Warm", "", "<h1>Warm</h1>", view=view)
    address = "https://example.org/"
    return Unit("warm", "en", "ltr", "", address, "Warm", (page,), page, carries_assets=False)
