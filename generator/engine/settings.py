"""What is wrong with `mkdocs.yml`, as findings with place and advice: PP013.

Takes the file, and what YAML's parser or MkDocs says of it; returns findings. Loads no MkDocs and looks for nothing
itself.
"""

from __future__ import annotations

import os
from collections import deque
from dataclasses import replace
from pathlib import Path

import yaml

from generator.diagnostics import Finding, Position
from generator.engine.inherited import files_of_settings
from generator.errors import SettingsError
from generator.limits import LIMITS
from generator.load.characters import decode
from generator.load.refusal import Refusals, error
from generator.load.syntax import explain
from generator.load.yaml_text import PARSER

_CODE = "PP013"


def is_of_settings(finding: Finding) -> bool:
    """Whether a finding is about `mkdocs.yml`, or what it names."""
    return finding.code == _CODE


def unreadable(file: Path, fault: Exception) -> SettingsError:
    """Return the error for a file that MkDocs could not read; `fault` is what it raised."""
    cause = fault if isinstance(fault, yaml.YAMLError) else fault.__context__
    if isinstance(cause, yaml.YAMLError):
        return SettingsError.of(_not_yaml(file, cause))
    return SettingsError.of(fault_of_file(file, fault))


def no_file(file: Path) -> Finding:
    """Return the finding for something else of that name: a folder, a pipe, a link that leads to no file."""
    message = "this is no file, and no link to one"
    help = "write a file in its place, or delete it: the program has settings of its own"
    return error(_CODE, Position(file.name), message, help)


def misset(file: Path, key: str, message: str, help: str, /, **values: object) -> Finding:
    """Return the finding for the setting `key`."""
    return error(_CODE, _place(file, key), message, help, **values)


def fault_of_setting(file: Path, key: str, problem: object, value: object) -> Finding:
    """Return the finding for what MkDocs says of a setting and its value."""
    message, help = "{key} cannot be used: {fault}", "correct what stands under {key}, or take it out"
    return misset(file, key, message, help, key=key, fault=as_written(_one_line(problem), file, value))


def fault_of_file(file: Path, fault: Exception) -> Finding:
    """Return the finding for a file of which nobody says which setting is wrong."""
    message, help = "this file cannot be used: {fault}", "correct the file, or what it inherits"
    return error(_CODE, Position(file.name), message, help, fault=as_written(_one_line(fault), file))


def too_deep(file: Path, mark: yaml.Mark) -> Finding:
    """Return the finding for what is nested too deeply to be read; `mark` is where, in `file` or what it inherits."""
    place = Position(_shown(file, Path(mark.name)), mark.line + 1, mark.column + 1)
    message, help = "this is nested more than {limit} levels deep", "close the brackets above, or indent less"
    return error(_CODE, place, message, help, limit=LIMITS.settings_depth)


def lost_parent(file: Path, heir: Path, parent: str) -> Finding:
    """Return the finding for what `heir` inherits and is no file; it is `file`, or inherited by it."""
    message, help = "INHERIT leads to no file: {file}", "correct the name, or take the line out"
    return error(_CODE, _place(file, "INHERIT", heir), message, help, file=parent)


def own_parent(file: Path, heir: Path, parent: str) -> Finding:
    """Return the finding for a file that inherits itself; `heir` is the last one on the way there."""
    message = "INHERIT leads in a circle: {file} is this file, or inherits from it"
    return error(_CODE, _place(file, "INHERIT", heir), message, "take the line out", file=parent)


def _not_yaml(file: Path, fault: yaml.YAMLError) -> Finding:
    """Return the finding for text that is no YAML, in the words in which records are refused.

    What the parser reads has no such words: tags that nobody knows, and the like.
    """
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    path = Path(mark.name if mark else getattr(fault, "name", file))
    path = path if path.is_file() else file  # that which it inherits, or itself
    shown = _shown(file, path)
    said = _syntax(path.read_bytes(), shown)
    if said:
        return replace(said, code=_CODE, edits=())
    place = Position(shown, mark.line + 1, mark.column + 1) if mark else Position(shown)
    parts = filter(None, (getattr(fault, "context", None), getattr(fault, "problem", None)))
    message, help = "this cannot be used: {fault}", "correct it, or take it out"
    return error(_CODE, place, message, help, fault=_one_line(", ".join(parts) or fault))


def _shown(file: Path, path: Path) -> str:
    """A file that `file` inherits, as people write it: from its folder."""
    return Path(os.path.relpath(path, file.parent)).as_posix()


def _syntax(data: bytes, file: str) -> Finding | None:
    text, findings = decode(data, file)
    if text is None:
        return findings[0]
    refusals = Refusals(file)
    try:
        deque(yaml.parse(text, PARSER), maxlen=0)
    except yaml.YAMLError as fault:
        explain(fault, text, refusals)
    return next(iter(refusals.result()), None)


def _place(file: Path, key: str, heir: Path | None = None) -> Position:
    """The place of a setting, in the file that has it, of those from `heir` on; the first line where there is none."""
    for path, entries in files_of_settings(heir or file):
        if key in entries:
            start, end = entries[key][0].start_mark, entries[key][0].end_mark
            return Position(
                _shown(file, path), start.line + 1, start.column + 1, end.line + 1, end.column + 1
            )
    return Position(file.name)


def _one_line(fault: object) -> str:
    """What somebody else's program says, as one line."""
    return " ".join(str(fault).split())


def as_written(text: str, file: Path, names: object = ()) -> str:
    """What is said of files, with those of `names` as `file` has them, and others from its folder."""
    for name in names if isinstance(names, list) else ():
        if isinstance(name, str):
            text = text.replace(f"'{os.path.normpath(file.parent / name)}'", f"'{name}'")
    return text.replace(f"{file.parent}{os.sep}", "")
