"""What MkDocs would say of `mkdocs.yml`, without running any of the code that stands in it or is named by it.

Takes the file, returns findings. Whether hooks are there and can be compiled is looked at, and
whether plugins are installed; what they do when they run, only a build tells.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.base import ValidationError
from mkdocs.config.config_options import Hooks, Plugins
from mkdocs.config.defaults import MkDocsConfig

from generator.diagnostics import Finding
from generator.engine.brought import other_plugins
from generator.engine.configuration import BaseConfig, read_base
from generator.engine.foreign import hook_cannot_be_read
from generator.engine.settings import fault_of_setting
from generator.errors import SettingsError
from generator.paths import packaged_theme

_UNIT = {"site_dir": "public", "site_name": "portal", "site_url": "https://portal.example.org/"}
"""What every unit has of its own."""
_THEME = {"name": "material"}


class _Inert(yaml.SafeLoader):
    """Reads what would run code as nothing."""


_Inert.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def judged(file: Path) -> tuple[Finding, ...]:
    """Return everything that is wrong with the settings in `file`; a theme of the portal's own is not judged."""
    try:
        base = read_base(file, packaged_theme(), _Inert)
    except SettingsError as fault:
        return (fault.finding,) if fault.finding else ()
    config = MkDocsConfig(config_file_path=str(file))
    config.load_dict({"theme": base.settings["theme"]})
    hooks, plugins = base.settings.get("hooks"), other_plugins(base.settings)
    return (
        *_of_others(base),
        *_of_each(_Compiled("plugins"), "hooks", hooks, config),
        *_of_each(_Installed(theme_key="theme"), "plugins", plugins, config),
    )


def _of_others(base: BaseConfig) -> Iterator[Finding]:
    """Yield what is wrong with the settings that bring in no code: MkDocs says the first, and so on without that."""
    rest = {key: value for key, value in base.settings.items() if key not in ("hooks", "plugins")}
    wrong = set[object]()
    while found := _first_fault(BaseConfig(rest, base.theme, base.file)):
        key = found.values.get("key")
        if key in wrong:
            return
        yield found
        wrong.add(key)
        rest = {"theme": _THEME} | {name: value for name, value in rest.items() if name not in wrong}


def _first_fault(base: BaseConfig) -> Finding | None:
    try:
        base.validated(_UNIT)
    except SettingsError as fault:
        return fault.finding
    return None


class _Compiled(Hooks):
    """Hooks that are compiled and not run."""

    def _load_hook(self, name: str, path: str) -> None:  # type: ignore[override]
        if spec_from_file_location(name, path) is None:
            super()._load_hook(name, path)  # says so
        if path.endswith(".py"):
            try:
                with warnings.catch_warnings(action="ignore"):
                    compile(Path(path).read_bytes(), path, "exec", dont_inherit=True)
            except (SyntaxError, ValueError, OSError, RecursionError, MemoryError) as fault:
                raise hook_cannot_be_read(name, path, fault) from fault


class _Installed(Plugins):
    """Plugins that are looked up and not loaded."""

    def load_plugin(self, name: str, config: object) -> None:  # type: ignore[override]
        if name not in self.installed_plugins:
            super().load_plugin(name, config)  # says so


def _of_each(option: Any, key: str, value: object, config: MkDocsConfig) -> Iterator[Finding]:
    """Yield what is wrong with each entry of a list: MkDocs stops at the first one."""
    for entry in value if isinstance(value, list) else ():
        yield from _of_option(option, key, [entry], config)
    if not isinstance(value, list):
        yield from _of_option(option, key, value, config)


def _of_option(option: Any, key: str, value: object, config: MkDocsConfig) -> tuple[Finding, ...]:
    if not value:
        return ()
    try:
        option.pre_validation(config, key)
        option.validate(value)
    except ValidationError as fault:
        return (fault_of_setting(Path(config.config_file_path), key, fault, value),)
    except SettingsError as fault:
        return (fault.finding,) if fault.finding else ()
    return ()
