"""The Jinja environment in which MkDocs renders our shell.

One environment serves all units of a process that use the same theme folders, so templates are compiled once.
Takes theme folders, adds per unit the addresses of shared assets. Escaping is switched
on by the shell's templates themselves (`{% autoescape true %}`), so it holds in every environment.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import jinja2
from markupsafe import Markup
from mkdocs.utils import templates

from generator.render.quick import QuickEnvironment

ASSETS = "assets/"


class ShellLoader(jinja2.FileSystemLoader):
    """Templates of the theme folders.

    Lists no files: MkDocs lists a theme to find its assets, which walks Material's 14,000 icons; ours are
    named in `generator.engine.assets`.
    """

    def list_templates(self) -> list[str]:
        """Return nothing: see the class."""
        return []


class Fragments:
    """Renders parts of the shell, each once for the same values: `once("partials/footer.html", footer=…)`.

    A part is given nothing but the values that it names, so it cannot show anything of a page besides them.
    """

    def __init__(self, environment: jinja2.Environment) -> None:
        self._environment = environment
        self._made: dict[tuple[object, ...], tuple[Markup, object]] = {}

    def is_of(self, environment: jinja2.Environment) -> bool:
        """Whether the parts are rendered in this environment: one that overlays another shares its globals."""
        return self._environment is environment

    def forget(self) -> None:
        """Forget what was rendered: another unit begins."""
        self._made.clear()

    def __call__(self, template: str, **values: object) -> Markup:
        """Return the part. Values are the same when they are equal strings (markup is none), or else one object."""
        key = (
            template,
            *values,
            *(value if type(value) is str else id(value) for value in values.values()),
        )
        if key not in self._made:
            text = self._environment.get_template(template).render(values).strip()
            self._made[key] = Markup(text), values  # noqa: S704 - a template of ours, which escapes
        return self._made[key][0]


class ShellEnvironment(QuickEnvironment):
    """Reads views, which are plain dictionaries, without asking them for an attribute first."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what `obj.attribute` means in a template."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


class OpenEnvironment(ShellEnvironment):
    """For plugins and hooks of others, which may add to its globals for every unit anew."""

    make_globals = jinja2.Environment.make_globals


@lru_cache(maxsize=8)
def shared_environment(folders: tuple[str, ...], *, alone: bool) -> jinja2.Environment:
    """Return this process's environment for the given theme folders, as `Theme.get_env` would make it.

    `alone` tells that MkDocs runs no code of others.
    """
    kind = ShellEnvironment if alone else OpenEnvironment
    environment = kind(loader=ShellLoader(folders), auto_reload=False)
    environment.globals["once"] = Fragments(environment)
    environment.filters["url"] = templates.url_filter
    environment.filters["script_tag"] = templates.script_tag_filter
    return environment


def prepare_environment(environment: jinja2.Environment, folders: tuple[str, ...], assets: str) -> None:
    """Set everything in `environment` that belongs to one unit.

    `assets` is the way from the unit's folder to the parent of `assets/`. It is overwritten by the next unit.
    """
    if not isinstance(environment.loader, ShellLoader):
        environment.loader = ShellLoader(folders)
    environment.trim_blocks = environment.lstrip_blocks = True
    once = environment.globals.get("once")
    if isinstance(once, Fragments) and once.is_of(environment):
        once.forget()
    else:
        environment.globals["once"] = Fragments(environment)
    environment.filters["url"] = asset_filter(assets)


def asset_filter(assets: str) -> Callable[..., str]:
    """Return MkDocs' `url` filter, except that `assets/…` is looked for where the site keeps its assets.

    MkDocs' own joining drops steps above the unit's folder, and on the 404 page everything before an absolute
    address; here the base address of the page is kept in both cases.
    """

    @jinja2.pass_context
    def url(context: Mapping[str, Any], value: str) -> str:
        if not value.startswith(ASSETS):
            return str(templates.url_filter(context, value))  # type: ignore[arg-type]
        return posixpath.normpath(posixpath.join(context["base_url"], assets + value))

    return url
