"""How a plugin ends an `mkdocs` run with a sentence instead of a traceback. Takes the sentence."""

from __future__ import annotations

from typing import NoReturn

from mkdocs.exceptions import PluginError


def stop_mkdocs(message: str) -> NoReturn:
    """End the run; MkDocs prints `message` and exits with 1."""
    raise PluginError(message)
