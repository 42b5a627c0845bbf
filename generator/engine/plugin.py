"""The MkDocs plugin: gives MkDocs our finished pages, in the order of its hooks.

Takes a `Unit`; MkDocs writes it through our shell. The same class serves units
built in process (`builder`), `mkdocs build` and `mkdocs serve`; the entry point `generator.standalone`
subclasses it and sets `unit` before `on_config` here. Nothing is decided, translated or checked here.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from markupsafe import escape
from mkdocs.config import Config
from mkdocs.config import config_options as options
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import TableOfContents

from generator.engine.assets import site_assets
from generator.engine.environment import prepare_environment
from generator.engine.unit import Unit, UnitPage
from generator.engine.view import ViewCheck, check_language
from generator.errors import RenderError

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

NOT_FOUND = "404.html"


class PortalOptions(Config):  # type: ignore[no-untyped-call]
    """Options in `mkdocs.yml`, see there; `site` and `language` may be empty."""

    site = options.Type(str, default="")
    language = options.Type(str, default="")
    cache = options.Type(bool, default=True)


class PortalPlugin(BasePlugin[PortalOptions]):  # type: ignore[no-untyped-call]
    """Feeds one unit to MkDocs.

    `unit` must be set before `on_config`. `static_files` are further files of the site (output path →
    source), for builds in which nobody else adds them. `current` is the page being rendered, for messages.
    With `written`, finished pages go there, by output path, and MkDocs writes none of them nor any of ours.
    """

    def __init__(self) -> None:
        self.unit: Unit | None = None
        self.static_files: Mapping[str, Path | bytes] = {}
        self.current = ""
        self.written: dict[str, bytes] | None = None
        self._serving = False
        self._views = ViewCheck()
        self._pages: dict[str, UnitPage] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether MkDocs serves; that there is this hook makes MkDocs keep the object over rebuilds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the unit's name, address and language into the configuration."""
        unit = self._unit()
        check_language(unit)
        self._views = ViewCheck()
        self._pages = {source_name(page): page for page in unit.pages}
        if len(self._pages) != len(unit.pages):
            raise RenderError(f"{unit.site}/{unit.language}: two pages have the same path")
        config.site_name = escape(unit.site_name)
        config.use_directory_urls = True
        config.repo_url = config.edit_uri = None
        if not self._serving:  # served, the base of the 404 page is the local address
            config.site_url = unit.url
        config.theme["font"] = False
        config.theme.static_templates = {NOT_FOUND}  # the sitemap is written for all languages together
        config.extra["generator"] = False
        config.extra.pop("alternate", None)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found by the unit's pages and the assets that the shell uses."""
        unit = self._unit()
        sources: dict[str, Path | bytes] = {}
        if self.written is None:
            own = Path(config.theme.dirs[0]).parent / "assets"
            sources |= {
                **unit.files,
                **(site_assets(own) if unit.carries_assets else {}),
                **self.static_files,
            }
        pages = [page_file(page, name, config) for name, page in self._pages.items()]
        return Files([*pages, *(static_file(path, source, config) for path, source in sources.items())])

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Skip Markdown: the pages are HTML already."""

        def render(config: MkDocsConfig, files: Files) -> None:
            page.content = ""

        vars(page)["render"] = render
        return page

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Return our HTML, and tell MkDocs what it would have learnt from Markdown."""
        document = self._pages[page.file.src_uri]
        title = escape(document.title)
        page.title = title
        page.meta = {"title": title}
        page.toc = TableOfContents([])
        page.present_anchor_ids = {heading.id for heading in document.headings}
        return document.html

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Give the templates the addresses of the unit's assets."""
        prepare_environment(env, tuple(config.theme.dirs), self._unit().assets)
        return env

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Give the 404 page its view; its `page` stays empty, as MkDocs has it."""
        document = self._unit().not_found
        return self._shell_context(context, document, document.html)

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Give a page its view."""
        return self._shell_context(context, self._pages[page.file.src_uri], page.content or "")

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep a finished page, if somebody wants it; MkDocs writes no file for an empty one."""
        document = self._pages[page.file.src_uri]
        return self._kept(document.path, _filled(output, document))

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Keep the finished 404 page likewise."""
        return self._kept(template_name, _filled(output_content, self._unit().not_found))

    def _kept(self, path: str, output: str) -> str:
        if self.written is None:
            return output
        self.written[path] = output.encode("utf-8", errors="xmlcharrefreplace")
        return ""

    def _unit(self) -> Unit:
        if self.unit is None:
            raise RenderError("the portal plugin was given no unit to build")
        return self.unit

    def _shell_context(self, context: Any, document: UnitPage, html: str) -> Any:
        self.current = document.path
        unit = self._unit()
        view = self._views.shell_view(unit, document)
        if self._serving:  # MkDocs writes an inline script into what it serves, to load changed pages again
            view["policy"] = ""
        context.update(portal=view, unit=unit, document=document, content_html=html)
        return context


def _filled(output: str, document: UnitPage) -> str:
    for slot, value in document.slots.items():
        output = output.replace(slot, value)
    return output


def source_name(page: UnitPage) -> str:
    """Return the name under which MkDocs keeps a page: as if it came from a Markdown file."""
    return page.path.removesuffix(".html") + ".md"


def page_file(page: UnitPage, name: str, config: MkDocsConfig) -> File:
    """Return the virtual file of a page, outside MkDocs' navigation, which the shell does not use."""
    file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = page.path
    return file


def static_file(path: str, source: Path | bytes, config: MkDocsConfig) -> File:
    """Return the file that MkDocs copies to `path`."""
    if isinstance(source, bytes):
        return File.generated(config, path, content=source, inclusion=InclusionLevel.INCLUDED)
    return File.generated(config, path, abs_src_path=str(source), inclusion=InclusionLevel.INCLUDED)
