"""What `mkdocs.yml` brings in: code that is not this program's, and settings that stand elsewhere.

Takes its settings, or its bytes, so that nobody has to import MkDocs to know; returns whether there is any. It looks
for none of what is brought in, runs nothing and judges nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from generator.limits import LIMITS
from generator.load.yaml_text import PARSER

PLUGIN = "programme-portal"


def says_all(data: bytes) -> bool:
    """Whether equal bytes of `mkdocs.yml` mean equal settings, and MkDocs runs no code but this program's.

    They do not where it inherits a file (`INHERIT`) or has a tag of its own, as for a value of the environment
    (`!ENV`). Of a file that cannot be read nothing is known.
    """
    try:
        if not is_shallow(data):
            return False
        settings = yaml.load(data, PARSER)  # noqa: S506 - the safe one: any tag that YAML itself does not know is an error
        return isinstance(settings, dict) and "INHERIT" not in settings and is_alone(settings)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return False


def is_shallow(data: bytes) -> bool:
    """Whether YAML is nested no deeper than is read: the parser counts, what composes would end the process."""
    depth = 0
    for event in yaml.parse(data, PARSER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > LIMITS.settings_depth:
                return False
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return True


def is_alone(settings: Mapping[str, Any]) -> bool:
    """Whether MkDocs runs no code but this program's."""
    return not other_plugins(settings) and not settings.get("hooks")


def other_plugins(settings: Mapping[str, Any]) -> list[Any]:
    """Return the plugins that are not this program's, as they stand in the settings."""
    entries = settings.get("plugins") or ()
    if isinstance(entries, Mapping):
        entries = [{name: options} for name, options in entries.items()]
    return [entry for entry in entries if name_of(entry) != PLUGIN]


def is_list_of_plugins(value: object) -> bool:
    """Whether a value has the shape of plugins: a map, or a list of names and of maps with one name each."""
    entries = [{name: None} for name in value] if isinstance(value, dict) else value or []
    return isinstance(entries, list) and all(
        isinstance(name, str)
        for entry in entries
        for name in (entry if isinstance(entry, dict) and len(entry) == 1 else [entry])
    )


def name_of(entry: str | Mapping[str, Any]) -> str:
    """Return the name of a plugin as it stands in the settings."""
    return entry if isinstance(entry, str) else next(iter(entry), "")
