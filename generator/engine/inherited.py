"""The files that the settings of MkDocs come from, with the places of their keys.

Takes `mkdocs.yml`; reads it and what it inherits as nodes of YAML. Loads no MkDocs, runs nothing and judges nothing:
what cannot be read has no keys, and of what inherits itself each file comes once.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.engine.brought import is_shallow
from generator.load.yaml_text import PARSER


def files_of_settings(file: Path) -> Iterator[tuple[Path, dict[str, tuple[yaml.Node, yaml.Node]]]]:
    """Yield `file` and what it inherits, the nearest first, each with its keys and values by their names.

    Of a key that is given twice the last one counts.
    """
    seen = set[str]()
    while file.is_file() and (place := os.path.realpath(file)) not in seen:
        seen.add(place)
        entries = _entries(file)
        yield file, entries
        _, parent = entries.get("INHERIT", (None, None))
        if not isinstance(parent, yaml.ScalarNode):
            return
        file = Path(os.path.normpath(file.parent / parent.value))


def _entries(file: Path) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    try:
        data = file.read_bytes()
        root = yaml.compose(data, PARSER) if is_shallow(data) else None
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return {name.value: (name, value) for name, value in pairs if isinstance(name, yaml.ScalarNode)}


def named_files(file: Path) -> frozenset[Path]:
    """Return `file`, what it inherits, and the hooks that it names: what belongs to the settings of a portal."""
    found, hooks = set[Path](), set[Path]()
    for path, entries in files_of_settings(file):
        found.add(path.resolve())
        _, value = entries.get("hooks", (None, None))
        if not hooks and isinstance(value, yaml.SequenceNode):
            named = (entry.value for entry in value.value if isinstance(entry, yaml.ScalarNode))
            hooks = {Path(os.path.realpath(file.parent / name)) for name in named if "\0" not in name}
    return frozenset(found | hooks)
