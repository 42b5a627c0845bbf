"""Schema files, and the line by which a YAML file names its schema.

Takes a kind or a path inside the portal; returns file names, texts and the first line of a file. Writes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.load.names import Name, read_name
from generator.model.kinds import MODELS
from generator.schema.overlay import overlay_schema
from generator.schema.record import Ids, record_schema

FOLDER = "schemas"
MODELINE = "# yaml-language-server: $schema="
"""What the first line of a file begins with; programs for YAML look for it."""

STEMS: Mapping[str, str] = {
    "programmes": "programme",
    "organisations": "organisation",
    "coordinators": "coordinator",
    "places": "place",
    "calls": "call",
    "guides": "guide",
    "stories": "story",
    "testimonials": "testimonial",
    "media": "media",
    "vocabulary": "vocabulary",
    "sites": "site",
}
"""What one record of a kind is called on the command line and in the names of schemas."""


def kind_called(name: str) -> str | None:
    """Return the kind with this name: `programme` and `programmes` are the same."""
    return next((kind for kind, stem in STEMS.items() if name in (kind, stem)), None)


def schema_name(kind: str, *, translation: bool = False) -> str:
    """Return the file name of a schema."""
    return f"{STEMS[kind]}{'.translation' if translation else ''}.schema.json"


def schema_text(kind: str, *, translation: bool = False, ids: Ids | None = None) -> str:
    """Return a schema as the text of its file."""
    schema = overlay_schema(kind) if translation else record_schema(kind, ids)
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def schema_files(ids: Ids | None = None) -> dict[str, str]:
    """Return the texts of all schemas by file name."""
    own = {schema_name(kind): schema_text(kind, ids=ids) for kind in MODELS}
    overlays = {schema_name(kind, translation=True): schema_text(kind, translation=True) for kind in MODELS}
    return {**own, **overlays}


def schema_of(path: PurePosixPath) -> str | None:
    """Return the schema's file name for a file of the portal, given relative to its root; `None` for others."""
    name = read_name(path.name, ".yml")
    if not isinstance(name, Name):
        return None
    match path.parts:
        case ("content", kind, _) if kind in STEMS:
            return schema_name(kind, translation=name.language is not None)
        case ("sites", _, _) if name.id == "site":
            return schema_name("sites", translation=name.language is not None)
    return None


def modeline(path: PurePosixPath, folder: str = FOLDER) -> str:
    """Return the first line of a file of the portal; raises `ValueError` for a file without a schema."""
    schema = schema_of(path)
    if schema is None:
        raise ValueError(f"no schema for {path}")
    up = "../" * (len(path.parts) - 1)
    return f"{MODELINE}{up}{folder}/{schema}"


def with_modeline(text: str, path: PurePosixPath, folder: str = FOLDER) -> str:
    """Return a file's text with the line first; a line that names another schema is replaced."""
    line = modeline(path, folder)
    newline = "\r\n" if "\r\n" in text else "\n"
    first, separator, rest = text.partition(newline)
    if first.startswith(MODELINE):
        return line + separator + rest
    return line + newline + text


def vscode_settings(folder: str = FOLDER) -> str:
    """Return `.vscode/settings.json`: which schema belongs to which files, for files without the line."""
    schemas: dict[str, str | list[str]] = {}
    for kind in MODELS:
        base = "sites/*/site" if kind == "sites" else f"content/{kind}/*"
        own = [f"{base}.yml"] if kind == "sites" else [f"{base}.yml", f"!{base}.*.yml"]
        schemas[f"./{folder}/{schema_name(kind)}"] = own
        schemas[f"./{folder}/{schema_name(kind, translation=True)}"] = f"{base}.*.yml"
    settings = {
        "yaml.schemas": schemas,
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
    }
    return json.dumps(settings, indent=2) + "\n"
