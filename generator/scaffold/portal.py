"""A new portal: sample records that check and build, schemas, settings for editors' programs.

Takes nothing, returns all files by path. The sample stands in `template/`; each record names its schema first.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from generator.schema.files import FOLDER, schema_files, schema_of, vscode_settings, with_modeline

_TEMPLATE = Path(__file__).resolve().parent / "template"
_IGNORED = ".portal/\n.public.portal/\npublic/\n.preview.portal/\npreview/\n"
_EXTENSIONS = '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n'


def portal_files() -> dict[str, str]:
    """Return the files of a new portal."""
    files = {
        ".gitignore": _IGNORED,
        ".vscode/settings.json": vscode_settings(),
        ".vscode/extensions.json": _EXTENSIONS,
    }
    for path in sorted(_TEMPLATE.rglob("*")):
        if path.is_file():
            name = PurePosixPath(path.relative_to(_TEMPLATE).as_posix())
            text = path.read_text("utf-8")
            files[str(name)] = with_modeline(text, name) if schema_of(name) else text
    return files | {f"{FOLDER}/{name}": text for name, text in schema_files().items()}
