"""Whose fault it is when code fails that `mkdocs.yml` brings in: which hook, in which line, or which plugin.

Takes an exception that came out of MkDocs; returns an error that names the culprit, `None` when it is none of these.
MkDocs tells it nowhere, but it has few functions that call code of others, and the trace shows them at work. Code that
ends its process leaves no trace; then all that it may have been are named. Catches nothing.
"""

from __future__ import annotations

import os
import textwrap
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType, ModuleType
from typing import Any

from mkdocs.config.config_options import Hooks, Plugins
from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import PluginCollection

from generator.diagnostics import Finding, Phrase, Position, Severity
from generator.engine.brought import PLUGIN, name_of, other_plugins
from generator.engine.settings import as_written
from generator.errors import SettingsError

_RUNS: CodeType = PluginCollection.run_event.__code__
_LOADS_PLUGIN: CodeType = Plugins.load_plugin.__code__
_LOADS_HOOK: CodeType = Hooks._load_hook.__wrapped__.__code__
_LONGEST = 400
"""Characters of an exception's message: some carry a whole page."""

_HOOK_HELP = "correct the hook, or take it out of mkdocs.yml; the live sites stay as they are"
_PLUGIN_HELP = (
    "correct what mkdocs.yml says of the plugin, or take it out there; the live sites stay as they are"
)


def fault_of_others(
    error: BaseException, settings: Mapping[str, Any], file: Path, unit: str
) -> SettingsError | None:
    """Return the error of a hook or plugin that `error` is; `unit` is what was being built, `kvinfo/ar`.

    `settings` are those of `file`, from whose folder hooks count.
    """
    error = _original(error)
    trace = _Trace(error, list(traceback.walk_tb(error.__traceback__)), _hook_files(settings, file))
    said = {"fault": as_written(_fault(error), file, settings.get("hooks")), "page": trace.page_of(unit)}
    if hook := trace.hook():
        is_loading = _LOADS_HOOK in trace.codes and _RUNS not in trace.codes
        message = (
            "the hook {hook} cannot be loaded: {fault}"
            if is_loading
            else "the hook {hook} failed on {page}: {fault}"
        )
        shown = f"{hook.file}:{hook.line}" if hook.line else hook.file
        return SettingsError(message, _HOOK_HELP, **said, hook=shown).at(hook)
    if plugin := trace.plugin():
        message = (
            "the plugin {plugin} failed on {page}: {fault}"
            if _RUNS in trace.codes
            else "the plugin {plugin} cannot be loaded: {fault}"
        )
        return SettingsError(message, _PLUGIN_HELP, **said, plugin=plugin)
    return None


def hook_cannot_be_read(name: str, path: str, fault: Exception) -> SettingsError:
    """Return the error of a hook that cannot be compiled; `name` is that in the settings, `path` that of the file."""
    line, column = (getattr(fault, key, None) or 1 for key in ("lineno", "offset"))
    said = _fault(fault).replace(f"'{path}'", f"'{name}'")
    message, values = "the hook {hook} cannot be loaded: {fault}", {"hook": name, "fault": said}
    place = Position(
        name, max(1, line), max(1, column)
    )  # of an encoding that nobody knows, Python says column -1
    return SettingsError.of(Finding("PP013", Severity.ERROR, place, message, values, _HOOK_HELP))


def _fault(error: BaseException) -> str:
    fault = f"{type(error).__name__}: {error}".removesuffix(": ")
    return textwrap.shorten(fault, _LONGEST, placeholder=" …")


def advice_on_others(settings: Mapping[str, Any]) -> Phrase:
    """Return what to do when a process in which pages are made has ended: it may be what the settings bring in."""
    hooks = settings.get("hooks")
    names = (*(hooks if isinstance(hooks, list) else ()), *map(name_of, other_plugins(settings)))
    if not names:
        return Phrase("")
    return Phrase(
        "hooks and plugins of mkdocs.yml run in that process, and one of them may have ended it: {names}",
        {"names": ", ".join(map(str, names))},
    )


def _original(error: BaseException) -> BaseException:
    """Return what was raised first: of errors that a hook or plugin raises on purpose, MkDocs keeps the text only."""
    cause = error.__context__
    return cause if isinstance(error, Abort) and isinstance(cause, BuildError) else error


def _hook_files(settings: Mapping[str, Any], file: Path) -> dict[str, str]:
    """Return the names of hooks, as they stand in the settings, by the real paths of their files."""
    hooks = settings.get("hooks")
    named = map(str, hooks) if isinstance(hooks, list) else ()
    return {os.path.realpath(file.parent / name): name for name in named}


@dataclass(frozen=True, slots=True)
class _Trace:
    """An exception and the frames it came through, outermost first, each with its line."""

    error: BaseException
    frames: list[tuple[FrameType, int]]
    hooks: Mapping[str, str]

    @property
    def codes(self) -> set[CodeType]:
        return {frame.f_code for frame, _ in self.frames}

    def hook(self) -> Position | None:
        """The last line of a hook that was run; of one that could not be called, the line in which it begins."""
        for frame, line in reversed(self.frames):
            if name := self._name(frame.f_code.co_filename):
                return Position(name, line)
        error = self.error
        if isinstance(error, SyntaxError) and (name := self._name(error.filename or "")):
            return Position(name, max(1, error.lineno or 1))
        if name := self._loading():
            return Position(name, 0)
        name, owner, method = self._run()
        if isinstance(owner, ModuleType):
            code = getattr(method, "__code__", None)
            is_own = isinstance(code, CodeType) and self._name(code.co_filename) == name
            return Position(name, code.co_firstlineno if is_own and code else 0)
        return None

    def _loading(self) -> str:
        """The name of the hook that was being loaded when none was run: one that nobody can read or compile."""
        for frame, _ in reversed(self.frames):
            if frame.f_code is _LOADS_HOOK:
                return str(frame.f_locals["name"])
        return ""

    def plugin(self) -> str:
        """The name of the plugin that was loaded or run last; empty when it is none of others."""
        for frame, _ in reversed(self.frames):
            if frame.f_code is _LOADS_PLUGIN:
                return str(frame.f_locals["name"])
        name, _, _ = self._run()
        return "" if name == PLUGIN else name

    def page_of(self, unit: str) -> str:
        """What was being built: a page, where the event that was run has one."""
        for frame, _ in reversed(self.frames):
            if frame.f_code is _RUNS and (page := frame.f_locals["kwargs"].get("page")):
                return f"{unit}: {page.file.dest_uri}"
        return unit

    def _run(self) -> tuple[str, object, object]:
        """Whose method was run last for an event: the name in the settings, the plugin or module, the method."""
        for frame, _ in reversed(self.frames):
            if frame.f_code is _RUNS:
                plugins, method = frame.f_locals["self"], frame.f_locals["method"]
                name = plugins._event_origins.get(method, "")
                return name, dict(plugins).get(name), method
        return "", None, None

    def _name(self, path: str) -> str:
        return self.hooks.get(os.path.realpath(path), "") if path else ""
