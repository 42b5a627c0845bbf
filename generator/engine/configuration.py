"""The configuration of MkDocs for each unit.

Takes `mkdocs.yml` and the theme folder, validates them once and gives every unit a copy with its own names; where
`mkdocs.yml` names other plugins or hooks, which keep state, every unit gets a configuration of its own. Builds nothing.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.utils.yaml import yaml_load

from generator.engine.brought import PLUGIN, is_alone, is_list_of_plugins, other_plugins
from generator.engine.environment import shared_environment
from generator.engine.plugin import PortalPlugin
from generator.engine.reading import bounded
from generator.engine.settings import fault_of_file, fault_of_setting, misset, no_file, unreadable
from generator.engine.unit import Unit
from generator.errors import RenderError, SettingsError

_UNUSED = ("nav", "watch", "markdown_extensions", "mdx_configs")
"""Of no use here, and extensions would be code that is run for nothing: pages are finished, and nobody waits."""


@dataclass(frozen=True, slots=True)
class BaseConfig:
    """What all units share: the settings of `mkdocs.yml` and the theme folder (`shell/`, `assets/`).

    Paths in the settings, as those of hooks, count from the folder of `file`.
    """

    settings: Mapping[str, Any]
    theme: Path
    file: Path
    _validated: list[MkDocsConfig] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def is_alone(self) -> bool:
        """Whether MkDocs runs no code but this program's."""
        return is_alone(self.settings)

    def configuration(self, unit: Unit, destination: Path, plugin: PortalPlugin) -> MkDocsConfig:
        """Return the configuration of a unit that MkDocs writes to `destination`. Raises `SettingsError`."""
        own = {"site_dir": str(destination), "site_name": unit.site, "site_url": unit.url}
        if self.is_alone:
            if not self._validated:
                self._validated.append(self.validated(own))
            config = _copied(self._validated[0])
            config.update(own)
        else:
            config = self.validated(own)
        config.plugins[PLUGIN] = plugin
        environment = shared_environment(tuple(config.theme.dirs), alone=self.is_alone)
        vars(config.theme)["get_env"] = lambda: environment
        return config

    def validated(self, own: Mapping[str, str]) -> MkDocsConfig:
        """Return the settings with the names of one unit, as MkDocs wants them. Raises `SettingsError`."""
        settings = copy.deepcopy(dict(self.settings))  # validation empties the lists it is given
        settings.update(own)
        settings["docs_dir"] = str(
            self.theme / "assets"
        )  # must exist; the plugin replaces what is found there
        settings["theme"]["custom_dir"] = str(self.theme / "shell")
        settings["plugins"] = other_plugins(settings)
        for name in _UNUSED:
            settings.pop(name, None)
        forget_plugins()
        config = MkDocsConfig(config_file_path=str(self.file))
        config.load_dict(settings)
        try:
            errors, _ = config.validate()
        except Exception as error:
            if not self.is_alone:
                raise  # a hook or plugin may have failed
            raise SettingsError.of(fault_of_file(self.file, error)) from error
        if errors:
            key, problem = errors[0]  # MkDocs stops there
            raise SettingsError.of(fault_of_setting(self.file, key, problem, self.settings.get(key)))
        return config


def read_base(mkdocs: Path, theme: Path, loader: type[Any] = yaml.Loader) -> BaseConfig:
    """Read the base configuration. `mkdocs` is trusted: MkDocs runs what is in it, unless another `loader` reads it.

    Raises `SettingsError` when the file cannot be used, `RenderError` when the theme cannot.
    """
    if not mkdocs.is_file():
        raise SettingsError.of(no_file(mkdocs))
    try:
        with mkdocs.open("rb") as stream:
            settings = yaml_load(stream, bounded(loader, mkdocs))
    except SettingsError:
        raise
    except Exception as error:
        raise unreadable(mkdocs, error) from error
    chosen = settings.get("theme") if isinstance(settings, dict) else None
    if not isinstance(chosen, dict) or chosen.get("name") != "material":
        message, help = (
            "the theme must be a map with name: material",
            "write theme:, and below it name: material",
        )
        raise SettingsError.of(misset(mkdocs, "theme", message, help))
    if not is_list_of_plugins(settings.get("plugins")):
        message = "plugins must be a list of names, or of maps with one name each"
        raise SettingsError.of(misset(mkdocs, "plugins", message, "write one plugin a line: - name"))
    if not (theme / "shell/main.html").is_file():
        raise RenderError(f"no shell/main.html in the theme folder {theme}")
    return BaseConfig(settings, theme, mkdocs)


def forget_plugins() -> None:
    """Empty MkDocs' cache of plugin objects, which would share one search index between sites."""
    dict(MkDocsConfig._schema)["plugins"].plugin_cache.clear()  # type: ignore[attr-defined]


def _copied(config: MkDocsConfig) -> MkDocsConfig:
    """Return a copy in which a build may write, as the plugin does."""
    copied = copy.copy(config)
    copied.theme = copy.deepcopy(config.theme)
    copied.extra = copy.deepcopy(config.extra)
    copied.plugins = PluginCollection()
    return copied
