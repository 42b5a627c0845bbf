"""A tree of facts and texts as YAML, written as editors write it. Much faster than a library, for trees of ours only.

Takes maps, lists, numbers and texts without characters that need quotes (the voices say none); returns text. Short
lists of words stand on one line, long texts are folded, prose is a block.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_WIDE = 100
_PER_LINE = 14


def yaml_text(tree: dict[str, Any]) -> str:
    """Return the map as a YAML document."""
    return "\n".join(_map(tree, "")) + "\n"


def _map(tree: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _map(value, f"{indent}  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{key}:"
            for item in value:
                first, *rest = _map(item, f"{indent}    ")
                yield f"{indent}  - {first.strip()}"
                yield from rest
        elif isinstance(value, list):
            yield f"{indent}{key}: [{', '.join(map(str, value))}]"
        else:
            yield from _scalar(f"{indent}{key}:", str(value), f"{indent}  ")


def _scalar(key: str, text: str, indent: str) -> Iterator[str]:
    if "\n" in text:
        yield f"{key} |"
        yield from (f"{indent}{line}" if line else "" for line in text.rstrip("\n").split("\n"))
    elif len(text) > _WIDE:
        yield f"{key} >-"
        words = text.split(" ")
        for start in range(0, len(words), _PER_LINE):
            yield indent + " ".join(words[start : start + _PER_LINE])
    else:
        yield f"{key} {text}"
