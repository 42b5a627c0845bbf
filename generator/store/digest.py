"""Names for values and for the program by their content: what a kept result depends on.

Takes values of plain data, returns hexadecimal digits. Two programs of other sources or libraries have other names, so
that one never reads what the other has kept.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import re
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, version
from operator import attrgetter
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.paths import PACKAGE

_LIBRARIES = (
    *(
        "pyyaml",
        "pydantic",
        "pydantic-core",
        "phonenumbers",
        "email-validator",
        "langcodes",
        "babel",
        "tzdata",
    ),
    *(
        "markdown-it-py",
        "cmarkgfm",
        "nh3",
        "mkdocs",
        "mkdocs-material",
        "jinja2",
        "markupsafe",
        "icalendar",
        "selectolax",
        "pillow",
        "coloraide",
    ),
)
"""Libraries whose release can change what is found or written."""
_VERSION = re.compile(r"^Version: *(.+)$", re.MULTILINE)
_SOURCES = frozenset({".py", ".json", ".mo", ".po", ".html", ".css", ".js", ".yml"})


def digest(value: object) -> str:
    """Name a value by its content; whether two equal parts of it are one object makes no difference."""
    written = io.BytesIO()
    pickler = _Plain(written, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(value)
    return hashlib.sha256(written.getbuffer()).hexdigest()[:20]


def _named(name: str, values: object) -> object:
    """Stands for a model in what is written; nobody reads it again."""
    raise NotImplementedError(name)


class _Plain(pickle.Pickler):
    """Writes models and dataclasses as name and fields: which fields were given has another order each time."""

    def reducer_override(self, value: object) -> Any:
        kind: Any = type(value)
        if issubclass(kind, BaseModel):
            return _named, (kind.__name__, vars(value))
        read = _reader(kind)
        return (_named, (kind.__name__, read(value))) if read else NotImplemented


@cache
def _reader(kind: type) -> Callable[[object], object] | None:
    """Return what reads the fields of a dataclass; its own way to be pickled looks them up for every value anew."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    return attrgetter(*names) if names else None


def folder_digest(folder: Path) -> str:
    """Name all files below a folder by their paths and content; a folder that is not there is empty."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if "__pycache__" not in path.parts:
            found.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


@cache
def program_digest() -> str:
    """Name this program: its own files, the releases of its libraries and of Python."""
    found = hashlib.sha256(f"{sys.version}\n".encode())
    for name in _LIBRARIES:
        found.update(f"{name} {_release(name)}\n".encode())
    for folder, folders, names in os.walk(PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for path in (Path(folder, name) for name in sorted(names)):
            if path.suffix in _SOURCES:
                found.update(f"{path.relative_to(PACKAGE).as_posix()}\0".encode())
                found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def _release(name: str) -> str:
    """The release of a library, from its metadata; nearly always without taking all of these apart."""
    try:
        told = _VERSION.search(distribution(name).read_text("METADATA") or "")
        return told[1] if told else version(name)
    except PackageNotFoundError:
        return ""
