"""The reader of `mkdocs.yml` and what it inherits: that of MkDocs, which ends whatever it is given.

Takes a class that reads YAML, returns one that raises `SettingsError` where reading would not come to an end. Reads
nothing itself.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from generator.engine.settings import lost_parent, own_parent, too_deep
from generator.errors import SettingsError
from generator.limits import LIMITS


def bounded(kind: type[Any], file: Path) -> type[Any]:
    """Return a class that reads as `kind` does, with the tags of MkDocs, for one reading of `file`."""
    reader: Any = get_yaml_loader(kind)

    heirs = set[str]()

    class Bounded(reader):  # type: ignore[misc]
        depth = 0

        def get_single_data(self) -> object:
            """Return all settings of one file."""
            settings = super().get_single_data()
            parent = settings.get("INHERIT") if isinstance(settings, dict) else None
            if isinstance(parent, str):
                heir = Path(self.name)
                heirs.add(os.path.realpath(heir))
                path = os.path.normpath(heir.parent / parent)
                if os.path.realpath(path) in heirs:
                    raise SettingsError.of(own_parent(file, heir, parent))
                if not Path(path).is_file():
                    raise SettingsError.of(lost_parent(file, heir, parent))
            return settings

        def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node | None:
            """Return the next node and all below it."""
            self.depth += 1
            if self.depth > LIMITS.settings_depth and self.check_event(yaml.CollectionStartEvent):
                raise SettingsError.of(too_deep(file, self.peek_event().start_mark))
            node: yaml.Node | None = super().compose_node(parent, index)
            self.depth -= 1
            return node

    return Bounded
